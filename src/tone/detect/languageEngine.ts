import { checkSentence, isCandidate, suspects } from './detector.js';
import { isParserReady, loadParser } from '../language/parser.js';
import { prepareRuleNet } from './ruleNet.js';
import type { SentenceEngine } from './sentenceEngine.js';

/** The engine that ships: the rules over compromise, which is loaded at the first {@link SentenceEngine.load}. */
export const languageEngine: SentenceEngine = {
  prepare: prepareRuleNet,
  suspects,
  isCandidate,
  checkSentence,
  isReady: isParserReady,
  load: loadParser,
};
