/** What is true of every state. Used where a state comes from outside (a snapshot), and by the tests after every event. */
import { answersIn, boxSpec, commitmentOf } from './ballots.js';
import { limits } from './limits.js';
import type { BoxName, RetroState } from './model.js';
import { planProblem } from './moves/steps.js';

type Check = (state: RetroState) => boolean;

const invariants: Readonly<Record<string, Check>> = {
  'exactly one step is the present one': (state) => state.steps.filter((step) => step.status === 'now').length === 1,
  'steps have ids of their own': (state) => distinct(state.steps),
  'the last step is the close': (state) => planProblem([...state.steps.slice(-1)]) === undefined,
  'the facilitator is in the room': (state) =>
    state.participants.some((person) => person.id === state.facilitator && person.presence !== 'left'),
  'people have ids of their own': (state) => distinct(state.participants),
  'what people wrote has ids of its own': (state) =>
    distinct([
      ...state.cards,
      ...state.sealed.pool,
      ...state.groups,
      ...state.talk.proposals,
      ...state.norms,
      ...state.commitments,
      ...state.appreciations,
      ...state.heard,
      ...Object.values(state.talk.topics).flatMap((topic) => topic.notes),
    ]),
  'groups hold cards that are there, each once': groupsFit,
  'only named and aliased rooms have signed cards': (state) =>
    state.anonymity !== 'anonymous' || [...state.cards, ...state.sealed.pool].every((card) => !('by' in card)),
  'cards wait only when someone handed in': (state) => state.sealed.entries > 0 || state.sealed.pool.length === 0,
  'lists stay within their limits': (state) =>
    state.cards.length + state.sealed.pool.length <= limits.cards &&
    state.groups.length <= limits.groups &&
    state.groupsBefore.length <= limits.undo &&
    state.participants.length <= limits.participants,
  'no more votes than budgets': votesFit,
  'boxes have the shape of their questions': (state) =>
    (Object.keys(state.boxes) as BoxName[]).every((name) => boxFits(state, name)),
  'the circle is made of its own people and cards': circleFits,
  'ticks are of people who are known': (state) => new Set(state.ticks).size === state.ticks.length,
  'one topic at most is taken up': talkFits,
  'commitments of the team have no owner': (state) =>
    state.commitments.every((draft) => !(draft.team && draft.owner !== undefined)),
  'nothing of the meeting outlives it': (state) =>
    state.finishedAt === undefined ||
    (state.sealed.entries === 0 && state.circle === undefined && Object.keys(state.words).length === 0),
};

/** The names of what does not hold; none for every state that `apply` makes. */
export function brokenInvariants(state: RetroState): readonly string[] {
  return Object.entries(invariants)
    .filter(([, holds]) => !holds(state))
    .map(([name]) => name);
}

function distinct(things: readonly { readonly id: string }[]): boolean {
  return new Set(things.map((thing) => thing.id)).size === things.length;
}

function groupsFit(state: RetroState): boolean {
  const ids = new Set(state.cards.map((card) => card.id));
  const grouped = state.groups.flatMap((group) => group.cards);
  return (
    new Set(grouped).size === grouped.length &&
    grouped.every((id) => ids.has(id)) &&
    state.groups.every((group) => group.cards.length > 0)
  );
}

function votesFit(state: RetroState): boolean {
  const { totals, ballots, budget, cap, status } = state.vote;
  const counts = Object.values(totals);
  return (
    counts.every((count) => Number.isSafeInteger(count) && count >= 0 && count <= ballots * cap) &&
    counts.reduce((sum, count) => sum + count, 0) <= ballots * budget &&
    (status !== 'waiting' || ballots === 0)
  );
}

function boxFits(state: RetroState, name: BoxName): boolean {
  const box = state.boxes[name];
  const { questions, scale } = boxSpec(name);
  const commitment = commitmentOf(name);
  return (
    box !== undefined &&
    box.counts.length === questions &&
    box.counts.every((row) => row.length === scale.length && sum(row) === answersIn(box) && row.every((n) => n >= 0)) &&
    (commitment === undefined || state.commitments.some((draft) => draft.id === commitment))
  );
}

function circleFits(state: RetroState): boolean {
  const { circle } = state;
  if (circle === undefined) {
    return true;
  }
  const cards = new Set(state.cards.map((card) => card.id));
  const { speaker, hearing, order, turns, read, reading } = circle;
  const present = (id: string): boolean =>
    order.includes(id) && state.participants.some((person) => person.id === id && person.presence !== 'left');
  return (
    order.every((id) => Object.hasOwn(turns, id)) &&
    (speaker === undefined || present(speaker)) &&
    (hearing === undefined || (hearing.speaker === speaker && present(hearing.listener) && hearing.loops < 2)) &&
    read.every((id) => cards.has(id)) &&
    (reading === undefined || read.includes(reading))
  );
}

function talkFits(state: RetroState): boolean {
  const { current, topics, more } = state.talk;
  const now = Object.entries(topics).filter(([, topic]) => topic.status === 'now');
  return now.every(([id]) => id === current) && now.length === (current === undefined ? 0 : 1) && (!more || !!current);
}

function sum(row: readonly number[]): number {
  return row.reduce((total, count) => total + count, 0);
}
