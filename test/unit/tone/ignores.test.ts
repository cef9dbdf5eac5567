import assert from 'node:assert/strict';
import { ToneChecker } from '../../../src/tone/checker.js';
import { ignoreHere } from '../../../src/tone/document/ignoreHere.js';
import { plainSettings } from '../../../src/tone/toneSettings.js';
import { stubEngine } from './stubEngine.js';

/** The last words of each paragraph that is still flagged; every flagged text here ends with a letter. */
function flagged(text: string, languageId = 'markdown'): string {
  const checker = new ToneChecker(stubEngine(/\byou always \w/gi), { ...plainSettings, codeComments: true });
  return checker
    .check(text, languageId)
    .map(({ text: found }) => found.slice(-1))
    .join('');
}

describe('A note to leave something alone', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['covers the next block', '<!-- tone-ignore -->\nYou always a.\n\nYou always b.', 'b'],
    ['also over blank lines', '<!-- tone-ignore -->\n\n\nYou always a.\n\nYou always b.', 'b'],
    ['covers a whole list', '<!-- tone-ignore -->\n\n- You always a.\n- You always b.\n\nYou always c.', 'c'],
    ['covers a whole table', '<!-- tone-ignore -->\n\n| x |\n|---|\n| you always a |\n\nYou always b.', 'b'],
    [
      'covers a range',
      'You always a.\n\n<!-- tone-ignore-start -->\n\nYou always b.\n\n- You always c.\n\n<!-- tone-ignore-end -->\n\nYou always d.',
      'ad',
    ],
    ['covers the rest when it is not closed', 'You always a.\n\n<!-- tone-ignore-start -->\n\nYou always b.', 'a'],
    ['may name the rule', '<!-- tone-ignore absolute/you-always -->\nYou always a.', ''],
    ['may name the family', '<!-- tone-ignore absolute -->\nYou always a.', ''],
    ['may name several', '<!-- tone-ignore blame/x, absolute/you-always -->\nYou always a.', ''],
    ['leaves other rules on', '<!-- tone-ignore blame/x -->\nYou always a.', 'a'],
    [
      'ends a range by rule',
      '<!-- tone-ignore-start absolute -->\n\nYou always a.\n\n<!-- tone-ignore-end blame -->\n\nYou always b.\n\n<!-- tone-ignore-end absolute -->\n\nYou always c.',
      'c',
    ],
    ['covers its own paragraph', 'You always a. <!-- tone-ignore -->\nYou always b.\n\nYou always c.', 'c'],
    ['covers its own list item', '- You always a. <!-- tone-ignore -->\n- You always b.', 'b'],
    [
      'covers the next item, from a line of its own',
      '- one\n\n  <!-- tone-ignore -->\n- You always a.\n- You always b.',
      'b',
    ],
    [
      'covers the next paragraph in the item',
      '- one\n\n  <!-- tone-ignore -->\n\n  You always a.\n\n  You always b.',
      'b',
    ],
    ['covers its own table cell', '| a | b |\n|---|---|\n| you always a <!-- tone-ignore --> | you always b |', 'b'],
    ['works within bold', '**You always a <!-- tone-ignore -->**\n\nYou always b.', 'b'],
    ['works in a heading', '# You always a <!-- tone-ignore -->\n\nYou always b.', 'b'],
    [
      'is no note in code',
      '`<!-- tone-ignore -->` You always a.\n\n```\n<!-- tone-ignore -->\n```\n\nYou always b.',
      'ab',
    ],
    ['reaches over a chunk of code', '<!-- tone-ignore -->\n\n```\nx\n```\n\nYou always a.', 'a'],
  ];
  for (const [title, text, expected] of cases) {
    it(title, () => {
      assert.equal(flagged(text), expected);
      assert.equal(flagged(text.replaceAll('\n', '\r\n')), expected, 'with CRLF');
    });
  }

  it('is a comment line in a commit message', () => {
    assert.equal(flagged('Fix\n\n# tone-ignore\nYou always a.\n\nYou always b.', 'git-commit'), 'b');
    assert.equal(flagged('Fix\n\n# tone-ignore\n\nYou always a.\n\nYou always b.', 'git-commit'), 'b');
  });

  it('is a line of its own in plain text', () => {
    assert.equal(flagged('<!-- tone-ignore -->\nYou always a.\n\nYou always b.', 'plaintext'), 'b');
  });

  it('is a comment in code', () => {
    assert.equal(flagged('// tone-ignore\n// You always a.\nlet x;\n// You always b.', 'typescript'), 'b');
    assert.equal(flagged('# tone-ignore absolute\n\nx = 1\n# You always a.\ny = 2\n# You always b.', 'python'), 'b');
    assert.equal(flagged('/* tone-ignore */\n/* You always a. */ x /* You always b. */', 'c'), 'b');
  });
});

describe('“Ignore here” writes a note that works', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      'markdown',
      'One.\n\nYou always a.\nMore.\n\nYou always b.',
      'One.\n\n<!-- tone-ignore absolute/you-always -->\nYou always a.\nMore.\n\nYou always b.',
    ],
    [
      'markdown',
      '## You always a\n\nYou always b.',
      '<!-- tone-ignore absolute/you-always -->\n## You always a\n\nYou always b.',
    ],
    [
      'markdown',
      '- You always a.\n- You always b.',
      '- You always a. <!-- tone-ignore absolute/you-always -->\n- You always b.',
    ],
    [
      'markdown',
      '1. one\n   - [ ] **You always a.**\n2. You always b.',
      '1. one\n   - [ ] **You always a.** <!-- tone-ignore absolute/you-always -->\n2. You always b.',
    ],
    [
      'markdown',
      '| x | y |\n|---|---|\n| You always a | You always b |',
      '| x | y |\n|---|---|\n| You always a <!-- tone-ignore absolute/you-always --> | You always b |',
    ],
    [
      'git-commit',
      'Fix\n\nYou always a.\n\nYou always b.',
      'Fix\n\n# tone-ignore absolute/you-always\nYou always a.\n\nYou always b.',
    ],
    [
      'plaintext',
      'You always a.\n\nYou always b.',
      '<!-- tone-ignore absolute/you-always -->\nYou always a.\n\nYou always b.',
    ],
    [
      'typescript',
      'let x;\n  // You always a.\nlet y;\n// You always b.',
      'let x;\n  // tone-ignore absolute/you-always\n  // You always a.\nlet y;\n// You always b.',
    ],
    [
      'css',
      '/* You always a. */\na {}\n/* You always b. */',
      '/* tone-ignore absolute/you-always */\n/* You always a. */\na {}\n/* You always b. */',
    ],
  ];
  for (const [languageId, text, expected] of cases) {
    it(`${languageId}: ${JSON.stringify(text)}`, () => {
      const { offset, insert } = ignoreHere(text, text.indexOf('always a'), languageId, 'absolute/you-always') ?? {
        offset: 0,
        insert: '',
      };
      const noted = text.slice(0, offset) + insert + text.slice(offset);
      assert.equal(noted, expected);
      assert.equal(flagged(noted, languageId), 'b');
    });
  }

  it('keeps CRLF, and writes nothing into a commit box', () => {
    assert.equal(ignoreHere('a\r\n\r\nYou always a.', 8, 'markdown')?.insert, '<!-- tone-ignore -->\r\n');
    assert.equal(ignoreHere('You always a.', 3, 'scminput'), undefined);
  });
});
