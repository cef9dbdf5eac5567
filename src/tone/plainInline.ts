import { CODE } from './prose.js';

/**
 * The masks of a paragraph that has no markup but code spans, or `undefined` where it has more: emphasis, links, tags, escapes,
 * entities. Offsets of the masks count from `from`.
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
    } else if (isHarmless(text, at, code)) {
      at += 1;
    } else {
      return undefined;
    }
  }
  return masks;
}

const BACKTICK = 0x60;

const SIGNS = new Uint8Array(128);
for (const sign of '`*~[<\\&|_') {
  SIGNS[sign.charCodeAt(0)] = 1;
}

/** `snake_case`, `a < b`, `this & that`. */
function isHarmless(text: string, at: number, code: number): boolean {
  const next = text.charAt(at + 1);
  switch (code) {
    case 0x5f:
      return /[A-Za-z0-9]/.test(next) && /[A-Za-z0-9]/.test(text.charAt(at - 1));
    case 0x3c:
      return !/[A-Za-z/!?]/.test(next);
    case 0x26:
      return !/[#A-Za-z]/.test(next);
    default:
      return false;
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
