/**
 * What one viewer may see. It is the only thing that is ever sent to a participant, so whatever is not in these types cannot
 * leak: no cards before reveal, no running totals, no answers of fewer than four people, no names beside what is secret.
 * What grows with the board (cards, groups, topics) keeps its identity from one view to the next as long as it is the same.
 */
import type { EventType } from './event.js';
import type {
  Anonymity,
  Appreciation,
  BoxName,
  Card,
  CardId,
  CommitmentDraft,
  ConfidentialityLevel,
  HeardLine,
  NormHand,
  Participant,
  ParticipantId,
  PromiseWalk,
  Prompt,
  Requests,
  Step,
  StepId,
  StepKind,
  Timer,
} from './model.js';
import type { Group, Note, Proposal, Purpose, TopicId } from './topics.js';

/** Hands as anyone may see them: totals, how many are waited for, and one's own. */
export interface HandsView<T extends string> {
  readonly totals: Readonly<Record<T, number>>;
  readonly waitingFor: number;
  readonly mine?: T;
}

export interface BoxView {
  readonly status: 'open' | 'counted';
  readonly answers: number;
  readonly of: number;
  /** Counts per answer for each question; only once counted and from four answers on. Never for `confidence/…`. */
  readonly histograms?: readonly (readonly number[])[];
  /** Only for `confidence/…`, under the same condition. */
  readonly median?: number;
  /** It was asked anew, and what is shown is the count of the first time. */
  readonly withheld?: true;
}

export interface NormView {
  readonly id: string;
  readonly text: string;
  readonly why?: string;
  readonly adoptedOn?: string;
  readonly hands: HandsView<NormHand>;
  /** Everyone in the room said yes or can live with it. */
  readonly adopted: boolean;
  /** The text can be edited: it is new, or someone needs a change. */
  readonly open: boolean;
}

export interface PromiseView extends PromiseWalk {
  /** This viewer may answer for it. */
  readonly yours: boolean;
}

export interface CircleView {
  readonly order: readonly { readonly id: ParticipantId; readonly turn: 'waiting' | 'later' | 'spoke' | 'passed' }[];
  readonly speaker?: ParticipantId;
  /** The next two who will have the floor. */
  readonly next: readonly ParticipantId[];
  /** People with influence open: "something I got wrong or do not know". */
  readonly opening: boolean;
  readonly reading?: CardId;
  readonly cardsLeft: number;
  readonly thanks: number;
  readonly hearing?: {
    readonly speaker: ParticipantId;
    readonly listener: ParticipantId;
    readonly text?: string;
    readonly loops: number;
  };
  readonly over: boolean;
  /** This viewer has the floor (on the shared screen: someone has). */
  readonly myTurn: boolean;
}

export interface VoteView {
  readonly status: 'waiting' | 'open' | 'counted';
  readonly budget: number;
  readonly cap: number;
  readonly ballots: number;
  readonly of: number;
  /** Only once counted and from four ballots on. */
  readonly totals?: Readonly<Record<TopicId, number>>;
  /** The vote was repeated, and what is shown is the count of the first time. */
  readonly withheld?: true;
}

export interface TopicView {
  readonly id: TopicId;
  readonly title: string;
  readonly cards: readonly CardId[];
  /** Absent while votes are not shown. */
  readonly votes?: number;
  readonly status: 'waiting' | 'now' | 'done';
  readonly purpose?: Purpose;
  readonly advice?: 'closed' | 'open' | 'listening';
  readonly notes: readonly Note[];
  readonly wellEnough?: HandsView<'yes' | 'notYet'>;
}

export interface TalkView {
  readonly current?: TopicId;
  /** Most votes first once they are counted; in the order of the board before. In a room of fewer than four the order is all that is shown. */
  readonly topics: readonly TopicView[];
  readonly proposals: readonly Proposal[];
  /** "Two more minutes?" */
  readonly more?: HandsView<'yes' | 'no'>;
  /** Speaking order that is suggested: people with influence last. */
  readonly order: readonly ParticipantId[];
}

export interface CommitmentView extends CommitmentDraft {
  /** "When …, I will …." */
  readonly sentence: string;
  readonly confidence?: BoxView;
  /** It will be written: someone took it, or the team owns it. */
  readonly stands: boolean;
}

export interface RetroView {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly startedAt: number;
  readonly mode: 'shared' | 'room';
  readonly template: { readonly id: string; readonly name: string; readonly about: string; readonly incident: boolean };
  readonly prompts: readonly Prompt[];

  readonly steps: readonly Step[];
  readonly step: StepId;
  readonly kind: StepKind;
  readonly timer?: Timer;
  readonly requests: Requests;
  /** "I'm done" in the present step, as a total. */
  readonly ticks: { readonly done: number; readonly of: number; readonly mine: boolean };

  readonly participants: readonly Participant[];
  /** How many are in the room (those who left are not). */
  readonly people: number;
  readonly facilitator: ParticipantId;
  /** Absent on the shared screen. */
  readonly me?: ParticipantId;
  readonly facilitates: boolean;
  /** Since when the facilitator is away, if so: after `takeOverGrace` anyone can take over. */
  readonly facilitatorAwaySince?: number;
  /** The events that this viewer may send in this step, before a look at their content. The shared screen's include those "for" a person. */
  readonly may: readonly EventType[];

  readonly confidentiality: ConfidentialityLevel;
  readonly anonymity: Anonymity;
  /** False in a room of fewer than four: say so plainly. */
  readonly anonymityPossible: boolean;

  readonly words: Readonly<Record<ParticipantId, string>>;
  /** The safety check came out low; `safety/first` is offered, without asking who. */
  readonly safetyLow: boolean;
  readonly safetyFirst: boolean;
  readonly boxes: Readonly<Partial<Record<BoxName, BoxView>>>;
  readonly promises: readonly PromiseView[];
  readonly norms: readonly NormView[];
  readonly write: {
    /** How many handed in; not who, and not how much. */
    readonly entries: number;
    readonly of: number;
    /** Cards wait for `reveal/open`. */
    readonly sealed: boolean;
  };
  readonly cards: readonly Card[];
  readonly groups: readonly Group[];
  readonly canUndo: boolean;
  readonly circle?: CircleView;
  readonly heard: readonly HeardLine[];
  readonly vote: VoteView;
  readonly talk: TalkView;
  readonly commitments: readonly CommitmentView[];
  readonly appreciations: readonly Appreciation[];
  /** Levels that someone lowered; `saveItems(view)` gives every thing with its level. */
  readonly lowered: Readonly<Record<string, ConfidentialityLevel>>;
  readonly finishedAt?: number;
}
