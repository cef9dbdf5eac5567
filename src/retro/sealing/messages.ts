/**
 * What the hub and the panels say to each other to seal, mix and open (see `client/clientRound.ts` for the steps and their sources).
 * Bytes travel as base64url. Nothing here names content: a message holds keys, commitments, signatures or sealed envelopes.
 */
import type { BoxName, ParticipantId } from '../model.js';

/** What a round is for. Everyone in it hands in the same number of envelopes of one size, also with nothing to say. */
export type Purpose = 'cards' | 'vote' | 'amend' | `ballot/${BoxName}`;

/** base64url without padding. */
export type Base64 = string;

/** The public halves of what a panel makes when it enters; kept for as long as the panel lives. */
export interface SealKeys {
  /** Ed25519, for what a panel confirms. */
  readonly sign: Base64;
  /** X25519, the layer of this person as a mixer. */
  readonly mix: Base64;
}

/** Someone who takes part, as the hub presents them. The room's words stand for all of it. */
export interface SealMember extends SealKeys {
  readonly id: ParticipantId;
  readonly name: string;
}

/** A mixer's key for the lock of one round, signed with `sign`. */
export interface InnerKey {
  readonly id: ParticipantId;
  readonly key: Base64;
  readonly signature: Base64;
}

/** Someone who gives an answer in a round that is counted. The answer itself is in an envelope. */
export interface Answering {
  readonly id: ParticipantId;
  readonly signature: Base64;
}

/** All envelopes of a hop, one after the other: they have one size. */
export type Batch = Base64;

/** What came out of the shuffle, and the mixers' inner private keys in their order. */
export interface OpenedProof {
  readonly keys: readonly Base64[];
  readonly batch: Batch;
}

/** Why a round ended without showing anything. */
export const stopReasons = [
  /** Someone went; the others seal again. */
  'left',
  /** Someone did not answer in time. */
  'late',
  /** A panel saw something that must not be: the round is not trusted. */
  'objection',
  /** Someone has to agree first to seal again without a person who went in the last moment. */
  'askFirst',
  /** The facilitator or the hub called it off. */
  'calledOff',
  /** Fewer than four answer: the count would say too much about one of them. */
  'fewAnswers',
] as const;
export type StopReason = (typeof stopReasons)[number];

/** What a panel objects to. */
export const objections = [
  /** The list of people is not right: myself not in it, doubled keys, unknown form. */
  'people',
  /** A seed does not fit what was committed to. */
  'seed',
  /** The mixers are not those that the seeds draw, or a key of theirs is not signed by them. */
  'mixers',
  /** A wrong number or size of envelopes. */
  'count',
  /** The same envelope twice. */
  'duplicate',
  /** An envelope that does not open: made for another round, or changed on the way. */
  'tampered',
  /** My own envelopes did not all come out. */
  'missing',
  /** Not everyone confirmed the same. */
  'unconfirmed',
  /** What came out is not what was shown. */
  'opened',
  /** An order out of turn, or a second time. */
  'order',
  /** Too few people to be anonymous among, or without someone it sealed the same with before. */
  'askFirst',
  /** There is more to hand in than fits. */
  'size',
  /** What is asked is not what this panel shows, or showed while its person wrote. */
  'question',
  /** Someone who is known has other keys than before, and the person has not said that this is right. */
  'newKeys',
  /** It was counted before with almost the same people: a second count would show what one of them answered. */
  'again',
  /** It is not shown that enough people answer to be anonymous among. */
  'fewAnswers',
  /** Signed cards are asked for in a room that promised more. */
  'level',
] as const;
export type Objection = (typeof objections)[number];

/** Hub to panel. */
export type SealOrder =
  /** Commit to a seed: these are the people. Answer: `commit`. */
  | { readonly type: 'gather'; readonly gathering: Base64; readonly members: readonly SealMember[] }
  /** Everyone's commitments, in the order of the members. Answer: `seed`. */
  | { readonly type: 'commits'; readonly gathering: Base64; readonly commits: readonly Base64[] }
  /** Everyone's seeds. The room's words and the order of mixers come out of them. */
  | { readonly type: 'seeds'; readonly gathering: Base64; readonly seeds: readonly Base64[] }
  /**
   * A round among the gathered people. Answer: `inner`. `discarded` are signatures of the last round's mixers that they threw its
   * keys away, by their ids: so that it is known that nothing of it was ever opened.
   */
  | {
      readonly type: 'begin';
      readonly round: Base64;
      readonly gathering: Base64;
      readonly purpose: Purpose;
      readonly slots: number;
      /** Digest of what is asked (`question.ts`). A panel compares it with its own. */
      readonly question: Base64;
      readonly discarded?: { readonly round: Base64; readonly signatures: Readonly<Record<ParticipantId, Base64>> };
    }
  /**
   * The mixers in their order, each with an inner key. Answer: `envelopes`. `answering`, where answers are counted: some of those who
   * give one, as many as are enough to be anonymous among.
   */
  | {
      readonly type: 'seal';
      readonly round: Base64;
      readonly mixers: readonly InnerKey[];
      readonly answering?: readonly Answering[];
    }
  /** Your turn to peel and shuffle. Answer: `mixed`. */
  | { readonly type: 'mix'; readonly round: Base64; readonly batch: Batch }
  /** All outer layers are off. SHA-256 of each envelope, one after the other: are yours there? Answer: `yes`. */
  | { readonly type: 'check'; readonly round: Base64; readonly digests: Base64 }
  /** Everyone's `yes`, in the order of the members. To mixers; answer: `released`. */
  | { readonly type: 'release'; readonly round: Base64; readonly signatures: readonly Base64[] }
  /** The round is over, and everything was opened. `proof`, for votes only: what everyone needs to count again. */
  | { readonly type: 'opened'; readonly round: Base64; readonly proof?: OpenedProof }
  /** The round is over and nothing was shown. A panel that never released its key answers `discarded`. */
  | {
      readonly type: 'stop';
      readonly round: Base64;
      readonly why: StopReason;
      readonly objection?: Objection;
      /** Who is left out from now on: late, or handed in what nobody can read. */
      readonly without?: readonly ParticipantId[];
    }
  /** To the facilitator alone: the panels of these, the likeliest first, stopped rounds twice without a proof. Go on without one? */
  | { readonly type: 'askWithout'; readonly people: readonly ParticipantId[]; readonly objection: Objection }
  /** How many mixers are done: something to look at, and no more. */
  | { readonly type: 'progress'; readonly round: Base64; readonly mixed: number; readonly of: number }
  /** How many are ready to hand in; not who. */
  | { readonly type: 'readiness'; readonly purpose: Purpose; readonly ready: number; readonly of: number }
  /** Where the room chose names: hand in your signed cards now (as a plain act), then say `signed`. */
  | { readonly type: 'handInSigned'; readonly ask: Base64 };

/** Panel to hub. The hub knows from the line whose it is. */
export type SealReply =
  /** First, after each `hello`. */
  | ({ readonly type: 'keys' } & SealKeys)
  | { readonly type: 'commit'; readonly gathering: Base64; readonly commit: Base64 }
  | { readonly type: 'seed'; readonly gathering: Base64; readonly seed: Base64 }
  /** `insist`: this panel wants to be one of the mixers. `answers`: the signature that its person answers what is counted. */
  | {
      readonly type: 'inner';
      readonly round: Base64;
      readonly key: Base64;
      readonly signature: Base64;
      readonly insist: boolean;
      readonly answers?: Base64;
    }
  | { readonly type: 'envelopes'; readonly round: Base64; readonly batch: Batch }
  | { readonly type: 'mixed'; readonly round: Base64; readonly batch: Batch }
  | { readonly type: 'yes'; readonly round: Base64; readonly signature: Base64 }
  | { readonly type: 'released'; readonly round: Base64; readonly key: Base64 }
  | { readonly type: 'discarded'; readonly round: Base64; readonly signature: Base64 }
  /** Stops the round (or the gathering) of that id. `at`: the place of the wrong envelope in the batch, when there is one. */
  | { readonly type: 'no'; readonly id: Base64; readonly objection: Objection; readonly at?: number }
  /** Ready to hand in for that purpose, or not any more. */
  | { readonly type: 'ready'; readonly purpose: Purpose; readonly ready: boolean }
  | { readonly type: 'signed'; readonly ask: Base64 };

export type OrderType = SealOrder['type'];
export type OrderOf<T extends OrderType> = Extract<SealOrder, { readonly type: T }>;
export type ReplyType = SealReply['type'];
export type ReplyOf<T extends ReplyType> = Extract<SealReply, { readonly type: T }>;
