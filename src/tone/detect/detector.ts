import { peopleOf, type Scan, type Sought } from './cues.js';
import type { Finding, Level } from '../finding.js';
import { gateThatHolds, isReported } from './gates.js';
import { type Match, matches, mayMatch } from '../pattern/matcher.js';
import { isParserReady } from '../language/parser.js';
import type { Pattern } from '../pattern/pattern.js';
import { Reading } from '../pattern/reading.js';
import { type Draft, drafts, leaveOut, type Rewrite } from '../rewrite/rewrite.js';
import type { Rule } from '../rules/rule.js';
import { compile, ruleNet } from './ruleNet.js';
import { ruleSet } from '../rules/ruleSet.js';
import { levelOf, type SentenceContext } from '../sentenceContext.js';
import { weigh } from './signs.js';
import { signBias } from './signWeights.js';
import { maxSentence } from '../language/tokens.js';

/** A rule with its patterns compiled, and the level at which it speaks in this context. */
interface ActiveRule {
  readonly rule: Rule;
  readonly level: Level;
  readonly unless: readonly Pattern[];
}

interface Hit {
  readonly active: ActiveRule;
  readonly match: Match;
  /** What the signs were, for a rule that adds them up. */
  readonly evidence?: readonly string[];
}

/** The rules that are on in a context, by their number in the rule set. */
interface ActiveRules {
  readonly rules: readonly (ActiveRule | undefined)[];
  /** What the scan goes by; made for the first sentence. */
  sought: Sought | undefined;
  /** Rules that add up signs, the most demanding first. */
  readonly adding: readonly ActiveRule[];
  /** The words of a sentence must weigh more for its signs to be added up. */
  readonly least: number;
  readonly people: ReadonlySet<string>;
}

/** How far structure can lift a sentence above the sum of its words; below that it is not weighed. */
const lift = 2;

const actives = new WeakMap<SentenceContext, ActiveRules>();
const rank: Readonly<Record<Level, number>> = { default: 0, gentle: 1, 'opt-in': 2 };

/** The last one is at hand: nearly all sentences are asked about in the context of the one before. */
let last: { readonly context: SentenceContext; readonly active: ActiveRules } | undefined;

function activeIn(context: SentenceContext): ActiveRules {
  if (last?.context !== context) {
    const active = actives.get(context) ?? selectRules(context);
    actives.set(context, active);
    last = { context, active };
  }
  return last.active;
}

function selectRules(context: SentenceContext): ActiveRules {
  const rules = ruleSet.map((rule): ActiveRule | undefined => {
    const level = levelOf(rule.id, rule.level, context);
    const outside = rule.needs?.includes('incident') === true && !context.incident;
    return level === undefined || outside ? undefined : { rule, level, unless: (rule.unless ?? []).map(compile) };
  });
  const adding = rules
    .filter((active) => active?.rule.signs !== undefined)
    .filter((active) => active !== undefined)
    .sort((a, b) => (b.rule.signs ?? 0) - (a.rule.signs ?? 0));
  const least = (adding.at(-1)?.rule.signs ?? Number.POSITIVE_INFINITY) - signBias - lift;
  return { rules, sought: undefined, adding, least, people: context.people };
}

let latest: { readonly active: ActiveRules; readonly masked: string; readonly scan: Scan } | undefined;

/** The scan with the patterns of the rules that are on; the last is kept, since whoever asks whether a sentence is a candidate checks it next. */
function scanFor(active: ActiveRules, masked: string): Scan {
  if (latest === undefined || latest.active !== active || latest.masked !== masked) {
    latest = { active, masked, scan: scanAnew(active, masked) };
  }
  return latest.scan;
}

function scanAnew(active: ActiveRules, masked: string): Scan {
  const { wanted, people } = soughtBy(active);
  return ruleNet().net.scan(masked, maxSentence, wanted, people);
}

function soughtBy(active: ActiveRules): Sought {
  if (active.sought === undefined) {
    const { net, entries } = ruleNet();
    const wanted = net.only((index) => active.rules[entries[index]?.rule ?? -1] !== undefined);
    active.sought = { wanted, people: peopleOf(active.people), least: active.least };
  }
  return active.sought;
}

/** Everything on: what a rewrite is held against. */
const strictest: SentenceContext = {
  incident: true,
  levels: new Set<Level>(['default', 'gentle', 'opt-in']),
  rules: new Map(),
  people: new Set(),
  tools: new Set(),
};

/** Whether a sentence deserves the parser: a cheap scan without it. False for nearly every ordinary sentence. */
export function isCandidate(masked: string, context: SentenceContext): boolean {
  const active = activeIn(context);
  const scan = scanFor(active, masked);
  return scan.patterns.length > 0 || isWorthWeighing(active, scan.sum);
}

/**
 * Where a text as it was written, of a few sentences, may hold a candidate once markup is taken out: an even cheaper scan, which may
 * err towards more, never towards less.
 */
export function suspects(text: string, context: SentenceContext, isProse: boolean): readonly number[] {
  const active = activeIn(context);
  return ruleNet().net.suspects(text, maxSentence, soughtBy(active), isProse);
}

/**
 * What may read as blame in one sentence, in order; ranges are relative to it.
 * Empty for candidates until the parser is there: call {@link isCandidate}, then `loadParser()`.
 * @param masked the sentence with markup, code and quotes masked, as long as the original.
 * @param original the sentence as it was written.
 */
export function checkSentence(masked: string, original: string, context: SentenceContext): readonly Finding[] {
  const active = activeIn(context);
  const scan = scanFor(active, masked);
  if (!isParserReady() || (scan.patterns.length === 0 && !isWorthWeighing(active, scan.sum))) {
    return none;
  }
  const reading = new Reading(masked, original, context.people, context.tools);
  const hits = allHits(active, scan, reading);
  return hits.length === 0 ? none : settle(hits, reading).map((group) => toFinding(group, reading));
}

function isWorthWeighing({ least }: ActiveRules, sum: number): boolean {
  return sum > least;
}

/** What the patterns find; where they find nothing, what the signs add up to. */
function allHits(active: ActiveRules, scan: Scan, reading: Reading): readonly Hit[] {
  const hits = hitsOf(active, scan.patterns, reading);
  return hits.length > 0 || !isWorthWeighing(active, scan.sum) ? hits : weighedHits(active, reading);
}

function weighedHits({ adding }: ActiveRules, reading: Reading): readonly Hit[] {
  const person = reading.tokens.findIndex(({ word }) => word === 'you' || word === 'your');
  if (person >= 0 && isReported(reading, person)) {
    return [];
  }
  const { sum, evidence } = weigh(reading, adding.at(-1)?.rule.signs);
  const found = adding.find(({ rule }) => rule.signs !== undefined && sum >= rule.signs);
  return found === undefined
    ? []
    : [{ active: found, match: { from: 0, to: reading.tokens.length, slots: moodOf(reading) }, evidence }];
}

/** A rewrite can be made for questions alone. */
function moodOf({ question }: Reading): Match['slots'] {
  return new Map(question ? [['question', 0]] : []);
}

const none: readonly Finding[] = [];

function hitsOf({ rules }: ActiveRules, candidates: readonly number[], reading: Reading): readonly Hit[] {
  const hits: Hit[] = [];
  const { entries } = ruleNet();
  for (const index of candidates) {
    const entry = entries[index];
    const active = rules[entry?.rule ?? -1];
    if (entry === undefined || active === undefined || !fitsKind(active.rule, reading)) {
      continue;
    }
    if (!mayMatch(entry.pattern, reading) || (entry.pattern.asksParser && excused(active, reading))) {
      continue;
    }
    for (const match of matches(entry.pattern, reading)) {
      if (gateThatHolds(reading, match, active.rule.ungated) === undefined && !excused(active, reading)) {
        hits.push({ active, match });
      }
    }
  }
  return hits;
}

function fitsKind(rule: Rule, reading: Reading): boolean {
  const { needs } = rule;
  return (
    needs === undefined ||
    (!(needs.includes('question') && !reading.question) && !(needs.includes('statement') && reading.question))
  );
}

function excused(active: ActiveRule, reading: Reading): boolean {
  return active.unless.some((pattern) => matches(pattern, reading).length > 0);
}

/** Overlapping hits are one finding: the strongest speaks, the others are its further evidence. */
function settle(hits: readonly Hit[], reading: Reading): readonly (readonly Hit[])[] {
  const strongest = [...hits].sort(
    (a, b) =>
      rank[a.active.level] - rank[b.active.level] ||
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
  return groups
    .filter(([head]) => head !== undefined && reading.tokens[head.match.from] !== undefined)
    .sort((a, b) => startOf(a) - startOf(b));
}

function startOf(group: readonly Hit[]): number {
  return group[0]?.match.from ?? 0;
}

function toFinding(group: readonly Hit[], reading: Reading): Finding {
  const [head] = group;
  if (head === undefined) {
    throw new RangeError('A group of hits has a head');
  }
  const { active, match } = head;
  const start = reading.tokens[match.from]?.start ?? 0;
  const end = reading.tokens[match.to - 1]?.end ?? start;
  return {
    rule: active.rule.id,
    level: active.level,
    range: { start, end },
    text: reading.original.slice(start, end),
    message: active.rule.message,
    evidence: [...new Set(group.flatMap((hit) => hit.evidence ?? [hit.active.rule.evidence]))],
    suggestions: suggest(active.rule, reading, { ...match, slots: slotsOf(group, active.rule) }),
  };
}

/** What any pattern of the rule found: the one that reaches furthest need not be the one that knows what was asked for. */
function slotsOf(group: readonly Hit[], rule: Rule): ReadonlyMap<string, number> {
  const same = group.filter(({ active }) => active.rule === rule);
  return new Map(same.reverse().flatMap(({ match }) => [...match.slots]));
}

/** What fits any accusation, for sentences that a rule's own rewrites do not fit. */
const anyway: readonly Rewrite[] = [
  {
    label: 'Say what happened and what helps',
    text: 'When <what happened>, <what it led to>. Could we <what would help>?',
  },
  { label: 'Say what you need', text: 'I need <what would help>, because <what matters to you>.' },
];

/** At most three rewrites that no rule finds fault with, each of another kind; the last leaves the accusation out. */
function suggest(rule: Rule, reading: Reading, match: Match): Finding['suggestions'] {
  const chosen: Draft[] = [];
  const take = (options: readonly Draft[], most: number): void => {
    const good = chosen.length < most ? options.find((option) => isSound(option, reading)) : undefined;
    if (good !== undefined && !chosen.some((other) => other.suggestion.label === good.suggestion.label)) {
      chosen.push(good);
    }
  };
  for (const options of drafts(rule.level === 'opt-in' ? rule.rewrite : [...rule.rewrite, ...anyway], reading, match)) {
    take(options, 2);
  }
  if (rule.level !== 'opt-in') {
    take([leaveOut(reading, match)], 3);
  }
  return chosen.map((draft) => draft.suggestion);
}

function isSound({ sentence, suggestion: { newText }, isFixed }: Draft, reading: Reading): boolean {
  const isGood = (text: string): boolean => (isFixed && text === newText ? isKnownClean(text) : isClean(text));
  return sentence !== reading.original && isGood(sentence) && isGood(newText);
}

/** What is known of rewrites that take over nothing of the sentence: there are as many as rules have. */
const knownClean = new Map<string, boolean>();

function isKnownClean(text: string): boolean {
  const clean = knownClean.get(text) ?? isClean(text);
  knownClean.set(text, clean);
  return clean;
}

/** Whether no rule at all, with everything on, speaks about a text, read whole and sentence by sentence. */
export function isClean(text: string): boolean {
  const active = activeIn(strictest);
  const asProse = text.replace(/<[^<>\n]{1,80}>/g, (found) => ' '.repeat(found.length));
  const sentences = new Set([text, ...text.split(/(?<=[.?!])\s+/), ...asProse.split(/(?<=[.?!])\s+/)]);
  return [...sentences].every((sentence) => {
    const scan = scanFor(active, sentence);
    return allHits(active, scan, new Reading(sentence, sentence, strictest.people, strictest.tools)).length === 0;
  });
}
