import assert from 'node:assert/strict';
import type { Commitment } from '../../../src/commitments/commitment.js';
import { nextId } from '../../../src/commitments/commitmentId.js';
import {
  filterCommitments,
  groupCommitments,
  ownersOf,
  sortCommitments,
  worthAWord,
} from '../../../src/commitments/grouping.js';
import { historyOf } from '../../../src/commitments/history.js';

const today = '2026-11-24';

function promise(id: string, more: Partial<Commitment> = {}): Commitment {
  return { id, promise: `Promise ${id}`, made: '2026-11-20', state: 'open', notes: [], extra: {}, ...more };
}

describe('worth a word', () => {
  it('is a promise whose day came', () => {
    assert.equal(worthAWord(promise('a', { revisit: today }), today), 'revisit');
    assert.equal(worthAWord(promise('a', { revisit: '2026-11-25' }), today), undefined);
  });

  it('is a promise that nothing was heard of for three weeks', () => {
    assert.equal(worthAWord(promise('a', { made: '2026-11-03' }), today), 'silence');
    assert.equal(worthAWord(promise('a', { made: '2026-11-04' }), today), undefined);
  });

  it('is not one with a note of last week, or with a day that lies ahead', () => {
    const notes = [{ on: '2026-11-17', text: 'Twice.' }];
    assert.equal(worthAWord(promise('a', { made: '2026-01-01', notes }), today), undefined);
    assert.equal(worthAWord(promise('a', { made: '2026-01-01', revisit: '2027-01-01' }), today), undefined);
  });

  it('is never one that ended', () => {
    for (const state of ['kept', 'changed', 'let-go'] as const) {
      assert.equal(worthAWord(promise('a', { state, revisit: '2020-01-01', made: '2020-01-01' }), today), undefined);
    }
  });

  it('is not known of one without any day', () => {
    const { made: _made, ...undated } = promise('a');
    assert.equal(worthAWord(undated, today), undefined);
  });
});

describe('groups of commitments', () => {
  const all = [
    promise('a', { owner: 'Sam', from: 'retros/2.md' }),
    promise('b', { owner: 'Noor', state: 'kept', ending: { on: '2026-11-01' } }),
    promise('c', { owner: 'Noor', revisit: '2026-11-01', from: 'stays-here' }),
    promise('d', { state: 'let-go', from: '.common-ground/norms.yaml#one-speaks' }),
    promise('e', { state: 'kept', ending: { on: '2026-11-10' }, from: 'retros/1.md' }),
  ];
  const told = (groups: ReturnType<typeof groupCommitments>): readonly string[] =>
    groups.map(({ key, commitments }) => `${key} ${commitments.map(({ id }) => id).join('')}`);

  it('by state begin with what is worth a word', () => {
    assert.deepEqual(told(groupCommitments(all, 'state', today)), [
      'worth-a-word: c',
      'open: a',
      'kept: eb',
      'let-go: d',
    ]);
  });

  it('by person are in the order of the names', () => {
    assert.deepEqual(told(groupCommitments(all, 'person', today)), ['person:Noor cb', 'person:Sam a', 'nobody: ed']);
  });

  it('by retro and by norm tell one from the other', () => {
    const norms = new Set(['stays-here']);
    assert.deepEqual(told(groupCommitments(all, 'retro', today, norms)), [
      'retro:retros/1.md e',
      'retro:retros/2.md a',
      'nowhere: cbd',
    ]);
    assert.deepEqual(told(groupCommitments(all, 'norm', today, norms)), [
      'norm:.common-ground/norms.yaml#one-speaks d',
      'norm:stays-here c',
      'nowhere: aeb',
    ]);
  });

  it('are sorted: worth a word, open by their day, ended from the latest', () => {
    assert.equal(
      sortCommitments(all, today)
        .map(({ id }) => id)
        .join(''),
      'caebd',
    );
  });

  it('can be filtered by every word of a text', () => {
    const notes = [{ text: 'the Übung went well' }];
    const list = [...all, promise('f', { notes })];
    assert.deepEqual(
      filterCommitments(list, ' noor  PROMISE ').map(({ id }) => id),
      ['b', 'c'],
    );
    assert.deepEqual(
      filterCommitments(list, 'übung').map(({ id }) => id),
      ['f'],
    );
    assert.equal(filterCommitments(list, '  '), list);
  });

  it('know who took something', () => {
    assert.deepEqual(ownersOf(all), ['Noor', 'Sam']);
  });
});

describe('a new id', () => {
  it('is eight hex digits that no YAML reader takes for a number', () => {
    const numbers = [0.1, 0.2, 0.3, 0.4, 0.5, 0.1, 0.2, 0.3, 0.7, ...Array.from({ length: 15 }, () => 0.65)];
    let at = 0;
    const id = nextId(() => numbers[at++ % numbers.length] ?? 0);
    assert.match(id, /^[0-9a-f]{8}$/);
    assert.match(id, /[a-df]/);
  });

  it('is not one that is taken', () => {
    const numbers = [...Array.from({ length: 8 }, () => 0.7), ...Array.from({ length: 8 }, () => 0.8)];
    let at = 0;
    assert.equal(
      nextId(() => numbers[at++] ?? 0, new Set(['bbbbbbbb'])),
      'cccccccc',
    );
  });
});

describe('the history of promises', () => {
  const all = [
    promise('a', { made: '2026-08-10', state: 'kept', ending: { on: '2026-09-01' } }),
    promise('b', { made: '2026-08-20', state: 'let-go', ending: { on: '2026-11-02' } }),
    promise('c', { made: '2026-11-01', state: 'changed', ending: { on: '2026-11-20' } }),
    promise('d', { made: '2026-11-20' }),
    promise('e', { made: '2026-11-20', state: 'kept' }),
  ];

  it('tells by month what was made, how it ended, and what was open', () => {
    const { periods, total } = historyOf(all, 'month', today);
    assert.deepEqual(
      periods.map(({ name, made, kept, changed, letGo, open }) => [name, made, kept, changed, letGo, open]),
      [
        ['2026-08', 2, 0, 0, 0, 2],
        ['2026-09', 0, 1, 0, 0, 1],
        ['2026-10', 0, 0, 0, 0, 1],
        ['2026-11', 3, 0, 1, 1, 1],
      ],
    );
    assert.deepEqual(total, { made: 5, kept: 2, changed: 1, letGo: 1, open: 1, undated: 1 });
  });

  it('tells by quarter, and no more than was asked for', () => {
    assert.deepEqual(
      historyOf(all, 'quarter', today).periods.map(({ name }) => name),
      ['2026-Q3', '2026-Q4'],
    );
    assert.deepEqual(
      historyOf(all, 'month', today, 2).periods.map(({ name }) => name),
      ['2026-10', '2026-11'],
    );
  });

  it('of nothing is the period of today', () => {
    assert.deepEqual(
      historyOf([], 'month', today).periods.map(({ name, made }) => [name, made]),
      [['2026-11', 0]],
    );
  });

  it('has no place for a person', () => {
    assert.ok(!JSON.stringify(historyOf([promise('a', { owner: 'Noor' })], 'month', today)).includes('Noor'));
  });
});
