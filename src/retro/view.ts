import type { Actor, Viewer } from './actor.js';
import { answersIn, boxSpec, canBeShown, commitmentOf, median, safetyIsLow } from './ballots.js';
import { stands } from './confidentiality.js';
import { retroPlan } from './fieldPlan.js';
import { handsView } from './hands.js';
import type { Box, BoxName, Circle, Hearing, Participant, ParticipantId, RetroState } from './model.js';
import { nextSpeakers } from './moves/circle.js';
import { mayAnswer } from './moves/promises.js';
import { nowStep } from './moves/steps.js';
import { isAdopted, normHands } from './norms.js';
import { anonymityPossible, inRoom } from './people.js';
import { type FieldsWith, fieldsWith, trimmed } from './plannedFields.js';
import { allowed } from './rules.js';
import { talkView } from './talkView.js';
import type { BoxView, CircleView, CommitmentView, NormView, PromiseView, RetroView } from './viewModel.js';
import { totalsCanBeShown } from './votes.js';
import { sentence } from './wording.js';

/** What this viewer may see. Nothing else is ever sent; whatever is secret is left out, not marked. */
export function view(state: RetroState, viewer: Viewer): RetroView {
  const me = viewer.kind === 'participant' ? viewer.id : undefined;
  const people = inRoom(state);
  const step = nowStep(state);
  const boxes = boxViews(state, people.length);
  const role = me === undefined ? 'screen' : me === state.facilitator ? 'facilitator' : 'participant';
  return {
    ...sameForAll(state),
    step: step.id,
    kind: step.kind,
    ticks: { done: state.ticks.length, of: people.length, mine: me !== undefined && state.ticks.includes(me) },
    people: people.length,
    ...(me === undefined ? {} : { me }),
    facilitates: role !== 'participant',
    ...awaySince(state.participants, state.facilitator),
    may: state.finishedAt === undefined ? allowed(step.kind, role) : [],
    anonymityPossible: anonymityPossible(state),
    safetyLow: safetyIsLow(state),
    boxes,
    promises: promiseViews(state, viewer),
    norms: normViews(state, me),
    write: writeView(state, people.length),
    canUndo: state.groupsBefore.length > 0 && state.vote.status === 'waiting',
    ...(state.circle === undefined ? {} : { circle: circleView(state, state.circle, me) }),
    vote: voteView(state, people.length),
    talk: talkView(state, me),
    commitments: commitmentViews(state, boxes),
  };
}

/** What everyone sees in the same form. Viewers of one state share it. */
function sameForAll(state: RetroState) {
  const known = shared.get(state);
  if (known !== undefined) {
    return known;
  }
  const { id, name, about, incident = false, prompts } = state.template;
  const fields = { ...fieldsWith(state, retroPlan, 'view', 'sent'), template: { id, name, about, incident }, prompts };
  shared.set(state, fields);
  return fields;
}

type SameForAll = Pick<RetroState, FieldsWith<typeof retroPlan, 'view', 'sent'>> &
  Pick<RetroView, 'template' | 'prompts'>;
const shared = new WeakMap<RetroState, SameForAll>();

function awaySince(
  participants: readonly Participant[],
  facilitator: ParticipantId,
): { readonly facilitatorAwaySince?: number } {
  const person = participants.find((one) => one.id === facilitator);
  return person === undefined || person.presence === 'here' ? {} : { facilitatorAwaySince: person.since };
}

function boxViews(state: RetroState, of: number): RetroView['boxes'] {
  const entries = Object.entries(state.boxes) as [BoxName, Box][];
  return Object.fromEntries(entries.map(([name, box]) => [name, boxView(name, box, of)]));
}

function boxView(name: BoxName, box: Box, of: number): BoxView {
  const { status, withheld } = box;
  const plain: BoxView = { status, answers: answersIn(box), of, ...(withheld ? { withheld } : {}) };
  if (!canBeShown(box)) {
    return plain;
  }
  return commitmentOf(name) === undefined
    ? { ...plain, histograms: box.counts }
    : { ...plain, median: median(box.counts[0] ?? [], boxSpec(name).scale) };
}

function promiseViews(state: RetroState, viewer: Viewer): readonly PromiseView[] {
  const actor: Actor = viewer;
  const plan = retroPlan.promises.of;
  return state.promises.map((promise) => ({
    ...trimmed(promise, plan, 'view'),
    yours: mayAnswer(state, promise, actor),
  }));
}

function normViews(state: RetroState, me: ParticipantId | undefined): readonly NormView[] {
  return state.norms.map((norm) => {
    const adopted = isAdopted(state, norm);
    const hands = handsView(state, norm.hands, normHands, me);
    return { ...trimmed(norm, retroPlan.norms.of, 'view'), hands, adopted, open: !adopted };
  });
}

function writeView(state: RetroState, of: number): RetroView['write'] {
  const { entries } = state.sealed;
  return { entries, of, sealed: entries > 0 };
}

function circleView(state: RetroState, circle: Circle, me: ParticipantId | undefined): CircleView {
  const { speaker, hearing } = circle;
  const influence = new Set(state.participants.filter((person) => person.influence).map((person) => person.id));
  const others = circle.order.filter((id) => !influence.has(id));
  return {
    order: circle.order.map((id) => ({ id, turn: circle.turns[id] ?? 'waiting' })),
    ...(speaker === undefined ? {} : { speaker }),
    next: nextSpeakers(state, circle)
      .filter((id) => id !== speaker)
      .slice(0, 2),
    opening: speaker !== undefined && influence.has(speaker) && others.every((id) => circle.turns[id] === 'waiting'),
    ...(circle.reading === undefined ? {} : { reading: circle.reading }),
    cardsLeft: state.cards.length - circle.read.length,
    thanks: circle.thanks,
    ...(hearing === undefined ? {} : { hearing: hearingView(hearing) }),
    over: speaker === undefined,
    myTurn: speaker !== undefined && hearing === undefined && (me === undefined || me === speaker),
  };
}

function hearingView(hearing: Hearing): NonNullable<CircleView['hearing']> {
  const { speaker, listener, line, loops } = hearing;
  return { speaker, listener, loops, ...(line === undefined ? {} : { text: line.text }) };
}

function voteView(state: RetroState, of: number): RetroView['vote'] {
  const { status, budget, cap, ballots, totals, withheld } = state.vote;
  const plain = { status, budget, cap, ballots, of, ...(withheld ? { withheld } : {}) };
  return totalsCanBeShown(state) ? { ...plain, totals } : plain;
}

function commitmentViews(state: RetroState, boxes: RetroView['boxes']): readonly CommitmentView[] {
  return state.commitments.map((draft) => {
    const confidence = boxes[`confidence/${draft.id}`];
    return {
      ...trimmed(draft, retroPlan.commitments.of, 'view'),
      sentence: sentence(draft),
      ...(confidence === undefined ? {} : { confidence }),
      stands: stands(draft),
    };
  });
}
