/** Cards into groups, with a way back from each move. */
import type { GroupEvent } from '../event.js';
import { limits } from '../limits.js';
import type { CardId, RetroState } from '../model.js';
import { type Refused, refuse } from '../refusal.js';
import type { Group } from '../topics.js';
import { taken } from './ids.js';
import { type Moves, replaced } from './move.js';

export const groupMoves: Moves<GroupEvent> = {
  'group/make': (state, event) => {
    if (state.groups.length >= limits.groups) {
      return refuse('event/full');
    }
    if (taken(state, event.id)) {
      return refuse('event/idTaken');
    }
    const cards = [...new Set(event.cards)];
    const others = withoutCards(state.groups, new Set(cards));
    return moved(state, cards, [...others, { id: event.id, name: event.name, cards }]);
  },

  'group/put': (state, event) => {
    const target = state.groups.find((group) => group.id === event.group);
    if (target === undefined) {
      return refuse('group/unknown');
    }
    if (target.cards.includes(event.card)) {
      return refuse('group/same');
    }
    const others = dropped(state.groups, event.card);
    const groups = replaced(others, event.group, (group) => ({ ...group, cards: [...group.cards, event.card] }));
    return moved(state, [event.card], groups ?? others);
  },

  'group/take': (state, event) => {
    const groups = dropped(state.groups, event.card);
    return groups === state.groups ? refuse('group/unknown') : moved(state, [event.card], groups);
  },

  'group/name': (state, event) => {
    const groups = replaced(state.groups, event.group, (group) => ({ ...group, name: event.name }));
    return groups === undefined ? refuse('group/unknown') : moved(state, [], groups);
  },

  'group/merge': (state, event) => {
    const from = state.groups.find((group) => group.id === event.from);
    if (from === undefined || !state.groups.some((group) => group.id === event.into)) {
      return refuse('group/unknown');
    }
    if (event.from === event.into) {
      return refuse('group/same');
    }
    const others = state.groups.filter((group) => group !== from);
    const groups = replaced(others, event.into, (group) => ({ ...group, cards: [...group.cards, ...from.cards] }));
    return moved(state, [], groups ?? others);
  },

  'group/undo': (state) => {
    const before = state.groupsBefore.at(-1);
    if (before === undefined) {
      return refuse('group/noUndo');
    }
    if (state.vote.status !== 'waiting') {
      return refuse('group/votesIn');
    }
    const cards = new Set(state.cards.map((card) => card.id));
    return { ...state, groups: only(before, cards), groupsBefore: state.groupsBefore.slice(0, -1) };
  },
};

/** Groups without that card; a group that it leaves empty is gone. The same array when no group had it. */
export function dropped(groups: readonly Group[], card: CardId): readonly Group[] {
  const index = groups.findIndex((group) => group.cards.includes(card));
  const group = groups[index];
  if (group === undefined) {
    return groups;
  }
  const cards = group.cards.filter((id) => id !== card);
  return cards.length === 0 ? groups.toSpliced(index, 1) : groups.with(index, { ...group, cards });
}

/** Groups of cards that are still there. */
export function only(groups: readonly Group[], cards: ReadonlySet<CardId>): readonly Group[] {
  return keptIn(groups, (id) => cards.has(id));
}

/** Groups without these cards. */
function withoutCards(groups: readonly Group[], cards: ReadonlySet<CardId>): readonly Group[] {
  return keptIn(groups, (id) => !cards.has(id));
}

/** A group that is left empty is gone. What does not change keeps its identity. */
function keptIn(groups: readonly Group[], keep: (card: CardId) => boolean): readonly Group[] {
  const whole = (group: Group): boolean => group.cards.every(keep);
  if (groups.every(whole)) {
    return groups;
  }
  return groups
    .map((group) => (whole(group) ? group : { ...group, cards: group.cards.filter(keep) }))
    .filter((group) => group.cards.length > 0);
}

function moved(state: RetroState, touched: readonly CardId[], groups: readonly Group[]): RetroState | Refused {
  if (state.vote.status !== 'waiting') {
    return refuse('group/votesIn');
  }
  const cards = new Set(state.cards.map((card) => card.id));
  if (!touched.every((id) => cards.has(id))) {
    return refuse('card/unknown');
  }
  return { ...state, groups, groupsBefore: [...state.groupsBefore, state.groups].slice(-limits.undo) };
}
