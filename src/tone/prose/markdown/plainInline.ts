import { CODE, type MaskKind, SPACE } from '../prose.js';
import { codeSpanEnd } from './codeSpan.js';
import { mayBeginEmbedded } from './embedded.js';
import { isPlainMark, PlainMarks } from './plainMarks.js';

/**
 * The masks of a paragraph that has no markup but code spans, brackets, plain tags and plain emphasis, or `undefined` where it may have
 * more: links with targets, marks within marks, escapes, entities, math. Offsets of the masks count from `from`.
 */
export function plainInlineMasks(
  text: string,
  start: number,
  end: number,
  from: number,
): readonly number[] | undefined {
  let masks: number[] | undefined;
  let marks: PlainMarks | undefined;
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    const sign = code < 128 ? SIGNS[code] : 0;
    if (sign === 0) {
      at += 1;
      continue;
    }
    masks ??= [];
    marks ??= new PlainMarks(text, start, end, from, masks);
    const next = isPlainMark(code) ? marks.past(at, code) : past(text, at, end, from, masks);
    if (next === undefined) {
      return undefined;
    }
    at = next;
  }
  return marks?.isOpen === true ? undefined : (masks ?? none);
}

const none: readonly number[] = [];

/** Goes past a sign, or to the words in its brackets; `undefined` where a parser should look. */
function past(text: string, at: number, end: number, from: number, masks: number[]): number | undefined {
  switch (text.charCodeAt(at)) {
    case BACKTICK: {
      const close = codeSpanEnd(text, at, end);
      return close === undefined ? undefined : masked(at, close, from, CODE, masks);
    }
    case BRACKET: {
      const close = bracketEnd(text, at, end);
      if (close !== undefined) {
        maskBrackets(text, at, close, from, masks);
      }
      return close !== undefined && text.charAt(at + 1) !== '^' ? at + 1 : close;
    }
    case TILDE:
      return text.charAt(at + 1) === '~' || text.charAt(at - 1) === '~' ? undefined : at + 1;
    case AMPERSAND:
      return /[#A-Za-z]/.test(text.charAt(at + 1)) ? undefined : at + 1;
    case DOLLAR:
    case BRACE:
      return mayBeginEmbedded(text, at) ? undefined : at + 1;
    default:
      return undefined;
  }
}

function masked(start: number, end: number, from: number, kind: MaskKind, masks: number[]): number {
  masks.push(start - from, end - from, kind);
  return end;
}

const BACKTICK = 0x60;
const BRACKET = 0x5b;
const TILDE = 0x7e;
const AMPERSAND = 0x26;
const DOLLAR = 0x24;
const BRACE = 0x7b;

const SIGNS = new Uint8Array(128);
for (const sign of '`*~[<\\&|_${') {
  SIGNS[sign.charCodeAt(0)] = 1;
}

/** Where a pair of brackets ends that is no link with a target; `undefined` where a parser should look. */
function bracketEnd(text: string, at: number, end: number): number | undefined {
  const close = text.indexOf(']', at);
  if (
    close < 0 ||
    close >= end ||
    /[`*<\\[]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/.test(text.slice(at + 1, close)) ||
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
