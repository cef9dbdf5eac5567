import assert from 'node:assert/strict';
import fc from 'fast-check';
import { printableJson, printableLine, printableLines } from '../../../src/retro/printable.js';
import { type Format, report } from '../../../src/shell/toneReport.js';
import { anyText } from '../anyText.js';
import { runs } from '../runs.js';

const piece = fc.constantFrom(
  ...['\u001b[31m', '\u001b]0;x\u0007', '\u009b31m', '\u0000', '\n', '\r', '\r\n', '\t', '\u0085', '\u2028', '\u2029'],
  ...['\u202e', '\u2066', '\u200f', '\u061c', '\ud800', '\udc00', '::error::x', '::', ':', ' ', '\u00a0', '\u3000'],
  ...['##[error]', '##vso[task.setvariable]', '##teamcity[x]', '##', '#', '[', 'a', 'é', '👩', '"', '\\'],
);
const someText = fc.oneof(
  fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
  anyText({ maxLength: 20 }),
);
const obeyed = /[\p{Cc}\p{Bidi_C}\p{Zl}\p{Zp}\p{Cs}]|^[\s\p{Z}]*::|##\w*\[/u;

describe('What is printed', () => {
  it('has nothing in it that a terminal or a pipeline obeys', () => {
    fc.assert(
      fc.property(someText, (text) => {
        assert.doesNotMatch(printableLine(text), obeyed);
        for (const line of printableLines(text).split('\n')) {
          assert.doesNotMatch(line, obeyed);
        }
      }),
      { numRuns: runs(1000) },
    );
  });

  it('is the same as it was where nobody would obey it', () => {
    for (const text of ['docs/a b.md:1:2: “é 👩” a::b ##1 [x]', 'C:\\new\\x1b', '']) {
      assert.equal(printableLine(text), text);
    }
    assert.equal(printableLine('be\u001b[31m \u202ex'), 'be\\x1b[31m \\u{202e}x');
    assert.equal(printableLine(' ::error::x ##[debug]'), ' \\x3a:error::x #\\x23[debug]');
  });

  it('is JSON that means the same', () => {
    fc.assert(
      fc.property(fc.dictionary(someText, someText), (value) => {
        const json = printableJson(value, 2);
        assert.deepEqual(JSON.parse(json), JSON.parse(JSON.stringify(value)));
        for (const line of json.split('\n')) {
          assert.doesNotMatch(line, obeyed);
        }
      }),
      { numRuns: runs(500) },
    );
  });

  it('is a report, whatever is in the names of files, in texts, messages and suggestions', () => {
    fc.assert(
      fc.property(someText, someText, (file, text) => {
        const range = { start: 0, end: text.length };
        const suggestions = [text, ''].map((newText) => ({ label: `Say “${text}”`, range, newText }));
        const finding = {
          rule: 'team/own-phrase',
          level: 'gentle',
          range,
          text,
          message: text,
          evidence: [text],
          suggestions,
        } as const;
        for (const format of ['text', 'json', 'sarif'] satisfies Format[]) {
          const printed = report([{ file, text, findings: [finding] }], format, '1.0.0');
          for (const line of printed.slice(0, -1).split('\n')) {
            assert.doesNotMatch(line, obeyed);
          }
        }
        assert.equal(report([{ file, text, findings: [finding] }], 'text', '1.0.0').split('\n').length, 4);
      }),
      { numRuns: runs(300) },
    );
  });
});
