import { isA } from '../lexicon/lexicon.js';
import { verbsOf } from '../lexicon/verbs.js';
import type { Passage } from './passage.js';
import { adverbs } from './words.js';

const empty: ReadonlySet<string> = new Set(
  'a an the this that these those i you he she it we they me him her us them my your his its our their mine yours is am are was were be been being do does did done have has had having can could will would shall should may might must not no never nor and or but so then if because as of to in on at by for with from into about up out off over under again there here what which who whom whose why how when where just even only ever always please very too also than like get got make made let go going went come thing things stuff someone somebody anyone anybody nobody everyone everybody one ones all any some every each whole yet still already now many time times tell told say said mention mentioned explain explained bother bothered forgot forget fault job kept keep keeping need needs want wants really actually simply clearly obviously seriously honestly thanks thank sorry oh well ok okay yes'.split(
    ' ',
  ),
);

/** Words of a passage that say something, in their base form; what accuses by itself is none. */
export function contentOf({ tokens }: Passage): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { word } of tokens) {
    if (!empty.has(word) && !adverbs.has(word) && !isA(word, 'insult') && !isA(word, 'swear')) {
      found.add(rootOf(word));
    }
  }
  return found;
}

function rootOf(word: string): string {
  return verbsOf(word)[0]?.base ?? word.replace(/(?:'s|s)$/, '');
}

/** The share of content words that another passage keeps, between 0 and 1; 1 where there are none. */
export function share(content: ReadonlySet<string>, passage: Passage): number {
  if (content.size === 0) {
    return 1;
  }
  const kept = contentOf(passage);
  return [...content].filter((word) => kept.has(word)).length / content.size;
}
