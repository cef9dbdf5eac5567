import { type Expansion, expansions, meansYouAre, spellings } from './contractions.js';

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

const wordPattern =
  /\uE000+|\uE001+|@?[\p{L}\p{N}_](?:[\p{L}\p{N}_'’*-]{0,60}[\p{L}\p{N}_])?[\u00AD\u200B-\u200D\u2060\uFEFF]*/gu;
/** What masked text has behind a word that it had in it: see prose/invisible.ts. */
const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]+$/;
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

/** Texts in which a word can be told without knowing all alphabets; nearly all are. */
const plain = /^[\0-\x7f’\uE000\uE001]*$/;
/** Per ASCII character: 1 for what makes a word, 2 for what may stand between two of those. */
const signs = new Uint8Array(128);
for (const sign of 'abcdefghijklmnopqrstuvwxyz0123456789_') {
  signs[sign.charCodeAt(0)] = 1;
  signs[sign.toUpperCase().charCodeAt(0)] = 1;
}
for (const sign of "'*-") {
  signs[sign.charCodeAt(0)] = 2;
}

function signAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 128 ? (signs[code] ?? 0) : code === 0x2019 ? 2 : 0;
}

/** The longest word, as in {@link wordPattern}. */
const longest = 62;

/** Calls `found` for what {@link wordPattern} finds in a plain text, many times faster. */
function eachPlainWord(text: string, found: (start: number, end: number) => void): void {
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code >= 0xe000) {
      const start = at;
      do {
        at++;
      } while (text.charCodeAt(at) === code);
      found(start, at);
    } else {
      const first = code === 64 ? at + 1 : at;
      if (signAt(text, first) === 1) {
        const end = wordEnd(text, first);
        found(at, end);
        at = end;
      } else {
        at = first === at ? at + 1 : first;
      }
    }
  }
}

/** Past the last character of a word that begins here. */
function wordEnd(text: string, first: number): number {
  const most = first + longest;
  let end = first + 1;
  for (let at = end; at < most; at++) {
    const sign = signAt(text, at);
    if (sign === 0) {
      break;
    }
    end = sign === 1 ? at + 1 : end;
  }
  return end;
}

function isCapital(text: string): boolean {
  const code = text.charCodeAt(0);
  if (code < 128) {
    return code >= 65 && code <= 90;
  }
  const first = text.charAt(0);
  return first !== first.toLowerCase();
}

/** Spellings and contractions in one, so that each word is looked up once: no word is both. */
const readAs: ReadonlyMap<string, string | Expansion> = new Map<string, string | Expansion>([
  ...expansions,
  ...spellings,
]);

/** A word as it is written, taken apart once. */
interface Spelled {
  /** In lower case, with straight apostrophes. */
  readonly lower: string;
  /** How it is read, where that is one word. */
  readonly word: string;
  readonly pair: Expansion | undefined;
  readonly owns: boolean;
  readonly capital: boolean;
}

const MOST_SPELLED = 20_000;
/** Longer words are not kept: they would hold on to the text that they are cut from. */
const LONGEST_KEPT = 12;
let spelled = new Map<string, Spelled>();

function spell(text: string): Spelled {
  let known = spelled.get(text);
  if (known === undefined) {
    known = readSpelling(text);
    if (text.length <= LONGEST_KEPT) {
      spelled = spelled.size < MOST_SPELLED ? spelled : new Map();
      spelled.set(text, known);
    }
  }
  return known;
}

function readSpelling(text: string): Spelled {
  const lower = text.replace(invisible, '').toLowerCase().replaceAll('’', "'");
  const meant = readAs.get(lower);
  const word = typeof meant === 'string' ? meant : lower;
  const pair = typeof meant === 'object' ? meant : undefined;
  const owns = pair === undefined && word.length > 2 && word.endsWith("'s");
  return {
    lower,
    word: owns ? word.slice(0, -2) : word.charCodeAt(0) === 0xe000 ? codeMark : word,
    pair,
    owns,
    capital: isCapital(text),
  };
}

function pushWord(tokens: Token[], text: string, start: number, cut: Cut): void {
  const { lower, word, pair, owns, capital } = spell(text);
  const end = start + text.length;
  if (pair !== undefined) {
    const apostrophe = lower.indexOf("'");
    const written = start + lower.length;
    const middle = pair[1] === 'not' ? written - (apostrophe < 0 ? 2 : 3) : apostrophe < 0 ? end : start + apostrophe;
    tokens.push({ word: pair[0], start, end: Math.max(start + 1, middle), cut, capital });
    tokens.push({ word: pair[1], start: Math.min(Math.max(start + 1, middle), end - 1), end, cut: 0, capital: false });
  } else if (owns) {
    const middle = start + word.length;
    tokens.push({ word, start, end: middle, cut, capital });
    tokens.push({ word: "'s", start: middle, end, cut: 0, capital: false });
  } else {
    tokens.push({ word, start, end, cut, capital });
  }
}

const STAR = 42;

/** Past the stars behind a word that hide letters of it: `f***`. */
function pastStars(text: string, start: number, end: number): number {
  let after = end;
  while (text.charCodeAt(after) === STAR && after - start < longest) {
    after++;
  }
  return readAs.has(text.slice(start, after).toLowerCase()) ? after : end;
}

/** Where "your" is "you are" typed in haste, both words instead of it. */
function withYouAre(tokens: readonly Token[], text: string): readonly Token[] {
  return tokens.flatMap((token, at): readonly Token[] => {
    if (token.word !== 'your' || !isYouAre(tokens, at, text)) {
      return [token];
    }
    const middle = Math.max(token.start + 1, Math.min(token.start + 3, token.end - 1));
    return [
      { ...token, word: 'you', end: middle },
      { ...token, word: 'are', start: middle, cut: 0, capital: false },
    ];
  });
}

/** How many words behind "your" are looked at. */
const furthest = 6;

function isYouAre(tokens: readonly Token[], at: number, text: string): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  const written = text.slice(token?.start, token?.end);
  // "your SO answer", "your A record" name something.
  if (next?.capital === true && written !== written.toUpperCase()) {
    return false;
  }
  let end = at + 1;
  while (end <= at + furthest && tokens[end]?.cut === 0) {
    end++;
  }
  const before = token?.cut === 0 ? (tokens[at - 1]?.word ?? '') : '';
  return meansYouAre(before, (distance) => (at + distance < end ? (tokens[at + distance]?.word ?? '') : ''));
}

/** The words of one masked sentence, in order, with their offsets. Linear in the length; never throws. */
export function tokenize(masked: string): readonly Token[] {
  const text = masked.length > maxSentence ? masked.slice(0, maxSentence) : masked;
  const tokens: Token[] = [];
  let last = 0;
  let hasYour = false;
  const take = (start: number, found: number): void => {
    if (text.charCodeAt(start) === 0xe001) {
      return;
    }
    const end = text.charCodeAt(found) === STAR ? pastStars(text, start, found) : found;
    const isSpace = start - last === 1 && text.charCodeAt(last) === 32;
    const cut = tokens.length === 0 ? clauseCut : isSpace ? 0 : cutOf(text.slice(Math.max(last, start - 60), start));
    pushWord(tokens, text.slice(start, end), start, cut);
    hasYour ||= tokens[tokens.length - 1]?.word === 'your';
    last = end;
  };
  if (plain.test(text)) {
    eachPlainWord(text, take);
  } else {
    for (const { 0: found, index } of text.matchAll(wordPattern)) {
      take(index, index + found.length);
    }
  }
  return hasYour ? withYouAre(tokens, text) : tokens;
}
