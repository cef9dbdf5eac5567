/** Rows of binary features with a label and a weight, stored one after the other. */
export class Dataset {
  readonly #places: Int32Array[] = [];
  readonly #values: Float32Array[] = [];
  readonly labels: number[] = [];
  readonly weights: number[] = [];

  add(places: Int32Array, values: Float32Array, label: 0 | 1, weight: number): void {
    this.#places.push(places);
    this.#values.push(values);
    this.labels.push(label);
    this.weights.push(weight);
  }

  get size(): number {
    return this.#places.length;
  }

  /** The places of all rows, and where each row begins (one more entry than rows). */
  packed(): { readonly places: Int32Array; readonly starts: Int32Array; readonly values: Float32Array } {
    const starts = new Int32Array(this.size + 1);
    for (const [at, row] of this.#places.entries()) {
      starts[at + 1] = (starts[at] ?? 0) + row.length;
    }
    const places = new Int32Array(starts[this.size] ?? 0);
    const values = new Float32Array(starts[this.size] ?? 0);
    for (const [at, row] of this.#places.entries()) {
      places.set(row, starts[at] ?? 0);
      values.set(this.#values[at] as Float32Array, starts[at] ?? 0);
    }
    return { places, starts, values };
  }
}

/** A linear model: one weight for each place, and a bias. */
export interface Model {
  readonly weights: Float64Array;
  readonly bias: number;
}

/** The log odds that a row is positive. */
export function scoreOf({ weights, bias }: Model, places: Int32Array, values: Float32Array): number {
  let sum = bias;
  for (let at = 0; at < places.length; at++) {
    sum += (weights[places[at] as number] as number) * (values[at] as number);
  }
  return sum;
}

export interface FitOptions {
  /** Strength of the pull towards 0 (L2); the loss is a sum over rows. */
  readonly penalty: number;
  readonly rounds: number;
  readonly size: number;
  /** Stops when a round lowers the loss by less than this share. */
  readonly least?: number;
}

/** Fits a logistic regression with L-BFGS. Deterministic. */
export function fitLogistic(data: Dataset, { penalty, rounds, size, least = 1e-5 }: FitOptions): Model {
  const { places, starts, values } = data.packed();
  const labels = Float64Array.from(data.labels);
  const rowWeights = Float64Array.from(data.weights);
  const count = data.size;
  // The last coordinate is the bias.
  const point = new Float64Array(size + 1);
  const evaluate = (at: Float64Array, gradient: Float64Array): number => {
    let loss = 0;
    for (let i = 0; i < size; i++) {
      const w = at[i] as number;
      gradient[i] = penalty * w;
      loss += w * w;
    }
    loss *= penalty / 2;
    gradient[size] = 0;
    for (let row = 0; row < count; row++) {
      const from = starts[row] as number;
      const to = starts[row + 1] as number;
      let sum = at[size] as number;
      for (let k = from; k < to; k++) {
        sum += (at[places[k] as number] as number) * (values[k] as number);
      }
      const label = labels[row] as number;
      const weight = rowWeights[row] as number;
      const margin = label === 1 ? sum : -sum;
      loss += weight * (margin > 0 ? Math.log1p(Math.exp(-margin)) : -margin + Math.log1p(Math.exp(margin)));
      const error = weight * (1 / (1 + Math.exp(-sum)) - label);
      for (let k = from; k < to; k++) {
        gradient[places[k] as number] = (gradient[places[k] as number] as number) + error * (values[k] as number);
      }
      gradient[size] = (gradient[size] as number) + error;
    }
    return loss;
  };
  minimise(point, evaluate, rounds, least);
  return { weights: point.subarray(0, size), bias: point[size] ?? 0 };
}

type Objective = (at: Float64Array, gradient: Float64Array) => number;
const MEMORY = 8;

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    sum += (a[i] as number) * (b[i] as number);
  }
  return sum;
}

function addScaled(to: Float64Array, by: number, what: Float64Array): void {
  for (let i = 0; i < to.length; i++) {
    to[i] = (to[i] as number) + by * (what[i] as number);
  }
}

/** L-BFGS with backtracking (Nocedal & Wright, Numerical Optimization, algorithm 7.5). Changes `point`. */
function minimise(point: Float64Array, evaluate: Objective, rounds: number, least: number): void {
  let gradient = new Float64Array(point.length);
  let loss = evaluate(point, gradient);
  const steps: Float64Array[] = [];
  const changes: Float64Array[] = [];
  for (let round = 0; round < rounds; round++) {
    const direction = directionOf(gradient, steps, changes);
    const slope = dot(direction, gradient);
    let length = round === 0 ? 1 / Math.sqrt(dot(gradient, gradient)) : 1;
    let next = point;
    let nextGradient = gradient;
    let nextLoss = loss;
    let isLower = false;
    for (let attempt = 0; attempt < 20 && !isLower; attempt++) {
      next = point.slice();
      addScaled(next, length, direction);
      nextGradient = new Float64Array(point.length);
      nextLoss = evaluate(next, nextGradient);
      isLower = nextLoss <= loss + 1e-4 * length * slope;
      length /= 2;
    }
    if (!isLower) {
      return;
    }
    const step = next.slice();
    addScaled(step, -1, point);
    const change = nextGradient.slice();
    addScaled(change, -1, gradient);
    if (dot(step, change) > 1e-10) {
      steps.push(step);
      changes.push(change);
      if (steps.length > MEMORY) {
        steps.shift();
        changes.shift();
      }
    }
    const gain = loss - nextLoss;
    point.set(next);
    gradient = nextGradient;
    loss = nextLoss;
    if (gain < least * loss) {
      return;
    }
  }
}

function directionOf(
  gradient: Float64Array,
  steps: readonly Float64Array[],
  changes: readonly Float64Array[],
): Float64Array {
  const direction = gradient.slice();
  const factors: number[] = [];
  for (let k = steps.length - 1; k >= 0; k--) {
    const step = steps[k] as Float64Array;
    const change = changes[k] as Float64Array;
    const factor = dot(step, direction) / dot(step, change);
    factors[k] = factor;
    addScaled(direction, -factor, change);
  }
  const lastStep = steps.at(-1);
  const lastChange = changes.at(-1);
  if (lastStep !== undefined && lastChange !== undefined) {
    const scale = dot(lastStep, lastChange) / dot(lastChange, lastChange);
    for (let i = 0; i < direction.length; i++) {
      direction[i] = (direction[i] as number) * scale;
    }
  }
  for (let k = 0; k < steps.length; k++) {
    const change = changes[k] as Float64Array;
    const back = dot(change, direction) / dot(steps[k] as Float64Array, change);
    addScaled(direction, (factors[k] ?? 0) - back, steps[k] as Float64Array);
  }
  for (let i = 0; i < direction.length; i++) {
    direction[i] = -(direction[i] as number);
  }
  return direction;
}
