import { CueNet } from './cues.js';
import { Pattern } from './pattern.js';
import { ruleSet } from './ruleSet.js';
import { wordWeights } from './signs.js';

const net = new CueNet();
const compiled = new Map<string, Pattern>();
let building: Generator<void, void, void> | undefined;
let isBuilt = false;

/** The pattern behind a text; equal texts share one. */
export function compile(text: string): Pattern {
  let pattern = compiled.get(text);
  if (pattern === undefined) {
    pattern = new Pattern(text);
    compiled.set(text, pattern);
  }
  return pattern;
}

function* build(): Generator<void, void, void> {
  for (const [number, rule] of ruleSet.entries()) {
    for (const text of rule.match) {
      net.add({ pattern: compile(text), rule: number });
      yield;
    }
  }
  const weights = wordWeights();
  yield;
  net.finish(weights);
}

/** Builds the net of all rules, yielding about every millisecond, so that a host can pause; nothing to do once it is there. */
export function* prepareRuleNet(): Generator<void, void, void> {
  while (!isBuilt) {
    building ??= build();
    isBuilt = building.next().done === true;
    yield;
  }
}

/** One net for all rules, whatever levels are on; built at once if {@link prepareRuleNet} was not run before. */
export function ruleNet(): CueNet {
  for (const _ of prepareRuleNet()) {
    // Whoever asks now cannot wait.
  }
  return net;
}
