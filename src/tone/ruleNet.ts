import { CueNet } from './cues.js';
import { cueTables } from './cueTables.js';
import { Pattern } from './pattern.js';
import { ruleSet } from './ruleSet.js';

/** A pattern with the rule that it belongs to, by number. */
export interface NetEntry {
  readonly pattern: Pattern;
  readonly rule: number;
}

/** The net of all rules, whatever levels are on. */
export interface RuleNet {
  readonly net: CueNet;
  /** By the number of the pattern in the net. */
  readonly entries: readonly NetEntry[];
}

const compiled = new Map<string, Pattern>();
let made: RuleNet | undefined;

/** The pattern behind a text; equal texts share one. */
export function compile(text: string): Pattern {
  let pattern = compiled.get(text);
  if (pattern === undefined) {
    pattern = new Pattern(text);
    compiled.set(text, pattern);
  }
  return pattern;
}

function make(): RuleNet {
  const entries = ruleSet.flatMap(({ match }, rule) => match.map((text) => ({ pattern: compile(text), rule })));
  return { net: new CueNet(cueTables().rules), entries };
}

/** Makes the net ready, so that a host can pause after it; nothing to do once it is there. */
export function* prepareRuleNet(): Generator<void, void, void> {
  if (made === undefined) {
    made = make();
    yield;
  }
}

/** One net for all rules; made at once if {@link prepareRuleNet} was not run before. */
export function ruleNet(): RuleNet {
  made ??= make();
  return made;
}
