import type { Level } from '../../../src/tone/finding.js';
import type { SentenceContext } from '../../../src/tone/sentenceContext.js';

/** A context with these levels on and nothing else. */
export function contextOf(...levels: readonly Level[]): SentenceContext {
  return { surface: 'comment', incident: false, levels: new Set(levels), rules: new Map(), people: new Set(), tools: new Set() };
}

/** A context in which one rule speaks alone. */
export function onlyRule(id: string): SentenceContext {
  return { ...contextOf(), incident: true, rules: new Map([[id, 'default']]) };
}

/** Everything on, as in a look back with all levels. */
export const everything: SentenceContext = { ...contextOf('default', 'gentle', 'opt-in'), incident: true };
