/** How a checker did on labelled texts: one entry a text. */
export interface Outcome {
  readonly blames: boolean;
  readonly flagged: boolean;
}

/** A share with its 95 % interval, all between 0 and 1; `NaN` where there is nothing to divide by. */
export interface Share {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Precision, recall, F1 and the share of innocent texts that were flagged. */
export interface Score {
  readonly hits: number;
  readonly falseAlarms: number;
  readonly misses: number;
  readonly innocent: number;
  readonly precision: Share;
  readonly recall: Share;
  readonly f1: Share;
  readonly alarmRate: Share;
}

export function score(outcomes: readonly Outcome[]): Score {
  const count = (blames: boolean, flagged: boolean): number =>
    outcomes.filter((outcome) => outcome.blames === blames && outcome.flagged === flagged).length;
  const hits = count(true, true);
  const falseAlarms = count(false, true);
  const misses = count(true, false);
  const innocent = count(false, false) + falseAlarms;
  return {
    hits,
    falseAlarms,
    misses,
    innocent,
    precision: wilson(hits, hits + falseAlarms),
    recall: wilson(hits, hits + misses),
    f1: bootstrapF1(outcomes),
    alarmRate: wilson(falseAlarms, innocent),
  };
}

/** Wilson's score interval: honest also near 0 and 1 and for few texts. */
export function wilson(successes: number, trials: number): Share {
  if (trials === 0) {
    return { value: Number.NaN, low: Number.NaN, high: Number.NaN };
  }
  const z = 1.959964;
  const share = successes / trials;
  const scale = 1 + (z * z) / trials;
  const centre = (share + (z * z) / (2 * trials)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  return { value: share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** F1 with a percentile interval of 1,000 resamples; seeded, so that a figure can be had again. */
function bootstrapF1(outcomes: readonly Outcome[]): Share {
  const cells = { hits: 0, falseAlarms: 0, misses: 0 };
  const kinds = outcomes.map(({ blames, flagged }) =>
    blames ? (flagged ? 'hits' : 'misses') : flagged ? 'falseAlarms' : undefined,
  );
  for (const kind of kinds) {
    if (kind !== undefined) {
      cells[kind] += 1;
    }
  }
  const random = seeded(20_240_501);
  const samples = Array.from({ length: 1000 }, () => resampledF1(kinds, random))
    .filter((value) => !Number.isNaN(value))
    .sort((a, b) => a - b);
  const at = (share: number): number => samples[Math.floor(share * (samples.length - 1))] ?? Number.NaN;
  return { value: f1(cells), low: at(0.025), high: at(0.975) };
}

type Kind = 'hits' | 'falseAlarms' | 'misses' | undefined;

function resampledF1(kinds: readonly Kind[], random: () => number): number {
  const drawn = { hits: 0, falseAlarms: 0, misses: 0 };
  for (let i = 0; i < kinds.length; i += 1) {
    const kind = kinds[Math.floor(random() * kinds.length)];
    if (kind !== undefined) {
      drawn[kind] += 1;
    }
  }
  return f1(drawn);
}

function f1({ hits, falseAlarms, misses }: { hits: number; falseAlarms: number; misses: number }): number {
  return (2 * hits) / (2 * hits + falseAlarms + misses);
}

/** mulberry32, a small generator that always tells the same story from the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
