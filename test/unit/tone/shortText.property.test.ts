import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ToneChecker } from '../../../src/tone/checker.js';
import { type Sentence, sentencesOf } from '../../../src/tone/document/chunkText.js';
import { languageEngine } from '../../../src/tone/detect/languageEngine.js';
import type { Chunk } from '../../../src/tone/prose/prose.js';
import { readerFor } from '../../../src/tone/prose/readers.js';
import { ruleSet } from '../../../src/tone/rules/ruleSet.js';
import { maxSentence } from '../../../src/tone/language/tokens.js';
import { plainSettings } from '../../../src/tone/toneSettings.js';
import { runs } from '../runs.js';
import { contextOf, everything } from './languageFixtures.js';

/** What can stand around or within the words of a sentence, with all that is markup in one language or another. */
const piece = fc.oneof(
  fc.constantFrom(
    '',
    '. ',
    '? ',
    ', ',
    '\n',
    '\n\n',
    '-',
    "'",
    '’',
    '...',
    ': ',
    'e.g. ',
    'etc. ',
    '@etc. ',
    'é-etc. ',
    ' a.m. ',
    '×',
    'é',
    '\0',
  ),
  fc.constantFrom('*', '**', '_', '__', '~~', '`', '``', '[', '](http://a.b)', '<b>', '</b>', '&nbsp;', '&#39;', '\\'),
  fc.constantFrom('\n- ', '\n1. ', '\n> ', '\n# ', '\n```\n', '| a | b |\n', '"', '“', '”', '(', ')', '/', '--', '::'),
  fc.constantFrom(
    'a@b.com',
    '@bob',
    'www.a.b',
    'http://c.d/e',
    'http://c.d/e_f@bob',
    'http://c.d/_e@',
    'src/a.ts',
    'foo_bar',
    'f()',
    ':smile:',
    'x'.repeat(320),
  ),
);
/** Words that make blame less likely, where they belong to the sentence. */
const dry = fc.constantFrom(
  'the api could return a list ',
  'i think we should test the method. ',
  'method ',
  'returnValue ',
  'API, ',
  'nit: ',
  '\nuse the value ',
  '\n    return value;\n',
  '| value ',
  '`value` ',
  'value/api/test ',
);
const flagged = ruleSet.flatMap(({ flags }) => flags);
/** Sentences that rules find fault with, and between their words something now and then. */
const short = fc
  .tuple(
    fc.array(fc.constantFrom(...flagged), { minLength: 1, maxLength: 3 }),
    fc.array(fc.tuple(fc.nat(60), fc.oneof(piece, dry)), { maxLength: 4 }),
  )
  .map(([sentences, pieces]) => {
    const words = sentences.join(' ').split(/(?<= )|(?=['’.,?!])/);
    for (const [at, text] of pieces) {
      words.splice(at % (words.length + 1), 0, text);
    }
    return words.join('').slice(0, maxSentence);
  });

const plain = contextOf('default', 'gentle');
const context = fc.constantFrom(
  everything,
  plain,
  { ...plain, people: new Set(['okonkwo', 'özgür', 'build']) },
  { ...plain, people: new Set(['ada_l', 'tests']) },
);

function* chunksOf(text: string, language: string): Generator<{ readonly at: number; readonly chunk: Chunk }> {
  for (let at = 0; at < text.length; ) {
    const chunk = readerFor(language).read(text.slice(at), 0, true, at === 0);
    assert.ok(chunk !== undefined);
    yield { at, chunk };
    at += chunk.length;
  }
}

/** The sentences that are at least partly in one of the stretches, and the others. */
function apart(sentences: readonly Sentence[], stretches: readonly number[], from: number): [Sentence[], Sentence[]] {
  const isSuspect = ({ start, end }: Sentence): boolean =>
    stretches.some((at, index) => index % 2 === 0 && at < end + from && (stretches[index + 1] ?? 0) > start + from);
  return [sentences.filter(isSuspect), sentences.filter((sentence) => !isSuspect(sentence))];
}

describe('A short text', () => {
  before(() => languageEngine.load());

  it('has the same findings whether or not it is looked through first', () => {
    const { suspects: _, ...without } = languageEngine;
    fc.assert(
      fc.property(short, fc.constantFrom('markdown', 'plaintext', 'git-commit'), context, (text, language, context) => {
        const settings = { ...plainSettings, context };
        const found = new ToneChecker(languageEngine, settings).check(text, language);
        assert.deepEqual(found, new ToneChecker(without, settings).check(text, language));
        const tracked = new ToneChecker(without, settings).open(text, language);
        tracked.finish();
        assert.deepEqual(found, tracked.findings());
      }),
      { numRuns: runs(150) },
    );
  });

  it('is cut at ends of sentences, and has no findings where it is not suspect', () => {
    fc.assert(
      fc.property(short, fc.constantFrom('markdown', 'plaintext', 'git-commit'), context, (text, language, context) => {
        const stretches = languageEngine.suspects?.(text, context, true) ?? [];
        for (const { at, chunk } of chunksOf(text, language)) {
          const piece = text.slice(at, at + chunk.length);
          const [suspect, others] = apart(sentencesOf(piece, chunk), stretches, at);
          assert.deepEqual(sentencesOf(piece, chunk, stretches, at), suspect);
          for (const { masked, start, end } of others) {
            assert.deepEqual(languageEngine.checkSentence(masked, piece.slice(start, end), context), []);
          }
        }
      }),
      { numRuns: runs(150) },
    );
  });
});
