import assert from 'node:assert/strict';
import type { CommitmentEdit } from '../../../src/commitments/commitmentEdit.js';
import { makeEdit, parse, placeOf, rangeOf, update } from '../../../src/commitments/commitmentFile.js';
import { badFiles } from './badFiles.js';

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

  for (const { name, text, code, line, refused, shown } of badFiles) {
    it(`${name}: ${code} at line ${line}, ${refused ? 'nothing is written' : 'can be written'}`, () => {
      const file = parse(text);
      const found = file.problems.map((problem) => `${problem.code}:${lineOf(text, problem.range.start)}`);
      assert.ok(found.includes(`${code}:${line}`), `${found.join(' ')} ${file.problems[0]?.message}`);
      assert.equal(file.refusal !== undefined, refused, file.refusal?.message);
      assert.equal(file.commitments.length, shown);
      for (const { range, message } of file.problems) {
        assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length, JSON.stringify(range));
        assert.ok(message.length > 10);
      }
      assert.equal(file.text, text);
    });

    it(`${name}: an edit is refused, or adds what it says and no more`, () => {
      const file = parse(text);
      const result = makeEdit(file, addition);
      if (!result.ok) {
        assert.ok(refused || result.problem.code === 'unsupported-layout', result.problem.code);
        return;
      }
      assert.ok(!refused);
      assert.equal(result.file.commitments.length, shown + 1);
      const [edit] = result.edits;
      assert.ok(
        edit &&
          result.text.includes(text.slice(0, edit.range.start)) &&
          result.text.endsWith(text.slice(edit.range.end)),
      );
      const others = result.file.commitments.filter(({ id }) => id !== 'c0ffee00');
      assert.deepEqual(others, file.commitments);
    });

    it(`${name}: can be looked at and typed in`, () => {
      const file = parse(text);
      file.commitments.slice(0, 5).forEach((_, item) => {
        rangeOf(file, item);
        placeOf(file, item);
      });
      if (text.length < 1_000_000) {
        const better = `version: 1\ncommitments:\n  - id: a0b1c2d3\n    promise: x\n`;
        assert.deepEqual(update(file, better).problems, []);
        assert.deepEqual(update(parse(better), text).problems, file.problems);
      }
    });
  }
});
