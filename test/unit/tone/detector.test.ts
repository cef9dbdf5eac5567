import assert from 'node:assert/strict';
import { isCandidate } from '../../../src/tone/detect/detector.js';
import { corpusRows } from '../../corpus/rows.js';
import { contextOf, everything, findings } from './languageFixtures.js';

const usual = contextOf('default', 'gentle');

describe('The detector of one sentence', () => {
  it('gives the exact place, also behind punctuation and contractions', () => {
    const text = '… (well,  you’re   lazy), and that is that.';
    const [finding] = findings(text, usual);
    assert.equal(finding?.text, 'you’re   lazy');
    assert.equal(text.slice(finding?.range.start, finding?.range.end), 'you’re   lazy');
  });

  it('reads the masked text and reports the original', () => {
    const original = 'You always break `make all`.';
    const masked = original.replace('`make all`', '\uE000'.repeat(10));
    const [finding] = findings(original, usual, masked);
    assert.equal(finding?.rule, 'absolute/you-always-harm');
    assert.equal(finding?.suggestions[0]?.newText, '`make all` broke again');
  });

  it('hears nothing in quoted speech', () => {
    const text = 'The message says "you are lazy" in red.';
    const masked = text.replace(/"[^"]*"/, (quote) => '\uE001'.repeat(quote.length));
    assert.deepEqual(findings(text, usual, masked), []);
  });

  it('makes one finding of signs that overlap, with all their evidence', () => {
    const text = 'You people never listen.';
    const found = findings(text, usual);
    assert.equal(found.length, 1);
    assert.ok((found[0]?.evidence.length ?? 0) >= 2);
  });

  it('adds up weak signs that no phrase gives away', () => {
    const text = 'Your company takes our free work and you still complain about our time!';
    const [finding] = findings(text, usual);
    assert.match(finding?.rule ?? '', /^quarrel\//);
    assert.ok((finding?.evidence.length ?? 0) >= 2);
  });

  it('names people in a look back only', () => {
    const text = 'Bob broke prod.';
    assert.deepEqual(findings(text, usual), []);
    assert.equal(findings(text, { ...usual, incident: true })[0]?.rule, 'named-cause/person-did');
    const tool = { ...usual, incident: true, tools: new Set(['bob']) };
    assert.deepEqual(findings(text, tool), []);
    const handle = { ...usual, incident: true, people: new Set(['zed']) };
    assert.equal(findings('zed broke prod.', handle).length, 1);
  });

  for (const text of [
    'youre lazy',
    'u r stupid',
    'your so arrogant',
    'your wasting my time',
    'You are soooo incompetant.',
    'stop your bullsh*t',
    'i cant beleive you merged this',
    'you coudnt be arsed to run it, you idoit',
  ]) {
    it(`reads what is typed in haste, in anger or behind stars: “${text}”`, () => {
      assert.ok(isCandidate(text, usual));
      assert.notEqual(findings(text, usual).length, 0);
    });
  }

  it('needs no score for many ordinary sentences', () => {
    const ordinary = corpusRows().filter(({ kind }) => kind === 'plain');
    assert.equal(isCandidate('Please rename this variable before we merge.', usual), false);
    const long = ordinary.filter(({ text }) => text.length > 40);
    const share = long.filter(({ text }) => isCandidate(text, usual)).length / long.length;
    assert.ok(share < 0.7, `${(100 * share).toFixed(1)} %`);
  });

  it('lets nearly every sentence that is found through to the score', () => {
    const found = corpusRows().filter(({ text }) => findings(text, usual).length > 0);
    const lost = found.filter(({ text }) => !isCandidate(text, usual));
    assert.ok(found.length > 1000);
    assert.ok(lost.length < found.length * 0.01, lost.map(({ text }) => text).join('\n'));
  }).timeout(20_000);

  for (const [name, text] of [
    ['dots', '.'.repeat(200_000)],
    ['brackets', '['.repeat(200_000)],
    ['spaces', ' '.repeat(200_000)],
    ['one word over and over', 'you '.repeat(50_000)],
    ['adverbs', `you ${'just really never '.repeat(20_000)}break`],
    ['one long word', 'you'.repeat(100_000)],
  ] as const) {
    it(`is done at once with ${name}`, () => {
      // What is not done within the limit of a test fails it.
      assert.ok(Array.isArray(findings(text, everything)));
    });
  }
});
