import assert from 'node:assert/strict';
import type { Commitment } from '../../../src/commitments/commitment.js';
import { likelyNextRetro } from '../../../src/editor/commitments/nextRetro.js';
import { mayRemind, type ReminderFacts } from '../../../src/editor/commitments/reminderRules.js';

const promise = (made: string, from = 'retros/x.md'): Commitment => ({
  id: 'a',
  promise: 'p',
  made,
  from,
  state: 'open',
  notes: [],
  extra: {},
});

const facts: ReminderFacts = {
  enabled: true,
  today: '2026-11-24',
  saidOn: undefined,
  rest: undefined,
  worth: 2,
  commitments: [promise('2026-11-20')],
};

describe('the reminder', () => {
  it('speaks once a day, when there is something to say and it may', () => {
    assert.equal(mayRemind(facts), true);
    assert.equal(mayRemind({ ...facts, saidOn: '2026-11-23' }), true);
    assert.equal(mayRemind({ ...facts, saidOn: '2026-11-24' }), false);
    assert.equal(mayRemind({ ...facts, worth: 0 }), false);
    assert.equal(mayRemind({ ...facts, enabled: false }), false);
  });

  it('rests until the next retro: the day on which it is likely, or a promise that came from one', () => {
    const rest = { since: '2026-11-21', until: '2026-12-04' };
    assert.equal(mayRemind({ ...facts, rest }), false);
    assert.equal(mayRemind({ ...facts, rest, today: '2026-12-04' }), true);
    assert.equal(mayRemind({ ...facts, rest, commitments: [promise('2026-11-23')] }), true);
  });
});

describe('the next retro', () => {
  it('comes as long after the last one as that came after the one before', () => {
    const made = (...days: string[]) => days.map((day) => promise(day));
    assert.equal(likelyNextRetro(made('2026-11-06', '2026-11-20'), '2026-11-24'), '2026-12-04');
    assert.equal(likelyNextRetro(made('2026-10-23', '2026-11-20', '2026-11-20'), '2026-11-24'), '2026-12-18');
    assert.equal(likelyNextRetro(made('2026-11-06', '2026-11-20'), '2026-12-04'), '2026-12-18');
  });

  it('comes in two weeks where no rhythm shows', () => {
    assert.equal(likelyNextRetro([], '2026-11-24'), '2026-12-08');
    assert.equal(likelyNextRetro([promise('2026-11-20')], '2026-11-24'), '2026-12-04');
    assert.equal(likelyNextRetro([promise('2026-11-19'), promise('2026-11-20')], '2026-11-24'), '2026-12-04');
    assert.equal(likelyNextRetro([promise('2025-01-01'), promise('2026-11-20')], '2026-11-24'), '2026-12-04');
  });
});
