/** The round: one speaks, nobody interrupts, everyone has a turn and nobody has to take it. */
import type { Actor } from '../actor.js';
import type { CircleEvent } from '../event.js';
import type { CardId, Circle, Hearing, ParticipantId, RetroState, StepId } from '../model.js';
import { facilitates, inRoom, isWholeRoom, personInRoom, personOf } from '../people.js';
import { type RefusalCode, refuse } from '../refusal.js';
import { type Moves, without } from './move.js';

type RoundEvent = Extract<CircleEvent, { readonly type: `circle/${string}` }>;

export const circleMoves: Moves<RoundEvent> = {
  'circle/restart': (state) => (state.circle === undefined ? state : startCircle(state, state.circle.step)),

  'circle/done': (state, _event, { actor }) =>
    onTurn(state, actor, (circle) => hearOrGoOn(state, said(circle, 'spoke'))),

  'circle/pass': (state, _event, { actor }) => onTurn(state, actor, (circle) => goOn(state, said(circle, 'passed'))),

  'circle/later': (state, _event, { actor }) =>
    onTurn(state, actor, (circle, speaker) =>
      circle.turns[speaker] === 'later' ? refuse('circle/laterTwice') : goOn(state, said(circle, 'later')),
    ),

  'circle/read': (state, event, { actor }) =>
    onTurn(state, actor, (circle) => {
      const back = putBack(circle);
      if (event.stop === true) {
        return { ...state, circle: back };
      }
      const card = nextUnread(state, back, circle.reading);
      return card === undefined
        ? refuse('circle/noCards')
        : { ...state, circle: { ...back, reading: card, read: [...back.read, card] } };
    }),

  'circle/thank': (state, _event, { actor }) => {
    const { circle } = state;
    if (circle?.speaker === undefined) {
      return refuse('circle/noSpeaker');
    }
    if (personOf(actor) === circle.speaker) {
      return refuse('circle/speaker');
    }
    return { ...state, circle: { ...circle, thanks: circle.thanks + 1 } };
  },
};

/** A new round. Whoever has influence opens it; among equals the beginning moves on from round to round. */
export function startCircle(state: RetroState, step: StepId): RetroState {
  const people = inRoom(state);
  const first = people.length === 0 ? 0 : state.circleStart % people.length;
  const turned = [...people.slice(first), ...people.slice(0, first)];
  const order = [...turned.filter((person) => person.influence), ...turned.filter((person) => !person.influence)].map(
    (person) => person.id,
  );
  const turns = Object.fromEntries(order.map((id) => [id, 'waiting' as const]));
  const circle: Circle = { step, order, turns, read: state.circle?.read ?? [], thanks: 0 };
  return { ...state, circleStart: state.circleStart + 1, circle: withSpeaker(state, circle) };
}

/** Someone who came late is heard at the end of a round that is still going. */
export function joinCircle(state: RetroState, id: ParticipantId): RetroState {
  const { circle } = state;
  if (circle?.speaker === undefined || circle.order.includes(id)) {
    return state;
  }
  return {
    ...state,
    circle: { ...circle, order: [...circle.order, id], turns: { ...circle.turns, [id]: 'waiting' } },
  };
}

/** The round goes on without someone who left. */
export function leaveCircle(state: RetroState, id: ParticipantId): RetroState {
  const { circle } = state;
  if (circle === undefined) {
    return state;
  }
  const { hearing } = circle;
  if (circle.speaker === id || hearing?.listener === id) {
    return goOn(state, circle);
  }
  return state;
}

/** Ends the turn and gives the floor to whoever is next. */
export function goOn(state: RetroState, circle: Circle): RetroState {
  const cleared: Circle = without(without(circle, 'hearing'), 'reading');
  return { ...state, circle: withSpeaker(state, { ...cleared, thanks: 0 }) };
}

/** Who comes after the present turn: first those who wait, then those who asked to be come back to. */
export function nextSpeakers(state: RetroState, circle: Circle): readonly ParticipantId[] {
  const here = circle.order.filter((id) => personInRoom(state, id) !== undefined);
  const having = (turn: 'waiting' | 'later'): ParticipantId[] => here.filter((id) => circle.turns[id] === turn);
  return [...having('waiting'), ...having('later')];
}

function withSpeaker(state: RetroState, circle: Circle): Circle {
  const next = nextSpeakers(state, circle)[0];
  return next === undefined ? without(circle, 'speaker') : { ...circle, speaker: next };
}

/** Marks how the present turn went. */
function said(circle: Circle, turn: 'spoke' | 'passed' | 'later'): Circle {
  return circle.speaker === undefined ? circle : { ...circle, turns: { ...circle.turns, [circle.speaker]: turn } };
}

function hearOrGoOn(state: RetroState, circle: Circle): RetroState {
  const { speaker } = circle;
  const listener =
    nextSpeakers(state, circle)[0] ??
    circle.order.find((id) => id !== speaker && personInRoom(state, id)?.presence === 'here');
  if (state.template.heard === false || speaker === undefined || listener === undefined) {
    return goOn(state, circle);
  }
  const hearing: Hearing = { speaker, listener, loops: 0 };
  return { ...state, circle: { ...circle, hearing } };
}

function onTurn(
  state: RetroState,
  actor: Actor,
  move: (circle: Circle, speaker: ParticipantId) => RetroState | ReturnType<typeof refuse>,
): RetroState | ReturnType<typeof refuse> {
  const { circle } = state;
  if (circle?.speaker === undefined) {
    return refuse('circle/noSpeaker');
  }
  if (circle.hearing !== undefined) {
    return refuse('heard/waiting');
  }
  const problem = actsFor(state, actor, circle.speaker);
  return problem === undefined ? move(circle, circle.speaker) : refuse(problem);
}

/** The person, the shared screen, or the facilitator while the person is away. */
export function actsFor(state: RetroState, actor: Actor, id: ParticipantId): RefusalCode | undefined {
  const away = personInRoom(state, id)?.presence !== 'here';
  const may = personOf(actor) === id || isWholeRoom(actor) || (away && facilitates(state, actor));
  return may ? undefined : 'actor/notYours';
}

function putBack(circle: Circle): Circle {
  return circle.reading === undefined
    ? circle
    : { ...without(circle, 'reading'), read: circle.read.filter((id) => id !== circle.reading) };
}

/** The first unread card after the one that was put back, going round. */
function nextUnread(state: RetroState, circle: Circle, after: CardId | undefined): CardId | undefined {
  const start = state.cards.findIndex((card) => card.id === after) + 1;
  const read = new Set(circle.read);
  const ahead = [...state.cards.slice(start), ...state.cards.slice(0, start)];
  return ahead.find((card) => !read.has(card.id))?.id;
}
