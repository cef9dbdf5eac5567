/** A calendar day, ISO 8601: `2026-11-20`. */
export type Day = string;

/** `open` until it ends in one of three good ways; a promise is never forgotten. */
export type CommitmentState = 'open' | 'kept' | 'changed' | 'let-go';

export const commitmentStates: readonly CommitmentState[] = ['open', 'kept', 'changed', 'let-go'];

/** How a promise ended. Every part may be missing in a file written by hand. */
export interface Ending {
  readonly on?: Day;
  readonly because?: string;
  /** With whom a change was agreed. */
  readonly agreedWith?: string;
  /** The id of the commitment that took its place. */
  readonly successor?: string;
}

export interface Note {
  readonly on?: Day;
  readonly text: string;
}

/** One promise, as it stands in the file. Parts that are missing or cannot be read are absent, or `''` for `id` and `promise`. */
export interface Commitment {
  /** 8 hex digits, or whatever was written by hand; `''` when missing, and then it cannot be changed by id. */
  readonly id: string;
  readonly promise: string;
  /** Who took it; `team` is allowed. */
  readonly owner?: string;
  readonly made?: Day;
  readonly revisit?: Day;
  /** The retro, card or norm it came from: a path in the repo. */
  readonly from?: string;
  /** An unknown state reads as `open`; the file's problems say so. */
  readonly state: CommitmentState;
  readonly ending?: Ending;
  readonly notes: readonly Note[];
  /** Keys this version does not know, with their YAML text as written. They stay in the file. */
  readonly extra: Readonly<Record<string, string>>;
}

/** A commitment that is about to be made. */
export interface NewCommitment {
  readonly id: string;
  readonly promise: string;
  readonly owner?: string;
  readonly made: Day;
  readonly revisit?: Day;
  readonly from?: string;
}

/** An open promise is worth a word after this many days without a sign. */
export const silenceInDays = 21;
