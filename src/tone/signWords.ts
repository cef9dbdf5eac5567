import { wordsOf } from './lexicon.js';
import { type OtherSense, otherSenseOf } from './otherSense.js';
import type { Reading } from './reading.js';
import { chargeNames } from './signCombinations.js';
import { signs } from './signList.js';

/** The signs that a word is one of, by number. */
interface SignWord {
  readonly plain: readonly number[];
  /** Those that charge someone, which "not" takes back. */
  readonly charging: readonly number[];
  readonly isOther: OtherSense | undefined;
}

let index: ReadonlyMap<string, SignWord> | undefined;

/** Adds up, by the number of the sign, how many of a sentence's words are signs: two at most. A sentence is gone through once for all of them. */
export function countSignWords(reading: Reading, values: Float64Array): void {
  index ??= indexWords();
  const { tokens } = reading;
  for (let at = 0; at < tokens.length; at++) {
    const word = index.get(reading.word(at));
    if (word !== undefined && word.isOther?.(reading.word(at - 1), reading.word(at + 1)) !== true) {
      count(word.plain, values);
      if (word.charging.length > 0 && !isDenied(reading, at)) {
        count(word.charging, values);
      }
    }
  }
}

function count(numbers: readonly number[], values: Float64Array): void {
  for (const number of numbers) {
    values[number] = Math.min(2, (values[number] ?? 0) + 1);
  }
}

/** "Not lazy": the opposite of a charge. */
function isDenied(reading: Reading, at: number): boolean {
  return reading.word(at - 1) === 'not' || (reading.word(at - 2) === 'not' && reading.word(at - 1) !== 'but');
}

function indexWords(): ReadonlyMap<string, SignWord> {
  const words = new Map<string, { plain: number[]; charging: number[]; isOther: OtherSense | undefined }>();
  signs.forEach(({ name, words: list }, number) => {
    for (const word of list === undefined ? [] : wordsOf(list)) {
      const known = words.get(word) ?? { plain: [], charging: [], isOther: otherSenseOf(word) };
      (chargeNames.has(name) ? known.charging : known.plain).push(number);
      words.set(word, known);
    }
  });
  return words;
}
