import { CueNet } from './cues.js';
import { cueTables } from './cueTables.js';
import { Pattern } from '../pattern/pattern.js';
import { ruleSet } from '../rules/ruleSet.js';

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
let making: Generator<void, RuleNet, void> | undefined;

/** The pattern behind a text; equal texts share one. */
export function compile(text: string): Pattern {
  let pattern = compiled.get(text);
  if (pattern === undefined) {
    pattern = new Pattern(text);
    compiled.set(text, pattern);
  }
  return pattern;
}

function* make(): Generator<void, RuleNet, void> {
  const { rules } = cueTables();
  yield;
  const net = new CueNet(rules);
  yield;
  return {
    net,
    entries: ruleSet.flatMap(({ match }, rule) => match.map((text) => ({ pattern: compile(text), rule }))),
  };
}

/** Makes the net ready and returns it, yielding after a few milliseconds each time, so that a host can pause. */
export function* prepareRuleNet(): Generator<void, RuleNet, void> {
  making ??= make();
  while (made === undefined) {
    const step = making.next();
    if (step.done === true) {
      made = step.value;
    } else {
      yield;
    }
  }
  return made;
}

/** One net for all rules; made at once if {@link prepareRuleNet} was not run before. */
export function ruleNet(): RuleNet {
  if (made !== undefined) {
    return made;
  }
  const preparing = prepareRuleNet();
  for (;;) {
    const step = preparing.next();
    if (step.done === true) {
      return step.value;
    }
  }
}
