import { handsView } from './hands.js';
import type { Card, Participant, ParticipantId, RetroState } from './model.js';
import { inRoom } from './people.js';
import type { Group, TopicId, TopicTalk } from './topics.js';
import type { TalkView, TopicView } from './viewModel.js';
import { rankedTopics, totalsCanBeShown } from './votes.js';

/** The topics as one viewer may see them. */
export function talkView(state: RetroState, me: ParticipantId | undefined): TalkView {
  const { current, proposals, more } = state.talk;
  return {
    ...(current === undefined ? {} : { current }),
    topics: rememberedTopics(state, me),
    proposals,
    ...(more === undefined ? {} : { more: handsView(state, more, ['yes', 'no'], me) }),
    order: speakingOrder(inRoom(state)),
  };
}

/** People with influence last. */
function speakingOrder(people: readonly Participant[]): readonly ParticipantId[] {
  const known = orders.get(people);
  const order = known ?? people.toSorted((one, other) => Number(one.influence) - Number(other.influence)).map(idOf);
  orders.set(people, order);
  return order;
}

const idOf = (person: Participant): ParticipantId => person.id;
const orders = new WeakMap<readonly Participant[], readonly ParticipantId[]>();

type Inputs = Pick<RetroState, 'cards' | 'groups' | 'talk' | 'vote' | 'participants'>;
const remembered = new WeakMap<RetroState['cards'], Map<ParticipantId | undefined, [Inputs, readonly TopicView[]]>>();

/** The same array for the same board, so that an update need not go through it; and for all viewers who have no hand up. */
function rememberedTopics(state: RetroState, viewer: ParticipantId | undefined): readonly TopicView[] {
  const me = viewer !== undefined && hasHandUp(state, viewer) ? viewer : undefined;
  const ofBoard = remembered.get(state.cards) ?? new Map<ParticipantId | undefined, [Inputs, readonly TopicView[]]>();
  const [before, known] = ofBoard.get(me) ?? [];
  if (before !== undefined && known !== undefined && sameInputs(before, state)) {
    return known;
  }
  const topics = topicViews(state, me);
  const { cards, groups, talk, vote, participants } = state;
  ofBoard.set(me, [{ cards, groups, talk, vote, participants }, topics]);
  remembered.set(state.cards, ofBoard);
  return topics;
}

function hasHandUp(state: RetroState, me: ParticipantId): boolean {
  return Object.values(state.talk.topics).some(({ wellEnough }) => Object.hasOwn(wellEnough, me));
}

function sameInputs(one: Inputs, other: Inputs): boolean {
  const { groups, talk, vote, participants } = one;
  return groups === other.groups && talk === other.talk && vote === other.vote && participants === other.participants;
}

function topicViews(state: RetroState, me: ParticipantId | undefined): readonly TopicView[] {
  const titles = titlesOf(state);
  const groups = new Map(state.groups.map((group) => [group.id, group]));
  const shown = totalsCanBeShown(state);
  const ranked = rankedTopics(state);
  const known = new Set(ranked);
  // A talk keeps its notes also when its cards went into another group afterwards.
  const orphans = Object.keys(state.talk.topics).filter((id) => !known.has(id));
  const cards = new Map(state.cards.map((card) => [card.id, card]));
  return [...ranked, ...orphans].map((id) => {
    const card = cards.get(id);
    const isUntouched = !shown && card !== undefined && known.has(id) && !Object.hasOwn(state.talk.topics, id);
    return isUntouched ? untouched(card) : topicView(id);
  });

  function topicView(id: TopicId): TopicView {
    return {
      id,
      title: titles.get(id) ?? '',
      cards: cardsOf(id, groups.get(id), known.has(id) && titles.has(id) && !isProposal(state, id)),
      ...(shown ? { votes: state.vote.totals[id] ?? 0 } : {}),
      ...talkOf(state, state.talk.topics[id], me),
    };
  }
}

/** A card that nobody voted on or talked about yet, which is most of them: the same object for the same card. */
function untouched(card: Card): TopicView {
  const known = untouchedBefore.get(card) ?? {
    id: card.id,
    title: card.text,
    cards: [card.id],
    status: 'waiting',
    notes: [],
  };
  untouchedBefore.set(card, known);
  return known;
}

const untouchedBefore = new WeakMap<Card, TopicView>();

/** What each topic is called: the name of the group, the text of the card, the proposal. */
export function titlesOf(state: Pick<RetroState, 'cards' | 'groups' | 'talk'>): ReadonlyMap<TopicId, string> {
  return new Map([
    ...state.cards.map((card) => [card.id, card.text] as const),
    ...state.groups.map((group) => [group.id, group.name] as const),
    ...state.talk.proposals.map((proposal) => [proposal.id, proposal.title] as const),
  ]);
}

function isProposal(state: RetroState, id: TopicId): boolean {
  return state.talk.proposals.some((proposal) => proposal.id === id);
}

function cardsOf(id: TopicId, group: Group | undefined, isCard: boolean): readonly string[] {
  return group?.cards ?? (isCard ? [id] : []);
}

function talkOf(
  state: RetroState,
  talk: TopicTalk | undefined,
  me: ParticipantId | undefined,
): Pick<TopicView, 'status' | 'notes' | 'purpose' | 'advice' | 'wellEnough'> {
  if (talk === undefined) {
    return { status: 'waiting', notes: [] };
  }
  const { status, notes, purpose, advice, wellEnough } = talk;
  return { status, notes, purpose, advice, wellEnough: handsView(state, wellEnough, ['yes', 'notYet'], me) };
}
