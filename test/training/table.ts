import { tableSize } from '../../src/tone/score/featureHash.js';
import { type PackedTable, packEntries } from '../../src/tone/score/weightTable.js';
import { Dataset, fitLogistic, type Model } from './logistic.js';
import type { Features } from './sentences.js';

/** A row to fit on. */
export interface FitRow extends Features {
  readonly blames: boolean;
  readonly weight: number;
  /** Whether people wrote it to each other; otherwise it was written for this product. */
  readonly isReal: boolean;
}

/** Features seen in fewer rows than this are left out. */
const LEAST_ROWS = 2;
const PENALTY = 10;
/** Rows have length 1; the penalty was chosen for this length. */
const LENGTH = 10;
/** Added to the log-count ratio, so that no feature is ruled out. */
const BASE = 0.1;
const MOST = 4;
/** The value of the feature that all real text has. */
const REAL_BIAS = 3;
const ROUNDS = 45;

/**
 * Fits one weight for each place. Each feature is scaled by how differently the two labels use it (Wang & Manning, Baselines and Bigrams,
 * ACL 2012), so that the penalty holds back those that tell nothing. Real text has weights of its own on top of those for all text
 * (Daumé, Frustratingly Easy Domain Adaptation, ACL 2007).
 * @param realShare how much of the weights of real text counts, 0 to 1.
 */
export function fitTable(rows: readonly FitRow[], realShare: number): Model {
  const counts = new Int32Array(tableSize);
  const last = new Int32Array(tableSize).fill(-1);
  for (const [at, { places }] of rows.entries()) {
    for (const place of places) {
      if (last[place] !== at) {
        last[place] = at;
        counts[place] = (counts[place] ?? 0) + 1;
      }
    }
  }
  const index = new Int32Array(tableSize).fill(-1);
  let size = 0;
  for (let place = 0; place < tableSize; place++) {
    if ((counts[place] ?? 0) >= LEAST_ROWS) {
      index[place] = size++;
    }
  }
  const ratios = ratiosOf(rows, index, size);
  const data = new Dataset();
  for (const { places, values, blames, weight, isReal } of rows) {
    const kept: number[] = [];
    const scaled: number[] = [];
    for (const [k, place] of places.entries()) {
      const at = index[place] as number;
      if (at >= 0) {
        kept.push(at);
        scaled.push((values[k] as number) * LENGTH * (ratios[at] as number));
      }
    }
    if (isReal) {
      kept.push(...kept.map((at) => at + size), 2 * size);
      scaled.push(...scaled, REAL_BIAS);
    }
    data.add(Int32Array.from(kept), Float32Array.from(scaled), blames ? 1 : 0, weight);
  }
  const model = fitLogistic(data, { penalty: PENALTY, rounds: ROUNDS, size: 2 * size + 1 });
  const weights = new Float64Array(tableSize);
  for (let place = 0; place < tableSize; place++) {
    const at = index[place] as number;
    const both = at < 0 ? 0 : (model.weights[at] as number) + realShare * (model.weights[at + size] as number);
    weights[place] = at < 0 ? 0 : both * LENGTH * (ratios[at] as number);
  }
  return { weights, bias: model.bias + realShare * REAL_BIAS * (model.weights[2 * size] as number) };
}

/** How differently the labels use each feature, as the absolute log ratio of its smoothed shares. */
function ratiosOf(rows: readonly FitRow[], index: Int32Array, size: number): Float64Array {
  const counts = [new Float64Array(size).fill(1), new Float64Array(size).fill(1)];
  const sums = [2, 2];
  for (const { places, blames, weight } of rows) {
    const label = blames ? 1 : 0;
    const count = counts[label] as Float64Array;
    sums[label] = (sums[label] ?? 0) + weight;
    for (const place of places) {
      const at = index[place] as number;
      if (at >= 0) {
        count[at] = (count[at] as number) + weight;
      }
    }
  }
  return Float64Array.from({ length: size }, (_, at) => {
    const blamed = ((counts[1] as Float64Array)[at] as number) / (sums[1] as number);
    const clean = ((counts[0] as Float64Array)[at] as number) / (sums[0] as number);
    return Math.min(MOST, Math.abs(Math.log(blamed / clean))) + BASE;
  });
}

/** The score of a row. */
export function scoreRow({ weights, bias }: Model, { places, values }: Features): number {
  let sum = bias;
  for (let at = 0; at < places.length; at++) {
    sum += (weights[places[at] as number] as number) * (values[at] as number);
  }
  return sum;
}

/** Rounds a model to steps of one byte and drops the smallest weights, so that at most `most` are left. */
export function rounded(model: Model, most: number): { readonly table: PackedTable; readonly model: Model } {
  const sizes = Float64Array.from(model.weights, Math.abs).sort().reverse();
  const step = (sizes[20] ?? 1) / 127;
  const least = Math.max(sizes[most] ?? 0, step / 2);
  const entries = Int8Array.from(model.weights, (weight) =>
    Math.abs(weight) < least ? 0 : Math.max(-127, Math.min(127, Math.round(weight / step))),
  );
  const bytes = packEntries(entries);
  return {
    table: { entries: Buffer.from(bytes).toString('base64'), step, bias: model.bias },
    model: { weights: Float64Array.from(entries, (entry) => entry * step), bias: model.bias },
  };
}
