import { clauseCut, codeMark, type Token } from '../language/tokens.js';
import { givenNames } from '../lexicon/people.js';
import { classesOf } from '../lexicon/wordClasses.js';

/** Number of places in a weight table; a feature's place is its hash modulo this. */
export const tableSize = 1 << 20;

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

/** Kinds of persons that a sentence speaks of. */
const personKinds: Readonly<Record<string, string>> = {
  you: 'you yourself yourselves',
  your: 'your yours',
  they: 'they he she them him her themselves himself herself',
  their: 'their his theirs hers',
  i: 'i me my mine myself we us our ours ourselves',
  who: 'who whoever someone somebody',
  all: 'nobody noone no-one everyone everybody anyone anybody',
};

const kindOf: ReadonlyMap<string, number> = new Map(
  Object.values(personKinds).flatMap((list, at) => list.split(' ').map((word): [string, number] => [word, at + 1])),
);
/** The number of the kind `i` in {@link personKinds}. */
const SELF = 5;
const NAME = 8;
const ROLE = 9;
const names: ReadonlySet<string> = new Set(givenNames.split(' '));
const negations: ReadonlySet<string> = new Set('not never no nobody nothing without none neither nor'.split(' '));
const conditions: ReadonlySet<string> = new Set(
  'if unless when whenever once as while before after until whether where let suppose say imagine'.split(' '),
);

/** FNV-1a over UTF-16 units, continued from `seed`. */
function hashText(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash;
}

function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ (b + 0x9e3779b9 + (a << 6) + (a >>> 2)), 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

const BASE = 0x811c9dc5;
const place = (hash: number): number => (hash ^ (hash >>> 15)) & (tableSize - 1);
const seed = (name: string): number => mix(hashText(name, BASE), 0x51ed);

const WORD = seed('word');
const CHARS = seed('chars');
const CLASS = seed('class');
const OPENS = seed('opens');
const PAIR = seed('pair');
const NEAR = seed('near');
const SKIP = seed('skip');
const SHAPE = seed('shape');
const COMMA = seed('comma');
const CUT = seed('cut');
const START = seed('start');

/** Facts of one word, computed once. */
interface WordFacts {
  readonly hash: number;
  /** Places of the word itself, its classes and the letters in it. */
  readonly places: readonly number[];
  readonly grams: readonly number[];
  readonly classes: readonly number[];
  readonly kind: number;
  readonly negates: boolean;
  readonly conditional: boolean;
  /** A given name, so that it is a person's when it is written with a capital letter. */
  readonly isName: boolean;
  /** Its number among the known words. */
  readonly id: number;
}

const CACHE = 20_000;
let facts = new Map<string, WordFacts>();
/** Words as names of persons, by the facts of the word. */
let asNames = new Map<WordFacts, WordFacts>();

/**
 * What the features of a word by itself add up to in a table, four numbers a word: sum and squares where it stands inside of a clause,
 * and both where it opens one. Most features of a sentence are such.
 */
class OwnSums {
  readonly values = new Float64Array(4 * CACHE).fill(Number.NaN);
  constructor(readonly entries: Int8Array) {}
}
let ownSums: OwnSums[] = [];

function factsOf(word: string): WordFacts {
  let known = facts.get(word);
  if (known === undefined) {
    if (facts.size >= CACHE) {
      facts = new Map();
      asNames = new Map();
      ownSums = [];
    }
    known = readFacts(word, facts.size);
    facts.set(word, known);
  }
  return known;
}

function normal(word: string): string {
  if (word === codeMark) {
    return '<code>';
  }
  if (word.startsWith('@')) {
    return '<at>';
  }
  return /^\d/.test(word) ? '<0>' : word;
}

function readFacts(written: string, id: number): WordFacts {
  const word = normal(written);
  const hash = hashText(word, BASE);
  const classes = [...classesOf(word), ...endingOf(word)].map((name) => hashText(name, CLASS));
  const places = [place(mix(WORD, hash))];
  const grams: number[] = [];
  if (!word.startsWith('<') && word.length > 2) {
    const framed = `<${word}>`;
    for (let size = 3; size <= 5; size++) {
      for (let at = 0; at + size <= framed.length; at++) {
        grams.push(place(mix(CHARS, hashText(framed.slice(at, at + size), BASE))));
      }
    }
  }
  const role = classesOf(word).some(
    (name) => name === 'crowd' || name === 'person' || name === 'org' || name === 'area',
  );
  return {
    hash,
    places,
    grams,
    classes,
    kind: word === '<at>' ? NAME : (kindOf.get(word) ?? (role ? ROLE : 0)),
    negates: negations.has(word),
    conditional: conditions.has(word),
    isName: names.has(written),
    id,
  };
}

/** Inflection guessed from the ending, as word classes. */
function endingOf(word: string): readonly string[] {
  if (word.length < 5) {
    return [];
  }
  if (word.endsWith('ed')) {
    return ['-ed'];
  }
  if (word.endsWith('ing')) {
    return ['-ing'];
  }
  return word.endsWith('ly') ? ['-ly'] : [];
}

/** The facts of each word; a given name counts as a person only where it is written as a name. */
function factsOfAll(tokens: readonly Token[]): readonly WordFacts[] {
  return tokens.map(({ word, capital }): WordFacts => {
    const known = factsOf(word);
    if (known.kind !== 0 || !capital || !known.isName) {
      return known;
    }
    const named = asNames.get(known) ?? { ...known, kind: NAME };
    asNames.set(known, named);
    return named;
  });
}

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

/** Adds up the features that {@link visitFeatures} visits. What a word adds by itself is remembered. */
export function sumFeatures(text: string, tokens: readonly Token[], entries: Int8Array): FeatureSum {
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
    sum += (entries[place] ?? 0) * scale;
    squares += scale * scale;
  });
  return { sum, squares };
}

function ownSumsIn(entries: Int8Array): Float64Array {
  let known = ownSums.find((sums) => sums.entries === entries);
  if (known === undefined) {
    known = new OwnSums(entries);
    ownSums.push(known);
  }
  return known.values;
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
    for (const name of word.classes) {
      visit(place(mix(mix(PAIR, key), name)), at, CLASSES);
    }
    if (far <= 5) {
      visit(place(mix(mix(NEAR, key), word.hash)), at, NEIGHBOURS);
    }
    if (word.kind > 0) {
      visit(place(mix(mix(PAIR, key), word.kind + 1000)), at, CLASSES);
    }
    if (step === -1 && word.conditional) {
      visit(place(mix(mix(PAIR, kind), 0x1f)), at, CLASSES);
    }
    negated = word.negates ? 1 : negated;
  }
}

function visitShape(text: string, tokens: readonly Token[], words: readonly WordFacts[], visit: FeatureVisitor): void {
  const mark = /[?!.…]*[\s)*_"'”’]*$/.exec(text.slice(-8))?.[0] ?? '';
  const end = mark.includes('?') ? (mark.includes('!') ? 1 : 2) : mark.includes('!') ? 3 : mark.includes('.') ? 4 : 5;
  const last = tokens.length - 1;
  const shape = (number: number, token: number): void => visit(place(mix(SHAPE, number)), token, SHAPES);
  shape(end, last);
  const kinds = new Set(words.map(({ kind }) => kind));
  for (const kind of kinds) {
    shape(100 + end * 16 + kind, last);
  }
  const first = words.findIndex(({ kind }) => kind > 0);
  shape(300 + (words[first]?.kind ?? 0), Math.max(0, first));
  const shouts = text.match(/\b[A-Z]{3,}\b/g)?.length ?? 0;
  if (shouts > 1) {
    shape(400 + Math.min(shouts, 4), 0);
  }
  visit(place(mix(CUT, words[last]?.hash ?? 0)), last, WORDS);
}

/** Whether a word speaks of a person other than the writer. */
export function hasPersonWord(word: string): boolean {
  const { kind } = factsOf(word);
  return (kind > 0 && kind !== SELF) || names.has(word);
}

/** Visits the features that a word has wherever it stands. */
export function visitWord(word: string, visit: (place: number, block: number) => void): void {
  visitOwn(factsOf(word), false, visit);
}
