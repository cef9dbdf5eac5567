import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Commitment } from '../../../src/commitments/commitment.js';
import type { CommitmentEdit } from '../../../src/commitments/commitmentEdit.js';
import { emptyFile, makeEdit, parse } from '../../../src/commitments/commitmentFile.js';
import { someId } from './someFiles.js';

export const day = '2026-12-02';
export const owners = ['Noor', 'Sam', 'team'];

export function made(text: string, edit: CommitmentEdit): string {
  const result = makeEdit(parse(text), edit);
  assert.ok(result.ok, JSON.stringify(result));
  return result.text;
}

/** New ones of the same retro: all lines but two are the same. */
export function addition(id: string): CommitmentEdit {
  const commitment = { id, promise: `Promise ${id}`, owner: 'team', made: '2026-11-20', from: 'retros/2026-11-20.md' };
  return { kind: 'add', commitment };
}

export function fileOf(ids: readonly string[]): string {
  return ids.reduce((text, id, index) => {
    const added = made(text, addition(id));
    return index % 2 === 0 ? made(added, { kind: 'note', id, on: '2026-11-27', text: 'Done twice.' }) : added;
  }, emptyFile());
}

/** What a person may do to an open commitment, by a number. */
export function touch(id: string, which: number): CommitmentEdit {
  const edits: readonly CommitmentEdit[] = [
    { kind: 'keep', id, on: day, because: 'It worked' },
    { kind: 'letGo', id, on: day, because: 'It no longer fits' },
    { kind: 'note', id, on: day, text: 'Once more.' },
    { kind: 'snooze', id, until: '2027-01-01' },
    { kind: 'edit', id, set: { promise: `Another ${which}`, owner: owners[which % owners.length] ?? null } },
  ];
  return edits[which % edits.length] ?? { kind: 'remove', id };
}

export function idsOf(text: string): readonly string[] {
  return parse(text).commitments.map(({ id }) => id);
}

export function modelsOf(text: string): ReadonlyMap<string, Commitment> {
  return new Map(parse(text).commitments.map((commitment) => [commitment.id, commitment]));
}

export const team = fc.record({
  ids: fc.uniqueArray(someId, { minLength: 4, maxLength: 9 }),
  which: fc.tuple(fc.nat(50), fc.nat(50)),
});

/** What only one side changed is as that side has it. */
export function checkMeaning(merged: string, base: string, ours: string, theirs: string): void {
  const [before, our, their, after] = [modelsOf(base), modelsOf(ours), modelsOf(theirs), modelsOf(merged)];
  for (const id of new Set([...our.keys(), ...their.keys()])) {
    const [old, mine, other] = [before, our, their].map((side) => JSON.stringify(side.get(id)));
    if (mine === old || other === old) {
      assert.equal(JSON.stringify(after.get(id)), mine === old ? other : mine);
    } else if (mine === undefined || other === undefined || mine === other) {
      assert.equal(JSON.stringify(after.get(id)), mine ?? other);
    }
  }
}
