/**
 * The whole state of one retro, as plain data. Only `apply` makes a new one; nothing here is ever sent to a participant
 * (see `view`). There is no field in which the writer of an anonymous card, ballot or dial could be kept.
 */
import type { Group, Talk, Vote } from './topics.js';

export type ParticipantId = string;
export type CardId = string;
export type StepId = string;

/**
 * Where a thing may go when the retro ends, lowest first: `ashes` is never written anywhere, `room` is gone at close,
 * `team` goes to a local file that git ignores, `repo` is committed.
 */
export const levels = ['ashes', 'room', 'team', 'repo'] as const;
export type ConfidentialityLevel = (typeof levels)[number];

/** How cards are signed, a ratchet: it can only move to the right, and only before the first card. */
export const anonymities = ['named', 'alias', 'anonymous'] as const;
export type Anonymity = (typeof anonymities)[number];

export const stepKinds = [
  'arrive',
  'promises',
  'norms',
  'write',
  'reveal',
  'circle',
  'group',
  'vote',
  'talk',
  'commit',
  'close',
] as const;
export type StepKind = (typeof stepKinds)[number];

/** A question to write to. */
export interface Prompt {
  readonly id: string;
  readonly title: string;
  readonly hint?: string;
}

/** A step as a template plans it. */
export interface StepPlan {
  /** Unique in the template: the kind, or the kind and a number. */
  readonly id: StepId;
  readonly kind: StepKind;
  /** Shown in place of the kind's own name. */
  readonly title?: string;
  /** One or two sentences read out at the beginning of the step. */
  readonly guide?: string;
  /** A timer of so many minutes starts with the step. Nobody is pulled away when it ends. */
  readonly minutes?: number;
  /** Ids of the prompts of a `write` step; all prompts when absent. */
  readonly prompts?: readonly string[];
}

export interface RetroTemplate {
  /** Kebab case: `start-stop-continue`, or the name of the team's file. */
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly prompts: readonly Prompt[];
  readonly steps: readonly StepPlan[];
  readonly votes?: { readonly budget: number; readonly cap: number };
  readonly confidentiality?: ConfidentialityLevel;
  readonly anonymity?: Anonymity;
  /** False leaves "What I heard is …" out of the circle. */
  readonly heard?: boolean;
  /** Texts are about something that went wrong; the tone engine is told. */
  readonly incident?: boolean;
}

/** `now` is the step the room is in; exactly one step is. */
export interface Step extends StepPlan {
  readonly status: 'upcoming' | 'now' | 'done' | 'skipped';
}

export interface Participant {
  readonly id: ParticipantId;
  readonly name: string;
  /** Marks oneself as someone whose word weighs more: opens the circle, speaks last on topics. */
  readonly influence: boolean;
  readonly presence: 'here' | 'away' | 'left';
  /** Left out of sealed rounds: its panel was late, sent what cannot be right, or the facilitator goes on without it. */
  readonly aside?: true;
  /** Put out of the room by the facilitator. */
  readonly putOut?: true;
  /** When {@link presence} last changed, in milliseconds since 1970. */
  readonly since: number;
}

/** All times are milliseconds since 1970, stamped by the host. */
export interface Timer {
  readonly step: StepId;
  readonly startedAt: number;
  readonly endsAt: number;
}

/** What someone asked for, without a name. A second person who asks for the same changes nothing that could be counted. */
export interface Requests {
  readonly longer?: { readonly at: number };
  readonly silence?: { readonly at: number; readonly until: number };
  readonly norm?: { readonly at: number; readonly until: number; readonly norm?: string };
}

/** An answer that is given by raising a hand, so that each person has one. Sent on as totals and one's own. */
export type Hands<T extends string> = Readonly<Record<ParticipantId, T>>;

/** A commitment of an earlier retro, as the commitments file has it. */
export interface OpenPromise {
  /** As in the file: any one word. */
  readonly id: string;
  readonly promise: string;
  /** A name, or `team`. */
  readonly owner: string;
  /** `YYYY-MM-DD`, or `''` when the file does not say. */
  readonly made: string;
  readonly revisit?: string;
}

/** How a promise stands today. `still` leaves it open. */
export type PromiseAnswer =
  | { readonly kind: 'kept' }
  | { readonly kind: 'changed'; readonly agreedWith: string; readonly promise: string; readonly because?: string }
  | { readonly kind: 'letGo'; readonly because: string }
  | { readonly kind: 'still' };

export interface PromiseWalk extends OpenPromise {
  readonly answer?: PromiseAnswer;
  readonly helped?: string;
  readonly hindered?: string;
}

export type NormHand = 'yes' | 'live' | 'change';

export interface RetroNorm {
  readonly id: string;
  readonly text: string;
  readonly why?: string;
  /** `YYYY-MM-DD`, when the team agreed on this text before today. */
  readonly adoptedOn?: string;
  readonly hands: Hands<NormHand>;
}

/** A card as the board knows it. Whether a writer can be named is decided by the type, not by a flag. */
export type Card = AnonymousCard | SignedCard;

export interface AnonymousCard {
  readonly id: CardId;
  readonly prompt: string;
  readonly text: string;
  /** Public half of a key that only the writer's panel can use, to edit or withdraw the card. */
  readonly key?: string;
  /** "Ask the writer": only the holder of the key can answer, still nameless. */
  readonly asked?: { readonly question: string; readonly answer?: string };
}

/** Exists only where the room chose names or aliases before the first card. */
export interface SignedCard extends AnonymousCard {
  readonly by: string;
}

/** What was handed in and not yet revealed. The pool is shuffled anew with every entry, so its order says nothing. */
export interface Sealed {
  readonly pool: readonly Card[];
  /** How many people handed in, also with nothing to say. */
  readonly entries: number;
}

/** A secret question. Only counts per answer are kept, so there is nothing to link. */
export interface Box {
  readonly status: 'open' | 'counted';
  /** One row of counts for each question of the box. */
  readonly counts: readonly (readonly number[])[];
  /** The counts that were shown before it was asked anew. */
  readonly before?: readonly (readonly number[])[];
  /** It was asked anew, and the counts are still those of the first time (`counting.ts`). */
  readonly withheld?: true;
}
/** The people of a count that was shown, and how many of them answered; not who. */
export interface Tally {
  readonly people: readonly ParticipantId[];
  readonly answers: number;
}
/** `safety` 0-4, `dials` two questions 0-4, `worth` 1-5, `confidence/<commitment>` 0-100 in steps of 5. */
export type BoxName = 'safety' | 'dials' | 'worth' | `confidence/${string}`;

export interface Hearing {
  readonly speaker: ParticipantId;
  /** The next person, who says what they heard. */
  readonly listener: ParticipantId;
  /** The line that waits for the speaker's answer. */
  readonly line?: { readonly id: string; readonly text: string };
  /** How often the speaker said "almost". At most two. */
  readonly loops: number;
}

export interface Circle {
  readonly step: StepId;
  readonly order: readonly ParticipantId[];
  readonly turns: Readonly<Record<ParticipantId, 'waiting' | 'later' | 'spoke' | 'passed'>>;
  /** Who has the floor; nobody once the round is over. */
  readonly speaker?: ParticipantId;
  /** The unnamed card that the speaker reads aloud. */
  readonly reading?: CardId;
  readonly read: readonly CardId[];
  /** Thanks for the present speaker; gone with the turn. */
  readonly thanks: number;
  readonly hearing?: Hearing;
}

/** A line that the speaker confirmed. It keeps no name. */
export interface HeardLine {
  readonly id: string;
  readonly text: string;
}

export interface CommitmentDraft {
  readonly id: string;
  /** "When …" without the word itself. */
  readonly when: string;
  /** "I will …" without these words. */
  readonly will: string;
  /** "we" instead of "I": the team owns it and nobody has to take it. */
  readonly team: boolean;
  /** Who took it, personally. */
  readonly owner?: ParticipantId;
  /** `YYYY-MM-DD`. */
  readonly revisit?: string;
  /** How we will know. */
  readonly how?: string;
  /** The topic it came from. */
  readonly topic?: string;
}

/** Has no "from": an appreciation may stay nameless, and the writer can sign in the text. */
export interface Appreciation {
  readonly id: string;
  /** Absent: to all. */
  readonly to?: ParticipantId;
  readonly text: string;
}

export interface RetroState {
  readonly id: string;
  readonly title: string;
  /** `YYYY-MM-DD`, in the facilitator's time zone. */
  readonly date: string;
  readonly startedAt: number;
  /** `shared`: one screen, the keyboard goes round. `room`: everyone at a panel of their own. */
  readonly mode: 'shared' | 'room';
  readonly template: RetroTemplate;
  readonly steps: readonly Step[];
  readonly participants: readonly Participant[];
  readonly facilitator: ParticipantId;
  readonly confidentiality: ConfidentialityLevel;
  readonly anonymity: Anonymity;
  readonly timer?: Timer;
  readonly requests: Requests;
  /** "I'm done" in the present step. */
  readonly ticks: readonly ParticipantId[];
  /** One word each; `''` is a pass. */
  readonly words: Readonly<Record<ParticipantId, string>>;
  /** The room chose to make it safe first, after a low answer. */
  readonly safetyFirst: boolean;
  readonly boxes: Readonly<Partial<Record<BoxName, Box>>>;
  /** Counts that were shown: the next ones are compared with them. */
  readonly tallies: Readonly<Partial<Record<BoxName | 'vote', Tally>>>;
  readonly promises: readonly PromiseWalk[];
  readonly norms: readonly RetroNorm[];
  readonly sealed: Sealed;
  /** Revealed cards, in their shuffled order. */
  readonly cards: readonly Card[];
  readonly groups: readonly Group[];
  /** Earlier {@link groups}, newest last, for undo. */
  readonly groupsBefore: readonly (readonly Group[])[];
  readonly circle?: Circle;
  /** Moves on with each circle, so that not always the same person begins. */
  readonly circleStart: number;
  readonly heard: readonly HeardLine[];
  readonly vote: Vote;
  readonly talk: Talk;
  readonly commitments: readonly CommitmentDraft[];
  readonly appreciations: readonly Appreciation[];
  /** Levels that someone lowered, by the id of the thing. */
  readonly lowered: Readonly<Record<string, ConfidentialityLevel>>;
  /** Set once; afterwards nothing below `team` is in the state any more and every event is refused. */
  readonly finishedAt?: number;
}
