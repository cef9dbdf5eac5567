import type { CueTable } from './cueTable.js';
import type { RowTable } from './rows.js';

/** A table with a further kind for each of these, whose words are names of persons as well, in their order. */
export function withNames(table: CueTable, person: number, kinds: readonly number[]): CueTable {
  const weights = [...table.weights];
  const masks = open(table.masks);
  const calls = open(table.calls);
  for (const kind of kinds) {
    weights.push(table.weights[kind] ?? 0);
    append(masks, joined(row(masks, kind), row(masks, person)));
    append(calls, [...new Set([...row(calls, kind), ...row(calls, person)])]);
  }
  return { ...table, weights, masks, calls };
}

interface OpenRows {
  readonly starts: number[];
  readonly values: number[];
}

function open({ starts, values }: RowTable): OpenRows {
  return { starts: [...starts], values: [...values] };
}

function row({ starts, values }: RowTable, at: number): readonly number[] {
  return values.slice(starts[at], starts[at + 1]);
}

function append({ starts, values }: OpenRows, added: readonly number[]): void {
  values.push(...added);
  starts.push(values.length);
}

/** Bits of two rows of pairs of a place and what is set there. */
function joined(one: readonly number[], other: readonly number[]): readonly number[] {
  const bits = new Map<number, number>();
  for (const pairs of [one, other]) {
    for (let at = 0; at < pairs.length; at += 2) {
      const place = pairs[at] ?? 0;
      bits.set(place, (bits.get(place) ?? 0) | (pairs[at + 1] ?? 0));
    }
  }
  return [...bits].flat();
}
