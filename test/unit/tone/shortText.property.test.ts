import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ToneChecker } from '../../../src/tone/checker.js';
import { languageEngine } from '../../../src/tone/detect/languageEngine.js';
import { sentencesOf } from '../../../src/tone/document/chunkText.js';
import { maxSentence } from '../../../src/tone/language/tokens.js';
import { readerFor } from '../../../src/tone/prose/readers.js';
import { plainSettings } from '../../../src/tone/toneSettings.js';
import { corpusRows } from '../../corpus/rows.js';
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
/** Sentences of all who wrote for this check. */
const written = corpusRows().map(({ text }) => text);
const blaming = corpusRows()
  .filter(({ label }) => label === 'blame')
  .map(({ text }) => text);
/** Sentences that blame and others, and between their words something now and then. */
const short = fc
  .tuple(
    fc.array(fc.oneof(fc.constantFrom(...blaming), fc.constantFrom(...written)), { minLength: 1, maxLength: 3 }),
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
  { ...plain, surface: 'document' as const },
  { ...plain, people: new Set(['okonkwo', 'özgür', 'build']) },
  { ...plain, people: new Set(['ada_l', 'tests']) },
);

function* sentencesIn(
  text: string,
  language: string,
): Generator<{ readonly masked: string; readonly original: string }> {
  for (let at = 0; at < text.length; ) {
    const chunk = readerFor(language).read(text.slice(at), 0, true, at === 0);
    assert.ok(chunk !== undefined);
    const piece = text.slice(at, at + chunk.length);
    for (const { masked, start, end } of sentencesOf(piece, chunk)) {
      yield { masked, original: piece.slice(start, end) };
    }
    at += chunk.length;
  }
}

const language = fc.constantFrom('markdown', 'plaintext', 'git-commit');

describe('A short text', () => {
  it('has the same findings whether or not it is kept track of', () => {
    fc.assert(
      fc.property(short, language, context, (text, language, context) => {
        const checker = new ToneChecker(languageEngine, { ...plainSettings, context });
        const tracked = checker.open(text, language);
        tracked.finish();
        assert.deepEqual(checker.check(text, language), tracked.findings());
      }),
      { numRuns: runs(150) },
    );
  });

  it('is a candidate as it is written where one of its sentences, as it is read, is one with findings', () => {
    fc.assert(
      fc.property(short, language, context, (text, language, context) => {
        for (const { masked, original } of sentencesIn(text, language)) {
          const isFound =
            languageEngine.isCandidate(masked, context) &&
            languageEngine.checkSentence(masked, original, context)?.length !== 0;
          assert.ok(!isFound || languageEngine.isCandidate(text, context), masked);
        }
      }),
      { numRuns: runs(300) },
    );
  });
});
