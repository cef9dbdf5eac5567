import type { SentenceContext } from './sentenceContext.js';

/** Longer phrases are not looked for, in UTF-16 units: the time for a text is at most in proportion to the longest. */
export const longestPhrase = 300;

/** A phrase of the team's or the person's own, with what to say instead. */
export interface OwnPhrase {
  /** Matched as whole words, in any case. */
  readonly phrase: string;
  /** May be empty: then it is only pointed at. */
  readonly suggestions: readonly string[];
  readonly why?: string;
  readonly level: 'default' | 'gentle';
}

/** Everything that decides what is found, besides the text. Immutable: a change is a new object. */
export interface ToneSettings {
  readonly context: SentenceContext;
  readonly ownPhrases: readonly OwnPhrase[];
  /** Phrases that are fine here: a finding that touches one is dropped. */
  readonly allowedPhrases: readonly string[];
  /** Comments in code are checked too (any language but the prose ones). */
  readonly codeComments: boolean;
}

/** Settings without a team file: default and gentle, nothing of the team's own. */
export const plainSettings: ToneSettings = {
  context: {
    surface: 'comment',
    incident: false,
    levels: new Set(['default', 'gentle']),
    rules: new Map(),
    people: new Set(),
    tools: new Set(),
  },
  ownPhrases: [],
  allowedPhrases: [],
  codeComments: false,
};
