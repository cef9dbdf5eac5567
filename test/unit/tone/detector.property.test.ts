import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anyText } from '../anyText.js';
import { runs } from '../runs.js';
import { everything, findings } from './languageFixtures.js';

describe('The detector of one sentence', () => {
  it('never throws, and its slices are what it reports', () => {
    const word = fc.constantFrom(
      'you',
      'always',
      'never',
      "don't",
      'stupid',
      'the',
      'build',
      'why',
      '?',
      '!',
      '...',
      ',',
      '@bob',
      '“',
      '\uE000\uE000',
      '\uE001',
      '😀',
      'שלום',
      'u',
      "you're",
      '\r\n',
      '**',
      '(',
      'fuck',
      'İ',
      'ﬁ',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')),
          anyText({ maxLength: 300 }),
        ),
        (text) => {
          for (const finding of findings(text, everything)) {
            assert.equal(text.slice(finding.range.start, finding.range.end), finding.text);
            assert.ok(finding.range.end > finding.range.start);
            for (const { range } of finding.suggestions) {
              assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length);
            }
          }
        },
      ),
      { numRuns: runs(300) },
    );
  });
});
