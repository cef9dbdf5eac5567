import { expansions, spellings } from './contractions.js';

/** How hard the cut before a word is: none, a comma, or the end of a clause. */
export type Cut = 0 | 1 | 2;
export const commaCut = 1;
export const clauseCut = 2;

/** One word of a sentence. Contractions give two: `don't` is `do` + `not`. */
export interface Token {
  /** Lower case, straight apostrophes, common spellings resolved (`u` is `you`). */
  readonly word: string;
  readonly start: number;
  readonly end: number;
  readonly cut: Cut;
  /** Begins with a capital letter. */
  readonly capital: boolean;
}

/** Stands for a piece of code, a URL or a path: reads as a noun. */
export const codeMark = '\uE000';
/** Stands for quoted speech: nothing that the writer says. */
export const quoteMark = '\uE001';

/** No sentence is read beyond this; longer ones are data, not prose. */
export const maxSentence = 4000;

const wordPattern = /\uE000+|\uE001+|@?[\p{L}\p{N}_](?:[\p{L}\p{N}_'’*-]{0,60}[\p{L}\p{N}_])?|[\p{L}\p{N}_]/gu;
const clausePattern = /[.!?;:()[\]{}…—–|<>"“”\uE001]|\s-{1,3}\s/;

function cutOf(gap: string): Cut {
  // A dot or a colon with no space after it is inside of a name.
  if (gap === '.' || gap === ':' || gap === '::') {
    return 0;
  }
  if (gap.length <= 1) {
    return gap === '' || gap === ' ' ? 0 : gap === ',' ? commaCut : clausePattern.test(gap) ? clauseCut : 0;
  }
  return clausePattern.test(gap) ? clauseCut : gap.includes(',') ? commaCut : 0;
}

function isCapital(text: string): boolean {
  const first = text.charAt(0);
  return first !== first.toLowerCase();
}

function pushWord(tokens: Token[], text: string, start: number, cut: Cut): void {
  const capital = isCapital(text);
  let word = text.toLowerCase().replaceAll('’', "'");
  word = spellings.get(word) ?? word;
  const end = start + text.length;
  const pair = expansions.get(word);
  if (pair !== undefined) {
    const apostrophe = word.indexOf("'");
    const middle = pair[1] === 'not' ? end - (apostrophe < 0 ? 2 : 3) : apostrophe < 0 ? end : start + apostrophe;
    tokens.push({ word: pair[0], start, end: Math.max(start + 1, middle), cut, capital });
    tokens.push({ word: pair[1], start: Math.min(Math.max(start + 1, middle), end - 1), end, cut: 0, capital: false });
  } else if (word.endsWith("'s") && word.length > 2) {
    tokens.push({ word: word.slice(0, -2), start, end: end - 2, cut, capital });
    tokens.push({ word: "'s", start: end - 2, end, cut: 0, capital: false });
  } else {
    tokens.push({ word: word.charCodeAt(0) === 0xe000 ? codeMark : word, start, end, cut, capital });
  }
}

/** The words of one masked sentence, in order, with their offsets. Linear in the length; never throws. */
export function tokenize(masked: string): readonly Token[] {
  const text = masked.length > maxSentence ? masked.slice(0, maxSentence) : masked;
  const tokens: Token[] = [];
  let last = 0;
  for (const match of text.matchAll(wordPattern)) {
    const found = match[0];
    if (found.charCodeAt(0) === 0xe001) {
      continue;
    }
    const gap = text.slice(last, match.index);
    pushWord(
      tokens,
      found,
      match.index,
      tokens.length === 0 ? clauseCut : cutOf(gap.length > 60 ? gap.slice(-60) : gap),
    );
    last = match.index + found.length;
  }
  return tokens;
}
