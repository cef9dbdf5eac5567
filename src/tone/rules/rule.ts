import type { Level } from '../finding.js';
import type { PatternText } from '../pattern/patternText.js';

/** Reasons for innocence that are looked for before a rule speaks. Every rule passes every gate, but those it names in `ungated`. */
export type GateName = 'hypothetical' | 'negated' | 'reported' | 'first-person' | 'generic' | 'apology' | 'proper-name';

/**
 * One way to say it without blame. `{name}` is the writer's own text from that slot to the end of its clause; `{Name}` the same with a
 * capital; `{who}` is `you`, or `someone` where the sentence is about another. What only the writer knows is a blank, `[which change?]`. A rewrite
 * whose slot is missing or unfit is left out.
 */
export interface Rewrite {
  readonly label: string;
  readonly text: string;
  /** `sentence` (the default) replaces the accusing clause or the whole sentence, `match` only what was found. */
  readonly scope?: 'sentence' | 'match';
  /** Offered only where the pattern that matched has marked this slot: it fits one kind of what the rule finds. */
  readonly when?: string;
}

/** What kind of sentence a rule needs. */
export type Need = 'question' | 'statement' | 'incident';

/** A rule is data: what it looks for, why, and which rewrites help. Its examples are the rows of test/corpus/rules.tsv. */
export interface Rule {
  /** `family/name`, lower case. */
  readonly id: string;
  readonly level: Level;
  /** Any of them; {@link PatternText} says how they are written. */
  readonly match: readonly PatternText[];
  /** Silent when one of these is anywhere in the sentence. */
  readonly unless?: readonly PatternText[];
  readonly needs?: readonly Need[];
  /** Gates that do not hold for this rule; all others do. */
  readonly ungated?: readonly GateName[];
  /** "May read as blame: …", one kind sentence. */
  readonly message: string;
  /** Why this hurts and what helps, one or two sentences for the rule's page. */
  readonly why: string;
  readonly source: string;
  /** What was seen, in words. */
  readonly evidence: string;
  /** Best first. Those that do not fit a sentence are left out; at most three are offered. */
  readonly rewrite: readonly Rewrite[];
}

/** The family of a rule: `absolute` of `absolute/you-always`. */
export function ruleFamily(rule: Rule): string {
  return rule.id.slice(0, rule.id.indexOf('/'));
}
