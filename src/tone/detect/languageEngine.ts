import { isParserReady, loadParser } from '../language/parser.js';
import { checkSentence, isCandidate } from './detector.js';
import type { SentenceEngine } from './sentenceEngine.js';
import { warmUp } from './warmUp.js';

/** The engine that ships: score and rules; the parser of parts of speech is loaded by the first sentence that needs it. */
export const languageEngine: SentenceEngine = {
  isCandidate,
  checkSentence,
  isReady: isParserReady,
  load: loadParser,
  warmUp,
};
