import { CODE, SPACE } from './prose.js';

/**
 * The masks of a paragraph that has no markup but code spans and brackets, or `undefined` where it may have more: emphasis, links with
 * targets, tags, escapes, entities. Offsets of the masks count from `from`.
 */
export function plainInlineMasks(
  text: string,
  start: number,
  end: number,
  from: number,
): readonly number[] | undefined {
  const masks: number[] = [];
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    const sign = code < 128 ? SIGNS[code] : 0;
    if (sign === 0) {
      at += 1;
    } else if (code === BACKTICK) {
      const close = codeSpanEnd(text, at, end);
      if (close === undefined) {
        return undefined;
      }
      masks.push(at - from, close - from, CODE);
      at = close;
    } else if (code === BRACKET) {
      const close = bracketEnd(text, at, end);
      if (close === undefined) {
        return undefined;
      }
      maskBrackets(text, at, close, from, masks);
      at += text.charAt(at + 1) === '^' ? close - at : 1;
    } else if (isHarmless(text, at, end, code)) {
      at += 1;
    } else {
      return undefined;
    }
  }
  return masks;
}

const BACKTICK = 0x60;
const BRACKET = 0x5b;

const SIGNS = new Uint8Array(128);
for (const sign of '`*~[<\\&|_') {
  SIGNS[sign.charCodeAt(0)] = 1;
}

/** `snake_case`, `*args` alone, `~100`, `a < b`, `this & that`. */
function isHarmless(text: string, at: number, end: number, code: number): boolean {
  const next = text.charAt(at + 1);
  switch (code) {
    case 0x5f:
      return (isWordAt(text, at + 1) && isWordAt(text, at - 1)) || !hasPartner(text, at, end, code);
    case 0x2a:
      return !hasPartner(text, at, end, code);
    case 0x7e:
      return next !== '~' && text.charAt(at - 1) !== '~';
    case 0x3c:
      return !/[A-Za-z/!?]/.test(next);
    case 0x26:
      return !/[#A-Za-z]/.test(next);
    default:
      return false;
  }
}

/** Whether another such mark in the paragraph could make emphasis with this one: all that is asked is one that touches a word. */
function hasPartner(text: string, at: number, end: number, code: number): boolean {
  const mark = String.fromCharCode(code);
  if (isSpaceAt(text, at - 1) && isSpaceAt(text, at + 1)) {
    return false;
  }
  for (let other = text.indexOf(mark, at + 1); other >= 0 && other < end; other = text.indexOf(mark, other + 1)) {
    const within = code === 0x5f && isWordAt(text, other - 1) && isWordAt(text, other + 1);
    if (!within && !isSpaceAt(text, other - 1)) {
      return true;
    }
  }
  return false;
}

function isSpaceAt(text: string, at: number): boolean {
  return !(text.charCodeAt(at) > 32);
}

function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 48 && code <= 57) || ((code | 32) >= 97 && (code | 32) <= 122);
}

/** Where a pair of brackets ends that is no link with a target; `undefined` where a parser should look. */
function bracketEnd(text: string, at: number, end: number): number | undefined {
  const close = text.indexOf(']', at);
  if (
    close < 0 ||
    close >= end ||
    /[`*_<\\[]/.test(text.slice(at + 1, close)) ||
    /[([:]/.test(text.charAt(close + 1))
  ) {
    return undefined;
  }
  return text.charAt(at - 1) === '!' ? undefined : close + 1;
}

/** The brackets go; of a footnote's mark, everything. */
function maskBrackets(text: string, at: number, close: number, from: number, masks: number[]): void {
  if (text.charAt(at + 1) === '^') {
    masks.push(at - from, close - from, SPACE);
  } else {
    masks.push(at - from, at + 1 - from, SPACE, close - 1 - from, close - from, SPACE);
  }
}

/** A run of backticks is closed by the next run of the same length. */
function codeSpanEnd(text: string, at: number, end: number): number | undefined {
  const length = runLength(text, at, end);
  let next = at + length;
  while (next < end) {
    next = text.indexOf('`', next);
    if (next < 0 || next >= end) {
      return undefined;
    }
    const run = runLength(text, next, end);
    if (run === length) {
      return next + run;
    }
    next += run;
  }
  return undefined;
}

function runLength(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && text.charCodeAt(next) === BACKTICK) {
    next += 1;
  }
  return next - at;
}
