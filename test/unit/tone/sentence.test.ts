import assert from 'node:assert/strict';
import { eachSentence, SENTENCE_LIMIT } from '../../../src/tone/language/sentence.js';

function sentences(text: string): string[] {
  const found: string[] = [];
  eachSentence(text, (start, end) => found.push(text.slice(start, end)));
  return found;
}

describe('Sentences', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['One. Two! Three? four', ['One.', 'Two!', 'Three?', 'four']],
    ['this broke. you should look', ['this broke.', 'you should look']],
    [
      'Use it, e.g. here, i.e. there, etc. and so on. Done.',
      ['Use it, e.g. here, i.e. there, etc. and so on.', 'Done.'],
    ],
    ['Apples, pears, etc. They broke.', ['Apples, pears, etc.', 'They broke.']],
    ['Ask Dr. Who vs. Mr. Smith.', ['Ask Dr. Who vs. Mr. Smith.']],
    ['By J. Doe. It works.', ['By J. Doe.', 'It works.']],
    ['Version 1.2.3 of a.b.c is out. Yes.', ['Version 1.2.3 of a.b.c is out.', 'Yes.']],
    ['Well... maybe. Well... Maybe.', ['Well... maybe.', 'Well...', 'Maybe.']],
    ['(Really?) Yes. "So." No.', ['(Really?)', 'Yes.', '"So."', 'No.']],
    ['What?! No!!! So…', ['What?!', 'No!!!', 'So…']],
    ['It was I. They went.', ['It was I.', 'They went.']],
    ['Is it no. 5? No. Never.', ['Is it no. 5?', 'No.', 'Never.']],
    ['  padded.   Next  ', ['padded.', 'Next']],
    ['... --- !!! 123', []],
    ['', []],
    ['你好。再见。', ['你好。', '再见。']],
  ];
  for (const [text, expected] of cases) {
    it(JSON.stringify(text), () => assert.deepEqual(sentences(text), expected));
  }

  it('are cut at a clause when they are very long', () => {
    const text = `${'so it goes on and on '.repeat(25)}, and ${'then some more of it '.repeat(10)}`;
    const [first = ''] = sentences(text);
    assert.ok(first.endsWith(','));
    assert.ok(sentences(text).every((sentence) => sentence.length <= SENTENCE_LIMIT + 1));
    assert.equal(sentences(text).join('').replaceAll(' ', ''), text.replaceAll(' ', ''));
  });

  it('are cut anywhere when there is no place, but not inside of a character', () => {
    const text = '🙂a'.repeat(1000);
    for (const sentence of sentences(text)) {
      assert.doesNotMatch(sentence, /\p{Surrogate}/u);
    }
  });
});
