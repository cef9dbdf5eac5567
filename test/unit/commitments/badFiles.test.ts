import assert from 'node:assert/strict';
import type { CommitmentEdit } from '../../../src/commitments/commitmentEdit.js';
import {
  type CommitmentFile,
  makeEdit,
  parse,
  placeOf,
  rangeOf,
  update,
} from '../../../src/commitments/commitmentFile.js';
import { type BadFile, badFiles } from './badFiles.js';

const addition: CommitmentEdit = {
  kind: 'add',
  commitment: { id: 'c0ffee00', promise: 'One more', made: '2026-11-20' },
};

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

describe('files that something is wrong with', () => {
  it('are many', () => {
    assert.ok(badFiles.length >= 60, `${badFiles.length}`);
    assert.equal(new Set(badFiles.map(({ name }) => name)).size, badFiles.length);
  });

  for (const bad of badFiles) {
    const { name, code, line, refused } = bad;
    it(`${name}: ${code} at line ${line}, ${refused ? 'nothing is written' : 'can be written'}, can be looked at and typed in`, () => {
      const file = parse(bad.text);
      isShown(bad, file);
      isEdited(bad, file);
      isTypedIn(bad, file);
    });
  }
});

/** With the problem in its place, and with what can be read all the same. */
function isShown({ text, code, line, refused, shown }: BadFile, file: CommitmentFile): void {
  const found = file.problems.map((problem) => `${problem.code}:${lineOf(text, problem.range.start)}`);
  assert.ok(found.includes(`${code}:${line}`), `${found.join(' ')} ${file.problems[0]?.message}`);
  assert.equal(file.refusal !== undefined, refused, file.refusal?.message);
  assert.equal(file.commitments.length, shown);
  for (const { range, message } of file.problems) {
    assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length, JSON.stringify(range));
    assert.ok(message.length > 10);
  }
  assert.equal(file.text, text);
}

/** An edit is refused, or adds what it says and no more. */
function isEdited({ text, refused, shown }: BadFile, file: CommitmentFile): void {
  const result = makeEdit(file, addition);
  if (!result.ok) {
    assert.ok(refused || result.problem.code === 'unsupported-layout', result.problem.code);
    return;
  }
  assert.ok(!refused);
  assert.equal(result.file.commitments.length, shown + 1);
  const [edit] = result.edits;
  assert.ok(
    edit && result.text.includes(text.slice(0, edit.range.start)) && result.text.endsWith(text.slice(edit.range.end)),
  );
  const others = result.file.commitments.filter(({ id }) => id !== 'c0ffee00');
  assert.deepEqual(others, file.commitments);
}

function isTypedIn({ text }: BadFile, file: CommitmentFile): void {
  file.commitments.slice(0, 5).forEach((_, item) => {
    rangeOf(file, item);
    placeOf(file, item);
  });
  if (text.length < 1_000_000) {
    const better = `version: 1\ncommitments:\n  - id: a0b1c2d3\n    promise: x\n`;
    assert.deepEqual(update(file, better).problems, []);
    assert.deepEqual(update(parse(better), text).problems, file.problems);
  }
}
