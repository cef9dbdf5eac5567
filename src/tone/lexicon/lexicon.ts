import { acts } from './acts.js';
import { contempt } from './contempt.js';
import { feelings } from './feelings.js';
import { fields } from './fields.js';
import { grammar } from './grammar.js';
import { hostility } from './hostility.js';
import { inflect } from './inflect.js';
import { belongings, minds } from './minds.js';
import { givenNames, people, toolNames } from './people.js';
import { reproaches } from './reproaches.js';
import { stance } from './stance.js';
import { themes } from './themes.js';
import { traits } from './traits.js';
import { workActs, workWords } from './work.js';

/** A class of words, as the rules name it: `%trait`. Verb classes also come as `%harm:base`, `:s`, `:past`, `:ing`. */
export type WordClass = string;

function words(list: string): readonly string[] {
  return list.split(' ').filter((word) => word !== '');
}

const plainTables = [
  people,
  grammar,
  traits,
  contempt,
  feelings,
  themes,
  hostility,
  belongings,
  workWords,
  fields,
  reproaches,
  stance,
  { name: givenNames, tool: toolNames },
];
const plain: ReadonlyMap<WordClass, string> = new Map(plainTables.flatMap((table) => Object.entries<string>(table)));
const verbs: ReadonlyMap<WordClass, string> = new Map(
  [acts, minds, workActs].flatMap((table) => Object.entries<string>(table)),
);
const built = new Map<WordClass, ReadonlySet<string>>();
const empty: ReadonlySet<string> = new Set();

/** A class is made when it is first asked for: most texts need few. */
function build(name: WordClass): ReadonlySet<string> | undefined {
  // What people do to each other and think of each other, against what they do to code.
  if (name === 'human') {
    return new Set(['think', 'speak', 'will', 'deal'].flatMap((part) => [...wordsOf(part)]));
  }
  const list = plain.get(name);
  if (list !== undefined) {
    return new Set(words(list));
  }
  const [verb = '', form] = name.split(':');
  return verbs.has(verb) ? new Set(words(verbs.get(verb) ?? '').flatMap((base) => formsOf(base, form))) : undefined;
}

function formsOf(verb: string, form: string | undefined): readonly string[] {
  const { base, s, past, ing } = inflect(verb);
  switch (form) {
    case undefined:
      return [base, s, ...past, ing];
    case 'base':
      return [base];
    case 's':
      return [s];
    case 'past':
      return past;
    case 'ing':
      return [ing];
    default:
      throw new RangeError(`No form of a verb is called ${form}`);
  }
}

/**
 * The words of a class, in lower case.
 * @throws RangeError when no class has this name: a rule is mistyped.
 */
export function wordsOf(name: WordClass): ReadonlySet<string> {
  let found = built.get(name);
  if (found === undefined) {
    found = build(name);
    if (found === undefined) {
      throw new RangeError(`No word class is called ${name}`);
    }
    built.set(name, found);
  }
  return found;
}

/** The words of a class; empty for classes that there are not. */
export function classOf(name: WordClass): ReadonlySet<string> {
  let found = built.get(name);
  if (found === undefined) {
    found = build(name) ?? empty;
    built.set(name, found);
  }
  return found;
}

/** Whether a word belongs to a class; false for classes that there are not. */
export function isA(word: string, name: WordClass): boolean {
  return classOf(name).has(word);
}

let bases: ReadonlyMap<string, string> | undefined;

/** `told` is `tell`: the base form of a verb that the lexicon has, otherwise the word itself. */
export function baseOf(word: string): string {
  bases ??= new Map(
    [acts, minds, workActs]
      .flatMap((table) => Object.values(table).flatMap(words))
      .map(inflect)
      .flatMap(({ base, s, past, ing }) => [s, ...past, ing, base].map((form): [string, string] => [form, base])),
  );
  return bases.get(word) ?? word;
}
