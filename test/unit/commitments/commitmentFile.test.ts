import assert from 'node:assert/strict';
import type { CommitmentEdit } from '../../../src/commitments/commitmentEdit.js';
import {
  type CommitmentFile,
  emptyFile,
  indexOf,
  itemAt,
  makeEdit,
  parse,
  parseInSteps,
  placeOf,
  rangeOf,
  rebaseEdit,
  update,
} from '../../../src/commitments/commitmentFile.js';

const day = '2026-12-04';
const text = `# What we promised each other.
version: 1
commitments:
  # newest first

  # about the build
  - id: 7f3a9c21                 # random
    promise: When the nightly build goes red, I will post before lunch.
    owner: Noor                  # who took it
    made: 2026-11-20
    mood: "good"                 # ours
    state: open                  # open | kept

  # --- older ones ---

  - id: a0000001
    promise: 'It''s reviewed within a day'
    owner: team
    state: open
    notes:
      # the first
      - on: 2026-11-27
        text: Done twice this week.
other: x # stays
`;

function done(before: string, edit: CommitmentEdit): string {
  const result = makeEdit(parse(before), edit);
  assert.ok(result.ok, JSON.stringify(result));
  return result.text;
}

/** The lines that are new, with +, and those that are gone, with -. */
function diff(before: string, after: string): readonly string[] {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  const count = (lines: readonly string[], line: string): number => lines.filter((one) => one === line).length;
  const only = (lines: readonly string[], others: readonly string[]): readonly string[] =>
    [...new Set(lines)].filter((line) => count(lines, line) > count(others, line));
  return [...only(old, fresh).map((line) => `-${line}`), ...only(fresh, old).map((line) => `+${line}`)];
}

describe('an edit is a diff of a few lines', () => {
  const edits: readonly (readonly [string, CommitmentEdit, readonly string[]])[] = [
    [
      'keep',
      { kind: 'keep', id: '7f3a9c21', on: day, because: 'It worked: yes' },
      [
        '-    state: open                  # open | kept',
        '+    state: kept                  # open | kept',
        '+    ending:',
        '+      on: 2026-12-04',
        '+      because: "It worked: yes"',
      ],
    ],
    [
      'let go',
      { kind: 'letGo', id: 'a0000001', on: day, because: '' },
      ['-    state: open', '+    state: let-go', '+    ending:', '+      on: 2026-12-04'],
    ],
    [
      'change, with a successor',
      {
        kind: 'change',
        id: 'a0000001',
        on: day,
        agreedWith: 'Sam',
        successor: { id: '10000001', promise: 'Reviewed within two days', owner: 'team', made: day },
      },
      [
        '+  - id: "10000001"',
        '+    promise: Reviewed within two days',
        '+    made: 2026-12-04',
        '+    state: changed',
        '+    ending:',
        '+      on: 2026-12-04',
        '+      agreed-with: Sam',
        '+      successor: "10000001"',
        '+',
        '+    owner: team',
      ],
    ],
    [
      'a note',
      { kind: 'note', id: 'a0000001', on: day, text: 'Once more' },
      ['+      - on: 2026-12-04', '+        text: Once more'],
    ],
    [
      'a first note, of two lines',
      { kind: 'note', id: '7f3a9c21', on: day, text: 'One\n# two' },
      ['+    notes:', '+      - on: 2026-12-04', '+        text: |-', '+          One', '+          # two'],
    ],
    ['snooze', { kind: 'snooze', id: '7f3a9c21', until: '2027-01-01' }, ['+    revisit: 2027-01-01']],
    [
      'another promise, in the quotes that were there',
      { kind: 'edit', id: 'a0000001', set: { promise: "It's reviewed" } },
      ["-    promise: 'It''s reviewed within a day'", "+    promise: 'It''s reviewed'"],
    ],
    ['no owner', { kind: 'edit', id: 'a0000001', set: { owner: null } }, ['-    owner: team']],
    ['move', { kind: 'move', id: 'a0000001', before: '7f3a9c21' }, ['+']],
    ['repair', { kind: 'repair', item: 1, key: 'state', value: 'kept' }, ['-    state: open', '+    state: kept']],
  ];
  for (const [name, edit, lines] of edits) {
    it(name, () => {
      const after = done(text, edit);
      assert.deepEqual([...diff(text, after)].toSorted(), [...lines].toSorted());
      assert.deepEqual(parse(after).problems, []);
    });
  }

  it('remove: with the comment right above it, and no other', () => {
    const after = done(text, { kind: 'remove', id: '7f3a9c21' });
    assert.ok(!after.includes('about the build') && !after.includes('7f3a9c21'));
    assert.match(after, /# newest first.*# --- older ones ---.*other: x # stays/s);
  });

  it('reopen: as if it had not ended', () => {
    const kept = done(text, { kind: 'keep', id: '7f3a9c21', on: day });
    assert.equal(done(kept, { kind: 'reopen', id: '7f3a9c21' }), text);
  });
});

describe('a commitments file', () => {
  it('tells what stands in it', () => {
    const [first, second] = parse(text).commitments;
    assert.deepEqual(first, {
      id: '7f3a9c21',
      promise: 'When the nightly build goes red, I will post before lunch.',
      owner: 'Noor',
      made: '2026-11-20',
      state: 'open',
      notes: [],
      extra: { mood: '"good"' },
    });
    assert.deepEqual(second?.notes, [{ on: '2026-11-27', text: 'Done twice this week.' }]);
  });

  it('tells where it stands', () => {
    const file = parse(text);
    const at = (range: { start: number; end: number } | undefined): string => text.slice(range?.start, range?.end);
    assert.match(at(rangeOf(file, 0)), /^- id: 7f3a9c21.*kept$/s);
    const { fields, item } = placeOf(file, 1);
    assert.deepEqual(item, rangeOf(file, 1));
    assert.equal(at(fields.get('owner')?.value), 'team');
    assert.equal(at(fields.get('notes.0.text')?.value), 'Done twice this week.');
    assert.equal(at(fields.get('notes')?.key), 'notes');
    assert.equal(itemAt(file, text.indexOf('Done twice')), 1);
    assert.equal(itemAt(file, text.indexOf('version')), -1);
    assert.equal(itemAt(file, text.indexOf('other')), -1);
    assert.equal(indexOf(file, 'a0000001'), 1);
    assert.equal(indexOf(file, ''), -1);
  });

  it('begins with nothing, in any of the ways to write nothing', () => {
    const add: CommitmentEdit = { kind: 'add', commitment: { id: 'a0000001', promise: 'x', made: day } };
    const item = '  - id: a0000001\n    promise: x\n    made: 2026-12-04\n    state: open\n';
    for (const before of [
      emptyFile(),
      '',
      'version: 1\n',
      'version: 1\ncommitments: []\n',
      'version: 1\ncommitments:',
    ]) {
      assert.equal(done(before, add), `version: 1\ncommitments:\n${item}`);
    }
    const noted = '# ours\ncommitments: [] # none yet\nteam: us\n';
    assert.equal(done(noted, add), `# ours\ncommitments: # none yet\n${item}team: us\n`);
  });

  it('may be in brackets: then all is parsed, and little can be changed', () => {
    const flow = 'version: 1\ncommitments: [{ id: a0000001, promise: x, state: open }] # flow\n';
    const after = done(flow, { kind: 'keep', id: 'a0000001', on: day, because: 'a, b' });
    assert.equal(
      after,
      'version: 1\ncommitments: [{ id: a0000001, promise: x, state: kept, ending: { on: 2026-12-04, because: "a, b" } }] # flow\n',
    );
    const refused = makeEdit(parse(flow), { kind: 'remove', id: 'a0000001' });
    assert.equal(refused.ok ? 'done' : refused.problem.code, 'unsupported-layout');
  });

  it('is read in steps', () => {
    const items = Array.from(
      { length: 300 },
      (_, index) => `  - id: ${(0xa0000000 + index).toString(16)}\n    promise: ${'x'.repeat(150)}\n`,
    );
    const large = emptyFile() + items.join('');
    const steps = parseInSteps(large);
    let count = 0;
    let file: CommitmentFile | undefined;
    while (!file) {
      const step = steps.next();
      file = step.done ? step.value : undefined;
      count++;
    }
    assert.ok(count > 5);
    assert.equal(file.commitments.length, 300);
  });
});

describe('an edit that cannot be made', () => {
  const refusals: readonly (readonly [string, CommitmentEdit])[] = [
    ['gone', { kind: 'keep', id: 'ffffffff', on: day }],
    ['gone', { kind: 'move', id: '7f3a9c21', before: 'ffffffff' }],
    ['bad-date', { kind: 'keep', id: '7f3a9c21', on: 'today' }],
    ['bad-date', { kind: 'snooze', id: '7f3a9c21', until: '2026-02-30' }],
    ['empty-promise', { kind: 'edit', id: '7f3a9c21', set: { promise: '  ' } }],
    ['empty-promise', { kind: 'add', commitment: { id: 'b0000001', promise: '', made: day } }],
    ['taken-id', { kind: 'add', commitment: { id: '7f3a9c21', promise: 'x', made: day } }],
    ['empty-note', { kind: 'note', id: '7f3a9c21', on: day, text: '' }],
    ['not-ended', { kind: 'reopen', id: '7f3a9c21' }],
    [
      'missing-agreement',
      { kind: 'change', id: '7f3a9c21', on: day, agreedWith: '', successor: { id: 'b1', promise: 'x', made: day } },
    ],
  ];
  for (const [code, edit] of refusals) {
    it(`is refused: ${edit.kind}, ${code}`, () => {
      const result = makeEdit(parse(text), edit);
      assert.equal(result.ok ? 'done' : result.problem.code, code);
      assert.ok(result.ok || result.problem.message.length > 15);
    });
  }

  it('is refused where two have the same id, until one is given another', () => {
    const twice = text.replace('a0000001', '7f3a9c21');
    const refused = makeEdit(parse(twice), { kind: 'keep', id: '7f3a9c21', on: day });
    assert.equal(refused.ok ? 'done' : refused.problem.code, 'duplicate-id');
    assert.equal(done(twice, { kind: 'repair', item: 1, key: 'id', value: 'a0000001' }), text);
  });
});

describe('two writers', () => {
  const base = parse(text);
  const meanwhile = (edit: CommitmentEdit): CommitmentFile => update(base, done(text, edit));
  const codes = (theirs: CommitmentEdit, mine: CommitmentEdit): string => {
    const result = rebaseEdit(base, mine, meanwhile(theirs));
    return result.ok ? 'done' : result.problem.code;
  };
  const keep: CommitmentEdit = { kind: 'keep', id: 'a0000001', on: day };

  it('who do different things both have their way', () => {
    assert.equal(codes({ kind: 'note', id: 'a0000001', on: day, text: 'x' }, keep), 'done');
    assert.equal(codes({ kind: 'remove', id: '7f3a9c21' }, keep), 'done');
    assert.equal(codes(keep, { kind: 'note', id: 'a0000001', on: day, text: 'x' }), 'done');
    assert.equal(
      codes(
        { kind: 'edit', id: 'a0000001', set: { owner: 'Sam' } },
        { kind: 'edit', id: 'a0000001', set: { promise: 'y' } },
      ),
      'done',
    );
  });

  it('who do the same thing: the second is told', () => {
    assert.equal(codes(keep, { kind: 'letGo', id: 'a0000001', on: day, because: 'x' }), 'already-ended');
    assert.equal(codes({ kind: 'edit', id: 'a0000001', set: { promise: 'Another' } }, keep), 'moved-meanwhile');
    assert.equal(codes({ kind: 'remove', id: 'a0000001' }, keep), 'gone');
    assert.equal(
      codes({ kind: 'note', id: 'a0000001', on: day, text: 'x' }, { kind: 'remove', id: 'a0000001' }),
      'moved-meanwhile',
    );
    const snooze: CommitmentEdit = { kind: 'snooze', id: 'a0000001', until: '2027-01-01' };
    assert.equal(codes({ ...snooze, until: '2027-02-02' }, snooze), 'moved-meanwhile');
  });

  it('a repair finds its item again', () => {
    const repair: CommitmentEdit = { kind: 'repair', item: 1, key: 'owner', value: 'Sam' };
    const result = rebaseEdit(base, repair, meanwhile({ kind: 'remove', id: '7f3a9c21' }));
    assert.ok(result.ok && result.file.commitments[0]?.owner === 'Sam');
    assert.equal(codes({ kind: 'note', id: 'a0000001', on: day, text: 'x' }, repair), 'moved-meanwhile');
  });
});
