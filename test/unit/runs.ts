const times = Number(process.env.COMMON_GROUND_RUNS ?? 1);

/** How often a property is tried: usually so often, and `COMMON_GROUND_RUNS=10` tries ten times as many cases. */
export const runs = (usually: number): number => Math.ceil(usually * times);
