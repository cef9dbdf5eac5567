import type { Token } from '../language/tokens.js';
import { anchors, bounds, gaps, type PatternText, type Piece, pieces } from './patternText.js';
import { compileTest, isBounded } from './wordTest.js';

/** Stands for a person in the index: a mention, or a name. */
const PERSON = '@';

const frequent: ReadonlySet<string> = new Set(
  'the a an to of in is it this that i you we be and or for on with as not are was do can if but have has your my they at by so just should would will what there no all from its me when more use one then like get need see think could how any does make why which want now only'.split(
    ' ',
  ),
);

/** Finds the patterns that a sentence may match: those of which it has a word that they cannot do without. */
export class CandidateFilter {
  readonly #byWord = new Map<string, number[]>();
  readonly #always: number[] = [];

  constructor(patterns: readonly PatternText[]) {
    for (const [number, pattern] of patterns.entries()) {
      const words = neededWords(pieces(pattern));
      if (words === undefined) {
        this.#always.push(number);
      }
      for (const word of words ?? []) {
        const numbers = this.#byWord.get(word);
        if (numbers === undefined) {
          this.#byWord.set(word, [number]);
        } else {
          numbers.push(number);
        }
      }
    }
  }

  /**
   * Numbers of patterns, in order.
   * @param hasPerson whether the sentence names a person.
   */
  candidates(tokens: readonly Token[], hasPerson: boolean): readonly number[] {
    const found = new Set(this.#always);
    for (const { word } of tokens) {
      for (const number of this.#byWord.get(word) ?? []) {
        found.add(number);
      }
    }
    if (hasPerson) {
      for (const number of this.#byWord.get(PERSON) ?? []) {
        found.add(number);
      }
    }
    return [...found].sort((a, b) => a - b);
  }
}

/** Words of which the pattern needs one; the rarest such set. `undefined` where it can do without any certain word. */
function neededWords(parts: readonly Piece[]): ReadonlySet<string> | undefined {
  return rarest(parts.map((part) => ('step' in part ? wordsOfStep(part.step) : wordsOfOptions(part))));
}

function wordsOfOptions({ options, optional }: Extract<Piece, { options: unknown }>): ReadonlySet<string> | undefined {
  const each = options.map((steps) => rarest(steps.map(wordsOfStep)));
  return optional || each.includes(undefined) ? undefined : new Set(each.flatMap((words) => [...(words ?? [])]));
}

function rarest(sets: readonly (ReadonlySet<string> | undefined)[]): ReadonlySet<string> | undefined {
  let best: ReadonlySet<string> | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const words of sets) {
    const cost = words === undefined ? least : costOf(words);
    if (words !== undefined && cost < least) {
      best = words;
      least = cost;
    }
  }
  return best;
}

function costOf(words: ReadonlySet<string>): number {
  let cost = 0;
  for (const word of words) {
    cost += word === PERSON ? 100 : frequent.has(word) ? 1000 : 1;
  }
  return cost;
}

function wordsOfStep(step: string): ReadonlySet<string> | undefined {
  if (gaps[step] !== undefined || anchors[step] !== undefined || step.startsWith('=')) {
    return undefined;
  }
  const bound = step.length > 1 ? bounds[step.slice(-1)] : undefined;
  const test = compileTest(bound === undefined ? step : step.slice(0, -1));
  if (bound?.[0] === 0 || !isBounded(test)) {
    return undefined;
  }
  const words = new Set<string>(test.person ? [PERSON] : []);
  for (const list of test.lists) {
    for (const word of list) {
      words.add(word);
    }
  }
  return words;
}
