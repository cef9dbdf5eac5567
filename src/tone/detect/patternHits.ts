import { isPerson, type Match, matches } from '../pattern/matcher.js';
import type { Pattern } from '../pattern/pattern.js';
import type { Reading } from '../pattern/reading.js';
import type { Rule } from '../rules/rule.js';
import type { TableName } from '../score/sentenceScore.js';
import { ruleWeight } from '../score/thresholds.js';
import { type ActiveRule, type ActiveRules, patternIndex } from './activeRules.js';
import { gateThatHolds } from './gates.js';

/** A place where a pattern of a rule matches. */
export interface Hit {
  readonly active: ActiveRule;
  readonly match: Match;
}

/** A pattern of which a sentence has the words. It is matched when that is first asked. */
export class Candidate {
  #hits: readonly Hit[] | undefined;

  constructor(
    readonly active: ActiveRule,
    private readonly pattern: Pattern,
    private readonly reading: Reading,
  ) {}

  get hits(): readonly Hit[] {
    this.#hits ??= this.#matched();
    return this.#hits;
  }

  #matched(): readonly Hit[] {
    const { active, pattern, reading } = this;
    return matches(pattern, reading)
      .filter(
        (match) => gateThatHolds(reading, match, active.rule.ungated) === undefined && !isExcused(active, reading),
      )
      .map((match) => ({ active, match }));
  }
}

/**
 * The patterns that may be in a sentence, also those of rules that are off: their hits explain a score.
 * @param wanted rules to look for.
 */
export function candidatesIn(
  { rules }: ActiveRules,
  reading: Reading,
  wanted: (active: ActiveRule) => boolean,
): readonly Candidate[] {
  const { filter, owners } = patternIndex();
  const hasPerson = reading.tokens.some((_, at) => isPerson(reading, at));
  const found: Candidate[] = [];
  for (const number of filter.candidates(reading.tokens, hasPerson)) {
    const [rule, pattern] = owners[number] ?? [-1, undefined];
    const active = rules[rule];
    if (active !== undefined && pattern !== undefined && wanted(active) && fitsKind(active.rule, reading)) {
      found.push(new Candidate(active, pattern, reading));
    }
  }
  return found;
}

/** The hits of a sentence, see {@link candidatesIn}. */
export function patternHits(...sentence: Parameters<typeof candidatesIn>): readonly Hit[] {
  return candidatesIn(...sentence).flatMap(({ hits }) => hits);
}

/** Sums in another order differ by less. */
const ROUNDING = 1e-9;

/** Whether the rules that hit can add as much as is missing: in a comment one of them alone, in a document all together. */
export function canAdd(missing: number, candidates: readonly Candidate[], table: TableName): boolean {
  const least = missing - ROUNDING;
  const speaks = ({ hits }: Candidate): boolean => hits.length > 0;
  if (table === 'comment') {
    return candidates.some((one) => ruleWeight(one.active.rule.id, table) >= least && speaks(one));
  }
  const weights = new Map(candidates.map(({ active: { rule } }) => [rule.id, Math.max(0, ruleWeight(rule.id, table))]));
  let most = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  // The heaviest first, until the others are too light: most sentences need few.
  for (const [id, weight] of [...weights].sort(([, a], [, b]) => b - a)) {
    if (most < least) {
      break;
    }
    most -= candidates.some((one) => one.active.rule.id === id && speaks(one)) ? 0 : weight;
  }
  return most >= least;
}

function fitsKind({ needs }: Rule, { question }: Reading): boolean {
  return (
    needs === undefined || (!(needs.includes('question') && !question) && !(needs.includes('statement') && question))
  );
}

function isExcused({ unless }: ActiveRule, reading: Reading): boolean {
  return unless.some((pattern) => matches(pattern, reading).length > 0);
}
