import type { CueTable } from './cueTable.js';
import type { Rows } from './rows.js';

/** A table with a further kind for each of these, whose words are names of persons as well, in their order. */
export function withNames(table: CueTable, person: number, kinds: readonly number[]): CueTable {
  const { required } = table;
  const added = kinds.map((kind) =>
    [...new Set([...row(required, kind), ...row(required, person)])].sort((a, b) => a - b),
  );
  let end = required.values.length;
  const starts = added.map(({ length }) => (end += length));
  return {
    ...table,
    weights: [...table.weights, ...kinds.map((kind) => table.weights[kind] ?? 0)],
    required: { starts: joined(required.starts, starts), values: joined(required.values, added.flat()) },
  };
}

function row({ starts, values }: Rows, at: number): Int32Array {
  return values.subarray(starts[at], starts[at + 1]);
}

function joined(one: Int32Array, other: readonly number[]): Int32Array {
  const both = new Int32Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
