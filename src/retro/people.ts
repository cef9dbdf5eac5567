import type { Actor } from './actor.js';
import { fewestAnswers } from './limits.js';
import type { Participant, ParticipantId, RetroState } from './model.js';
import { looksLike } from './names.js';

/** Everyone who did not leave; those who are away for a moment are waited for. The same array for the same participants. */
export function inRoom({ participants }: Pick<RetroState, 'participants'>): readonly Participant[] {
  const known = remembered.get(participants);
  if (known !== undefined) {
    return known;
  }
  const people = participants.filter((person) => person.presence !== 'left');
  remembered.set(participants, people);
  return people;
}

const remembered = new WeakMap<readonly Participant[], readonly Participant[]>();

/** Someone who did not leave, by id. */
export function personInRoom(state: RetroState, id: ParticipantId | undefined): Participant | undefined {
  return state.participants.find((person) => person.id === id && person.presence !== 'left');
}

/** The person an event comes from, if it comes from one. */
export function personOf(actor: Actor): ParticipantId | undefined {
  if (actor.kind === 'participant') {
    return actor.id;
  }
  return actor.kind === 'screen' ? actor.for : undefined;
}

/** The shared screen speaking for everyone at it. */
export function isWholeRoom(actor: Actor): boolean {
  return actor.kind === 'screen' && actor.for === undefined;
}

export function facilitates(state: RetroState, actor: Actor): boolean {
  return isWholeRoom(actor) || personOf(actor) === state.facilitator;
}

/** Says whether anything secret can be secret among so few. */
export function anonymityPossible(state: Pick<RetroState, 'participants'>): boolean {
  return inRoom(state).length >= fewestAnswers;
}

/** Whether two names read as the same one. */
export function sameName(one: string, other: string): boolean {
  return looksLike(one, other);
}

export function nameOf(state: Pick<RetroState, 'participants'>, id: ParticipantId | undefined): string | undefined {
  return state.participants.find((person) => person.id === id)?.name;
}
