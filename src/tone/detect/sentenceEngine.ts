import type { Finding } from '../finding.js';
import type { SentenceContext } from '../sentenceContext.js';

/**
 * What the checker asks about one sentence. Two phases, so that a text without a suspicious word never costs the load of
 * the language parser: {@link isCandidate} is the cue scan alone, {@link checkSentence} is the whole check.
 */
export interface SentenceEngine {
  /** What the cue scan needs, made in steps of about a millisecond; without it the first {@link isCandidate} does it at once. */
  prepare?(): Iterable<void>;
  /**
   * A scan over a text of a few sentences as it was written: {@link checkSentence} finds nothing in those that are not in one of the
   * stretches that it returns, whatever markup is taken out. Pairs of start and end, in order, each ending where a sentence does.
   * Without it nothing is known.
   * @param isProse whether the text is prose throughout; otherwise only a part of each line may be.
   */
  suspects?(text: string, context: SentenceContext, isProse: boolean): readonly number[];
  /** The cue scan: `false` is final, `true` says that the whole check is worth it. Needs no parser, never throws. */
  isCandidate(masked: string, context: SentenceContext): boolean;
  /**
   * The whole check of a candidate. Called only while {@link isReady}.
   * @param masked the sentence as the rules read it: markup is spaces, code runs of U+E000, quoted speech runs of U+E001.
   * @param original the same range of the document, of the same length.
   * @returns findings whose offsets count from the start of the sentence.
   */
  checkSentence(masked: string, original: string, context: SentenceContext): readonly Finding[];
  /** Whether the parser is loaded. */
  isReady(): boolean;
  /** Loads the parser; safe to call again. Rejects when it cannot be loaded. */
  load(): Promise<void>;
}
