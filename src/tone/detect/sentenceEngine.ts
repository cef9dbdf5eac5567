import type { Finding } from '../finding.js';
import type { SentenceContext } from '../sentenceContext.js';

/** Checks single sentences. {@link isCandidate} is cheap and rules most texts out; {@link checkSentence} is the whole check. */
export interface SentenceEngine {
  /** Whether a sentence, or a longer text as it was written, may have findings. `false` is final. Never throws. */
  isCandidate(text: string, context: SentenceContext): boolean;
  /**
   * The whole check of a candidate.
   * @param masked the sentence as the rules read it: markup is spaces, code runs of U+E000, quoted speech runs of U+E001.
   * @param original the same range of the document, of the same length.
   * @returns findings whose offsets count from the start of the sentence.
   */
  checkSentence(masked: string, original: string, context: SentenceContext): readonly Finding[];
  /** Makes ready for the first check in small steps, so that a host can pause; without it that check takes longer. */
  warmUp?(context: SentenceContext): Iterable<void>;
}
