import { computed, signal } from '@preact/signals';
import type { EventType, RetroEvent } from '../retro/event.js';
import type { ParticipantId } from '../retro/model.js';
import type { RetroView } from '../retro/viewModel.js';
import { changesInWords } from './changes.js';
import { announce } from './live.js';
import { t } from './text.js';

/** How an act is sent on; set once by whoever brings the panel up (editor, browser page, tests). */
export type SendAct = (event: RetroEvent, person?: ParticipantId) => Promise<{ readonly refused?: string }>;

/** What the room looks like from here. The host's word is the only truth; nothing is guessed ahead of it. */
export const room = signal<RetroView | undefined>(undefined);

/** The last refusal, in words for the person who pressed the button. */
export const refusal = signal('');

/** A person's name by their id. */
export const names = computed<ReadonlyMap<ParticipantId, string>>(
  () => new Map(room.value?.participants.map((person) => [person.id, person.name])),
);

/** Whether someone is at their panel just now. On a shared screen everyone is. */
export function isAway(id: ParticipantId): boolean {
  return room.value?.participants.find((person) => person.id === id)?.presence !== 'here';
}

/** Those who have not left. */
export const present = computed(() => room.value?.participants.filter((person) => person.presence !== 'left') ?? []);

let send: SendAct = () => Promise.resolve({});

export function connectRoom(sendAct: SendAct): void {
  send = sendAct;
}

/** How far the host's clock is ahead of this one, in milliseconds. */
let ahead = 0;

/** A time of the host's, by the clock of this machine. */
export function localTime(hostTime: number): number {
  return hostTime - ahead;
}

/** Takes the newest view, and says what changed to those who can't see it. */
export function showRoom(view: RetroView, sentAt: number): void {
  const before = room.peek();
  // Half a second is the line, not the clock: timers must not jump with every message.
  ahead = Math.abs(sentAt - Date.now()) < 500 ? 0 : sentAt - Date.now();
  room.value = view;
  refusal.value = '';
  const words = before ? changesInWords(before, view) : [];
  if (words.length > 0) {
    announce(words.join(' '));
  }
}

/**
 * Asks the host for something to happen.
 * @param person on the shared screen: for whom.
 * @returns whether it did; a refusal is shown.
 */
export async function act(event: RetroEvent, person?: ParticipantId): Promise<boolean> {
  const { refused } = await send(event, person);
  // A refusal without words is one too, and the person sees it.
  const words = refused === undefined ? '' : refused || t('The room refused this and gave no reason. Say so aloud.');
  refusal.value = words;
  if (words) {
    announce(words);
  }
  return refused === undefined;
}

/** This panel is the person's own, and acts for them while they are gone if it facilitates. */
export function actsFor(id: ParticipantId): boolean {
  return onSharedScreen() || room.value?.me === id || (room.value?.facilitates === true && isAway(id));
}

/** Whether this viewer may do that in this step at all. */
export function may(type: EventType): boolean {
  return room.value?.may.includes(type) ?? false;
}

export function nameOf(id: ParticipantId | undefined): string {
  return (id && names.value.get(id)) ?? '';
}

/** On the shared screen everything that is a person's own is done for someone. */
export function onSharedScreen(): boolean {
  return room.value?.mode === 'shared';
}
