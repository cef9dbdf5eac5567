import { bitClasses, classBits, type WordClasses } from './classBits.js';
import { wordsOf } from '../lexicon/lexicon.js';
import { type OtherSense, otherSenseOf } from '../language/otherSense.js';
import type { Reading } from '../pattern/reading.js';
import { chargeNames } from './signCombinations.js';
import { signs } from './signList.js';

/** The signs that a word is one of, by number. */
interface SignWord {
  readonly plain: readonly number[];
  /** Those that charge someone, which "not" takes back. */
  readonly charging: readonly number[];
  readonly isOther: OtherSense | undefined;
  /** The bits of its classes. */
  readonly classes: number;
}

let index: ReadonlyMap<string, SignWord> | undefined;

/**
 * Adds up, by the number of the sign, how many of a sentence's words are signs: two at most. Each word is looked up once.
 */
export function countSignWords(reading: Reading, values: Float64Array): WordClasses {
  index ??= indexWords();
  const { length } = reading.tokens;
  const byWord = new Int32Array(length);
  let all = 0;
  for (let at = 0; at < length; at++) {
    const word = index.get(reading.word(at));
    if (word !== undefined) {
      byWord[at] = word.classes;
      all |= word.classes;
      countWord(word, reading, at, values);
    }
  }
  return { byWord, all };
}

function countWord({ plain, charging, isOther }: SignWord, reading: Reading, at: number, values: Float64Array): void {
  if (isOther?.(reading.word(at - 1), reading.word(at + 1)) !== true) {
    count(plain, values);
    if (charging.length > 0 && !isDenied(reading, at)) {
      count(charging, values);
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
  const words = new Map<string, Unfinished>();
  signs.forEach(({ name, words: list }, number) => {
    const kind = chargeNames.has(name) ? 'charging' : 'plain';
    for (const word of list === undefined ? [] : wordsOf(list)) {
      const entry = entryOf(words, word);
      entry[kind] = [...entry[kind], number];
    }
  });
  for (const name of bitClasses) {
    const bit = classBits(name);
    for (const word of wordsOf(name)) {
      entryOf(words, word).classes |= bit;
    }
  }
  return words;
}

type Unfinished = { -readonly [Key in keyof SignWord]: SignWord[Key] };

function entryOf(words: Map<string, Unfinished>, word: string): Unfinished {
  let entry = words.get(word);
  if (entry === undefined) {
    entry = { plain: none, charging: none, isOther: otherSenseOf(word), classes: 0 };
    words.set(word, entry);
  }
  return entry;
}

const none: readonly number[] = [];
