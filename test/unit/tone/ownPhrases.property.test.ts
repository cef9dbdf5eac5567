import assert from 'node:assert/strict';
import fc from 'fast-check';
import { phraseFinder } from '../../../src/tone/document/ownPhrases.js';
import { longestPhrase } from '../../../src/tone/toneSettings.js';
import { runs } from '../runs.js';

/** The meaning of a list of phrases, as one pattern: right, but slow for many phrases. */
function foundByPattern(phrases: readonly string[], text: string): readonly object[] {
  const sources = phrases.map((phrase) => {
    const words = phrase.trim().split(/\s+/);
    const escaped = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/['’]/g, "['’]"));
    return `(?<![\\p{L}\\p{N}_])(${escaped.join('\\s+')})(?![\\p{L}\\p{N}_])`;
  });
  const matches = text.matchAll(new RegExp(sources.join('|'), 'giu'));
  return [...matches].map(({ index, ...groups }) => ({
    start: index,
    end: index + groups[0].length,
    index: phrases.findIndex((_, at) => groups[at + 1] !== undefined),
  }));
}

const piece = fc.constantFrom('a', 'B', 'é', 'É', "'", '’', ' ', '  ', '\n', '.', '(', '_', '7', '👩', 'ß');
const someText = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));
const somePhrase = fc
  .array(piece, { minLength: 1, maxLength: 4 })
  .map((pieces) => pieces.join(''))
  .filter((phrase) => phrase.trim() !== '');

describe('The team’s own phrases', () => {
  it('are found as whole words, in any case, with any white space and apostrophe', () => {
    fc.assert(
      fc.property(fc.array(somePhrase, { minLength: 1, maxLength: 5 }), someText, (phrases, text) => {
        assert.deepEqual(phraseFinder(phrases)?.find(text), foundByPattern(phrases, text));
      }),
      { numRuns: runs(300) },
    );
  });

  it('take no longer when there are a hundred thousand of them, or when all begin alike', function () {
    this.timeout(20_000);
    const many = Array.from({ length: 100_000 }, (_, index) => `a a phrase ${index}`);
    const alike = Array.from({ length: 500 }, (_, index) => `${'a '.repeat(index % 140)}b`);
    const text = `${'a '.repeat(50_000)}a phrase 99999`;
    const start = performance.now();
    assert.deepEqual(
      phraseFinder(many)
        ?.find(text)
        .map(({ index }) => index),
      [99_999],
    );
    assert.deepEqual(phraseFinder(alike)?.find(text), []);
    assert.ok(performance.now() - start < 10_000);
  });

  it('are not looked for when they are longer than the limit', () => {
    assert.equal(phraseFinder(['', ' ', 'a'.repeat(longestPhrase + 1)]), undefined);
  });
});
