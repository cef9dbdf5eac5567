import type { WordClasses } from './classBits.js';
import { CueNet, peopleOf } from './cues.js';
import { cueTables } from './cueTables.js';
import { matches, mayMatch } from '../pattern/matcher.js';
import { Pattern } from '../pattern/pattern.js';
import type { Reading } from '../pattern/reading.js';
import { chargeSum, charges, combinations, SignValues } from './signCombinations.js';
import { type Sign, signs } from './signList.js';
import { signBias, signWeights } from './signWeights.js';
import { countSignWords } from './signWords.js';
import { maxSentence } from '../language/tokens.js';

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
        value(read.all),
  ),
  ({ all }) => charges.reduce((sum, name) => sum + all.of(name), 0),
];

function readerOf({ test, words }: Sign, number: number): ((read: SignReading) => number) | undefined {
  if (test !== undefined) {
    return (read) => read.seen.test(number, test);
  }
  return words === undefined ? (read) => read.matched(number) : undefined;
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
  private readonly classes: WordClasses;
  private readonly found = new Map<Pattern, boolean>();

  constructor(readonly reading: Reading) {
    this.patterns = patternsIn(reading);
    this.classes = countSignWords(reading, this.values);
  }

  test(number: number, test: NonNullable<Sign['test']>): number {
    const value = test(this.reading, this.classes);
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

/**
 * What is taken for granted: that a pattern is there whose words are; that a word is the part of speech that is asked for, so that the
 * parser is only asked where it matters; nothing.
 */
type Granted = 'patterns' | 'tags' | 'nothing';

/** The signs of one sentence, each read when it is first asked for. */
class SignReading {
  private readonly values: Float64Array;
  readonly all = new SignValues((name) => this.at(numberOf(name)));

  constructor(
    readonly seen: Seen,
    private readonly granted: Granted,
  ) {
    this.values = seen.values.slice();
    if (granted === 'patterns') {
      // The one sign that makes others weaker.
      this.values[softener] = 0;
    }
  }

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
    const patterns = this.seen.patterns.get(number);
    return patterns !== undefined && (this.granted === 'patterns' || patterns.some((one) => this.isThere(one))) ? 1 : 0;
  }

  private isThere(pattern: Pattern): boolean {
    return this.granted === 'tags' && pattern.asksParser
      ? mayMatch(pattern, this.seen.reading)
      : this.seen.has(pattern);
  }
}

const softener = numberOf('code');

/** What is seen in one sentence, by sign. */
export function readSigns(reading: Reading): ReadonlyMap<string, number> {
  const { all } = new SignReading(new Seen(reading), 'nothing');
  return new Map([...signs, ...combinations].map(({ name }) => [name, all.of(name)]));
}

/** A sign that counts. */
interface WeighedSign {
  readonly number: number;
  readonly evidence: string;
  readonly weight: number;
}

const weighted = [...signs, ...combinations]
  .map((sign) => ({ number: numberOf(sign.name), weight: signWeights[sign.name] ?? 0, ...sign }))
  .filter(({ weight }) => weight !== 0);
/** What charges, and what softens and is known at once. */
const atOnce = weighted.filter(({ weight, ...sign }) => weight > 0 || ('words' in sign && sign.words !== undefined));
/** What softens and is no pattern, combinations last. */
const softening = weighted.filter((sign) => !atOnce.includes(sign) && !('match' in sign && sign.match !== undefined));
/** All but patterns that soften. */
const surely = [...atOnce, ...softening];

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
  const most = atMost(seen, least);
  if (most < least) {
    return { sum: most, evidence: [] };
  }
  let sum = signBias;
  const counted: { readonly evidence: string; readonly part: number }[] = [];
  const read = new SignReading(seen, 'nothing');
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

/** What the sum is at most, as exactly as it takes to tell whether it may come to something: most sentences are far from it. */
function atMost(seen: Seen, least: number): number {
  const quick = sumOf(atOnce, new SignReading(seen, 'patterns'));
  return quick < least ? quick : sumOf(surely, new SignReading(seen, 'tags'));
}

function sumOf(counting: readonly WeighedSign[], read: SignReading): number {
  let sum = signBias + slack;
  for (const { number, weight } of counting) {
    sum += read.at(number) * weight;
  }
  return sum;
}

/** More than the order of adding can change. */
const slack = 1e-9;
