import type { WordClass } from '../lexicon/lexicon.js';

/** Classes that many signs ask for, a bit for each: a word is looked up once for all of them. */
export const bitClasses: readonly WordClass[] =
  'you your their others human think speak will deal craft personal subject nobody hostile edgy technical artifact device reviewing'.split(
    ' ',
  );

/**
 * The bits of some classes.
 * @throws RangeError for a class that has none.
 */
export function classBits(...names: readonly WordClass[]): number {
  return names.reduce((bits, name) => {
    const at = bitClasses.indexOf(name);
    if (at < 0) {
      throw new RangeError(`The class ${name} has no bit`);
    }
    return bits | (1 << at);
  }, 0);
}

/** The classes that the words of a sentence are of. */
export interface WordClasses {
  /** The bits of each word. */
  readonly byWord: Int32Array;
  /** Those of any word. */
  readonly all: number;
}
