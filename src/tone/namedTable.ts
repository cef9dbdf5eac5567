import type { CueTable } from './cueTable.js';
import { wordsOf } from './lexicon.js';
import { type RowTable, rowTable } from './rows.js';
import { hashOf } from './wordHash.js';
import { anyPerson } from './wordList.js';

/** A table in which given names are persons. They are not in the one that is bundled: their hashes would take more room than they do. */
export function withNames(table: CueTable): CueTable {
  const kinds = new Map(table.hashes.map((hash, word) => [hash, table.kinds[word] ?? 0]));
  const person = kinds.get(hashOf(anyPerson));
  if (person === undefined) {
    return table;
  }
  const weights = [...table.weights];
  const masks = rowsIn(table.masks);
  const calls = rowsIn(table.calls);
  for (const hash of [...wordsOf('name')].map(hashOf)) {
    const kind = kinds.get(hash);
    if (kind === undefined) {
      kinds.set(hash, person);
    } else {
      // A name that is a word as well: a kind of its own that is both.
      kinds.set(hash, weights.push(weights[kind] ?? 0) - 1);
      masks.push(joined(masks[kind] ?? [], masks[person] ?? []));
      calls.push([...new Set([...(calls[kind] ?? []), ...(calls[person] ?? [])])]);
    }
  }
  return {
    ...table,
    hashes: [...kinds.keys()],
    kinds: [...kinds.values()],
    weights,
    masks: rowTable(masks),
    calls: rowTable(calls),
  };
}

function rowsIn({ starts, values }: RowTable): (readonly number[])[] {
  return starts.slice(1).map((end, row) => values.slice(starts[row], end));
}

/** Bits of two rows of pairs of a place and what is set there. */
function joined(one: readonly number[], other: readonly number[]): readonly number[] {
  const bits = new Map<number, number>();
  for (const row of [one, other]) {
    for (let at = 0; at < row.length; at += 2) {
      const place = row[at] ?? 0;
      bits.set(place, (bits.get(place) ?? 0) | (row[at + 1] ?? 0));
    }
  }
  return [...bits].flat();
}
