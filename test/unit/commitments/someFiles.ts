import fc from 'fast-check';
import { anyText } from '../anyText.js';

/** A file as people write it by hand: comments, keys of their own, quotes, indentation and line ends as they like them. */
export interface SomeFile {
  readonly text: string;
  readonly ids: readonly string[];
}

const words = fc.constantFrom(
  'post in the channel',
  'review within a day',
  "don't merge on Friday",
  'note: ask first',
  'write it down # really',
  'ünïcode — and “quotes”',
  '100% of the time',
  'yes',
  '12',
  '2026-11-20',
  '- listen',
  '[maybe]',
  '{maybe}',
  'a "quoted" word',
  '👍 thumbs',
  'null',
);

/** What people say, also what YAML would take for something else. */
export const saying: fc.Arbitrary<string> = fc.oneof(
  words,
  fc.array(words, { minLength: 2, maxLength: 3 }).map((parts) => parts.join(' ')),
  fc.array(words, { minLength: 2, maxLength: 3 }).map((parts) => parts.join('\n')),
  anyText({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== ''),
);

export const someId: fc.Arbitrary<string> = fc
  .string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 8, maxLength: 8 })
  .filter((id) => /[a-df]/.test(id));

export const someDay: fc.Arbitrary<string> = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const scalar = fc.constantFrom(
  'plain words',
  "'single: quoted'",
  '"double \\" quoted"',
  'two words # not part of it',
  '""',
);
const state = fc.constantFrom('open', 'open', 'open', 'kept', 'changed', 'let-go', "'open'");
const comment = fc.constantFrom('', '', '', '  # why', ' # é – ünï', ' #');

interface Look {
  readonly indent: number;
  readonly spaced: boolean;
  readonly gap: number;
}

/** The lines of one item, without the indentation of the list. */
function someItem(id: string, { gap }: Look): fc.Arbitrary<readonly string[]> {
  const pad = ' '.repeat(gap);
  const line = (key: string, value: fc.Arbitrary<string>): fc.Arbitrary<readonly string[]> =>
    fc.tuple(value, comment).map(([text, behind]) => [`${pad}${key}: ${text}${behind}`]);
  const optional = (lines: fc.Arbitrary<readonly string[]>): fc.Arbitrary<readonly string[]> =>
    fc.option(lines, { nil: [] }).map((found) => found ?? []);
  const block = fc.constantFrom(
    [`${pad}promise: |`, `${pad}  two lines`, '', `${pad}  # not a comment`],
    [`${pad}promise: >-`, `${pad}  folded`, `${pad}  - text`],
    [`${pad}promise: "over`, `${pad}  two lines"`],
  );
  const notes = fc.constantFrom(
    [`${pad}notes:`, `${pad}  - on: 2026-11-27`, `${pad}    text: Done twice.`],
    [`${pad}notes: # all of them`, `${pad}  # the first`, `${pad}  - text: 'one'`, `${pad}  - just words`],
    [`${pad}notes: []`],
    [`${pad}notes: [{ on: 2026-11-27, text: flow }]`],
    [`${pad}notes:`],
  );
  const ending = fc.constantFrom(
    [`${pad}ending: { on: 2026-12-04 }`],
    [`${pad}ending: {}`],
    [`${pad}ending:`, `${pad}  on: 2026-12-04 # a Friday`, `${pad}  because: it worked`],
  );
  const own = fc.constantFrom(
    [`${pad}mood: "good" # ours`],
    [`${pad}links:`, `${pad}  - https://example.org/#top`, `${pad}  # and one more`, `${pad}  - x`],
    [`${pad}more: { a: [1, 2], b: {} }`],
    [`${pad}# a line of its own`],
  );
  return fc
    .tuple(
      fc.oneof(
        {
          weight: 4,
          arbitrary: line(
            'promise',
            scalar.filter((text) => text !== '""'),
          ),
        },
        { weight: 1, arbitrary: block },
      ),
      optional(line('owner', fc.constantFrom('Noor', "'Sam'", 'team', ''))),
      optional(line('made', fc.constantFrom('2026-11-20', '"2026-10-01"'))),
      optional(line('revisit', fc.constantFrom('2026-12-04', ''))),
      optional(own),
      optional(line('state', state)),
      optional(ending),
      optional(own.filter(([first = '']) => first.includes('#'))),
      optional(notes),
      comment,
    )
    .map(([promise, owner, made, revisit, mine, stands, ended, other, noted, behind]) => {
      const mineAgain = mine[0]?.split(':')[0] === other[0]?.split(':')[0] ? [] : other;
      const lines = [...promise, ...owner, ...made, ...revisit, ...mine, ...stands, ...ended, ...mineAgain, ...noted];
      return [`-${' '.repeat(gap - 1)}id: ${id}${behind}`, ...lines];
    });
}

const look: fc.Arbitrary<Look> = fc.record({
  indent: fc.constantFrom(0, 2, 2, 4),
  spaced: fc.boolean(),
  gap: fc.constantFrom(2, 2, 4),
});

/** Files that can be read and written, in all the layouts that are meant to work without parsing the whole. */
export const someFile: fc.Arbitrary<SomeFile> = look.chain((style) =>
  fc.uniqueArray(someId, { minLength: 0, maxLength: 5 }).chain((ids) =>
    fc
      .record({
        items: fc.tuple(...ids.map((id) => someItem(id, style))),
        above: fc.array(fc.constantFrom([], [], ['# about it'], ['', '# apart', '']), {
          minLength: ids.length,
          maxLength: ids.length,
        }),
        top: fc.constantFrom(
          ['version: 1'],
          ['# Ours', 'version: 1 # of the file', ''],
          ['---', 'version: 1'],
          ['team: us', 'version: 1'],
        ),
        bottom: fc.constantFrom([], [], ['other: x # more'], ['', '# the end'], ['retro:', '  - every: week']),
        lineEnd: fc.constantFrom('\n', '\n', '\r\n'),
        bom: fc.constantFrom('', '', '', '\ufeff'),
        lastEnd: fc.boolean(),
      })
      .map(({ items, above, top, bottom, lineEnd, bom, lastEnd }) => {
        const pad = ' '.repeat(style.indent);
        const lines = [...top, 'commitments:'];
        items.forEach((item, index) => {
          const apart = style.spaced && index > 0 ? [''] : [];
          lines.push(...apart, ...(above[index] ?? []).map((text) => (text === '' ? '' : pad + text)));
          lines.push(...item.map((text) => (text === '' ? '' : pad + text)));
        });
        const text = bom + [...lines, ...bottom].join(lineEnd) + (lastEnd ? lineEnd : '');
        return { text, ids };
      }),
  ),
);
