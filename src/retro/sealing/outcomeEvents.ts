/** From what came out of a round to what the core takes. What nobody could have meant (a spoiled envelope) is left out. */
import * as v from 'valibot';
import type { Actor } from '../actor.js';
import type { EntryCard, RetroEvent } from '../event.js';
import { entryCard, eventSchema } from '../eventSchema.js';
import { limits } from '../limits.js';
import type { CardId, RetroState } from '../model.js';
import { taken } from '../moves/ids.js';
import { listed, toBase64 } from './bytes.js';
import { type AmendContent, boxOf, type CardContent, type Content, type GivenVotes } from './content.js';
import type { SealingCrypto } from './crypto.js';
import type { Base64 } from './messages.js';
import type { Item, Question } from './question.js';
import { amendMessage } from './transcript.js';

/** An event that comes from nobody with a name. */
export interface NamelessEvent {
  readonly event: RetroEvent;
  readonly actor: Extract<Actor, { readonly kind: 'hub' | 'cardHolder' }>;
}

/** A card's id comes out of its key: nobody can choose it, so it says nothing and stands for no other card. */
export function cardId(crypto: SealingCrypto, key: Uint8Array): CardId {
  const bytes = crypto.hash(listed('card', key)).subarray(0, 8);
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The events of a round, in the order of its last shuffle. @param people how many took part; 0 for what did not fit before */
export async function eventsOf(
  crypto: SealingCrypto,
  state: RetroState,
  round: { readonly id: Base64; readonly question: Question; readonly people: number },
  contents: readonly Content[],
): Promise<readonly NamelessEvent[]> {
  const actor = { kind: 'hub' } as const;
  const { purpose, items } = round.question;
  const box = boxOf(purpose);
  switch (purpose) {
    case 'cards': {
      const cards = contents.flatMap((content) => (content.kind === 'card' ? entryOf(crypto, items, content) : []));
      return [{ actor, event: { type: 'entries/sealed', cards: fitting(state, cards), entries: round.people } }];
    }
    case 'amend':
      return amendments(crypto, state, round.id, contents);
    case 'vote':
      return wellFormed(
        contents.flatMap((content) =>
          content.kind === 'votes' ? { type: 'vote/cast', votes: votesOf(items, content.votes) } : [],
        ),
      ).map((event) => ({ event, actor }));
    default:
      return wellFormed(
        contents.flatMap((content) =>
          content.kind === 'answers' ? { type: 'ballot/answer', box, answers: content.answers } : [],
        ),
      ).map((event) => ({ event, actor }));
  }
}

/** Nothing when the card names a prompt that was not asked. */
function entryOf(
  crypto: SealingCrypto,
  items: readonly Item[],
  { key, prompt: place, text, alias }: CardContent,
): readonly EntryCard[] {
  const prompt = items[place]?.id;
  if (prompt === undefined) {
    return [];
  }
  const plain = { id: cardId(crypto, key), prompt, text, key: toBase64(key) };
  return [alias === undefined ? plain : { ...plain, alias }];
}

/** A ballot by the ids of its topics; one that names no topic, or one twice, is none. */
export function votesOf(
  items: readonly Item[],
  votes: readonly GivenVotes[],
): Readonly<Record<string, number>> | undefined {
  const ids = votes.map(([place]) => items[place]?.id);
  const right = new Set(ids).size === ids.length && !ids.includes(undefined);
  return right ? Object.fromEntries(votes.map(([, count], index) => [ids[index] ?? '', count])) : undefined;
}

/** The cards that the core would take. */
function fitting(state: RetroState, cards: readonly EntryCard[]): readonly EntryCard[] {
  const prompts = new Set(state.template.prompts.map((prompt) => prompt.id));
  const ids = new Set<CardId>();
  const room = limits.cards - state.cards.length - state.sealed.pool.length;
  const right = cards.filter((card) => {
    const again = ids.has(card.id) || taken(state, card.id);
    ids.add(card.id);
    const signed = card.alias === undefined || state.anonymity === 'alias';
    return !again && signed && prompts.has(card.prompt) && v.is(entryCard, card);
  });
  return right.slice(0, room);
}

function wellFormed(events: readonly unknown[]): readonly RetroEvent[] {
  return events.flatMap((event) => {
    const parsed = v.safeParse(eventSchema, event);
    return parsed.success ? parsed.output : [];
  });
}

async function amendments(
  crypto: SealingCrypto,
  state: RetroState,
  round: Base64,
  contents: readonly Content[],
): Promise<readonly NamelessEvent[]> {
  const all: NamelessEvent[] = [];
  for (const content of contents) {
    const card = content.kind === 'amend' ? state.cards.find((one) => one.key === toBase64(content.key)) : undefined;
    if (content.kind !== 'amend' || card === undefined || !(await isByHolder(crypto, round, content))) {
      continue;
    }
    for (const event of wellFormed([changeOf(content, card.id)])) {
      all.push({ event, actor: { kind: 'cardHolder', card: card.id } });
    }
  }
  return all;
}

function isByHolder(crypto: SealingCrypto, round: Base64, content: AmendContent): Promise<boolean> {
  return crypto.verify(content.key, amendMessage(round, content.change, content.text), content.signature);
}

function changeOf({ change, text }: AmendContent, id: CardId): unknown {
  switch (change) {
    case 'edit':
      return { type: 'card/edit', id, text };
    case 'withdraw':
      return { type: 'card/withdraw', id };
    case 'answer':
      return { type: 'card/answer', id, answer: text };
  }
}
