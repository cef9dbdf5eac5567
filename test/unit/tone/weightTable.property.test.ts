import assert from 'node:assert/strict';
import fc from 'fast-check';
import { packEntries, unpackTable } from '../../../src/tone/score/weightTable.js';
import { runs } from '../runs.js';

const SIZE = 1 << 18;

/** Mostly empty tables: places far apart and side by side, with the first and the last. */
const entries = fc
  .array(
    fc.tuple(
      fc.oneof(fc.nat(SIZE - 1), fc.nat(300), fc.constantFrom(0, SIZE - 1)),
      fc.integer({ min: -128, max: 127 }),
    ),
  )
  .map((places) => {
    const table = new Int8Array(SIZE);
    for (const [place, value] of places) {
      table[place] = value;
    }
    return table;
  });

const packed = (table: Int8Array): string => Buffer.from(packEntries(table)).toString('base64');

describe('A table of weights', () => {
  it('is what it was before it was packed', () => {
    fc.assert(
      fc.property(entries, fc.float(), fc.float(), (table, step, bias) => {
        assert.deepEqual(unpackTable({ entries: packed(table), step, bias }, SIZE), { entries: table, step, bias });
      }),
      { numRuns: runs(100) },
    );
  });

  it('is cut off where fewer places are wanted', () => {
    fc.assert(
      fc.property(entries, fc.nat(SIZE), (table, size) => {
        const cut = unpackTable({ entries: packed(table), step: 1, bias: 0 }, size).entries;
        assert.deepEqual(cut, table.slice(0, size));
      }),
      { numRuns: runs(50) },
    );
  });
});
