import { acts } from './acts.js';
import { contempt } from './contempt.js';
import { feelings } from './feelings.js';
import { fields } from './fields.js';
import { grammar } from './grammar.js';
import { hostility } from './hostility.js';
import { inflect } from './inflect.js';
import { belongings, minds } from './minds.js';
import { people } from './people.js';
import { reproaches } from './reproaches.js';
import { stance } from './stance.js';
import { themes } from './themes.js';
import { traits } from './traits.js';
import { workActs, workWords } from './work.js';

type Table = Readonly<Record<string, string>>;

const plainTables: readonly Table[] = [
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
];
const verbTables: readonly Table[] = [acts, minds, workActs];

let classes: ReadonlyMap<string, readonly string[]> | undefined;

/** The word classes of a word in lower case; empty for a word that no class lists. */
export function classesOf(word: string): readonly string[] {
  classes ??= readClasses();
  return classes.get(word) ?? none;
}

const none: readonly string[] = [];

function readClasses(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const add = (word: string, name: string): void => {
    const names = found.get(word);
    if (names === undefined) {
      found.set(word, [name]);
    } else if (!names.includes(name)) {
      names.push(name);
    }
  };
  for (const [name, list] of plainTables.flatMap((table) => Object.entries(table))) {
    for (const word of list.split(' ')) {
      add(word, name);
    }
  }
  for (const [name, list] of verbTables.flatMap((table) => Object.entries(table))) {
    for (const verb of list.split(' ')) {
      const { base, s, past, ing } = inflect(verb);
      for (const form of [base, s, ...past, ing]) {
        add(form, name);
      }
    }
  }
  return found;
}
