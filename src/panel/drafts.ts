import { effect, type Signal, signal } from '@preact/signals';
import type { Drafts } from '../protocol/panelMessages.js';
import { newId } from './ids.js';

/** A card that is being written. Only its own text box listens to its text. */
export interface DraftCard {
  readonly id: string;
  readonly text: Signal<string>;
}

/** Cards by prompt. There is always an empty one at the end to write on. */
const cards = signal<Readonly<Record<string, readonly DraftCard[]>>>({});
/** The ballot at hand, by topic. */
export const votes = signal<Readonly<Record<string, number>>>({});
/** The memory of this panel about its room (`RoomMemory`), as text. It is kept with the drafts. */
export const panelMemory = signal<string | undefined>(undefined);

/** The ballot to hand in: what got no vote is left out. */
export function givenVotes(): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(votes.peek()).filter(([, count]) => count > 0));
}

const boxes = signal<ReadonlyMap<string, Signal<string>>>(new Map());

/** How long after the last key press drafts are kept, in milliseconds. */
const restMs = 500;

export function draftCards(prompt: string): readonly DraftCard[] {
  return cards.value[prompt] ?? [];
}

/** Makes sure that there is an empty card at the end. @returns it */
export function openCard(prompt: string): DraftCard {
  const all = cards.peek()[prompt] ?? [];
  const last = all.at(-1);
  if (last && last.text.peek().trim() === '') {
    return last;
  }
  const card = { id: newId(), text: signal('') };
  cards.value = { ...cards.peek(), [prompt]: [...all, card] };
  return card;
}

export function dropCard(prompt: string, id: string): void {
  cards.value = { ...cards.peek(), [prompt]: (cards.peek()[prompt] ?? []).filter((card) => card.id !== id) };
}

/** What is written, without the empty ones, in the order of the prompts. */
export function writtenCards(): readonly { readonly id: string; readonly prompt: string; readonly text: string }[] {
  return Object.entries(cards.peek()).flatMap(([prompt, all]) =>
    all.map((card) => ({ id: card.id, prompt, text: card.text.peek().trim() })).filter((card) => card.text !== ''),
  );
}

export function dropAllCards(): void {
  cards.value = {};
}

/** The text of any other box, by a name that is the same after a reload. */
export function box(name: string): Signal<string> {
  const known = boxes.peek().get(name);
  if (known) {
    return known;
  }
  const text = signal('');
  boxes.value = new Map(boxes.peek()).set(name, text);
  return text;
}

/** Empties boxes whose content was sent. */
export function clearBoxes(...names: readonly string[]): void {
  for (const name of names) {
    box(name).value = '';
  }
}

export function takeDrafts(drafts: Drafts): void {
  cards.value = Object.fromEntries(
    Object.entries(drafts.cards).map(([prompt, all]) => [
      prompt,
      all.map((card) => ({ id: card.id, text: signal(card.text) })),
    ]),
  );
  votes.value = drafts.votes;
  panelMemory.value = drafts.memory;
  // A box that is on the screen already keeps its signal: whoever draws it listens to that one.
  for (const name of new Set([...boxes.peek().keys(), ...Object.keys(drafts.boxes)])) {
    box(name).value = drafts.boxes[name] ?? '';
  }
}

export function snapshot(): Drafts {
  const memory = panelMemory.peek();
  return {
    cards: Object.fromEntries(
      Object.entries(cards.peek()).flatMap(([prompt, all]) => {
        const written = all.map((card) => ({ id: card.id, text: card.text.peek() })).filter((card) => card.text !== '');
        return written.length > 0 ? [[prompt, written]] : [];
      }),
    ),
    votes: votes.peek(),
    ...(memory === undefined ? {} : { memory }),
    boxes: Object.fromEntries(
      [...boxes.peek()].map(([name, text]) => [name, text.peek()] as const).filter(([, text]) => text !== ''),
    ),
  };
}

/**
 * Calls back once the hands rest, and at once when the panel is hidden.
 * @returns stops it
 */
export function keepDrafts(keep: (drafts: Drafts) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    if (timer !== undefined) {
      clearTimeout(timer);
      timer = undefined;
      keep(snapshot());
    }
  };
  let first = true;
  const stop = effect(() => {
    touchAll();
    if (!first) {
      timer ??= setTimeout(flush, restMs);
    }
    first = false;
  });
  addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', flush);
  return () => {
    stop();
    clearTimeout(timer);
    removeEventListener('pagehide', flush);
    document.removeEventListener('visibilitychange', flush);
  };
}

/** Subscribes the running effect to everything that can be typed. */
function touchAll(): void {
  for (const all of Object.values(cards.value)) {
    for (const card of all) {
      void card.text.value;
    }
  }
  for (const text of boxes.value.values()) {
    void text.value;
  }
  void votes.value;
  void panelMemory.value;
}
