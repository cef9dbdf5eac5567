import type { RetroState } from '../model.js';
import type { TopicId } from '../topics.js';

/** Whether something that people wrote has this id. One space of ids for all, so that none can stand for two things. */
export function taken(state: RetroState, id: string): boolean {
  const has = (items: readonly { readonly id: string }[]): boolean => items.some((item) => item.id === id);
  return (
    has(state.cards) ||
    has(state.sealed.pool) ||
    has(state.groups) ||
    state.groupsBefore.some(has) ||
    has(state.talk.proposals) ||
    has(state.norms) ||
    has(state.commitments) ||
    has(state.appreciations) ||
    has(state.heard) ||
    state.circle?.hearing?.line?.id === id ||
    Object.values(state.talk.topics).some((topic) => has(topic.notes))
  );
}

/** What can be voted on and talked about, in the order of the board: groups, cards without one, proposals. */
export function topicIds(state: Pick<RetroState, 'cards' | 'groups' | 'talk'>): readonly TopicId[] {
  const grouped = new Set(state.groups.flatMap((group) => group.cards));
  return [
    ...state.groups.map((group) => group.id),
    ...state.cards.filter((card) => !grouped.has(card.id)).map((card) => card.id),
    ...state.talk.proposals.map((proposal) => proposal.id),
  ];
}

export function isTopic(state: RetroState, id: TopicId): boolean {
  return (
    state.groups.some((group) => group.id === id) ||
    state.talk.proposals.some((proposal) => proposal.id === id) ||
    (state.cards.some((card) => card.id === id) && !state.groups.some((group) => group.cards.includes(id)))
  );
}
