import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { Actor, Stamp } from '../../../src/retro/actor.js';
import { apply } from '../../../src/retro/apply.js';
import type { EventType } from '../../../src/retro/event.js';
import { eventTypes } from '../../../src/retro/eventSchema.js';
import type { RetroState } from '../../../src/retro/model.js';
import { writes } from '../../../src/retro/rules.js';
import { runs } from '../runs.js';
import { eventOf } from './anyEvent.js';
import { closing, finished, play, someRun } from './anyRun.js';
import { Room, withCards } from './room.js';

/** The fields that are not the same in two states. */
function changedFields(before: RetroState, after: RetroState): readonly (keyof RetroState)[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof RetroState)[];
  return fields.filter((field) => before[field] !== after[field] && !isDeepStrictEqual(before[field], after[field]));
}

/** Everyone who may act, the hub and whoever holds the first card among them. */
function actors(state: RetroState): readonly Actor[] {
  const [card] = state.cards;
  return [
    { kind: 'hub' },
    { kind: 'cardHolder', card: card?.id ?? 'none' },
    ...(state.mode === 'shared' ? [{ kind: 'screen' } as const] : []),
    ...state.participants.slice(0, 3).map(({ id }): Actor => {
      return state.mode === 'shared' ? { kind: 'screen', for: id } : { kind: 'participant', id };
    }),
  ];
}

/** States that random moves seldom come to. */
function seldom(): readonly RetroState[] {
  const unsafe = new Room(5, { anonymity: 'alias' }).do({ type: 'ballot/open', box: 'safety' });
  unsafe.all(() => ({ type: 'ballot/answer', box: 'safety', answers: [0] }));
  const longTalk = withCards(5).goTo('talk').do({ type: 'talk/start', topic: 'c0' }).do({ type: 'talk/askMore' });
  longTalk.do({ type: 'request/longer' });
  const voted = withCards(5, { confidentiality: 'room' }).goTo('vote').do({ type: 'vote/open' });
  voted
    .all(() => ({ type: 'vote/cast', votes: { c0: 1 } }))
    .goTo('close')
    .do({ type: 'tick/set', done: true }, 'sam');
  const wary = new Room(5).do({ type: 'ballot/open', box: 'safety' });
  wary
    .all(() => ({ type: 'ballot/answer', box: 'safety', answers: [0] }))
    .do({ type: 'safety/first' })
    .goTo('close');
  const reading = withCards(5).goTo('circle').do({ type: 'circle/read' });
  const hearing = withCards(5)
    .goTo('circle')
    .do({ type: 'circle/done' })
    .do({ type: 'heard/say', id: 'h1', text: 'x' });
  const heard = new Room(5, { confidentiality: 'room' }).goTo('circle').do({ type: 'circle/done' });
  heard.do({ type: 'heard/say', id: 'h1', text: 'x' }).do({ type: 'heard/answer', answer: 'yes' }).goTo('close');
  const noted = withCards(5).goTo('talk').do({ type: 'talk/start', topic: 'c0' });
  noted.do({ type: 'talk/note', id: 'n1', text: 'x' });
  const answered = new Room(5).do({ type: 'ballot/open', box: 'safety' });
  const cast = withCards(5).goTo('vote').do({ type: 'vote/open' });
  for (let people = 0; people < 4; people += 1) {
    answered.do({ type: 'ballot/answer', box: 'safety', answers: [3] });
    cast.do({ type: 'vote/cast', votes: { c0: 1 } });
  }
  const rooms = [answered, cast, unsafe, longTalk, voted, wary, reading, hearing, heard, noted];
  return rooms.map((room) => room.state);
}

/** Only a template with a closing step in the middle leads there. */
const rare = ['step/back: boxes'];

describe('The table of events', () => {
  it('names every field that an event changes, and none that its kind never does', () => {
    const changed = new Map<EventType, Set<string>>(eventTypes.map((type) => [type, new Set()]));
    const look = (type: EventType, before: RetroState, after: RetroState): RetroState => {
      for (const field of changedFields(before, after)) {
        assert.ok(writes(type).includes(field), `${type} writes ${field}`);
        changed.get(type)?.add(field);
      }
      return after;
    };
    /** Everything that anyone could send next. */
    const tryAll = (state: RetroState, numbers: readonly number[], stamp: Stamp, count: number): void => {
      for (const type of eventTypes) {
        let now = state;
        const event = eventOf(type, state, numbers, count);
        for (const actor of actors(state)) {
          now = look(type, now, apply(now, event, { ...stamp, at: stamp.at + 100_000, actor }).state);
        }
      }
    };
    fc.assert(
      fc.property(someRun(120), (run) => {
        let count = 0;
        const { state } = play(run, (after, before, { event, stamp }) => {
          look(event.type, before, after);
          count += 1;
          if (count % 9 === 0) {
            tryAll(after, run.choices[count % run.choices.length]?.numbers ?? [], stamp, 1000 + count);
          }
        });
        const atClose = closing(state);
        look('retro/finish', atClose, finished(atClose));
      }),
      { numRuns: runs(100), seed: 42, endOnFailure: true },
    );
    for (const state of seldom()) {
      tryAll(state, [0, 0], { at: 9000, seed: 'a seed of its own', actor: { kind: 'hub' } }, 1);
    }
    const never = eventTypes.flatMap((type) =>
      writes(type)
        .filter((field) => changed.get(type)?.has(field) === false)
        .map((field) => `${type}: ${field}`),
    );
    assert.deepEqual(never, rare);
  });
});
