import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CommitmentEdit } from '../../../src/commitments/commitmentEdit.js';
import { makeEdit, parse } from '../../../src/commitments/commitmentFile.js';
import { mergeCommitments } from '../../../src/commitments/commitmentMerge.js';
import { runs } from '../runs.js';
import { addition, checkMeaning, fileOf, idsOf, made, touch } from './branches.js';
import { someId } from './someFiles.js';

describe('two versions, merged commitment by commitment', () => {
  it('both add one: to any file, at the same place, to an empty or a new file', () => {
    const team2 = fc.uniqueArray(someId, { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(team2, ([first = '', second = '', ...ids]) => {
        const file = fileOf(ids);
        for (const base of ids.length === 0 ? [file, '', 'version: 1\ncommitments: []\n'] : [file]) {
          const [ours, theirs] = [made(base, addition(first)), made(base, addition(second))];
          const merged = mergeCommitments(base, ours, theirs);
          assert.deepEqual(merged?.conflicts, []);
          assert.deepEqual(parse(merged.text).problems, []);
          checkMeaning(merged.text, base, ours, theirs);
        }
      }),
      { numRuns: runs(8) },
    );
  });

  it('lose nothing, whatever both did', () => {
    const wishes = fc.array(fc.tuple(fc.nat(20), fc.nat(7)), { maxLength: 4 });
    fc.assert(
      fc.property(fc.uniqueArray(someId, { minLength: 1, maxLength: 6 }), wishes, wishes, (ids, mine, others) => {
        const base = fileOf(ids);
        const [ours, theirs] = [mine, others].map((list, side) =>
          list.reduce((text, wish) => doAny(text, wish, side), base),
        );
        const merged = mergeCommitments(base, ours ?? '', theirs ?? '');
        assert.ok(merged);
        const back = mergeCommitments(base, theirs ?? '', ours ?? '');
        assert.deepEqual(back?.conflicts.toSorted(), merged.conflicts.toSorted());
        if (merged.conflicts.length === 0) {
          assert.deepEqual(parse(merged.text).problems, []);
          checkMeaning(merged.text, base, ours ?? '', theirs ?? '');
          assert.deepEqual(idsOf(back.text).toSorted(), idsOf(merged.text).toSorted());
        }
      }),
      { numRuns: runs(12) },
    );
  });
});

/** One of all things that can be done, if it can. */
function doAny(text: string, [item, which]: readonly [number, number], side: number): string {
  const ids = idsOf(text);
  const id = ids[item % Math.max(1, ids.length)] ?? '';
  const others: readonly CommitmentEdit[] = [
    addition(`${side === 0 ? 'a' : 'b'}${item}${which}`.padEnd(8, 'c')),
    { kind: 'remove', id },
    { kind: 'move', id, before: ids[which] ?? null },
  ];
  const result = makeEdit(parse(text), which < 5 ? touch(id, which) : (others[which - 5] ?? touch(id, which)));
  return result.ok ? result.text : text;
}
