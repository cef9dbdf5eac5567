/**
 * Files as they come to be when people, branches and machines have been at them. What is made of them: a problem in the right place, a
 * list of all that can still be read, and no change to what stands there. Used by the tests of the editor, too.
 */
export interface BadFile {
  readonly name: string;
  readonly text: string;
  /** One of the problems, by its code. */
  readonly code: string;
  /** Where it is shown: the line, from 1. */
  readonly line: number;
  /** Whether writing is refused; otherwise an edit is possible, and keeps everything. */
  readonly refused: boolean;
  /** How many commitments are shown all the same. */
  readonly shown: number;
}

const top = 'version: 1\ncommitments:\n';
const good = '  - id: 7f3a9c21\n    promise: Post in the channel.\n    state: open\n';
const other = '  - id: a0b1c2d3\n    promise: Review within a day.\n    state: open\n';

type Row = readonly [name: string, text: string, code: string, line: number, refused: boolean, shown: number];

const brokenYaml: readonly Row[] = [
  [
    'a quote that is not closed',
    `${top}${good}  - id: b0000001\n    promise: "Open\n    state: open\n${other}`,
    'yaml',
    7,
    true,
    3,
  ],
  [
    'a single quote that is not closed',
    `${top}  - id: b0000001\n    promise: 'Don't\n    state: open\n${other}`,
    'yaml',
    4,
    true,
    2,
  ],
  [
    'a bracket that is not closed',
    `${top}${good}  - id: b0000001\n    promise: x\n    tags: [a, b\n${other}`,
    'yaml',
    8,
    true,
    3,
  ],
  [
    'a brace that is not closed',
    `${top}  - id: b0000001\n    promise: x\n    ending: { on: 2026-11-20\n${other}`,
    'yaml',
    5,
    true,
    2,
  ],
  ['a colon within a value', `${top}${good}  - id: b0000001\n    promise: note: ask first\n`, 'yaml', 7, true, 2],
  [
    'a key without a colon',
    `${top}${good}  - id: b0000001\n    promise: x\n    owner Noor\n    state: open\n`,
    'yaml',
    8,
    true,
    2,
  ],
  ['a key that stands too far left', `${top}  - id: b0000001\n   promise: x\n${other}`, 'yaml', 4, true, 2],
  ['a key that stands too far right', `${top}  - id: b0000001\n      promise: x\n${other}`, 'yaml', 3, true, 2],
  ['an item that stands too far left', `${top}${good} - id: b0000001\n   promise: x\n`, 'yaml', 6, true, 1],
  ['words in between', `${top}${good}oops\n${other}`, 'yaml', 6, true, 2],
  ['a value that begins with @', `${top}  - id: b0000001\n    promise: x\n    owner: @noor\n`, 'yaml', 5, true, 1],
  ['a value that begins with a backtick', `${top}  - id: b0000001\n    promise: \`x\`\n`, 'yaml', 4, true, 1],
  ['an escape that does not exist', `${top}  - id: b0000001\n    promise: "a\\qb"\n`, 'yaml', 4, true, 1],
  ['a tab before a key', `${top}  - id: b0000001\n\tpromise: x\n${other}`, 'tabs', 4, true, 2],
  ['tabs everywhere', 'version: 1\ncommitments:\n\t- id: b0000001\n\t  promise: x\n', 'tabs', 3, true, 1],
  ['a tab behind the spaces', `${top}  - id: b0000001\n  \tpromise: x\n`, 'tabs', 4, true, 1],
  ['text after the end', `${top}${good}...\nmore: x\n`, 'several-documents', 7, true, 1],
  ['two documents', `${top}${good}---\n${top}${other}`, 'several-documents', 6, true, 1],
  ['a JSON file that was cut off', '{ "version": 1, "commitments": [ { "id": "b0000001"', 'yaml', 1, true, 1],
  [
    'lists nested too deep',
    `${top}  - id: b0000001\n    promise: x\n    notes:\n      ${'- '.repeat(5_000)}\n`,
    'yaml',
    3,
    true,
    1,
  ],
  [
    'keys nested too deep by a slip that is made again and again',
    `${top}  - id: b0000001\n    promise: x\n    notes:\n${'      a: :\n'.repeat(3_000)}`,
    'yaml',
    3,
    true,
    1,
  ],
  [
    'an item larger than all that is read of one',
    `${top}${good}  - id: b0000001\n    promise: ${'x'.repeat(70_000)}\n`,
    'piece-too-large',
    6,
    true,
    2,
  ],
  [
    'a comment at the top that is larger than all that is read of one',
    `${'# x\n'.repeat(20_000)}${top}${good}`,
    'piece-too-large',
    1,
    true,
    1,
  ],
  ['brackets nested too deep', `${top}  - id: b0000001\n    promise: ${'['.repeat(20_000)}\n`, 'yaml', 3, true, 1],
];

const markers: readonly Row[] = [
  [
    'a conflict about a state',
    `${top}  - id: 7f3a9c21\n    promise: x\n<<<<<<< HEAD\n    state: kept\n=======\n    state: let-go\n>>>>>>> other\n`,
    'conflict-markers',
    5,
    true,
    1,
  ],
  [
    'a conflict of two new ones',
    `${top}<<<<<<< HEAD\n${good}=======\n${other}>>>>>>> other\n`,
    'conflict-markers',
    3,
    true,
    2,
  ],
  [
    'a conflict with its base',
    `${top}<<<<<<< a\n${good}||||||| b\n=======\n${other}>>>>>>> c\n`,
    'conflict-markers',
    3,
    true,
    2,
  ],
  ['a marker that was left over', `${top}${good}>>>>>>> other\n`, 'conflict-markers', 6, true, 1],
  [
    'a conflict around the whole file',
    `<<<<<<< a\n${top}${good}=======\n${top}${other}>>>>>>> b\n`,
    'conflict-markers',
    1,
    true,
    1,
  ],
];

const doubles: readonly Row[] = [
  ['an id twice', `${top}${good}${good}`, 'duplicate-id', 6, false, 2],
  ['an id three times', `${top}${good}${other}${good}${good}`, 'duplicate-id', 9, false, 4],
  [
    'a key twice in one',
    `${top}  - id: b0000001\n    promise: x\n    state: open\n    state: kept\n`,
    'duplicate-key',
    6,
    true,
    1,
  ],
  [
    'the promise twice',
    `${top}  - id: b0000001\n    promise: x\n    promise: y\n${other}`,
    'duplicate-key',
    5,
    true,
    2,
  ],
  ['the list twice', `${top}${good}commitments:\n${other}`, 'duplicate-key', 6, true, 1],
  ['the version twice', `version: 1\nversion: 1\ncommitments:\n${good}`, 'duplicate-key', 2, true, 1],
  [
    'a key twice in an ending',
    `${top}  - id: b0000001\n    promise: x\n    ending:\n      on: 2026-11-20\n      on: 2026-11-21\n`,
    'duplicate-key',
    7,
    true,
    1,
  ],
];

const wrongValues: readonly Row[] = [
  ['an unknown state', `${top}  - id: b0000001\n    promise: x\n    state: done\n`, 'unknown-state', 5, false, 1],
  ['a state in capitals', `${top}  - id: b0000001\n    promise: x\n    state: Open\n`, 'unknown-state', 5, false, 1],
  ['a state that is a list', `${top}  - id: b0000001\n    promise: x\n    state: [open]\n`, 'wrong-type', 5, false, 1],
  [
    'a day that does not exist',
    `${top}  - id: b0000001\n    promise: x\n    revisit: 2026-02-30\n`,
    'bad-date',
    5,
    false,
    1,
  ],
  [
    'a day as people write it',
    `${top}  - id: b0000001\n    promise: x\n    made: 20.11.2026\n`,
    'bad-date',
    5,
    false,
    1,
  ],
  [
    'a day with a time',
    `${top}  - id: b0000001\n    promise: x\n    made: 2026-11-20T10:00:00Z\n`,
    'bad-date',
    5,
    false,
    1,
  ],
  ['a day in words', `${top}  - id: b0000001\n    promise: x\n    revisit: next Friday\n`, 'bad-date', 5, false, 1],
  [
    'a bad day in a note',
    `${top}  - id: b0000001\n    promise: x\n    notes:\n      - on: yesterday\n        text: y\n`,
    'bad-date',
    6,
    false,
    1,
  ],
  [
    'a bad day of an ending',
    `${top}  - id: b0000001\n    promise: x\n    ending: { on: soon }\n`,
    'bad-date',
    5,
    false,
    1,
  ],
  [
    'a day that is a map',
    `${top}  - id: b0000001\n    promise: x\n    made:\n      year: 2026\n`,
    'wrong-type',
    6,
    false,
    1,
  ],
  ['no id', `${top}  - promise: x\n    state: open\n`, 'missing-id', 3, false, 1],
  ['an empty id', `${top}  - id:\n    promise: x\n`, 'missing-id', 3, false, 1],
  ['an id that is a list', `${top}  - id: [a]\n    promise: x\n`, 'wrong-type', 3, false, 1],
  ['an id of several words', `${top}  - id: my first one\n    promise: x\n`, 'bad-id', 3, false, 1],
  ['no promise', `${top}  - id: b0000001\n    state: open\n`, 'missing-promise', 3, false, 1],
  ['a promise that is a map', `${top}  - id: b0000001\n    promise:\n      a: b\n`, 'wrong-type', 5, false, 1],
  [
    'an owner that is a list',
    `${top}  - id: b0000001\n    promise: x\n    owner:\n      - Noor\n      - Sam\n`,
    'wrong-type',
    6,
    false,
    1,
  ],
  [
    'notes that are a text',
    `${top}  - id: b0000001\n    promise: x\n    notes: done twice\n`,
    'wrong-type',
    5,
    false,
    1,
  ],
  [
    'notes that are a map',
    `${top}  - id: b0000001\n    promise: x\n    notes:\n      on: 2026-11-20\n`,
    'wrong-type',
    6,
    false,
    1,
  ],
  [
    'a note that is a list',
    `${top}  - id: b0000001\n    promise: x\n    notes:\n      - [a]\n`,
    'wrong-type',
    6,
    false,
    1,
  ],
  ['an ending that is a text', `${top}  - id: b0000001\n    promise: x\n    ending: fine\n`, 'wrong-type', 5, false, 1],
  [
    'an ending that is a list',
    `${top}  - id: b0000001\n    promise: x\n    ending:\n      - fine\n`,
    'wrong-type',
    6,
    false,
    1,
  ],
  ['an item that is a text', `${top}  - Post in the channel.\n${good}`, 'wrong-type', 3, false, 2],
  ['an item that is a list', `${top}  - - a\n    - b\n${good}`, 'wrong-type', 3, false, 2],
  ['an item that is empty', `${top}  -\n${good}`, 'wrong-type', 3, false, 2],
];

const frames: readonly Row[] = [
  ['an empty file', '', 'empty', 1, false, 0],
  ['blank lines alone', '\n\n  \n', 'empty', 1, false, 0],
  ['a comment alone', '# nothing yet\n', 'empty', 1, false, 0],
  ['a BOM alone', '\ufeff', 'empty', 1, false, 0],
  ['no version', `commitments:\n${good}`, 'missing-version', 1, false, 1],
  ['a newer version', `version: 2\ncommitments:\n${good}`, 'newer-version', 1, true, 1],
  ['a version that is a word', `version: one\ncommitments:\n${good}`, 'bad-version', 1, true, 1],
  ['a version that is a map', `version: { major: 1 }\ncommitments:\n${good}`, 'bad-version', 1, true, 1],
  ['no list', 'version: 1\nteam: us\n', 'no-list', 1, false, 0],
  ['a text', 'We promise to listen.\n', 'no-list', 1, true, 0],
  ['a list without a key', '- id: b0000001\n  promise: x\n', 'no-list', 1, true, 0],
  ['a list that is a text', 'version: 1\ncommitments: none\n', 'wrong-type', 2, true, 0],
  ['a list that is a map', 'version: 1\ncommitments:\n  b0000001: x\n', 'wrong-type', 3, true, 0],
  ['a list that is null', 'version: 1\ncommitments: null\n', 'wrong-type', 2, true, 0],
  ['an HTML page', '<!doctype html>\n<html><body>Sign in</body></html>\n', 'no-list', 1, true, 0],
  [
    'a file of Windows with a tab',
    'version: 1\r\ncommitments:\r\n  - id: b0000001\r\n\tpromise: x\r\n',
    'tabs',
    4,
    true,
    1,
  ],
  ['a BOM and a bad day', `\ufeff${top}  - id: b0000001\n    promise: x\n    made: now\n`, 'bad-date', 5, false, 1],
];

const attacks: readonly Row[] = [
  ['an alias bomb', bomb(), 'anchors', 14, false, 1],
  [
    'an alias for an owner',
    `${top}  - id: b0000001\n    promise: x\n    owner: &n Noor\n  - id: b0000002\n    promise: y\n    owner: *n\n`,
    'anchors',
    8,
    false,
    2,
  ],
  [
    'an alias to itself',
    `${top}  - &a\n    id: b0000001\n    promise: x\n    notes: [*a]\n`,
    'wrong-type',
    6,
    false,
    1,
  ],
  ['a picture', `\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0`, 'binary', 3, true, 0],
  ['UTF-16 read as something else', [...`${top}${good}`].join('\0'), 'binary', 1, true, 0],
  ['a NUL within', `${top}  - id: b0000001\n    promise: a\0b\n`, 'binary', 4, true, 0],
  ['five megabytes', top + good.repeat(Math.ceil((5 * 1024 * 1024) / good.length)), 'too-large', 1, true, 0],
  [
    'five megabytes on one line',
    `${top}  - id: b0000001\n    promise: ${'x'.repeat(5 * 1024 * 1024)}\n`,
    'too-large',
    1,
    true,
    0,
  ],
];

/** Nine levels of ten: a thousand million words, if anyone followed. */
function bomb(): string {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const names = Array.from({ length: 10 }, () => (level === 0 ? 'lol' : `*l${level - 1}`));
    return `  l${level}: &l${level} [${names.join(', ')}]`;
  });
  return `version: 1\nbomb:\n${levels.join('\n')}\ncommitments:\n  - id: b0000001\n    promise: *l8\n`;
}

export const badFiles: readonly BadFile[] = [
  ...brokenYaml,
  ...markers,
  ...doubles,
  ...wrongValues,
  ...frames,
  ...attacks,
].map(([name, text, code, line, refused, shown]) => ({ name, text, code, line, refused, shown }));
