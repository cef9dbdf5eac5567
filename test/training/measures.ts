/** A scored text and whether it blames. */
export interface Scored {
  readonly score: number;
  readonly blames: boolean;
}

function byScore(items: readonly Scored[]): readonly Scored[] {
  return [...items].sort((a, b) => b.score - a.score);
}

/** Average precision: the mean of the precision at each text that blames, the best-scored first. */
export function averagePrecision(items: readonly Scored[]): number {
  let hits = 0;
  let sum = 0;
  for (const [at, { blames }] of byScore(items).entries()) {
    hits += blames ? 1 : 0;
    sum += blames ? hits / (at + 1) : 0;
  }
  return sum / hits;
}

/** The lowest score down to which precision holds, and the recall there. The first texts are too few to tell and are passed over. */
export function thresholdAt(
  items: readonly Scored[],
  precision: number,
  least = 30,
): { score: number; recall: number } {
  const all = items.filter(({ blames }) => blames).length;
  let hits = 0;
  let best = { score: Number.POSITIVE_INFINITY, recall: 0 };
  for (const [at, { score, blames }] of byScore(items).entries()) {
    hits += blames ? 1 : 0;
    if (at + 1 >= least && hits / (at + 1) >= precision) {
      best = { score, recall: hits / all };
    }
  }
  return best;
}

/** Precision and recall of a threshold. */
export function atThreshold(items: readonly Scored[], threshold: number): { precision: number; recall: number } {
  const flagged = items.filter(({ score }) => score >= threshold);
  const hits = flagged.filter(({ blames }) => blames).length;
  return { precision: hits / flagged.length, recall: hits / items.filter(({ blames }) => blames).length };
}

/** The score that a share of the items reach. */
export function quantile(scores: readonly number[], share: number): number {
  const sorted = [...scores].sort((a, b) => b - a);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.POSITIVE_INFINITY;
}

/** Slope and offset that turn scores into probabilities (Platt 1999, plain Newton steps). */
export function calibrate(items: readonly Scored[]): { slope: number; offset: number } {
  let slope = 1;
  let offset = 0;
  for (let round = 0; round < 50; round++) {
    let [gs, go, hss, hso, hoo] = [0, 0, 1e-6, 0, 1e-6];
    for (const { score, blames } of items) {
      const p = 1 / (1 + Math.exp(-(slope * score + offset)));
      const error = p - (blames ? 1 : 0);
      const weight = p * (1 - p);
      gs += error * score;
      go += error;
      hss += weight * score * score;
      hso += weight * score;
      hoo += weight;
    }
    const det = hss * hoo - hso * hso;
    slope -= (hoo * gs - hso * go) / det;
    offset -= (hss * go - hso * gs) / det;
  }
  return { slope, offset };
}
