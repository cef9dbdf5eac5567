/**
 * What is secret, where everyone is at a panel of their own: it is handed in to this panel, and leaves it only in a round in which all
 * present hand in equal envelopes at once. This module is what the steps see of that; who seals and mixes plugs in below.
 */
import { signal } from '@preact/signals';
import type { EventOf } from '../../retro/event.js';
import type { BoxName, CardId, ParticipantId } from '../../retro/model.js';
import type { Moved } from '../../retro/sealing/client/crowd.js';
import type { Asks } from '../../retro/sealing/client/roundGuard.js';

/** What a round is about. Cards and votes are the panel's drafts; a ballot's answers are kept with them. */
export type Secret = 'cards' | 'vote' | `ballot/${BoxName}`;

/** How many handed in, as a total; and whether this panel did. */
export interface Ready {
  readonly ready: number;
  readonly of: number;
  readonly mine: boolean;
}

/** A round that is under way. `mixing` tells how many of those who mix are done. */
export interface Mixing {
  readonly about: Secret | 'amend';
  readonly phase: 'gathering' | 'mixing' | 'checking' | 'opening';
  readonly done: number;
  readonly of: number;
}

export type Amendment = EventOf<'card/edit' | 'card/withdraw' | 'card/answer'>;

/** By secret; absent until the room speaks of it. */
export const readiness = signal<Readonly<Partial<Record<Secret, Ready>>>>({});
export const mixing = signal<Mixing | undefined>(undefined);
/** Why the last round stopped, in words for people; nothing was shown then. */
export const mixingProblem = signal<string | undefined>(undefined);
/** Nothing is sealed before this person agrees: without someone who went in the last moment, or with too few to hide among. */
export const sealAgain = signal<(Asks & { readonly agree: () => void }) | undefined>(undefined);
/** People who are known and have other keys now. Nothing is sealed before this person says that this is right. */
export const otherKeys = signal<{ readonly names: readonly string[]; readonly acknowledge: () => void } | undefined>(
  undefined,
);
/** Those who are here are too few to hide among. Nothing is sealed with them before this person agrees. */
export const fewPeople = signal<{ readonly names: readonly string[]; readonly agree: () => void } | undefined>(
  undefined,
);
/** Cards of this person wait: the others' are on the board already, so these would be known to be theirs. */
export const lateCards = signal<{ readonly agree: () => void } | undefined>(undefined);
/** What this panel itself found wrong, in words for people. It is shown in every step. */
export const objected = signal<string | undefined>(undefined);
/** The names of those who came or went a moment before something was sealed. */
export const peopleMoved = signal<Moved | undefined>(undefined);
/** How often in a row the hub began to draw mixers and did not finish. */
export const redrawn = signal<number | undefined>(undefined);
/** For the facilitator: the panels of these people stopped rounds twice, and the last reason in words. */
export const stoppedBy = signal<{ readonly people: readonly ParticipantId[]; readonly text: string } | undefined>(
  undefined,
);
/** Cards whose keys this panel holds, with the words of their writer. */
export const ownCards = signal<ReadonlyMap<CardId, string>>(new Map());
/** Cards with a change of their writer's that waits for the next round. */
export const amending = signal<ReadonlySet<CardId>>(new Set());
/** A few words that are the same on every panel when all were given the same keys. */
export const wordsOfRoom = signal<{ readonly words: readonly string[]; readonly people: number } | undefined>(
  undefined,
);
/** Whether this panel is among those who mix: by itself in a small room, drawn or asked for in a large one. */
export const mixes = signal<'all' | 'drawn' | 'notDrawn' | 'asked' | undefined>(undefined);

/** Whoever seals and mixes. */
export interface Sealer {
  /** This person has handed in, or takes it back; what, stays here. */
  ready(about: Secret, ready: boolean): void;
  /** A change of one's own card, sent with the next round of changes. */
  amend(change: Amendment): void;
  /** This panel wants to be one of those who mix. */
  insist(): void;
}

let sealer: Sealer = { ready: () => undefined, amend: () => undefined, insist: () => undefined };

export function provideSealer(provided: Sealer): void {
  sealer = provided;
}

export function setReady(about: Secret, ready: boolean): void {
  sealer.ready(about, ready);
}

export function amendCard(change: Amendment): void {
  sealer.amend(change);
}

export function insistOnMixing(): void {
  sealer.insist();
}

/** A new room, or the end of one: nothing of the last one is left. */
export function forgetSecrets(): void {
  readiness.value = {};
  mixing.value = undefined;
  mixingProblem.value = undefined;
  sealAgain.value = undefined;
  ownCards.value = new Map();
  amending.value = new Set();
  otherKeys.value = undefined;
  fewPeople.value = undefined;
  lateCards.value = undefined;
  peopleMoved.value = undefined;
  objected.value = undefined;
  redrawn.value = undefined;
  stoppedBy.value = undefined;
  wordsOfRoom.value = undefined;
  mixes.value = undefined;
}
