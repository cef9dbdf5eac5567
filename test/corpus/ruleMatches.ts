import { activeIn } from '../../src/tone/detect/activeRules.js';
import { patternHits } from '../../src/tone/detect/patternHits.js';
import { suggestionsFor } from '../../src/tone/detect/suggestions.js';
import type { Finding } from '../../src/tone/finding.js';
import type { Match } from '../../src/tone/pattern/matcher.js';
import { Reading } from '../../src/tone/pattern/reading.js';
import type { Rule } from '../../src/tone/rules/rule.js';
import { strictest } from '../../src/tone/sentenceContext.js';

/** A sentence with where a rule matches it, whatever its score is. */
export interface RuleMatches {
  readonly reading: Reading;
  readonly matches: readonly Match[];
}

/** Where a rule matches a sentence of an incident file, whatever the score is. */
export function matchesOf({ id }: Rule, text: string): RuleMatches {
  const reading = new Reading(text, text, strictest.people, strictest.tools, true);
  const hits = patternHits(activeIn(strictest), reading, ({ rule }) => rule.id === id);
  return { reading, matches: hits.map(({ match }) => match) };
}

/** What a rule offers for its longest match in a sentence, whatever the score is; `undefined` where it does not match. */
export function offersOf(rule: Rule, text: string): Finding['suggestions'] | undefined {
  const { reading, matches } = matchesOf(rule, text);
  const [longest, ...others] = [...matches].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  if (longest === undefined) {
    return undefined;
  }
  const slots = new Map([...others.reverse(), longest].flatMap((match) => [...match.slots]));
  const start = reading.tokens[longest.from]?.start ?? 0;
  const end = reading.tokens[longest.to - 1]?.end ?? start;
  return suggestionsFor(rule, reading, { ...longest, slots }, { start, end }, 'rules');
}
