/** From what was handed in to what lies on the board. */
import type { Actor } from '../actor.js';
import { shuffled } from '../chance.js';
import type { CardEvent, EntryCard } from '../event.js';
import { limits } from '../limits.js';
import type { Card, CardId, RetroState } from '../model.js';
import { usableAlias } from '../names.js';
import { inRoom, personInRoom, personOf } from '../people.js';
import { type RefusalCode, type Refused, refuse } from '../refusal.js';
import { dropped } from './groups.js';
import { taken } from './ids.js';
import { type Moves, replaced, without } from './move.js';

export const cardMoves: Moves<CardEvent> = {
  'entry/submit': (state, event, { seed }) => {
    const signed = event.cards.every((card) => card.alias === undefined || state.anonymity === 'alias');
    if (state.anonymity === 'named' || !signed) {
      return refuse('card/signature');
    }
    return handIn(state, event.cards, aliasOf(state), seed);
  },

  'entries/sealed': (state, event, { seed }) => {
    const signed = event.cards.every((card) => card.alias === undefined || state.anonymity === 'alias');
    if (state.anonymity === 'named' || !signed) {
      return refuse('card/signature');
    }
    const entries = Math.min(state.sealed.entries + event.entries, inRoom(state).length);
    const problem = cardsProblem(state, event.cards);
    if (problem !== undefined || (entries === 0 && event.cards.length > 0)) {
      return refuse(problem ?? 'entry/all');
    }
    return pooled(state, event.cards, aliasOf(state), seed, entries);
  },

  'entry/signed': (state, event, { actor, seed }) => {
    const name = nameOf(state, actor);
    if (state.anonymity !== 'named' || name === undefined || event.cards.some((card) => card.alias !== undefined)) {
      return refuse('card/signature');
    }
    return handIn(state, event.cards, () => name, seed);
  },

  'reveal/open': (state, _event, { seed }) => {
    if (state.vote.status === 'open') {
      return refuse('vote/frozen');
    }
    const cards = [...state.cards, ...shuffled(state.sealed.pool, seed)];
    return state.sealed.entries === 0
      ? refuse('reveal/nothing')
      : { ...state, cards, sealed: { pool: [], entries: 0 } };
  },

  'card/edit': (state, event) =>
    state.vote.status === 'open'
      ? refuse('vote/frozen')
      : onCard(state, event.id, (card) => ({ ...card, text: event.text })),

  'card/withdraw': (state, event) =>
    state.vote.status === 'open' ? refuse('vote/frozen') : withdrawn(state, event.id),

  'card/ask': (state, event) =>
    state.cards.some((card) => card.id === event.id && card.asked !== undefined)
      ? refuse('card/asked')
      : onCard(state, event.id, (card) => ({ ...card, asked: { question: event.question } })),

  'card/answer': (state, event) => {
    const asked = state.cards.find((card) => card.id === event.id)?.asked;
    return asked === undefined
      ? refuse('card/noQuestion')
      : onCard(state, event.id, (card) => ({ ...card, asked: { ...asked, answer: event.answer } }));
  },
};

/** A card is never refused for its alias. It is without one when the alias reads as the name of someone in the room. */
function aliasOf(state: RetroState): (card: EntryCard) => string | undefined {
  return ({ alias }) =>
    alias === undefined
      ? undefined
      : usableAlias(
          alias,
          inRoom(state).map((person) => person.name),
        );
}

function nameOf(state: RetroState, actor: Actor): string | undefined {
  return personInRoom(state, personOf(actor))?.name;
}

function handIn(
  state: RetroState,
  entry: readonly EntryCard[],
  by: (card: EntryCard) => string | undefined,
  seed: string,
): RetroState | Refused {
  const everyone = state.sealed.entries >= inRoom(state).length;
  const problem = everyone ? 'entry/all' : cardsProblem(state, entry);
  return problem === undefined ? pooled(state, entry, by, seed, state.sealed.entries + 1) : refuse(problem);
}

function pooled(
  state: RetroState,
  entry: readonly EntryCard[],
  by: (card: EntryCard) => string | undefined,
  seed: string,
  entries: number,
): RetroState {
  const cards = entry.map((card): Card => {
    const signature = by(card);
    const { id, prompt, text, key } = card;
    const plain = { id, prompt, text, ...(key === undefined ? {} : { key }) };
    return signature === undefined ? plain : { ...plain, by: signature };
  });
  const pool = shuffled([...state.sealed.pool, ...cards], seed);
  return { ...state, sealed: { pool, entries } };
}

function cardsProblem(state: RetroState, entry: readonly EntryCard[]): RefusalCode | undefined {
  if (state.cards.length + state.sealed.pool.length + entry.length > limits.cards) {
    return 'event/full';
  }
  if (new Set(entry.map((card) => card.id)).size < entry.length || entry.some((card) => taken(state, card.id))) {
    return 'event/idTaken';
  }
  const prompts = new Set(state.template.prompts.map((prompt) => prompt.id));
  return entry.every((card) => prompts.has(card.prompt)) ? undefined : 'entry/prompt';
}

function onCard(state: RetroState, id: CardId, change: (card: Card) => Card): RetroState | Refused {
  const cards = replaced(state.cards, id, change);
  return cards === undefined ? refuse('card/unknown') : { ...state, cards };
}

function withdrawn(state: RetroState, id: CardId): RetroState | Refused {
  const cards = state.cards.filter((card) => card.id !== id);
  if (cards.length === state.cards.length) {
    return refuse('card/unknown');
  }
  const { circle } = state;
  const gone = { ...state, cards, groups: dropped(state.groups, id) };
  if (circle === undefined || !circle.read.includes(id)) {
    return gone;
  }
  const put = circle.reading === id ? without(circle, 'reading') : circle;
  return { ...gone, circle: { ...put, read: put.read.filter((one) => one !== id) } };
}
