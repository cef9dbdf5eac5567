import type { Actor } from '../actor.js';
import type { PromiseEvent } from '../event.js';
import type { OpenPromise, PromiseWalk, RetroState } from '../model.js';
import { facilitates, inRoom, isWholeRoom, personInRoom, personOf, sameName } from '../people.js';
import { type Refused, refuse } from '../refusal.js';
import { type Moves, replaced, without } from './move.js';

export const promiseMoves: Moves<PromiseEvent> = {
  'promise/answer': (state, event, { actor }) =>
    walked(state, event.id, actor, (promise) => ({ ...promise, answer: event.answer })),

  'promise/clear': (state, event, { actor }) => walked(state, event.id, actor, (promise) => without(promise, 'answer')),

  'promise/reflect': (state, event) =>
    changed(state, event.id, (promise) =>
      reflected(reflected(promise, 'helped', event.helped), 'hindered', event.hindered),
    ),
};

/** The owner answers for a promise; for one of the team anyone; for an absent owner the facilitator. */
export function mayAnswer(state: RetroState, promise: OpenPromise, actor: Actor): boolean {
  if (isWholeRoom(actor) || sameName(promise.owner, 'team')) {
    return true;
  }
  const owner = inRoom(state).find((person) => sameName(person.name, promise.owner));
  return owner === undefined ? facilitates(state, actor) : personInRoom(state, personOf(actor))?.id === owner.id;
}

function walked(
  state: RetroState,
  id: string,
  actor: Actor,
  change: (promise: PromiseWalk) => PromiseWalk,
): RetroState | Refused {
  const promise = state.promises.find((one) => one.id === id);
  return promise === undefined || mayAnswer(state, promise, actor)
    ? changed(state, id, change)
    : refuse('actor/notYours');
}

function changed(state: RetroState, id: string, change: (promise: PromiseWalk) => PromiseWalk): RetroState | Refused {
  const promises = replaced(state.promises, id, change);
  return promises === undefined ? refuse('promise/unknown') : { ...state, promises };
}

function reflected(promise: PromiseWalk, what: 'helped' | 'hindered', text: string | undefined): PromiseWalk {
  if (text === undefined) {
    return promise;
  }
  return text === '' ? without(promise, what) : { ...promise, [what]: text };
}
