import type { Token } from '../language/tokens.js';
import { anchors, bounds, gaps, type PatternText, type Piece, pieces } from './patternText.js';
import type { WordList } from './wordList.js';
import { compileTest, isBounded } from './wordTest.js';

const frequent: ReadonlySet<string> = new Set(
  'the a an to of in is it this that i you we be and or for on with as not are was do can if but have has your my they at by so just should would will what there no all from its me when more use one then like get need see think could how any does make why which want now only'.split(
    ' ',
  ),
);

/** Words of which a pattern needs one: by themselves and as lists, or a person. */
interface Needed {
  readonly words: readonly string[];
  readonly lists: readonly WordList[];
  readonly person: boolean;
  /** How often text has one of them. */
  readonly cost: number;
}

/** Finds the patterns that a sentence may match: those of which it has a word that they cannot do without. */
export class CandidateFilter {
  /** Numbers of patterns by word; all words of a list share one array for those that need the list. */
  readonly #byWord = new Map<string, number[][]>();
  readonly #byList = new Map<WordList, number[]>();
  readonly #bySingle = new Map<string, number[]>();
  readonly #byPerson: number[] = [];
  readonly #always: number[] = [];

  /** Takes a pattern, under a number above those before. */
  add(number: number, pattern: PatternText): void {
    const needed = neededBy(pieces(pattern));
    if (needed === undefined) {
      this.#always.push(number);
      return;
    }
    if (needed.person) {
      this.#byPerson.push(number);
    }
    for (const word of needed.words) {
      this.#addTo(this.#bySingle, word, number, [word]);
    }
    for (const list of needed.lists) {
      this.#addTo(this.#byList, list, number, list);
    }
  }

  #addTo<T>(index: Map<T, number[]>, key: T, number: number, words: Iterable<string>): void {
    const numbers = index.get(key);
    if (numbers !== undefined) {
      numbers.push(number);
      return;
    }
    const added = [number];
    index.set(key, added);
    for (const word of words) {
      const known = this.#byWord.get(word);
      if (known === undefined) {
        this.#byWord.set(word, [added]);
      } else {
        known.push(added);
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
      for (const numbers of this.#byWord.get(word) ?? []) {
        for (const number of numbers) {
          found.add(number);
        }
      }
    }
    for (const number of hasPerson ? this.#byPerson : []) {
      found.add(number);
    }
    return [...found].sort((a, b) => a - b);
  }
}

/** What the pattern needs: the rarest such words. `undefined` where it can do without any certain word. */
function neededBy(parts: readonly Piece[]): Needed | undefined {
  return rarest(parts, (part) => ('step' in part ? neededByStep(part.step) : neededByOptions(part)));
}

function neededByOptions({ options, optional }: Extract<Piece, { options: unknown }>): Needed | undefined {
  const each: Needed[] = [];
  for (const steps of optional ? [] : options) {
    const needed = rarest(steps, neededByStep);
    if (needed === undefined) {
      return undefined;
    }
    each.push(needed);
  }
  return optional
    ? undefined
    : {
        words: each.flatMap(({ words }) => words),
        lists: [...new Set(each.flatMap(({ lists }) => lists))],
        person: each.some(({ person }) => person),
        cost: each.reduce((sum, { cost }) => sum + cost, 0),
      };
}

/** The least that a part can cost: then there is no need to look at others. */
const LEAST = 1;

function rarest<T>(parts: readonly T[], neededByPart: (part: T) => Needed | undefined): Needed | undefined {
  let best: Needed | undefined;
  for (const part of parts) {
    const needed = neededByPart(part);
    best = needed !== undefined && needed.cost < (best?.cost ?? Number.POSITIVE_INFINITY) ? needed : best;
    if (best !== undefined && best.cost <= LEAST) {
      break;
    }
  }
  return best;
}

const costs = new WeakMap<WordList, number>();

function costOf(list: WordList): number {
  let cost = costs.get(list);
  if (cost === undefined) {
    cost = 0;
    for (const word of list) {
      cost += costOfWord(word);
    }
    costs.set(list, cost);
  }
  return cost;
}

function costOfWord(word: string): number {
  return frequent.has(word) ? 1000 : LEAST;
}

const PERSON_COST = 100;
const plainWord = /^[a-z][a-z-]*$/;

function neededByStep(step: string): Needed | undefined {
  if (plainWord.test(step)) {
    return { words: [step], lists: [], person: false, cost: costOfWord(step) };
  }
  if (gaps[step] !== undefined || anchors[step] !== undefined || step.startsWith('=')) {
    return undefined;
  }
  const bound = step.length > 1 ? bounds[step.slice(-1)] : undefined;
  const test = compileTest(bound === undefined ? step : step.slice(0, -1));
  if (bound?.[0] === 0 || !isBounded(test)) {
    return undefined;
  }
  const cost = test.lists.reduce((sum, list) => sum + costOf(list), test.person ? PERSON_COST : 0);
  return { words: [], lists: test.lists, person: test.person, cost };
}
