import { ALWAYS, NUMBERED, SOMETIMES } from './abbreviations.js';

/** Sentences: where a stretch of masked prose can be cut so that each piece is judged by itself. */

/** The longest sentence, in characters; what is longer is cut at a clause or a space. */
export const SENTENCE_LIMIT = 600;

/** Calls `found` for each sentence of `masked` that has a letter, without the white space around it, in order. */
export function eachSentence(masked: string, found: (start: number, end: number) => void): void {
  let start = 0;
  let letters = false;
  for (let at = 0; at < masked.length; at += 1) {
    const code = masked.charCodeAt(at);
    if (isTerminator(code)) {
      const next = afterTerminators(masked, at);
      if (code !== DOT || endsSentence(masked, at, next)) {
        emit(masked, start, next, letters, found);
        start = next;
        letters = false;
      }
      at = next - 1;
    } else {
      letters ||=
        (code | 32) >= 97 && (code | 32) <= 122 ? true : code >= 0xc0 && code !== QUOTED && isLetter(masked, at);
      if (at - start >= SENTENCE_LIMIT) {
        const cut = clauseEnd(masked, start, at);
        emit(masked, start, cut, letters, found);
        letters = hasLetter(masked, cut, at + 1);
        start = cut;
      }
    }
  }
  emit(masked, start, masked.length, letters, found);
}

const DOT = 0x2e;
const CODE = 0xe000;
const QUOTED = 0xe001;

/** Of ASCII. */
const TERMINATORS = new Uint8Array(128);
for (const sign of '.!?') {
  TERMINATORS[sign.charCodeAt(0)] = 1;
}

function isTerminator(code: number): boolean {
  return code < 128
    ? TERMINATORS[code] === 1
    : code === 0x2026 || code === 0x3002 || code === 0xff01 || code === 0xff1f;
}

/** The offset after a run of terminators and the brackets and quotes that close with it. */
function afterTerminators(masked: string, at: number): number {
  let next = at + 1;
  while (next < masked.length && (isTerminator(masked.charCodeAt(next)) || CLOSING.includes(masked.charAt(next)))) {
    next += 1;
  }
  return next;
}

const CLOSING = ')]}"\'”’»*_';

/**
 * Whether the run from a dot on to `next` ends the sentence. It does before white space, unless it belongs to an abbreviation or
 * trails off ("well... maybe"). A small letter may follow: comments are often written without capitals.
 */
function endsSentence(masked: string, dot: number, next: number): boolean {
  if (next >= masked.length) {
    return true;
  }
  if (masked.charCodeAt(next) !== 32) {
    return false;
  }
  for (let at = dot; at < next; at += 1) {
    const code = masked.charCodeAt(at);
    if (code === 0x21 || code === 0x3f) {
      return true;
    }
  }
  const small = followsSmall(masked, next);
  if (masked.charCodeAt(dot + 1) === DOT) {
    return !small;
  }
  return !isAbbreviation(masked, dot, small);
}

function followsSmall(masked: string, from: number): boolean {
  let at = from;
  while (masked.charCodeAt(at) === 32) {
    at += 1;
  }
  const code = masked.charCodeAt(at);
  return code >= 97 && code <= 122;
}

const LONGEST_ABBREVIATION = Math.max(...[...ALWAYS, ...SOMETIMES, ...NUMBERED].map(({ length }) => length));

function isAbbreviation(masked: string, dot: number, small: boolean): boolean {
  let from = dot;
  while (from > 0 && dot - from < 8 && isOfAbbreviation(masked.charCodeAt(from - 1))) {
    from -= 1;
  }
  if (dot - from > LONGEST_ABBREVIATION) {
    return false;
  }
  const word = masked.slice(from, dot);
  const lower = word.toLowerCase();
  // The initial of a name: "J. Doe", but "I" and "Plan B." end sentences.
  const initial =
    word.length === 1 &&
    word !== 'I' &&
    word === word.toUpperCase() &&
    from > 0 &&
    !small &&
    /^ [A-Z][a-z]/.test(masked.slice(dot + 1, dot + 4));
  const numbered = NUMBERED.has(lower) && /^ ?\d/.test(masked.slice(dot + 1, dot + 3));
  return ALWAYS.has(lower) || numbered || (small && SOMETIMES.has(lower)) || initial;
}

/** An ASCII letter or a dot. */
function isOfAbbreviation(code: number): boolean {
  return code === DOT || ((code | 32) >= 97 && (code | 32) <= 122);
}

/** The best place to cut a sentence that is too long: after the last clause mark, else the last space, else right here. */
function clauseEnd(masked: string, start: number, at: number): number {
  const least = start + SENTENCE_LIMIT / 2;
  let space = -1;
  for (let i = at; i > least; i -= 1) {
    const code = masked.charCodeAt(i - 1);
    if ((code === 0x2c || code === 0x3b || code === 0x3a) && masked.charCodeAt(i) === 32) {
      return i;
    }
    if (code === 32 && space < 0) {
      space = i;
    }
  }
  if (space > 0) {
    return space;
  }
  const code = masked.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

function emit(
  masked: string,
  start: number,
  end: number,
  letters: boolean,
  found: (start: number, end: number) => void,
): void {
  if (!letters) {
    return;
  }
  let from = start;
  let to = end;
  while (from < to && masked.charCodeAt(from) === 32) {
    from += 1;
  }
  while (to > from && masked.charCodeAt(to - 1) === 32) {
    to -= 1;
  }
  if (to > from) {
    found(from, to);
  }
}

function hasLetter(masked: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    if (isLetter(masked, at)) {
      return true;
    }
  }
  return false;
}

function isLetter(masked: string, at: number): boolean {
  const code = masked.charCodeAt(at);
  // What stands for code is long, and no letter.
  return code !== CODE && /\p{L}/u.test(masked.charAt(at));
}
