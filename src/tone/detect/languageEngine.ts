import { checkSentence, isCandidate } from './detector.js';
import type { SentenceEngine } from './sentenceEngine.js';
import { warmUp } from './warmUp.js';

/** The engine that ships: score and rules. */
export const languageEngine: SentenceEngine = {
  isCandidate,
  checkSentence,
  warmUp,
};
