/**
 * Everything that can happen in a retro. Each event says who may send it; `rules.ts` holds the same as a table.
 * "Facilitator" includes the shared screen acting for the room. "Anyone" is anyone in the room. "Secret" events come from the
 * shared screen without a name or from the sealed shuffle, never from a participant.
 */
import type {
  Anonymity,
  BoxName,
  CardId,
  ConfidentialityLevel,
  NormHand,
  ParticipantId,
  PromiseAnswer,
  StepId,
} from './model.js';
import type { Purpose, TopicId } from './topics.js';

/** People and levels: valid in any step. */
export type PeopleEvent =
  /** The hub, or the facilitator at the shared screen. A late joiner is waited for from then on. */
  | { readonly type: 'person/join'; readonly id: ParticipantId; readonly name: string }
  /** The person, or the shared screen. */
  | { readonly type: 'person/rename'; readonly id: ParticipantId; readonly name: string }
  /** The hub, or the facilitator. A person who left is waited for nowhere. */
  | { readonly type: 'person/presence'; readonly id: ParticipantId; readonly presence: 'here' | 'away' | 'left' }
  /** The hub, or the facilitator: sealed rounds go on without this person, or with them again. Everyone sees it. */
  | { readonly type: 'person/aside'; readonly id: ParticipantId; readonly aside: boolean }
  /** Facilitator: puts a person out of the room. Everyone sees it, and the invitation they came with is void. */
  | { readonly type: 'person/putOut'; readonly id: ParticipantId }
  /** The person alone: marks oneself as someone with influence. */
  | { readonly type: 'person/influence'; readonly influence: boolean }
  /** Facilitator. */
  | { readonly type: 'facilitator/handOver'; readonly to: ParticipantId }
  /** Anyone, once the facilitator has been away for a minute. */
  | { readonly type: 'facilitator/takeOver' }
  /** Anyone. Lowers the level of the whole retro; nobody can raise it. */
  | { readonly type: 'confidentiality/lower'; readonly level: ConfidentialityLevel }
  /** Anyone, before the first card. One person asking for more is enough. */
  | { readonly type: 'anonymity/raise'; readonly anonymity: Anonymity };

/** Moving the room. Facilitator. */
export type StepEvent =
  /** To the next step that is not skipped. */
  | { readonly type: 'step/next' }
  /** To the step before that is not skipped. */
  | { readonly type: 'step/back' }
  /** To any step, done and skipped ones included. */
  | { readonly type: 'step/goTo'; readonly step: StepId }
  | { readonly type: 'step/skip'; readonly step: StepId; readonly skip: boolean }
  /** Moves an upcoming step to the place `to` (index in the list of steps), after the present one and before the end. */
  | { readonly type: 'step/move'; readonly step: StepId; readonly to: number }
  | { readonly type: 'timer/start'; readonly minutes: number }
  /** Adds minutes from now or from the planned end, whichever is later. Answers "I need longer". */
  | { readonly type: 'timer/extend'; readonly minutes: number }
  | { readonly type: 'timer/stop' };

/** Nameless requests. Anyone, in any step. */
export type RequestEvent =
  /** "I need longer." */
  | { readonly type: 'request/longer' }
  /** "Silence, please." A minute of it. */
  | { readonly type: 'request/silence' }
  /** "Norm, please." Shows one norm, or all, for a breath. */
  | { readonly type: 'request/norm'; readonly norm?: string }
  /** Facilitator: the request was seen to. */
  | { readonly type: 'request/settle'; readonly request: 'longer' | 'silence' | 'norm' }
  /** The person alone: "I'm done" with the present step. Shown as a total. */
  | { readonly type: 'tick/set'; readonly done: boolean };

/** Arrive, and the secret questions of other steps. */
export type ArriveEvent =
  /** The person. `''` is a pass. */
  | { readonly type: 'arrive/word'; readonly word: string }
  /** Facilitator, after a low answer: card entry becomes anonymous and the norms come next. */
  | { readonly type: 'safety/first' }
  /** Facilitator. Opens a secret question in its step (`safety` arrive, `confidence/…` commit, `dials` and `worth` close), or asks it anew. */
  | { readonly type: 'ballot/open'; readonly box: BoxName }
  /** Secret. One answer for each question of the box. Closes by itself when everyone answered. */
  | { readonly type: 'ballot/answer'; readonly box: BoxName; readonly answers: readonly number[] }
  /** Facilitator, or the hub after a sealed round. */
  | { readonly type: 'ballot/close'; readonly box: BoxName };

/** Promises. The owner, or the facilitator when the owner is not in the room; anyone for the team's. The shared screen always. */
export type PromiseEvent =
  | { readonly type: 'promise/answer'; readonly id: string; readonly answer: PromiseAnswer }
  /** Takes the answer back. */
  | { readonly type: 'promise/clear'; readonly id: string }
  /** Anyone: what helped, what got in the way. `''` takes it back. */
  | { readonly type: 'promise/reflect'; readonly id: string; readonly helped?: string; readonly hindered?: string };

/** Norms. */
export type NormEvent =
  /** Anyone: proposes a norm. */
  | { readonly type: 'norm/add'; readonly id: string; readonly text: string; readonly why?: string }
  /** Anyone, while the norm is open (not adopted by all). All hands go down. */
  | { readonly type: 'norm/edit'; readonly id: string; readonly text: string; readonly why?: string }
  /** Anyone, while the norm is open. */
  | { readonly type: 'norm/remove'; readonly id: string }
  /** The person; from the shared screen without a name: everyone who has not raised a hand yet. Without `id`: every norm not answered yet. */
  | { readonly type: 'norm/hand'; readonly id?: string; readonly hand: NormHand };

/** A card as it is handed in. `alias` only where the room chose aliases. */
export interface EntryCard {
  readonly id: CardId;
  readonly prompt: string;
  readonly text: string;
  readonly alias?: string;
  readonly key?: string;
}

/** Writing and cards. */
export type CardEvent =
  /** Secret. One person's whole entry, also an empty one. In a step of kind `write` or `reveal`. */
  | { readonly type: 'entry/submit'; readonly cards: readonly EntryCard[] }
  /**
   * The hub alone, out of a sealed round: everyone's cards as one pool, and how many people took part (nobody anew, when it is what
   * did not fit into the round before).
   */
  | { readonly type: 'entries/sealed'; readonly cards: readonly EntryCard[]; readonly entries: number }
  /** The person, where the room chose names: cards signed with one's name. */
  | { readonly type: 'entry/signed'; readonly cards: readonly EntryCard[] }
  /** Facilitator, in `reveal`: all cards at once, shuffled. */
  | { readonly type: 'reveal/open' }
  /** The holder of the card's key, or the shared screen in front of everyone. */
  | { readonly type: 'card/edit'; readonly id: CardId; readonly text: string }
  /** The holder of the card's key, or the shared screen in front of everyone. */
  | { readonly type: 'card/withdraw'; readonly id: CardId }
  /** Anyone: pins a question to a card. */
  | { readonly type: 'card/ask'; readonly id: CardId; readonly question: string }
  /** The holder of the card's key, or the shared screen. */
  | { readonly type: 'card/answer'; readonly id: CardId; readonly answer: string };

/** The circle. "Speaker" includes the shared screen, and the facilitator while the speaker is away. */
export type CircleEvent =
  /** Facilitator: a new round, begun by the next person. */
  | { readonly type: 'circle/restart' }
  /** Speaker. */
  | { readonly type: 'circle/done' }
  /** Speaker. Needs no reason. */
  | { readonly type: 'circle/pass' }
  /** Speaker, once: "come back to me". */
  | { readonly type: 'circle/later' }
  /** Speaker: reads the next unnamed card aloud; with `stop`, puts it back. */
  | { readonly type: 'circle/read'; readonly stop?: boolean }
  /** Anyone but the speaker. The only reply there is. */
  | { readonly type: 'circle/thank' }
  /** The listener: "What I heard is …". */
  | { readonly type: 'heard/say'; readonly id: string; readonly text: string }
  /** The speaker alone: that's it, almost, or skip. */
  | { readonly type: 'heard/answer'; readonly answer: 'yes' | 'almost' | 'skip' }
  /** The listener: nothing to say back. */
  | { readonly type: 'heard/skip' };

/** Groups. Anyone, until votes were counted on them. */
export type GroupEvent =
  | { readonly type: 'group/make'; readonly id: string; readonly name: string; readonly cards: readonly CardId[] }
  | { readonly type: 'group/put'; readonly group: string; readonly card: CardId }
  /** Out of its group; an emptied group is gone. */
  | { readonly type: 'group/take'; readonly card: CardId }
  | { readonly type: 'group/name'; readonly group: string; readonly name: string }
  | { readonly type: 'group/merge'; readonly from: string; readonly into: string }
  | { readonly type: 'group/undo' };

/** Votes. */
export type VoteEvent =
  /** Facilitator. */
  | { readonly type: 'vote/open'; readonly budget?: number; readonly cap?: number }
  /** Secret. One person's whole ballot, also an empty one. Closes by itself when everyone voted. */
  | { readonly type: 'vote/cast'; readonly votes: Readonly<Record<TopicId, number>> }
  /** Facilitator, or the hub after a sealed round. */
  | { readonly type: 'vote/close' }
  /** Facilitator: forgets the count, so that groups can be changed or the vote repeated. */
  | { readonly type: 'vote/reset' };

/** Topics. */
export type TalkEvent =
  /** Anyone: a topic that no card named. */
  | { readonly type: 'talk/propose'; readonly id: TopicId; readonly title: string }
  /** Facilitator. Takes up a topic, a finished one too. Starts a timer when `minutes` is given. */
  | { readonly type: 'talk/start'; readonly topic: TopicId; readonly purpose?: Purpose; readonly minutes?: number }
  /** Facilitator. */
  | { readonly type: 'talk/purpose'; readonly purpose: Purpose }
  /** Anyone: an appreciation was said, advice may follow. */
  | { readonly type: 'talk/appreciate' }
  /** Anyone: just listening, no advice on this topic; `false` takes it back. */
  | { readonly type: 'talk/listen'; readonly on: boolean }
  /** Anyone: a nameless note on the present topic. */
  | { readonly type: 'talk/note'; readonly id: string; readonly text: string }
  /** Anyone. */
  | { readonly type: 'talk/unnote'; readonly id: string }
  /** Anyone: asks all for two more minutes. */
  | { readonly type: 'talk/askMore' }
  /** The person; the shared screen without a name answers for all. When more than half say yes, the timer is extended. */
  | { readonly type: 'talk/more'; readonly answer: 'yes' | 'no' }
  /** The person; the shared screen without a name answers for all who have not. Topics that are to be heard or understood. */
  | { readonly type: 'talk/wellEnough'; readonly answer: 'yes' | 'notYet' }
  /** Facilitator. */
  | { readonly type: 'talk/end' };

/** What a commitment says. */
export interface CommitmentText {
  readonly when: string;
  readonly will: string;
  readonly team: boolean;
  readonly revisit?: string;
  readonly how?: string;
  readonly topic?: TopicId;
}

/** Commitments. */
export type CommitEvent =
  /** Anyone. */
  | ({ readonly type: 'commitment/add'; readonly id: string } & CommitmentText)
  /** The owner, or anyone while nobody took it. Forgets the confidence that was answered. */
  | ({ readonly type: 'commitment/edit'; readonly id: string } & CommitmentText)
  /** The owner, or anyone while nobody took it. */
  | { readonly type: 'commitment/remove'; readonly id: string }
  /** The person, for oneself: nobody can be given one. */
  | { readonly type: 'commitment/take'; readonly id: string }
  /** The owner. */
  | { readonly type: 'commitment/handBack'; readonly id: string };

/** Close. */
export type CloseEvent =
  /** Anyone. Nameless unless signed in the text. */
  | { readonly type: 'thanks/add'; readonly id: string; readonly to?: ParticipantId; readonly text: string }
  /** Anyone. */
  | { readonly type: 'thanks/remove'; readonly id: string }
  /** Anyone: lowers where one thing may go (ids of `saveItems`). */
  | { readonly type: 'save/lower'; readonly item: string; readonly level: ConfidentialityLevel }
  /** Facilitator, in `close`. Whatever does not leave the room is gone from the state with it. */
  | { readonly type: 'retro/finish' };

export type RetroEvent =
  | PeopleEvent
  | StepEvent
  | RequestEvent
  | ArriveEvent
  | PromiseEvent
  | NormEvent
  | CardEvent
  | CircleEvent
  | GroupEvent
  | VoteEvent
  | TalkEvent
  | CommitEvent
  | CloseEvent;

export type EventType = RetroEvent['type'];
export type EventOf<T extends EventType> = Extract<RetroEvent, { readonly type: T }>;
