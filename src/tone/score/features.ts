import { clauseCut, type Token } from '../language/tokens.js';
import { mix, place, seed } from './featureHash.js';
import { CLASS, factsOf, factsOfAll, makeRoom, ownSumsIn, ROLE, type WordFacts } from './wordFacts.js';

/** Groups of features; each has its own weight in the length of a sentence, see {@link blockScales}. */
export const WORDS = 0;
export const LETTERS = 1;
export const CLASSES = 2;
export const NEIGHBOURS = 3;
export const SKIPS = 4;
export const SHAPES = 5;
/** How much a feature of each group counts. */
export const blockScales: readonly number[] = [1, 0.5, 1, 1, 1, 1];

/**
 * Receives a feature.
 * @param place in the weight table.
 * @param token the number of the token that it stands at.
 * @param block its group, such as {@link WORDS}.
 */
export type FeatureVisitor = (place: number, token: number, block: number) => void;

const OPENS = seed('opens');
const PAIR = seed('pair');
const NEAR = seed('near');
const SKIP = seed('skip');
const SHAPE = seed('shape');
const COMMA = seed('comma');
const CUT = seed('cut');
const START = seed('start');

/**
 * Visits the features of a sentence; a place may be visited more than once.
 * @param text the masked sentence.
 */
export function visitFeatures(text: string, tokens: readonly Token[], visit: FeatureVisitor): void {
  const words = factsOfAll(tokens);
  for (const [at, word] of words.entries()) {
    visitOwn(word, (tokens[at]?.cut ?? 0) > 0, (place, block) => visit(place, at, block));
  }
  visitContext(text, tokens, words, visit);
}

/** The sum of a sentence's features. */
export interface FeatureSum {
  /** Of the entries of a table, each times the scale of its block. */
  readonly sum: number;
  /** Of the squares of the scales. */
  readonly squares: number;
}

/**
 * Adds up the features that {@link visitFeatures} visits. What a word adds by itself is remembered.
 * @param present which entries are not 0, a bit each.
 */
export function sumFeatures(
  text: string,
  tokens: readonly Token[],
  entries: Int8Array,
  present: Uint8Array,
): FeatureSum {
  const words = factsOfAll(tokens);
  const values = ownSumsIn(entries);
  let sum = 0;
  let squares = 0;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word !== undefined) {
      const from = 4 * word.id + ((tokens[at]?.cut ?? 0) > 0 ? 2 : 0);
      if (Number.isNaN(values[from])) {
        addOwn(word, entries, values);
      }
      sum += values[from] ?? 0;
      squares += values[from + 1] ?? 0;
    }
  }
  visitContext(text, tokens, words, (place, _, block) => {
    const scale = blockScales[block] ?? 1;
    if (((present[place >> 3] ?? 0) & (1 << (place & 7))) !== 0) {
      sum += (entries[place] ?? 0) * scale;
    }
    squares += scale * scale;
  });
  return { sum, squares };
}

function addOwn(word: WordFacts, entries: Int8Array, values: Float64Array): void {
  for (const [part, opens] of [false, true].entries()) {
    let sum = 0;
    let squares = 0;
    visitOwn(word, opens, (place, block) => {
      const scale = blockScales[block] ?? 1;
      sum += (entries[place] ?? 0) * scale;
      squares += scale * scale;
    });
    values.set([sum, squares], 4 * word.id + 2 * part);
  }
}

/** Visits the features of a word by itself: the word, its letters and its classes. */
function visitOwn(
  { places, grams, classes }: WordFacts,
  opens: boolean,
  visit: (place: number, block: number) => void,
): void {
  for (const one of places) {
    visit(one, WORDS);
  }
  for (const one of grams) {
    visit(one, LETTERS);
  }
  for (const name of classes) {
    visit(place(mix(CLASS, name)), CLASSES);
    if (opens) {
      visit(place(mix(OPENS, name)), CLASSES);
    }
  }
}

/** Visits the features of words among others. */
function visitContext(
  text: string,
  tokens: readonly Token[],
  words: readonly WordFacts[],
  visit: FeatureVisitor,
): void {
  visitNeighbours(tokens, words, visit);
  visitPairs(tokens, words, visit);
  visitShape(text, tokens, words, visit);
}

function visitNeighbours(tokens: readonly Token[], words: readonly WordFacts[], visit: FeatureVisitor): void {
  let before = START;
  let beforeThat = 0;
  for (let at = 0; at < words.length; at++) {
    const hash = words[at]?.hash ?? 0;
    const cut = tokens[at]?.cut ?? 0;
    if (at > 0 && cut > 0) {
      beforeThat = before;
      before = cut === clauseCut ? CUT : COMMA;
    }
    const two = mix(before, hash);
    visit(place(mix(two, 2)), at, WORDS);
    visit(place(mix(mix(beforeThat, two), 3)), at, WORDS);
    if (at > 1 && cut === 0 && (tokens[at - 1]?.cut ?? 0) === 0) {
      visit(place(mix(SKIP, mix(words[at - 2]?.hash ?? 0, hash))), at, SKIPS);
    }
    beforeThat = before;
    before = hash;
  }
}

const AHEAD = 8;
const BEHIND = 4;
/** What pairs are hashed from, by the kind of the person, the side and whether a negation stands between. */
const pairSeeds = Int32Array.from({ length: (ROLE + 1) * 64 }, (_, key) => mix(PAIR, key));
const nearSeeds = Int32Array.from({ length: (ROLE + 1) * 64 }, (_, key) => mix(NEAR, key));

function visitPairs(tokens: readonly Token[], words: readonly WordFacts[], visit: FeatureVisitor): void {
  for (let at = 0; at < words.length; at++) {
    const kind = words[at]?.kind ?? 0;
    if (kind > 0) {
      visit(place(mix(PAIR, kind * 64)), at, CLASSES);
      visitSide(tokens, words, at, 1, visit);
      visitSide(tokens, words, at, -1, visit);
    }
  }
}

/** Pairs of the person at a token with the words after it (`step` 1) or before it (-1) in its clause. */
function visitSide(
  tokens: readonly Token[],
  words: readonly WordFacts[],
  person: number,
  step: 1 | -1,
  visit: FeatureVisitor,
): void {
  const kind = words[person]?.kind ?? 0;
  let negated = 0;
  for (let far = 1; far <= (step === 1 ? AHEAD : BEHIND); far++) {
    const at = person + far * step;
    const word = words[at];
    const edge = tokens[step === 1 ? at : at + 1]?.cut;
    if (word === undefined || edge === clauseCut) {
      return;
    }
    const key = kind * 64 + (step === 1 ? 0 : 2) + negated;
    const pair = pairSeeds[key] ?? 0;
    for (const name of word.classes) {
      visit(place(mix(pair, name)), at, CLASSES);
    }
    if (far <= 5) {
      visit(place(mix(nearSeeds[key] ?? 0, word.hash)), at, NEIGHBOURS);
    }
    if (word.kind > 0) {
      visit(place(mix(pair, word.kind + 1000)), at, CLASSES);
    }
    if (step === -1 && word.conditional) {
      visit(place(mix(mix(PAIR, kind), 0x1f)), at, CLASSES);
    }
    negated = word.negates ? 1 : negated;
  }
}

function visitShape(text: string, tokens: readonly Token[], words: readonly WordFacts[], visit: FeatureVisitor): void {
  const mark = /[?!.…]*[\s)*_"'”’]*$/.exec(text.trimEnd().slice(-8))?.[0] ?? '';
  const end = mark.includes('?') ? (mark.includes('!') ? 1 : 2) : mark.includes('!') ? 3 : mark.includes('.') ? 4 : 5;
  const last = tokens.length - 1;
  const shape = (number: number, token: number): void => visit(place(mix(SHAPE, number)), token, SHAPES);
  shape(end, last);
  let kinds = 0;
  let first = -1;
  for (let at = 0; at < words.length; at++) {
    const kind = words[at]?.kind ?? 0;
    if ((kinds & (1 << kind)) === 0) {
      kinds |= 1 << kind;
      shape(100 + end * 16 + kind, last);
    }
    first = first < 0 && kind > 0 ? at : first;
  }
  shape(300 + (words[first]?.kind ?? 0), Math.max(0, first));
  const shouts = text.match(/\b[A-Z]{3,}\b/g)?.length ?? 0;
  if (shouts > 1) {
    shape(400 + Math.min(shouts, 4), 0);
  }
  visit(place(mix(CUT, words[last]?.hash ?? 0)), last, WORDS);
}

/** Visits the features that a word has wherever it stands. */
export function visitWord(word: string, visit: (place: number, block: number) => void): void {
  makeRoom(1);
  visitOwn(factsOf(word), false, visit);
}
