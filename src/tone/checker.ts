import type { Finding } from './finding.js';
import type { SentenceContext } from './sentenceContext.js';
import type { SentenceEngine } from './sentenceEngine.js';

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

/** One replacement, in the shape of VS Code's content changes; several are applied one after the other, in their order. */
export interface TextChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/** Numbers for tests and benchmarks, never for time. */
export interface CheckerWork {
  /** Sentences that were looked at since the start, from the cache or not. */
  readonly sentences: number;
  /** Those that were not in the cache. */
  readonly checked: number;
  /** Characters that were parsed as prose. */
  readonly parsed: number;
}

/** Checks texts; keeps what it knows by sentence, so that nothing is checked twice under the same settings. */
export declare class ToneChecker {
  constructor(engine: SentenceEngine, settings?: ToneSettings);
  /** The settings in force. */
  readonly settings: ToneSettings;
  readonly work: CheckerWork;
  /** Takes other settings; tracked texts are checked anew on their next {@link TrackedText.steps}. */
  configure(settings: ToneSettings): void;
  /** Whole text at once. While the engine is not ready, candidates are left out (see {@link TrackedText.needsParser}). */
  check(text: string, languageId: string): readonly Finding[];
  /** Loads the parser if the text has a candidate, then checks. */
  checkAll(text: string, languageId: string): Promise<readonly Finding[]>;
  /** A text that changes. Nothing is parsed before the first {@link TrackedText.steps}. */
  open(text: string, languageId: string): TrackedText;
}

/** A document that is edited. */
export interface TrackedText {
  readonly languageId: string;
  /** The current length, to notice that an edit was missed. */
  readonly length: number;
  /** Applies changes; cheap. What they touched is checked by {@link steps}. */
  edit(changes: readonly TextChange[]): void;
  /** Does what is left to do, yielding often (each step well under 10 ms), so that a host can stop and go on later. */
  steps(): Generator<void, void, void>;
  /** Runs {@link steps} to the end. */
  finish(): void;
  /** Whether {@link steps} has something left to do. */
  readonly pending: boolean;
  /** Whether a candidate waits for the parser: call the engine's `load()`, then {@link steps} again. */
  readonly needsParser: boolean;
  /** What is known now, sorted by start, offsets in the current text. */
  findings(): readonly Finding[];
  /** Whether the file's own front matter makes it a postmortem or retro. */
  readonly incident: boolean;
}

/** Settings without a team file: default and gentle, nothing of the team's own. */
export declare const plainSettings: ToneSettings;
