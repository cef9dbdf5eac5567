import assert from 'node:assert/strict';
import { apply } from '../../../src/retro/apply.js';
import type { RetroEvent } from '../../../src/retro/event.js';
import { brokenInvariants } from '../../../src/retro/invariants.js';
import { startRetro } from '../../../src/retro/start.js';
import { builtInTemplates } from '../../../src/retro/templates/builtIn.js';
import { toRoom } from '../../../src/retro/toRoom.js';
import { view } from '../../../src/retro/view.js';

function screen(...events: readonly RetroEvent[]) {
  const [template] = builtInTemplates;
  assert.ok(template);
  const people = ['Noor', 'Sam', 'Ines', 'Tariq'].map((name) => ({ id: name.toLowerCase(), name }));
  const setup = { id: 'r', title: 'Sprint 42', date: '2026-11-20', at: 0, mode: 'shared', template, people } as const;
  return events.reduce(
    (state, event, index) =>
      apply(state, event, { actor: { kind: 'screen' }, at: index, seed: `0123456789abcdef${index}` }).state,
    startRetro({ ...setup, facilitator: 'noor' }),
  );
}

describe('a retro that moves into a room', () => {
  it('has its facilitator in it alone; the others come in again', () => {
    const room = toRoom(screen(), 5);
    assert.ok(typeof room === 'object');
    assert.deepEqual(brokenInvariants(room), []);
    const seen = view(room, { kind: 'participant', id: 'noor' });
    assert.equal(seen.mode, 'room');
    assert.equal(seen.people, 1);
    assert.equal(seen.facilitates, true);
  });

  it('goes on where it was: a card that was being read goes on to whoever is there', () => {
    const entry = (index: number): RetroEvent => ({
      type: 'entry/submit',
      cards: [{ id: `c${index}`, prompt: 'start', text: 'x' }],
    });
    const state = screen(
      { type: 'step/goTo', step: 'write' },
      ...[0, 1, 2, 3].map(entry),
      { type: 'step/goTo', step: 'reveal' },
      { type: 'reveal/open' },
      { type: 'step/goTo', step: 'circle' },
      { type: 'circle/done' },
    );
    const room = toRoom(state, 50);
    assert.ok(typeof room === 'object');
    assert.deepEqual(brokenInvariants(room), []);
    assert.equal(room.cards.length, 4);
    assert.notEqual(room.circle?.hearing?.listener, 'sam');
  });

  it('waits while something secret is half collected', () => {
    const writing = screen({ type: 'step/goTo', step: 'write' }, { type: 'entry/submit', cards: [] });
    assert.equal(toRoom(writing, 5), 'collecting');
    assert.equal(toRoom(screen({ type: 'ballot/open', box: 'safety' }), 5), 'collecting');
    assert.equal(toRoom(screen({ type: 'step/goTo', step: 'vote' }, { type: 'vote/open' }), 5), 'collecting');
  });

  it('is over when it is over', () => {
    assert.equal(toRoom(screen({ type: 'step/goTo', step: 'close' }, { type: 'retro/finish' }), 5), 'finished');
  });
});
