import { CueNet } from './cues.js';
import { cueTables } from './cueTables.js';
import { wordsOf } from './lexicon.js';
import { matches, mayMatch } from './matcher.js';
import { Pattern } from './pattern.js';
import type { Reading } from './reading.js';
import { charges, combinations } from './signCombinations.js';
import { type Sign, signs } from './signList.js';
import { signBias, signWeights } from './signWeights.js';
import { maxSentence } from './tokens.js';

const chargeNames: ReadonlySet<string> = new Set([...charges, 'hostile']);
/** How each sign is read that is more than single words. */
const readers: ReadonlyMap<string, (signs: SignReading) => number> = new Map([
  ...signs.flatMap((sign) => readerOf(sign)),
  ...combinations.map(({ name, value }) => [name, (read: SignReading) => value(read.value)] as const),
]);

function readerOf({ name, test, words }: Sign): readonly (readonly [string, (read: SignReading) => number])[] {
  if (test !== undefined) {
    return [[name, (read) => test(read.reading)]];
  }
  return words === undefined ? [[name, (read) => read.matched(name)]] : [];
}

let namesByWord: ReadonlyMap<string, readonly string[]> | undefined;

/** For each word the signs that it is one of: a sentence is gone through once for all of them. */
function signsOfWord(word: string): readonly string[] {
  namesByWord ??= indexWords();
  return namesByWord.get(word) ?? noNames;
}

const noNames: readonly string[] = [];

function indexWords(): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const { name, words } of signs) {
    for (const word of words === undefined ? noNames : wordsOf(words)) {
      const names = index.get(word);
      if (names === undefined) {
        index.set(word, [name]);
      } else {
        names.push(name);
      }
    }
  }
  return index;
}

/** The patterns of all signs. */
interface SignNet {
  readonly net: CueNet;
  readonly patterns: readonly { readonly name: string; readonly pattern: Pattern }[];
}
let signNet: SignNet | undefined;

/** Small beside the net of the rules, and only asked about sentences that are weighed. */
function makeSignNet(): SignNet {
  const patterns = signs.flatMap(({ name, match = [] }) => match.map((text) => ({ name, pattern: new Pattern(text) })));
  return { net: new CueNet(cueTables().signs), patterns };
}

/** By sign: those of its patterns whose words are all there. */
function patternsIn(reading: Reading): ReadonlyMap<string, readonly Pattern[]> {
  signNet ??= makeSignNet();
  const found = new Map<string, Pattern[]>();
  for (const index of signNet.net.scan(reading.masked, maxSentence).patterns) {
    const { name = '', pattern } = signNet.patterns[index] ?? {};
    if (pattern !== undefined) {
      found.set(name, [...(found.get(name) ?? []), pattern]);
    }
  }
  return found;
}

/** The signs of one sentence, each read when it is first asked for. */
class SignReading {
  private readonly values = new Map<string, number>();
  private readonly patterns: ReadonlyMap<string, readonly Pattern[]>;

  /** @param trust what is taken for granted, so that the dear things are only looked at where it matters. */
  constructor(
    readonly reading: Reading,
    private readonly trust: Trust = 'nothing',
  ) {
    this.patterns = patternsIn(reading);
    reading.tokens.forEach(({ word }, at) => {
      for (const name of signsOfWord(word)) {
        if (!(chargeNames.has(name) && isDenied(reading, at))) {
          this.values.set(name, Math.min(2, (this.values.get(name) ?? 0) + 1));
        }
      }
    });
  }

  readonly value = (name: string): number => {
    let value = this.values.get(name);
    if (value === undefined) {
      value = readers.get(name)?.(this) ?? 0;
      this.values.set(name, value);
    }
    return value;
  };

  /** Whether one of the patterns of a sign is there. */
  matched(name: string): number {
    return this.patterns.get(name)?.some((pattern) => this.isThere(pattern)) === true ? 1 : 0;
  }

  private isThere(pattern: Pattern): boolean {
    switch (this.trust) {
      case 'words':
        return true;
      case 'parts of speech':
        return mayMatch(pattern, this.reading) && (pattern.asksParser || matches(pattern, this.reading).length > 0);
      case 'nothing':
        return matches(pattern, this.reading).length > 0;
    }
  }
}

/** A pattern is there when its words are; or when it would be if each word were the part of speech that is asked for; or when it is. */
type Trust = 'words' | 'parts of speech' | 'nothing';

/** "Not lazy": the opposite of a charge. */
function isDenied(reading: Reading, at: number): boolean {
  return reading.word(at - 1) === 'not' || (reading.word(at - 2) === 'not' && reading.word(at - 1) !== 'but');
}

/** What is seen in one sentence, by sign. */
export function readSigns(reading: Reading): ReadonlyMap<string, number> {
  const read = new SignReading(reading);
  return new Map([...signs, ...combinations].map(({ name }) => [name, read.value(name)]));
}

const patternNames = new Set(signs.filter(({ match }) => match !== undefined).map(({ name }) => name));
const weighted = [...signs, ...combinations]
  .map(({ name, evidence }) => ({ name, evidence, weight: signWeights[name] ?? 0, matched: patternNames.has(name) }))
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
  for (const trust of ['words', 'parts of speech'] as const) {
    const most = atMost(new SignReading(reading, trust));
    if (most < least) {
      return { sum: most, evidence: [] };
    }
  }
  let sum = signBias;
  const counted: { readonly evidence: string; readonly part: number }[] = [];
  const read = new SignReading(reading);
  for (const { name, evidence, weight } of weighted) {
    const part = read.value(name) * weight;
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
  for (const { name, weight, matched } of weighted) {
    if (weight > 0 || !matched) {
      sum += read.value(name) * weight;
    }
  }
  return sum;
}

/** More than the order of adding can change. */
const slack = 1e-9;
