import type { Level } from '../finding.js';
import { CandidateFilter } from '../pattern/candidateFilter.js';
import { Pattern } from '../pattern/pattern.js';
import type { PatternText } from '../pattern/patternText.js';
import type { Rule } from '../rules/rule.js';
import { ruleSet } from '../rules/ruleSet.js';
import { type Surface, type Thresholds, thresholdsOf } from '../score/thresholds.js';
import { levelOf, type SentenceContext } from '../sentenceContext.js';

/** Rules that speak where only the score finds something, by the level of the finding. */
export const scoreRules: Readonly<Record<'default' | 'gentle', string>> = {
  default: 'quarrel/many-signs',
  gentle: 'quarrel/some-signs',
};

/** A rule with its patterns, and how it stands in a context. */
export interface ActiveRule {
  readonly rule: Rule;
  /** The level that a person or a team set, or that the rule has by itself; `undefined` where it is off. The score lowers it. */
  readonly level: Level | undefined;
  readonly patterns: readonly Pattern[];
  readonly unless: readonly Pattern[];
}

/** What a context decides about the check of its sentences. */
export interface ActiveRules {
  readonly rules: readonly ActiveRule[];
  readonly surface: Surface;
  readonly thresholds: Thresholds;
  /** A rule speaks whatever the score is, so that every sentence has to be looked at. */
  readonly isUnscored: boolean;
  /** Levels at which the score speaks by itself. */
  readonly byScore: ReadonlySet<'default' | 'gentle'>;
}

const compiled = new Map<PatternText, Pattern>();

function compile(text: PatternText): Pattern {
  const pattern = compiled.get(text) ?? new Pattern(text);
  compiled.set(text, pattern);
  return pattern;
}

/** All patterns, with the number of the rule of each. */
export interface PatternIndex {
  readonly filter: CandidateFilter;
  readonly owners: readonly (readonly [rule: number, pattern: Pattern])[];
}

/** How many patterns are taken into the index at once: a few milliseconds of work. */
const PART = 25;
let building: Generator<void, PatternIndex, void> | undefined;
let built: PatternIndex | undefined;

function* build(): Generator<void, PatternIndex, void> {
  const filter = new CandidateFilter();
  const owners: (readonly [number, Pattern])[] = [];
  for (const [rule, { match }] of ruleSet.entries()) {
    for (const text of match) {
      filter.add(owners.length, text);
      owners.push([rule, compile(text)]);
      if (owners.length % PART === 0) {
        yield;
      }
    }
  }
  return { filter, owners };
}

/** Makes the index of all patterns in small steps; what is left to do is done when it is first needed. */
export function* patternIndexSteps(): Generator<void, PatternIndex, void> {
  while (built === undefined) {
    building ??= build();
    const { done, value } = nextOf(building);
    if (done === true) {
      built = value;
    } else {
      yield;
    }
  }
  return built;
}

/** The next step; after an error the index is begun anew, so that a mistyped rule is told each time. */
function nextOf(steps: Generator<void, PatternIndex, void>): IteratorResult<void, PatternIndex> {
  try {
    return steps.next();
  } catch (error) {
    building = undefined;
    throw error;
  }
}

/** The index of all patterns; made for the first sentence that comes near a threshold. */
export function patternIndex(): PatternIndex {
  const steps = patternIndexSteps();
  let step = steps.next();
  while (step.done !== true) {
    step = steps.next();
  }
  return step.value;
}

const known = new WeakMap<SentenceContext, ActiveRules>();

/** The rules as they stand in a context. */
export function activeIn(context: SentenceContext): ActiveRules {
  const active = known.get(context) ?? readRules(context);
  known.set(context, active);
  return active;
}

function readRules(context: SentenceContext): ActiveRules {
  const surface = context.incident && context.surface === 'document' ? 'notes' : context.surface;
  const rules = ruleSet.map((rule): ActiveRule => {
    const outside = rule.needs?.includes('incident') === true && !context.incident;
    return {
      rule,
      level: outside ? undefined : levelOf(rule.id, isUnscored(rule) ? rule.level : 'default', context),
      patterns: rule.match.map(compile),
      unless: (rule.unless ?? []).map(compile),
    };
  });
  const speaks = (level: 'default' | 'gentle'): boolean => levelOf(scoreRules[level], level, context) !== undefined;
  return {
    rules,
    surface,
    thresholds: thresholdsOf(surface),
    isUnscored: rules.some(({ rule, level }) => level !== undefined && isUnscored(rule)),
    byScore: new Set((['default', 'gentle'] as const).filter(speaks)),
  };
}

/** Whether a rule speaks whatever the score of the sentence is: one that is off unless someone asks for it. */
export function isUnscored(rule: Rule): boolean {
  return rule.level === 'opt-in';
}
