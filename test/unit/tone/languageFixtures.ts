import assert from 'node:assert/strict';
import { checkSentence } from '../../../src/tone/detect/detector.js';
import type { Finding, Level } from '../../../src/tone/finding.js';
import type { SentenceContext } from '../../../src/tone/sentenceContext.js';

/** A context with these levels on and nothing else. */
export function contextOf(...levels: readonly Level[]): SentenceContext {
  return {
    surface: 'comment',
    incident: false,
    levels: new Set(levels),
    rules: new Map(),
    people: new Set(),
    tools: new Set(),
  };
}

/** Everything on, as in a look back with all levels. */
export const everything: SentenceContext = { ...contextOf('default', 'gentle', 'opt-in'), incident: true };

/** The levels that are on by themselves, in a look back. */
export const lookBack: SentenceContext = { ...contextOf('default', 'gentle'), incident: true };

/** Findings of a sentence once the parser is loaded: then there is an answer to every sentence. */
export function findings(text: string, context: SentenceContext, masked = text): readonly Finding[] {
  const found = checkSentence(masked, text, context);
  assert.ok(found !== undefined, `${text}: an answer needs no parser`);
  return found;
}
