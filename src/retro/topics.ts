/** The part of the model that is about topics: groups of cards, votes on them, and the talk. */
import type { CardId, Hands } from './model.js';

/** A group has at least one card; a card is in one group at most. */
export interface Group {
  readonly id: string;
  readonly name: string;
  readonly cards: readonly CardId[];
}

/** What is voted on and talked about: a group, a card without a group, or a proposal. The id is that of the thing. */
export type TopicId = string;

/** Ballots are added up as they come in; nothing keeps a single one. */
export interface Vote {
  readonly status: 'waiting' | 'open' | 'counted';
  /** Votes that each person has. */
  readonly budget: number;
  /** Votes that one person can give to one topic. */
  readonly cap: number;
  /** Ballots handed in, empty ones included. */
  readonly ballots: number;
  readonly totals: Readonly<Record<TopicId, number>>;
  /** The count that was shown before the vote was repeated. */
  readonly before?: { readonly ballots: number; readonly totals: Readonly<Record<TopicId, number>> };
  /** The vote was repeated, and the totals are still those of the first time (`counting.ts`). */
  readonly withheld?: true;
}

export const purposes = ['heard', 'understand', 'try'] as const;
/** To be heard, to understand, or to try something. The first two offer no commitment. */
export type Purpose = (typeof purposes)[number];

export interface Note {
  readonly id: string;
  readonly text: string;
}

/** What happened to a topic in the talk. */
export interface TopicTalk {
  readonly status: 'now' | 'done';
  readonly purpose: Purpose;
  /** Closed until one appreciation was said; `listening`: no advice on this one. */
  readonly advice: 'closed' | 'open' | 'listening';
  readonly notes: readonly Note[];
  /** "Do we understand each other well enough for today?" */
  readonly wellEnough: Hands<'yes' | 'notYet'>;
}

export interface Proposal {
  readonly id: TopicId;
  readonly title: string;
}

export interface Talk {
  readonly current?: TopicId;
  readonly topics: Readonly<Record<TopicId, TopicTalk>>;
  /** Topics that did not come from cards. */
  readonly proposals: readonly Proposal[];
  /** "Two more minutes?", while it is asked. */
  readonly more?: Hands<'yes' | 'no'>;
}
