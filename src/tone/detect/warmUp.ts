import { isEnglish } from '../language/english.js';
import { classesOf } from '../lexicon/wordClasses.js';
import { type TableName, wordCharge } from '../score/sentenceScore.js';
import type { SentenceContext } from '../sentenceContext.js';
import { activeIn, patternIndexSteps } from './activeRules.js';

const warm = new Set<TableName>();

/** Makes the tables that the first check of a sentence needs, in steps of a few milliseconds. Nothing is left to do the second time. */
export function* warmUp(context: SentenceContext): Generator<void, void, void> {
  const { table } = activeIn(context).thresholds;
  if (warm.has(table)) {
    return;
  }
  yield;
  classesOf('');
  yield;
  wordCharge('', table);
  yield;
  isEnglish(['the']);
  yield;
  yield* patternIndexSteps();
  warm.add(table);
}
