import assert from 'node:assert/strict';
import { asks, oneLine, piecesOf, standsAlone, together, touch } from '../../../../src/editor/tone/fixes.js';
import type { Finding, Suggestion } from '../../../../src/tone/finding.js';

const rewrite = (start: number, end: number, newText: string): Suggestion => ({
  label: 'Say what happened',
  range: { start, end },
  newText,
});
const finding = (start: number, end: number, ...suggestions: Suggestion[]): Finding => ({
  rule: 'absolute/you-always',
  level: 'default',
  range: { start, end },
  text: 'x'.repeat(end - start),
  message: 'May read as blame.',
  evidence: [],
  suggestions,
});

describe('piecesOf', () => {
  it('takes apart what is known and what only the writer knows', () => {
    assert.deepEqual(piecesOf('In [which change?] the build broke.'), [
      { text: 'In ' },
      { ask: '[which change?]' },
      { text: ' the build broke.' },
    ]);
  });

  it('leaves brackets of other kinds alone', () => {
    for (const text of ['a < b', 'a[0]', '[ ]', '[x]', '[what?](http://x.example)', 'a [b\nc?] d']) {
      assert.equal(asks(rewrite(0, 0, text)), false, text);
    }
  });
});

describe('standsAlone', () => {
  it('is true of whole sentences, not of gaps and deletions', () => {
    assert.deepEqual(
      [
        rewrite(0, 5, 'The build broke.'),
        rewrite(0, 5, 'In [which change?] it broke.'),
        { ...rewrite(0, 5, ''), deletes: true as const },
      ].map(standsAlone),
      [true, false, false],
    );
  });
});

describe('together', () => {
  it('takes the best rewrite of each finding, in the order of the text', () => {
    const chosen = together(
      [finding(10, 15, rewrite(10, 20, 'B')), finding(0, 5, rewrite(0, 8, 'A'), rewrite(0, 8, 'A2'))],
      () => true,
    );
    assert.deepEqual(
      chosen.map(({ newText }) => newText),
      ['A', 'B'],
    );
  });

  it('makes no two rewrites of one sentence', () => {
    const chosen = together([finding(0, 5, rewrite(0, 20, 'A')), finding(8, 12, rewrite(0, 20, 'B'))], () => true);
    assert.equal(chosen.length, 1);
  });

  it('skips rewrites that do not fit, and findings that have none', () => {
    const chosen = together(
      [
        finding(0, 5, rewrite(0, 5, '[what?]'), rewrite(0, 5, 'whole')),
        finding(8, 9, rewrite(8, 9, '[what?]')),
        finding(20, 21),
      ],
      standsAlone,
    );
    assert.deepEqual(
      chosen.map(({ newText }) => newText),
      ['whole'],
    );
  });
});

describe('touch', () => {
  it('counts a cursor at either end', () => {
    assert.ok(touch({ start: 3, end: 6 }, { start: 3, end: 3 }));
    assert.ok(touch({ start: 3, end: 6 }, { start: 6, end: 6 }));
    assert.ok(!touch({ start: 3, end: 6 }, { start: 7, end: 7 }));
  });
});

describe('oneLine', () => {
  it('puts a text on one line and keeps it short', () => {
    assert.equal(oneLine('  a\n  b '), 'a b');
    assert.equal(oneLine('abcdefgh', 5), 'abcd…');
  });
});
