import type { Finding, Level } from '../finding.js';
import { isEnglish } from '../language/english.js';
import { maxSentence, type Token, tokenize } from '../language/tokens.js';
import type { Match } from '../pattern/matcher.js';
import { Reading } from '../pattern/reading.js';
import { isTooShort, probabilityOf, scoreSentence, sharesOf } from '../score/sentenceScore.js';
import { bonusOf, mostOfRules, ruleWeight } from '../score/thresholds.js';
import { hasTrigger } from '../score/triggers.js';
import { levelOf, type SentenceContext } from '../sentenceContext.js';
import { type ActiveRule, type ActiveRules, activeIn, isUnscored, scoreRules } from './activeRules.js';
import { clauseRange, heaviestWords } from './blamedClause.js';
import { isReported } from './gates.js';
import { canAdd, candidatesIn, type Hit } from './patternHits.js';
import { suggestionsFor } from './suggestions.js';

const rank: Readonly<Record<Level, number>> = { default: 0, gentle: 1, 'opt-in': 2 };
const none: readonly Finding[] = [];

/** A sentence that speaks to somebody in at most so many characters is always looked at: "Calm down." has no word that gives it away. */
const CURT = 40;

/** Whether a text has a word without which no sentence of it is found: one pass over its characters. */
export function isCandidate(text: string, context: SentenceContext): boolean {
  const active = activeIn(context);
  const { table } = active.thresholds;
  return (
    active.isUnscored || context.incident || (table === 'comment' && text.length <= CURT) || hasTrigger(text, table)
  );
}

/**
 * Findings of one sentence, in order; ranges are relative to it.
 * @param masked the sentence with markup, code and quotes masked, as long as the original.
 * @param original the sentence as it was written.
 */
export function checkSentence(masked: string, original: string, context: SentenceContext): readonly Finding[] {
  const active = activeIn(context);
  const tokens = tokenize(masked);
  const score =
    tokens.length === 0 || masked.length > maxSentence ? Number.NEGATIVE_INFINITY : scoreOf(masked, tokens, active);
  const { table, gentle } = active.thresholds;
  const isNear = score + mostOfRules(table) >= gentle;
  const isScored = !active.isUnscored && !context.incident;
  if (!isNear && isScored) {
    return none;
  }
  const reading = new Reading(masked, original, context.people, context.tools, context.incident, tokens);
  const wanted = ({ rule, level }: ActiveRule): boolean =>
    isNear || (level !== undefined && speaksUnscored(rule.needs, rule.level));
  const candidates = candidatesIn(active, reading, wanted);
  if (isScored && score < gentle && !canAdd(gentle - score, candidates, table)) {
    return none;
  }
  if (!isEnglish(tokens.map(({ word }) => word))) {
    return none;
  }
  const hits = candidates.flatMap((candidate) => candidate.hits);
  return judge(active, context, reading, hits, score);
}

function speaksUnscored(needs: readonly string[] | undefined, level: Level): boolean {
  return level === 'opt-in' || needs?.includes('incident') === true;
}

function scoreOf(masked: string, tokens: readonly Token[], { thresholds }: ActiveRules): number {
  return scoreSentence(masked, tokens, thresholds.table);
}

/** The score of a sentence with what its matched rules add, and the level that it reaches by that alone. */
interface Verdict {
  readonly score: number;
  readonly total: number;
  readonly reached: 'default' | 'gentle' | undefined;
}

function verdictOf({ thresholds }: ActiveRules, hits: readonly Hit[], score: number): Verdict {
  const { table } = thresholds;
  const rules = [...new Set(hits.map(({ active: { rule } }) => rule.id))];
  const total =
    score +
    bonusOf(
      rules.map((rule) => ruleWeight(rule, table)),
      table,
    );
  const reached = total >= thresholds.default ? 'default' : total >= thresholds.gentle ? 'gentle' : undefined;
  return { score, total, reached };
}

/** Turns hits and score into findings. */
function judge(
  active: ActiveRules,
  context: SentenceContext,
  reading: Reading,
  hits: readonly Hit[],
  score: number,
): readonly Finding[] {
  const verdict = verdictOf(active, hits, score);
  const levels = new Map(hits.map((hit) => [hit, levelOfHit(hit, verdict, active, context)]));
  const speaking = hits.filter((hit) => levels.get(hit) !== undefined);
  if (speaking.length > 0) {
    const levelled = (hit: Hit): Level => levels.get(hit) ?? 'opt-in';
    const probability = probabilityOf(verdict.total, active.thresholds.table);
    return settle(speaking, levelled).map((group) => found(group, reading, levelled, probability));
  }
  const isOff = hits.some((hit) => hit.active.level === undefined);
  return verdict.reached === undefined || isOff || isTooShort(reading.tokens)
    ? none
    : foundByScore(active, context, reading, verdict.reached, verdict.total);
}

/** The level at which a hit speaks; `undefined` where it is silent. */
function levelOfHit(
  { active: { rule, level } }: Hit,
  { score, reached }: Verdict,
  { thresholds }: ActiveRules,
  context: SentenceContext,
): Level | undefined {
  if (level === undefined || isUnscored(rule)) {
    return level;
  }
  if (rule.needs?.includes('incident') === true) {
    return score >= thresholds.incidentRule ? level : undefined;
  }
  return reached === undefined ? undefined : levelOf(rule.id, reached, context);
}

/** Overlapping hits are one finding: the strongest speaks, the others are its further evidence. */
function settle(hits: readonly Hit[], levelled: (hit: Hit) => Level): readonly (readonly Hit[])[] {
  const strongest = [...hits].sort(
    (a, b) =>
      rank[levelled(a)] - rank[levelled(b)] ||
      b.match.to - b.match.from - (a.match.to - a.match.from) ||
      a.match.from - b.match.from,
  );
  const groups: Hit[][] = [];
  for (const hit of strongest) {
    const group = groups.find(
      ([head]) => head !== undefined && hit.match.from < head.match.to && head.match.from < hit.match.to,
    );
    if (group === undefined) {
      groups.push([hit]);
    } else {
      group.push(hit);
    }
  }
  return groups.sort((a, b) => (a[0]?.match.from ?? 0) - (b[0]?.match.from ?? 0));
}

function found(group: readonly Hit[], reading: Reading, levelled: (hit: Hit) => Level, score: number): Finding {
  const [head] = group;
  if (head === undefined) {
    throw new RangeError('A group of hits has a head');
  }
  const { rule } = head.active;
  const start = reading.tokens[head.match.from]?.start ?? 0;
  const end = reading.tokens[head.match.to - 1]?.end ?? start;
  return {
    rule: rule.id,
    level: levelled(head),
    range: { start, end },
    text: reading.original.slice(start, end),
    message: rule.message,
    evidence: [...new Set(group.map((hit) => hit.active.rule.evidence))],
    score,
    suggestions: suggestionsFor(rule, reading, { ...head.match, slots: slotsOf(group, rule.id) }, { start, end }),
  };
}

/** Slots of all patterns of the rule: the one that reaches furthest need not be the one that knows the request. */
function slotsOf(group: readonly Hit[], rule: string): ReadonlyMap<string, number> {
  const same = group.filter(({ active }) => active.rule.id === rule);
  return new Map(same.reverse().flatMap(({ match }) => [...match.slots]));
}

/** The finding that only the score makes: it underlines the clause that weighs most and names its heaviest words. */
function foundByScore(
  active: ActiveRules,
  context: SentenceContext,
  reading: Reading,
  reached: 'default' | 'gentle',
  total: number,
): readonly Finding[] {
  const level = levelOf(scoreRules[reached], reached, context);
  const rule = active.rules.find(({ rule: { id } }) => id === scoreRules[reached])?.rule;
  const shares = sharesOf(reading.masked, reading.tokens, active.thresholds.table);
  const { from, to } = clauseRange(reading, shares);
  const start = reading.tokens[from]?.start ?? 0;
  const end = reading.tokens[to - 1]?.end ?? start;
  if (level === undefined || rule === undefined || isReported(reading, from)) {
    return none;
  }
  const match: Match = { from, to, slots: new Map(reading.question ? [['question', 0]] : []) };
  return [
    {
      rule: rule.id,
      level,
      range: { start, end },
      text: reading.original.slice(start, end),
      message: rule.message,
      evidence: heaviestWords(reading, shares),
      score: probabilityOf(total, active.thresholds.table),
      modelOnly: true,
      ...(total >= active.thresholds.sure ? { sure: true } : {}),
      suggestions: suggestionsFor(rule, reading, match, { start, end }),
    },
  ];
}
