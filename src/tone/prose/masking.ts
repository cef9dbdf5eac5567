import { scanTokens } from './code/codeTokens.js';
import { CODE, type MaskKind, QUOTE, type Segment, SPACE } from './prose.js';

const MASK_CODES = [0x20, 0xe000, 0xe001];

/** Longest quotation, in characters, that is looked for; longer ones are more likely two stray quote marks. */
const QUOTE_LIMIT = 800;

/**
 * The segment as the rules read it: of the same length, markup, code and quoted speech replaced, every white space a plain space.
 * What the parser marked goes first, so that the brackets of a link do not make a path of its words.
 */
export function maskedText(text: string, segment: Segment): string {
  const slice = text.slice(segment.start, segment.end);
  let codes = segment.masks.length === 0 ? undefined : withMarkup(slice, segment);
  const marked = codes === undefined ? slice : textOf(codes);
  const { masks, hasQuotes } = scanTokens(marked);
  if (masks.length === 0 && !hasQuotes) {
    return codes !== undefined || !BLANKS.test(slice) ? marked : slice.replace(ALL_BLANKS, ' ');
  }
  codes ??= codesOf(slice);
  fill(codes, 0, masks, SPACE);
  fill(codes, 0, masks, CODE);
  if (hasQuotes) {
    maskQuotes(codes);
  }
  return textOf(codes);
}

/** White space other than a plain space. */
const BLANKS = /[\t-\r\u00a0\u2028\u2029]/;
const ALL_BLANKS = new RegExp(BLANKS, 'g');

function withMarkup(slice: string, { start, masks }: Segment): Uint16Array {
  const codes = codesOf(slice);
  fill(codes, start, masks, SPACE);
  fill(codes, start, masks, CODE);
  fill(codes, start, masks, QUOTE);
  return codes;
}

function codesOf(slice: string): Uint16Array {
  const codes = new Uint16Array(slice.length);
  for (let i = 0; i < slice.length; i += 1) {
    const code = slice.charCodeAt(i);
    codes[i] = (code >= 9 && code <= 13) || code === 0xa0 || code === 0x2028 || code === 0x2029 ? 32 : code;
  }
  return codes;
}

function fill(codes: Uint16Array, start: number, masks: readonly number[], kind: MaskKind): void {
  for (let i = 0; i + 2 < masks.length; i += 3) {
    if (masks[i + 2] === kind) {
      const from = Math.max(0, (masks[i] ?? 0) - start);
      const to = Math.max(from, (masks[i + 1] ?? 0) - start);
      codes.fill(MASK_CODES[kind] ?? 32, from, to);
    }
  }
}

function textOf(codes: Uint16Array): string {
  let text = '';
  for (let at = 0; at < codes.length; at += 4096) {
    // Applied, not spread: many times faster, and a typed array is a list of arguments as good as any.
    text += String.fromCharCode.apply(undefined, codes.subarray(at, at + 4096) as unknown as number[]);
  }
  return text;
}

/** By opening mark: the marks that close it. An apostrophe opens nothing. */
const CLOSERS = new Map<number, readonly number[]>([
  [0x22, [0x22]],
  [0x201c, [0x201d]],
  [0x201e, [0x201c, 0x201d]],
  [0xab, [0xbb]],
]);

function maskQuotes(codes: Uint16Array): void {
  // Where a search for this closing mark came to nothing, another one from further on would too: keeps runs of quotes linear.
  const noneBefore = new Map<readonly number[], number>();
  for (let i = 0; i < codes.length; i += 1) {
    const code = codes[i] ?? 0;
    const closers = code === 0x22 || code > 127 ? CLOSERS.get(code) : undefined;
    if (closers !== undefined && (code !== 0x22 || opensQuote(codes, i))) {
      const end = closingQuote(codes, i, Math.max(i + 1, noneBefore.get(closers) ?? 0), closers);
      noneBefore.set(closers, end < 0 ? Math.min(codes.length, i + QUOTE_LIMIT + 1) : 0);
      if (end > i) {
        codes.fill(0xe001, i, end + 1);
        i = end;
      }
    }
  }
}

/** A straight quote opens after nothing, a space or an opening bracket, and before something: `5"` does not. */
function opensQuote(codes: Uint16Array, at: number): boolean {
  return (at === 0 || !isWordLike(codes[at - 1] ?? 32)) && (codes[at + 1] ?? 32) !== 32;
}

function closingQuote(codes: Uint16Array, opening: number, from: number, closers: readonly number[]): number {
  const last = Math.min(codes.length - 1, opening + QUOTE_LIMIT);
  for (let at = from; at <= last; at += 1) {
    const code = codes[at] ?? 0;
    if (closers.includes(code) && (code !== 0x22 || !isWordLike(codes[at + 1] ?? 32))) {
      return at;
    }
  }
  return -1;
}

/** A letter, a digit, or anything beyond ASCII that may be one. */
function isWordLike(code: number): boolean {
  return (
    (code >= 48 && code <= 57) ||
    ((code | 32) >= 97 && (code | 32) <= 122) ||
    code === 95 ||
    (code >= 0xc0 && code < 0x2000)
  );
}
