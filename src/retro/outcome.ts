/** What a retro leaves behind, as text and data. Where it goes is the host's business; nothing else is ever written. */
export interface RetroOutcome {
  /** Minutes of what may be committed; absent when nothing may. */
  readonly repo?: string;
  /** Minutes for the local file that git ignores; absent when they would say no more than {@link repo}. */
  readonly team?: string;
  /** To be added to the commitments file. */
  readonly commitments: readonly NewCommitment[];
  /** How promises of the file ended; to be written there. */
  readonly endings: readonly PromiseEnding[];
  /** All norms that everyone agreed on today, also those that were there before. Empty when the step was left out. */
  readonly norms: readonly AgreedNorm[];
}

export interface NewCommitment {
  readonly id: string;
  /** The whole sentence. */
  readonly promise: string;
  /** The name of the person who took it, or `team`. */
  readonly owner: string;
  /** `YYYY-MM-DD`. */
  readonly made: string;
  readonly revisit?: string;
  /** How we will know. */
  readonly how?: string;
}

export interface PromiseEnding {
  /** The id in the commitments file. */
  readonly id: string;
  readonly kind: 'kept' | 'changed' | 'letGo' | 'still';
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly because?: string;
  readonly agreedWith?: string;
  /** The new wording, when it changed. */
  readonly promise?: string;
  /** What helped and what got in the way, as a note. */
  readonly note?: string;
}

export interface AgreedNorm {
  readonly id: string;
  readonly text: string;
  readonly why?: string;
  /** `YYYY-MM-DD`: today for a new or changed text. */
  readonly adoptedOn: string;
}
