import assert from 'node:assert/strict';
import { ToneChecker } from '../../../src/tone/checker.js';
import { plainSettings } from '../../../src/tone/toneSettings.js';
import { stubEngine } from './stubEngine.js';

function checkerFor(pattern: RegExp): ToneChecker {
  return new ToneChecker(stubEngine(pattern), { ...plainSettings, codeComments: true });
}

describe('Adversarial text', () => {
  const units = [
    '.',
    '(',
    '[',
    '*',
    '_',
    '`',
    '<',
    '>',
    '> ',
    '- ',
    '#',
    ' ',
    '\t',
    '\n',
    '\r\n',
    '"',
    '“',
    "'",
    '|',
    '\\',
    '&',
    '~',
    '![',
    '[](',
    '<!--',
    '```\n',
    '1. ',
    'a',
    'you always ',
    'a.',
    '@',
    '/',
    '://',
    '\ud83d',
    '🙂',
    'é',
    '-->',
    '** ',
    '_a',
    '*a ',
    '\n- ',
    '\n> ',
    '\n\n',
    '$(',
    '{',
    '"a',
  ];

  for (const unit of units) {
    it(`is read to its end: 20,000 characters of ${JSON.stringify(unit)}`, () => {
      readToEnd(unit.repeat(Math.ceil(20_000 / unit.length)), 'markdown');
      readToEnd(unit.repeat(Math.ceil(4000 / unit.length)), 'plaintext');
      readToEnd(unit.repeat(Math.ceil(4000 / unit.length)), 'typescript');
    });
  }

  it('is cut into pieces: a line of a quarter of a megabyte', () => {
    const checker = checkerFor(/\byou always\b/gi);
    const text = 'so it goes and you always do it '.repeat(8000);
    const tracked = checker.open(text, 'markdown');
    assert.ok([...tracked.steps()].length > 25);
    // A few are cut in two, where a piece ends.
    assert.ok(tracked.findings().length > 7750);
  });
});

function readToEnd(text: string, languageId: string): void {
  const checker = checkerFor(/\byou always\b/gi);
  checker.open(text, languageId).finish();
  assert.equal(checker.work.read, text.length);
}
