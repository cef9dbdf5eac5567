import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ToneChecker } from '../../../src/tone/checker.js';
import type { Finding } from '../../../src/tone/finding.js';
import { plainSettings } from '../../../src/tone/toneSettings.js';
import { anyText } from '../anyText.js';
import { runs } from '../runs.js';
import { stubEngine } from './stubEngine.js';

const languages = ['markdown', 'plaintext', 'git-commit', 'scminput', 'typescript', 'python', 'html', 'lua'];

/** Every word is a finding: what is prose shows in the findings. */
const everyWord = /[\p{L}\p{N}'’@-]+/gu;

/** Pieces that documents are made of, with everything that once broke a parser. */
const piece = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'You always break it. ',
      'word ',
      'e.g. this ',
      'Is it? ',
      '"said so" ',
      '“quoted” ',
      "don't ",
      '\n',
      '\n\n',
      '\r\n',
      '\r\n\r\n',
      '  ',
      '\t',
    ),
  },
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      '# ',
      '- ',
      '1. ',
      '* ',
      '> ',
      '    ',
      '```\n',
      '```js\n',
      '~~~\n',
      '| a | b |\n|---|---|\n',
      '| x | y |\n',
      '- [ ] ',
      '***',
      '---\n',
      '===\n',
      '<!-- tone-ignore -->\n',
      '<!-- tone-ignore-start -->\n',
      '<!-- tone-ignore-end -->\n',
      '<!--',
      '-->',
      '<b>',
      '</b>',
      '<script>\n',
      '</script>\n',
      '`',
      '``',
      '**',
      '_',
      '~~',
      '[a](http://b.c "t")',
      '![',
      '[',
      ']',
      '(',
      ')',
      '\\',
      '&amp;',
      '&',
      '|',
      ':',
      '::',
      '@alice ',
      'https://x.y/z?q ',
      'src/a.ts ',
      'foo_bar ',
      '# ------ >8 ------\n',
      'diff --git a b\n',
      'Co-authored-by: A <a@b>\n',
      '// ',
      '/* ',
      ' */',
      '"""',
      "'''",
      '-- ',
      '--[[',
      ']]',
      '#',
      "'",
      '"',
      '`${',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '🙂',
      '👩‍👩‍👧',
      'שלום ',
      'مرحبا ',
      '\ud83d',
      '\ude42',
      '\u200f',
      '\u2028',
      'é',
      'e\u0301',
      '\0',
      '\ufeff',
      '你好。',
      'ﬁ',
    ),
  },
  { weight: 1, arbitrary: anyText({ maxLength: 8 }) },
);
const document = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

function checkerFor(pattern: RegExp): ToneChecker {
  return new ToneChecker(stubEngine(pattern), { ...plainSettings, codeComments: true });
}

describe('Any text', () => {
  it('gives findings whose text stands where they say, and suggestions within the text', () => {
    const checker = checkerFor(everyWord);
    fc.assert(
      fc.property(document, fc.constantFrom(...languages), (text, language) => {
        for (const { range, text: found, suggestions } of checker.check(text, language)) {
          assert.equal(text.slice(range.start, range.end), found);
          for (const suggestion of suggestions) {
            assert.ok(suggestion.range.start >= 0 && suggestion.range.end <= text.length);
          }
        }
      }),
      { numRuns: runs(250) },
    );
  });

  it('reads the same after edits as from scratch', () => {
    const checker = checkerFor(everyWord);
    const edit = fc.tuple(fc.nat(), fc.nat(30), fc.array(piece, { maxLength: 4 }), fc.nat(30));
    fc.assert(
      fc.property(
        document,
        fc.constantFrom(...languages),
        fc.array(edit, { maxLength: 6 }),
        (start, language, edits) => {
          let text = start;
          const tracked = checker.open(text, language);
          for (const [at, removed, pieces, run] of edits) {
            const rangeOffset = at % (text.length + 1);
            const rangeLength = Math.min(removed, text.length - rangeOffset);
            const inserted = pieces.join('');
            tracked.edit([{ rangeOffset, rangeLength, text: inserted }]);
            text = text.slice(0, rangeOffset) + inserted + text.slice(rangeOffset + rangeLength);
            if (run === 0) {
              tracked.finish();
              assert.deepEqual(brief(tracked.findings()), brief(checker.check(text, language)));
            } else {
              const steps = tracked.steps();
              for (let step = 0; step < run; step += 1) {
                steps.next();
              }
            }
          }
          tracked.finish();
          assert.equal(tracked.length, text.length);
          assert.deepEqual(brief(tracked.findings()), brief(checker.check(text, language)));
        },
      ),
      { numRuns: runs(300) },
    );
  });
});

describe('A long document', () => {
  it('has the same findings after edits anywhere as from scratch', () => {
    const checker = checkerFor(/\byou always\b/gi);
    const paragraphs = Array.from({ length: 500 }, (_, index) => `Paragraph ${index}: you always ${index}.`).join(
      '\n\n',
    );
    const edit = fc.tuple(
      fc.nat(),
      fc.oneof(fc.nat(40), fc.nat(9000)),
      fc.constantFrom('', 'you always ', '\n\n', 'x'),
    );
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        let text = paragraphs;
        const tracked = checker.open(text, 'markdown');
        tracked.finish();
        for (const [at, removed, inserted] of edits) {
          const rangeOffset = at % (text.length + 1);
          tracked.edit([{ rangeOffset, rangeLength: removed, text: inserted }]);
          text = text.slice(0, rangeOffset) + inserted + text.slice(rangeOffset + removed);
          tracked.finish();
          assert.equal(tracked.length, text.length);
          assert.deepEqual(brief(tracked.findings()), brief(checker.check(text, 'markdown')));
        }
      }),
      { numRuns: 15 },
    );
  });
});

function brief(findings: readonly Finding[]): string[] {
  return findings.map(({ range, text }) => `${range.start}-${range.end} ${text}`);
}
