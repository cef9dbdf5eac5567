import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ToneChecker } from '../../../src/tone/checker.js';
import { isCandidate, mayHoldCandidate } from '../../../src/tone/detector.js';
import { SENTENCE_LIMIT } from '../../../src/tone/sentence.js';
import { plainSettings } from '../../../src/tone/toneSettings.js';
import { stubEngine } from './stubEngine.js';

const { context } = plainSettings;

/** Words that make candidates, and what can stand around or within them. */
const piece = fc.oneof(
  fc.constantFrom(
    ...'you your always never break broke lazy stupid why did not just you’re don’t team because fuck sh*t u'.split(
      ' ',
    ),
  ),
  fc.constantFrom(' ', ' ', ' ', '. ', '? ', ', ', '\n', '\n\n', '-', "'", '’', '...', ': '),
  fc.constantFrom('*', '**', '_', '__', '~~', '`', '``', '[', '](http://a.b)', '<b>', '</b>', '&nbsp;', '&#39;', '\\'),
  fc.constantFrom('\n- ', '\n1. ', '\n> ', '\n# ', '\n```\n', '| a | b |\n', '"', '“', '”', '(', ')', '/', '--', '::'),
  fc.constantFrom(
    'a@b.com',
    '@bob',
    'www.a.b',
    'http://c.d/e',
    'src/a.ts',
    'foo_bar',
    'f()',
    ':smile:',
    'K',
    'é',
    '\u00a0',
  ),
);
const short = fc
  .array(piece, { minLength: 1, maxLength: 40 })
  .map((pieces) => pieces.join('').slice(0, SENTENCE_LIMIT));

function holdsCandidate(text: string, languageId: string): boolean {
  let found = false;
  const engine = {
    ...stubEngine(),
    isCandidate: (masked: string) => {
      found ||= isCandidate(masked, context);
      return false;
    },
  };
  new ToneChecker(engine).open(text, languageId).finish();
  return found;
}

describe('A short text', () => {
  it('is silent only where none of its sentences is a candidate, whatever is markup', () => {
    const runs = Number(process.env.RUNS ?? 1500);
    fc.assert(
      fc.property(short, fc.constantFrom('markdown', 'plaintext', 'git-commit'), (text, language) => {
        assert.ok(mayHoldCandidate(text, context) || !holdsCandidate(text, language), text);
      }),
      { numRuns: runs },
    );
  });

  it('is not read as prose when it is silent', () => {
    const checker = new ToneChecker({ ...stubEngine(), mayHoldCandidate: () => false });
    assert.deepEqual(checker.check('You always break it.', 'markdown'), []);
    assert.equal(checker.work.read, 0);
  });
});
