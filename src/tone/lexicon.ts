import { acts } from './lexicon/acts.js';
import { contempt } from './lexicon/contempt.js';
import { feelings } from './lexicon/feelings.js';
import { fields } from './lexicon/fields.js';
import { grammar } from './lexicon/grammar.js';
import { hostility } from './lexicon/hostility.js';
import { inflect } from './lexicon/inflect.js';
import { belongings, minds } from './lexicon/minds.js';
import { givenNames, people, toolNames } from './lexicon/people.js';
import { themes } from './lexicon/themes.js';
import { traits } from './lexicon/traits.js';
import { workActs, workWords } from './lexicon/work.js';

/** A class of words, as the rules name it: `%trait`. Verb classes also come as `%harm:base`, `:s`, `:past`, `:ing`. */
export type WordClass = string;

function words(list: string): readonly string[] {
  return list.split(' ').filter((word) => word !== '');
}

function buildClasses(): ReadonlyMap<WordClass, ReadonlySet<string>> {
  const classes = new Map<WordClass, Set<string>>();
  for (const table of [people, grammar, traits, contempt, feelings, themes, hostility, belongings, workWords, fields]) {
    for (const [name, list] of Object.entries(table)) {
      classes.set(name, new Set(words(list)));
    }
  }
  classes.set('name', new Set(words(givenNames)));
  classes.set('tool', new Set(words(toolNames)));
  for (const [name, list] of [...Object.entries(acts), ...Object.entries(minds), ...Object.entries(workActs)]) {
    addVerbs(classes, name, words(list));
  }
  // What people do to each other and think of each other, against what they do to code.
  classes.set('human', new Set(['think', 'speak', 'will', 'deal'].flatMap((name) => [...(classes.get(name) ?? [])])));
  return classes;
}

function addVerbs(classes: Map<WordClass, Set<string>>, name: string, verbs: readonly string[]): void {
  const forms = verbs.map(inflect);
  const base = forms.map((form) => form.base);
  const third = forms.map((form) => form.s);
  const past = forms.flatMap((form) => form.past);
  const ing = forms.map((form) => form.ing);
  classes.set(name, new Set([...base, ...third, ...past, ...ing]));
  classes.set(`${name}:base`, new Set(base));
  classes.set(`${name}:s`, new Set(third));
  classes.set(`${name}:past`, new Set(past));
  classes.set(`${name}:ing`, new Set(ing));
}

/** Every class of the lexicon with its words, in lower case. */
export const classes = buildClasses();

const empty: ReadonlySet<string> = new Set();

/**
 * The words of a class.
 * @throws RangeError when no class has this name: a rule is mistyped.
 */
export function wordsOf(name: WordClass): ReadonlySet<string> {
  const found = classes.get(name);
  if (found === undefined) {
    throw new RangeError(`No word class is called ${name}`);
  }
  return found;
}

/** Whether a word belongs to a class; false for classes that there are not. */
export function isA(word: string, name: WordClass): boolean {
  return (classes.get(name) ?? empty).has(word);
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
