import { isA, wordsOf } from './lexicon.js';
import { matches } from './matcher.js';
import { Pattern } from './pattern.js';
import type { Reading } from './reading.js';
import { charges, combinations } from './signCombinations.js';
import { type Sign, signs } from './signList.js';
import { signBias, signWeights } from './signWeights.js';

const chargeNames: ReadonlySet<string> = new Set([...charges, 'hostile']);

const compiled = new Map<string, readonly Pattern[]>();

function signValue(sign: Sign, reading: Reading): number {
  if (sign.test !== undefined) {
    return sign.test(reading);
  }
  if (sign.words !== undefined) {
    const name = sign.words;
    let count = 0;
    const charging = chargeNames.has(name);
    for (let at = 0; at < reading.tokens.length; at++) {
      if (isA(reading.word(at), name) && !(charging && isDenied(reading, at))) {
        count++;
      }
    }
    return Math.min(2, count);
  }
  let patterns = compiled.get(sign.name);
  if (patterns === undefined) {
    patterns = (sign.match ?? []).map((text) => new Pattern(text));
    compiled.set(sign.name, patterns);
  }
  return patterns.some((pattern) => matches(pattern, reading).length > 0) ? 1 : 0;
}

/** "Not lazy": the opposite of a charge. */
function isDenied(reading: Reading, at: number): boolean {
  return reading.word(at - 1) === 'not' || (reading.word(at - 2) === 'not' && reading.word(at - 1) !== 'but');
}

/** What is seen in one sentence, by sign. */
export function readSigns(reading: Reading): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (const sign of signs) {
    values.set(sign.name, signValue(sign, reading));
  }
  const get = (name: string): number => values.get(name) ?? 0;
  for (const combination of combinations) {
    values.set(combination.name, combination.value(get));
  }
  return values;
}

/** What the signs of a sentence add up to, and those that counted, strongest first. */
export interface Verdict {
  /** Above 0, blame is more likely than not. */
  readonly sum: number;
  readonly evidence: readonly string[];
}

export function weigh(reading: Reading): Verdict {
  let sum = signBias;
  const counted: { readonly evidence: string; readonly part: number }[] = [];
  const evidenceOf = new Map([...signs, ...combinations].map(({ name, evidence }) => [name, evidence]));
  for (const [name, value] of readSigns(reading)) {
    const part = value * (signWeights[name] ?? 0);
    sum += part;
    const evidence = evidenceOf.get(name) ?? '';
    if (part > 0.1 && evidence !== '') {
      counted.push({ evidence, part });
    }
  }
  return {
    sum,
    evidence: counted
      .sort((a, b) => b.part - a.part)
      .slice(0, 4)
      .map(({ evidence }) => evidence),
  };
}

/** What one word alone brings to the sum: the scan adds these up to find sentences worth weighing. */
export function wordWeights(): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  const add = (words: Iterable<string>, weight: number): void => {
    for (const word of words) {
      weights.set(word, (weights.get(word) ?? 0) + weight);
    }
  };
  for (const sign of signs) {
    if (sign.words !== undefined) {
      add(wordsOf(sign.words), signWeights[sign.name] ?? 0);
    }
  }
  const pair = ((signWeights.charge ?? 0) + (signWeights['you+charge'] ?? 0)) / 2;
  for (const name of charges) {
    add(wordsOf(name), pair);
  }
  add(wordsOf('hostile'), signWeights['they+hostile'] ?? 0);
  return weights;
}
