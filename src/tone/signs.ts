import { CueNet, peopleOf } from './cues.js';
import { cueTables } from './cueTables.js';
import { wordsOf } from './lexicon.js';
import { matches, mayMatch } from './matcher.js';
import { isOtherSense } from './otherSense.js';
import { Pattern } from './pattern.js';
import type { Reading } from './reading.js';
import { chargeSum, charges, combinations } from './signCombinations.js';
import { type Sign, signs } from './signList.js';
import { signBias, signWeights } from './signWeights.js';
import { maxSentence } from './tokens.js';

const chargeNames: ReadonlySet<string> = new Set([...charges, 'hostile']);
/** All signs by number: those of the list, those of two together, and the sum of all that charge. */
const names: ReadonlyMap<string, number> = new Map(
  [...signs, ...combinations, { name: chargeSum }].map(({ name }, at) => [name, at]),
);

function numberOf(name: string): number {
  return names.get(name) ?? -1;
}

/** How each sign is read that is more than single words, by number. */
const readers: readonly (((signs: SignReading) => number) | undefined)[] = [
  ...signs.map(readerOf),
  ...combinations.map(
    ({ value }) =>
      (read: SignReading) =>
        value(read.value),
  ),
  (read) => charges.reduce((sum, name) => sum + read.value(name), 0),
];

function readerOf({ test, words }: Sign, number: number): ((read: SignReading) => number) | undefined {
  if (test !== undefined) {
    return (read) => read.seen.test(number, test);
  }
  return words === undefined ? (read) => read.matched(number) : undefined;
}

let numbersByWord: ReadonlyMap<string, readonly number[]> | undefined;

/** For each word the signs that it is one of: a sentence is gone through once for all of them. */
function signsOfWord(word: string): readonly number[] {
  numbersByWord ??= indexWords();
  return numbersByWord.get(word) ?? noSigns;
}

const noSigns: readonly number[] = [];

function indexWords(): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  signs.forEach(({ words }, number) => {
    for (const word of words === undefined ? [] : wordsOf(words)) {
      const numbers = index.get(word);
      if (numbers === undefined) {
        index.set(word, [number]);
      } else {
        numbers.push(number);
      }
    }
  });
  return index;
}

/** The patterns of all signs. */
interface SignNet {
  readonly net: CueNet;
  readonly patterns: readonly { readonly sign: number; readonly pattern: Pattern }[];
}
let signNet: SignNet | undefined;

/** Small beside the net of the rules, and only asked about sentences that are weighed. */
function makeSignNet(): SignNet {
  const patterns = signs.flatMap(({ match = [] }, sign) => match.map((text) => ({ sign, pattern: new Pattern(text) })));
  return { net: new CueNet(cueTables().signs), patterns };
}

/** By sign: those of its patterns whose words are all there. */
function patternsIn(reading: Reading): ReadonlyMap<number, readonly Pattern[]> {
  signNet ??= makeSignNet();
  const found = new Map<number, Pattern[]>();
  for (const index of signNet.net.scan(reading.masked, maxSentence, undefined, peopleOf(reading.people)).patterns) {
    const { sign = -1, pattern } = signNet.patterns[index] ?? {};
    const others = found.get(sign);
    if (pattern !== undefined && others !== undefined) {
      others.push(pattern);
    } else if (pattern !== undefined) {
      found.set(sign, [pattern]);
    }
  }
  return found;
}

/** Signs of which nothing is known yet; those that are words are none until one is met. */
const unread = Float64Array.from(readers, (reader) => (reader === undefined ? 0 : Number.NaN));

/** What is seen in a sentence whatever is taken for granted. */
class Seen {
  /** By sign; not a number where it was not asked for. */
  readonly values = unread.slice();
  readonly patterns: ReadonlyMap<number, readonly Pattern[]>;
  private readonly found = new Map<Pattern, boolean>();

  constructor(readonly reading: Reading) {
    this.patterns = patternsIn(reading);
    reading.tokens.forEach(({ word }, at) => {
      for (const number of isOtherSense(reading, at) ? noSigns : signsOfWord(word)) {
        if (!(chargeNumbers.has(number) && isDenied(reading, at))) {
          this.values[number] = Math.min(2, (this.values[number] ?? 0) + 1);
        }
      }
    });
  }

  test(number: number, test: (reading: Reading) => number): number {
    const value = test(this.reading);
    this.values[number] = value;
    return value;
  }

  has(pattern: Pattern): boolean {
    let found = this.found.get(pattern);
    if (found === undefined) {
      found = matches(pattern, this.reading).length > 0;
      this.found.set(pattern, found);
    }
    return found;
  }
}

const chargeNumbers: ReadonlySet<number> = new Set([...chargeNames].map(numberOf));

/** The signs of one sentence, each read when it is first asked for. */
class SignReading {
  private readonly values: Float64Array;

  /** @param guess whether each word is taken to be the part of speech that is asked for, so that the parser is only asked where it matters. */
  constructor(
    readonly seen: Seen,
    private readonly guess: boolean,
  ) {
    this.values = seen.values.slice();
  }

  readonly value = (name: string): number => this.at(numberOf(name));

  /** The sign of a number. */
  at(number: number): number {
    let value = this.values[number] ?? 0;
    if (Number.isNaN(value)) {
      value = readers[number]?.(this) ?? 0;
      this.values[number] = value;
    }
    return value;
  }

  /** Whether one of the patterns of a sign is there. */
  matched(number: number): number {
    return this.seen.patterns.get(number)?.some((pattern) => this.isThere(pattern)) === true ? 1 : 0;
  }

  private isThere(pattern: Pattern): boolean {
    return this.guess && pattern.asksParser ? mayMatch(pattern, this.seen.reading) : this.seen.has(pattern);
  }
}

/** "Not lazy": the opposite of a charge. */
function isDenied(reading: Reading, at: number): boolean {
  return reading.word(at - 1) === 'not' || (reading.word(at - 2) === 'not' && reading.word(at - 1) !== 'but');
}

/** What is seen in one sentence, by sign. */
export function readSigns(reading: Reading): ReadonlyMap<string, number> {
  const read = new SignReading(new Seen(reading), false);
  return new Map([...signs, ...combinations].map(({ name }) => [name, read.value(name)]));
}

const patternNames = new Set(signs.filter(({ match }) => match !== undefined).map(({ name }) => name));
const weighted = [...signs, ...combinations]
  .map(({ name, evidence }) => ({
    number: numberOf(name),
    evidence,
    weight: signWeights[name] ?? 0,
    matched: patternNames.has(name),
  }))
  .filter(({ weight }) => weight !== 0);

/** What the signs of a sentence add up to, and those that counted, strongest first. */
export interface Verdict {
  /** Above 0, blame is more likely than not. */
  readonly sum: number;
  readonly evidence: readonly string[];
}

/** What takes the charge out of a whole sentence: "I don't think you are lazy", "nobody is to blame", "you can always ignore it". */
const innocent = [
  'i/we {do not|did not|would not|can not} %adv* {think|believe|mean|want to say|say|claim|blame|feel|suggest} ... you/your/they/@person',
  'not %adv* {your|their|his|her|anyone|anybody} fault',
  '{nobody|no one|noone} is {to blame|at fault}',
  '{wrong|unfair|no reason|no need} to blame',
  'you {can|may|could|might} %adv* {always|never|also|still|safely|simply|now} _',
  '{everyone|everyone else|anyone|everybody} {can|may} _',
  'you {get|always get|only get|will get} {a|an|the|back|one|two} ...',
  'you {never|always} %adv* %duty ... %device',
  '{thanks|thank you} $',
].map((text) => new Pattern(text));
const acquitted: Verdict = { sum: Number.NEGATIVE_INFINITY, evidence: [] };

/**
 * Weighs the signs of a sentence.
 * @param least what the sum has to come to for anyone to care: below that it may be more than it really is.
 */
export function weigh(reading: Reading, least = Number.NEGATIVE_INFINITY): Verdict {
  const seen = new Seen(reading);
  const most = atMost(new SignReading(seen, true));
  if (most < least) {
    return { sum: most, evidence: [] };
  }
  let sum = signBias;
  const counted: { readonly evidence: string; readonly part: number }[] = [];
  const read = new SignReading(seen, false);
  for (const { number, evidence, weight } of weighted) {
    const part = read.at(number) * weight;
    sum += part;
    if (part > 0.1 && evidence !== '') {
      counted.push({ evidence, part });
    }
  }
  // Most sentences are innocent without any excuse.
  if (sum >= least && innocent.some((pattern) => matches(pattern, reading).length > 0)) {
    return acquitted;
  }
  return {
    sum,
    evidence: counted
      .sort((a, b) => b.part - a.part)
      .slice(0, 4)
      .map(({ evidence }) => evidence),
  };
}

/** What the sum is at most, if signs that were taken for granted count only where they charge. */
function atMost(read: SignReading): number {
  let sum = signBias + slack;
  for (const { number, weight, matched } of weighted) {
    if (weight > 0 || !matched) {
      sum += read.at(number) * weight;
    }
  }
  return sum;
}

/** More than the order of adding can change. */
const slack = 1e-9;
