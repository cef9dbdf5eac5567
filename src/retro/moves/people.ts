import type { PeopleEvent } from '../event.js';
import { limits, takeOverGrace } from '../limits.js';
import { anonymities, levels, type Participant, type ParticipantId, type RetroState } from '../model.js';
import { nameProblem } from '../names.js';
import { inRoom, isWholeRoom, personInRoom, personOf, sameName } from '../people.js';
import { plainName } from '../plainName.js';
import { type RefusalCode, refuse } from '../refusal.js';
import { joinCircle, leaveCircle } from './circle.js';
import { type Moves, replaced } from './move.js';

export const peopleMoves: Moves<PeopleEvent> = {
  'person/join': (state, event, { at }) => {
    if (state.participants.some((person) => person.id === event.id)) {
      return refuse('event/idTaken');
    }
    const others = withPlace(state);
    if (others === undefined) {
      return refuse('event/full');
    }
    const name = plainName(event.name);
    const problem = nameRefusal(state, name, event.id);
    if (problem !== undefined) {
      return refuse(problem);
    }
    const person: Participant = { id: event.id, name, influence: false, presence: 'here', since: at };
    return joinCircle({ ...state, participants: [...others, person] }, person.id);
  },

  'person/rename': (state, event, { actor }) => {
    if (!isWholeRoom(actor) && personOf(actor) !== event.id) {
      return refuse('actor/notYours');
    }
    const name = plainName(event.name);
    const problem = nameRefusal(state, name, event.id);
    return problem === undefined ? changed(state, event.id, (person) => ({ ...person, name })) : refuse(problem);
  },

  'person/presence': (state, event, { at }) => {
    const person = state.participants.find((one) => one.id === event.id);
    if (person === undefined) {
      return refuse('actor/unknown');
    }
    if (person.presence === event.presence) {
      return state;
    }
    if (event.presence === 'left') {
      return person.id === state.facilitator
        ? refuse('person/facilitates')
        : leaveCircle(present(state, person.id, 'left', at), person.id);
    }
    const next = present(state, person.id, event.presence, at);
    return person.presence === 'left' ? joinCircle(withOwnName(next, person), person.id) : next;
  },

  'person/aside': (state, event) =>
    changed(state, event.id, ({ aside: _aside, ...person }) => (event.aside ? { ...person, aside: true } : person)),

  'person/putOut': (state, event, { at }) => {
    if (event.id === state.facilitator) {
      return refuse('person/facilitates');
    }
    if (personInRoom(state, event.id) === undefined) {
      return refuse('actor/unknown');
    }
    const out = changed(state, event.id, (person) => ({ ...person, presence: 'left', putOut: true, since: at }));
    return 'refused' in out ? out : leaveCircle(out, event.id);
  },

  'person/influence': (state, event, { actor }) =>
    changed(state, personOf(actor), (person) => ({ ...person, influence: event.influence })),

  'facilitator/handOver': (state, event) =>
    personInRoom(state, event.to) === undefined ? refuse('actor/unknown') : { ...state, facilitator: event.to },

  'facilitator/takeOver': (state, _event, { actor, at }) => {
    const next = personOf(actor);
    const facilitator = personInRoom(state, state.facilitator);
    if (next === undefined || facilitator?.presence === 'here') {
      return refuse('facilitator/here');
    }
    if (facilitator !== undefined && at - facilitator.since < takeOverGrace) {
      return refuse('facilitator/grace');
    }
    return { ...state, facilitator: next };
  },

  'confidentiality/lower': (state, event) =>
    levels.indexOf(event.level) > levels.indexOf(state.confidentiality)
      ? refuse('level/raise')
      : { ...state, confidentiality: event.level },

  'anonymity/raise': (state, event) => {
    if (anonymities.indexOf(event.anonymity) < anonymities.indexOf(state.anonymity)) {
      return refuse('anonymity/lower');
    }
    return hasCards(state) ? refuse('anonymity/late') : { ...state, anonymity: event.anonymity };
  },
};

/**
 * The participants with a place for one more: whoever left first makes way, so that one guest who comes and goes can't fill the room.
 * Those whose name is still needed stay. @returns nothing when there is no place
 */
function withPlace({ participants, commitments, appreciations }: RetroState): readonly Participant[] | undefined {
  if (participants.length < limits.participants) {
    return participants;
  }
  const named = new Set([...commitments.map(({ owner }) => owner), ...appreciations.map(({ to }) => to)]);
  const left = participants.filter((person) => person.presence === 'left' && !named.has(person.id));
  const first = left.toSorted((one, other) => one.since - other.since)[0];
  return first && participants.filter((person) => person !== first);
}

/** Whether anyone handed in yet: from then on the way of signing stays. */
export function hasCards(state: RetroState): boolean {
  return state.cards.length > 0 || state.sealed.entries > 0;
}

/** Why someone cannot be called this: someone in the room has a name that reads the same, or it is no name. */
function nameRefusal(state: RetroState, name: string, except: ParticipantId): RefusalCode | undefined {
  const taken = inRoom(state).some((person) => person.id !== except && sameName(person.name, name));
  return taken ? 'person/nameTaken' : nameProblem(name);
}

/** Someone took the name while its person was gone: whoever comes back gets a number. */
function withOwnName(state: RetroState, { id, name }: Participant): RetroState {
  const others = inRoom(state).filter((person) => person.id !== id);
  let own = name;
  for (let number = 2; others.some((person) => sameName(person.name, own)); number += 1) {
    own = `${name.slice(0, limits.name - 4)} ${number}`;
  }
  const participants = replaced(state.participants, id, (person) => ({ ...person, name: own }));
  return own === name || participants === undefined ? state : { ...state, participants };
}

function changed(
  state: RetroState,
  id: ParticipantId | undefined,
  change: (person: Participant) => Participant,
): RetroState | ReturnType<typeof refuse> {
  const participants = id === undefined ? undefined : replaced(state.participants, id, change);
  return participants === undefined ? refuse('actor/unknown') : { ...state, participants };
}

function present(state: RetroState, id: ParticipantId, presence: Participant['presence'], since: number): RetroState {
  const participants = replaced(state.participants, id, (person) => ({ ...person, presence, since }));
  return participants === undefined ? state : { ...state, participants };
}
