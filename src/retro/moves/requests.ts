/** What anyone may ask of the room without being named. */
import type { RequestEvent } from '../event.js';
import { normBreath, silenceLength } from '../limits.js';
import { personOf } from '../people.js';
import { refuse } from '../refusal.js';
import { type Moves, without } from './move.js';

export const requestMoves: Moves<RequestEvent> = {
  // Pressed again it stays what it was: a second wish could be counted, and a number says who.
  'request/longer': (state, _event, { at }) =>
    state.requests.longer === undefined ? { ...state, requests: { ...state.requests, longer: { at } } } : state,

  'request/silence': (state, _event, { at }) => {
    const running = state.requests.silence;
    return running !== undefined && running.until > at
      ? state
      : { ...state, requests: { ...state.requests, silence: { at, until: at + silenceLength } } };
  },

  'request/norm': (state, event, { at }) => {
    if (event.norm !== undefined && !state.norms.some((norm) => norm.id === event.norm)) {
      return refuse('norm/unknown');
    }
    const which = event.norm === undefined ? {} : { norm: event.norm };
    return { ...state, requests: { ...state.requests, norm: { at, until: at + normBreath, ...which } } };
  },

  'request/settle': (state, event) =>
    state.requests[event.request] === undefined
      ? refuse('request/none')
      : { ...state, requests: without(state.requests, event.request) },

  'tick/set': (state, event, { actor }) => {
    const person = personOf(actor);
    if (person === undefined || state.ticks.includes(person) === event.done) {
      return state;
    }
    const ticks = event.done ? [...state.ticks, person].sort() : state.ticks.filter((id) => id !== person);
    return { ...state, ticks };
  },
};
