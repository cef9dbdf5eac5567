import type { Level } from './finding.js';

/** What a person or a team set for one rule (`blame/you-always`) or a whole family (`blame`). */
export type RuleSwitch = 'off' | 'gentle' | 'default';

/** What the check of one sentence knows besides the sentence. Immutable: the cache of sentences lives as long as its context. */
export interface SentenceContext {
  /**
   * Whom the text speaks to: somebody (`comment`: also a commit message or a card), everyone (`document`), or a team that looks at its
   * own work (`notes`: postmortems, retros, review notes). Each has thresholds of its own.
   */
  readonly surface: 'comment' | 'notes' | 'document';
  /** A postmortem, retro or incident file: rules about named persons as causes and counterfactuals speak. */
  readonly incident: boolean;
  /** The levels that are on. A rule of another level speaks only where {@link rules} switches it on. */
  readonly levels: ReadonlySet<Level>;
  /** By rule id or family id; the rule's own entry wins over its family's. `gentle` and `default` also switch an opt-in rule on. */
  readonly rules: ReadonlyMap<string, RuleSwitch>;
  /** Names and handles known to be people, in lower case, without the @. */
  readonly people: ReadonlySet<string>;
  /** Names known to be tools, never people, in lower case. */
  readonly tools: ReadonlySet<string>;
}

/**
 * The level at which a rule speaks, or `undefined` where it is silent.
 * @param rule `family/name`.
 * @param own the level that the rule has by itself.
 */
export function levelOf(rule: string, own: Level, context: SentenceContext): Level | undefined {
  const set = context.rules.get(rule) ?? context.rules.get(familyOf(rule));
  if (set === 'off') {
    return undefined;
  }
  if (set !== undefined) {
    return set;
  }
  return context.levels.has(own) ? own : undefined;
}

/** `blame` of `blame/you-always`. */
export function familyOf(rule: string): string {
  const slash = rule.indexOf('/');
  return slash < 0 ? rule : rule.slice(0, slash);
}

/** A context with everything on: rewrites are held against it. */
export const strictest: SentenceContext = {
  surface: 'comment',
  incident: true,
  levels: new Set<Level>(['default', 'gentle', 'opt-in']),
  rules: new Map(),
  people: new Set(),
  tools: new Set(),
};
