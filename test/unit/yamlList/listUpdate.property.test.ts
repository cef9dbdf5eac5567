import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type CommitmentFile, parse, update } from '../../../src/commitments/commitmentFile.js';
import { applyTextEdits, differenceOf, type TextEdit } from '../../../src/yamlList/textEdit.js';
import { someFile } from '../commitments/someFiles.js';
import { runs } from '../runs.js';

/** What people and machines do to a text, also what breaks it. */
const pieces = fc.constantFrom(
  '',
  '\n',
  '\r\n',
  '  ',
  '\t',
  '- ',
  '  - id: aaaaaaaa\n    promise: x\n',
  '- id: bbbbbbbb\n  promise: y\n',
  '    state: kept\n',
  'commitments:\n',
  'other: 1\n',
  '---\n',
  '...\n',
  '# c\n',
  '"',
  "'",
  ': ',
  '<<<<<<< ours\n',
  '=======\n',
  '>>>>>>> theirs\n',
  '{',
  ']',
  '&a ',
  '*a',
  '|\n',
  '\0',
  'é',
  'x',
);

interface Typing {
  readonly at: number;
  readonly length: number;
  readonly newText: string;
}

const typing: fc.Arbitrary<Typing> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(200)),
  newText: fc.oneof(
    pieces,
    fc.tuple(pieces, pieces).map((both) => both.join('')),
  ),
});

function editAt(text: string, { at, length, newText }: Typing, toLineStart: boolean): TextEdit {
  const anywhere = Math.floor(at * text.length);
  const start = toLineStart ? text.lastIndexOf('\n', anywhere) + 1 : anywhere;
  return { range: { start, end: Math.min(text.length, start + length) }, newText };
}

function same(updated: CommitmentFile, anew: CommitmentFile): void {
  assert.equal(updated.text, anew.text);
  assert.deepEqual(updated.commitments, anew.commitments);
  assert.deepEqual(updated.problems, anew.problems);
  assert.deepEqual(updated.refusal, anew.refusal);
  assert.deepEqual(updated.list.frame, anew.list.frame);
  assert.deepEqual(updated.list.ranges, anew.list.ranges);
}

describe('a list that is updated', () => {
  it('is the same as one that is read anew, whatever was typed', () => {
    fc.assert(
      fc.property(
        someFile,
        fc.array(fc.tuple(typing, fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 6 }),
        ({ text }, typings) => {
          let file = parse(text);
          for (const [typed, toLineStart, told] of typings) {
            const change = editAt(file.text, typed, toLineStart);
            const next = applyTextEdits(file.text, [change]);
            file = told ? update(file, undefined, change) : update(file, next);
            same(file, parse(next));
          }
        },
      ),
      { numRuns: runs(20) },
    );
  });

  it('sees a lone line of ======= become a marker when another marker comes in further down, within a line', () => {
    const before = '=======\nversion: 1\ncommitments:\n- id: 80eaf9d2\n  promise: plain words';
    const after = before.replace('plain', 'pl>>>>>>> theirs\nain');
    same(update(parse(before), after), parse(after));
    same(update(parse(after), before), parse(before));
  });

  it('finds the smallest difference between two texts', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const difference = differenceOf(before, after);
        assert.equal(applyTextEdits(before, difference ? [difference] : []), after);
        if (difference) {
          const removed = before.slice(difference.range.start, difference.range.end);
          assert.ok(removed === '' || difference.newText === '' || removed[0] !== difference.newText[0]);
        }
      }),
    );
  });
});
