import { inflect } from '../lexicon/inflect.js';
import { wordsOf } from '../lexicon/lexicon.js';

/** Words of which each does: those that a rule lists, a verb in all its forms, or a class of the lexicon. Equal lists are one object, so that nothing is done twice for one. */
export type WordList = ReadonlySet<string>;

const verbLists = new Map<string, WordList>();
const plainLists = new Map<string, WordList>();
const joint = new Map<string, readonly WordList[]>();

function verbList(verb: string): WordList {
  let list = verbLists.get(verb);
  if (list === undefined) {
    const { base, s, past, ing } = inflect(verb);
    list = new Set([base, s, ...past, ing]);
    verbLists.set(verb, list);
  }
  return list;
}

function plainList(words: readonly string[]): WordList {
  const key = words.join('/');
  let list = plainLists.get(key);
  if (list === undefined) {
    list = new Set(words);
    plainLists.set(key, list);
  }
  return list;
}

/** The lists behind `word/%class/&verb`; what stands for no words in particular (`*ing`, `@person`, `_`) has none. */
export function listsOf(source: string): readonly WordList[] {
  let lists = joint.get(source);
  if (lists === undefined) {
    lists = readLists(source.split('/'));
    joint.set(source, lists);
  }
  return lists;
}

function readLists(parts: readonly string[]): readonly WordList[] {
  const lists: WordList[] = [];
  const plain: string[] = [];
  for (const part of parts) {
    if (part.startsWith('%')) {
      lists.push(wordsOf(part.slice(1)));
    } else if (part.startsWith('&')) {
      lists.push(verbList(part.slice(1)));
    } else if (part !== '_' && part !== '@person' && !part.startsWith('*')) {
      plain.push(part);
    }
  }
  return plain.length === 0 ? lists : [plainList(plain), ...lists];
}

/** Whether a word is in one of the lists. */
export function isListed(lists: readonly WordList[], word: string): boolean {
  for (const list of lists) {
    if (list.has(word)) {
      return true;
    }
  }
  return false;
}
