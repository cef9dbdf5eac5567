import type { CueTable } from './cueTable.js';
import { type Rows, rowsOf } from './rows.js';

/**
 * By kind of word: the required words that it satisfies, as bits. What a text has met is then a few numbers, and asking for a required
 * word is one test. Each row is pairs of a place among these numbers and the bits to be set there.
 */
export function requiredMasks({ required, lists, anchored }: CueTable): Rows {
  const bitsOfList: number[][] = anchored.map(() => []);
  required.forEach((row, bit) => {
    for (const list of row) {
      bitsOfList[list]?.push(bit);
    }
  });
  return rowsOf(lists.map((row) => pairsOf(row.flatMap((list) => bitsOfList[list] ?? []))));
}

function pairsOf(bits: readonly number[]): readonly number[] {
  const masks = new Map<number, number>();
  for (const bit of bits) {
    masks.set(bit >> 5, (masks.get(bit >> 5) ?? 0) | (1 << (bit & 31)));
  }
  return [...masks].flat();
}
