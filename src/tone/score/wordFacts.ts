import { codeMark, type Token } from '../language/tokens.js';
import { givenNames } from '../lexicon/people.js';
import { classesOf } from '../lexicon/wordClasses.js';
import { BASE, hashText, mix, place, seed } from './featureHash.js';

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
/** The number of names of persons, and of words for what a person is. */
const NAME = 8;
export const ROLE = 9;
const names: ReadonlySet<string> = new Set(givenNames.split(' '));
const negations: ReadonlySet<string> = new Set('not never no nobody nothing without none neither nor'.split(' '));
const conditions: ReadonlySet<string> = new Set(
  'if unless when whenever once as while before after until whether where let suppose say imagine'.split(' '),
);

const WORD = seed('word');
const CHARS = seed('chars');
/** What classes of words are hashed from. */
export const CLASS = seed('class');

/** Facts of one word, computed once. */
export interface WordFacts {
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

/** How many words are remembered. */
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

/** The facts of a word in lower case. Call {@link makeRoom} before. */
export function factsOf(word: string): WordFacts {
  let known = facts.get(word);
  if (known === undefined) {
    known = readFacts(word, facts.size);
    facts.set(word, known);
  }
  return known;
}

/** Forgets all words where as many new ones would be too many. Only between sentences, so that no two words of one share a number. */
export function makeRoom(count: number): void {
  if (facts.size + count > CACHE) {
    facts = new Map();
    asNames = new Map();
    ownSums = [];
  }
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
export function factsOfAll(tokens: readonly Token[]): readonly WordFacts[] {
  makeRoom(tokens.length);
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

/** The numbers of {@link OwnSums} in a table; `NaN` for words that have not been added up. */
export function ownSumsIn(entries: Int8Array): Float64Array {
  let known = ownSums.find((sums) => sums.entries === entries);
  if (known === undefined) {
    known = new OwnSums(entries);
    ownSums.push(known);
  }
  return known.values;
}

/** Whether a word speaks of a person other than the writer. */
export function hasPersonWord(word: string): boolean {
  makeRoom(1);
  const { kind } = factsOf(word);
  return (kind > 0 && kind !== SELF) || names.has(word);
}
