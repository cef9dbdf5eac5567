import { isPerson, type Match, matches, mayMatch } from '../pattern/matcher.js';
import type { Reading } from '../pattern/reading.js';
import type { Rule } from '../rules/rule.js';
import { type ActiveRule, type ActiveRules, patternIndex } from './activeRules.js';
import { gateThatHolds } from './gates.js';

/** A place where a pattern of a rule matches. */
export interface Hit {
  readonly active: ActiveRule;
  readonly match: Match;
}

/** The hits of a sentence; `needsParser` where a pattern asks for parts of speech that are not known yet. */
export interface Hits {
  readonly hits: readonly Hit[];
  readonly needsParser: boolean;
}

/**
 * Matches the patterns that may be in a sentence, also those of rules that are off: their hits explain a score.
 * @param wanted rules to look for.
 * @param isParsed whether parts of speech can be asked for.
 */
export function patternHits(
  { rules }: ActiveRules,
  reading: Reading,
  wanted: (active: ActiveRule) => boolean,
  isParsed: boolean,
): Hits {
  const { filter, owners } = patternIndex();
  const hasPerson = reading.tokens.some((_, at) => isPerson(reading, at));
  const hits: Hit[] = [];
  let needsParser = false;
  for (const number of filter.candidates(reading.tokens, hasPerson)) {
    const [rule, pattern] = owners[number] ?? [-1, undefined];
    const active = rules[rule];
    if (active === undefined || pattern === undefined || !wanted(active) || !fitsKind(active.rule, reading)) {
      continue;
    }
    if (!isParsed && pattern.asksParser) {
      needsParser ||= mayMatch(pattern, reading);
      continue;
    }
    for (const match of matches(pattern, reading)) {
      if (gateThatHolds(reading, match, active.rule.ungated) === undefined && !isExcused(active, reading)) {
        hits.push({ active, match });
      }
    }
  }
  return { hits, needsParser };
}

function fitsKind({ needs }: Rule, { question }: Reading): boolean {
  return (
    needs === undefined || (!(needs.includes('question') && !question) && !(needs.includes('statement') && question))
  );
}

function isExcused({ unless }: ActiveRule, reading: Reading): boolean {
  return unless.some((pattern) => matches(pattern, reading).length > 0);
}
