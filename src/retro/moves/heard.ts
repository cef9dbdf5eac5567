/** "What I heard is …": the next person says it back, the speaker alone confirms, two loops at most. */
import type { CircleEvent } from '../event.js';
import type { Circle, Hearing, RetroState } from '../model.js';
import { facilitates, isWholeRoom, personOf } from '../people.js';
import { refuse } from '../refusal.js';
import { actsFor, goOn } from './circle.js';
import { taken } from './ids.js';
import { type Moves, without } from './move.js';

type HeardEvent = Extract<CircleEvent, { readonly type: `heard/${string}` }>;
const mostLoops = 2;

export const heardMoves: Moves<HeardEvent> = {
  'heard/say': (state, event, { actor }) =>
    hearing(state, (circle, now) => {
      const problem = actsFor(state, actor, now.listener) ?? (now.line === undefined ? undefined : 'heard/waiting');
      if (problem !== undefined) {
        return refuse(problem);
      }
      const line = { id: event.id, text: event.text };
      return taken(state, event.id)
        ? refuse('event/idTaken')
        : { ...state, circle: { ...circle, hearing: { ...now, line } } };
    }),

  'heard/answer': (state, event, { actor }) =>
    hearing(state, (circle, now) => {
      if (personOf(actor) !== now.speaker && !isWholeRoom(actor)) {
        return refuse('actor/notYours');
      }
      if (now.line === undefined) {
        return refuse('heard/notNow');
      }
      return answered(state, circle, now, now.line, event.answer);
    }),

  'heard/skip': (state, _event, { actor }) =>
    hearing(state, (circle, now) =>
      personOf(actor) === now.listener || facilitates(state, actor) ? goOn(state, circle) : refuse('actor/notYours'),
    ),
};

function answered(
  state: RetroState,
  circle: Circle,
  now: Hearing,
  line: { readonly id: string; readonly text: string },
  answer: 'yes' | 'almost' | 'skip',
): RetroState {
  if (answer === 'yes') {
    return goOn({ ...state, heard: [...state.heard, line] }, circle);
  }
  const loops = now.loops + 1;
  return answer === 'skip' || loops >= mostLoops
    ? goOn(state, circle)
    : { ...state, circle: { ...circle, hearing: { ...without(now, 'line'), loops } } };
}

function hearing(
  state: RetroState,
  move: (circle: Circle, now: Hearing) => RetroState | ReturnType<typeof refuse>,
): RetroState | ReturnType<typeof refuse> {
  const { circle } = state;
  return circle?.hearing === undefined ? refuse('heard/notNow') : move(circle, circle.hearing);
}
