import { CODE, SPACE } from './prose.js';
import { mayOpenQuote } from './quotes.js';

/** What a scan over a segment learned. */
export interface TokenScan {
  /** Triples as in `Segment.masks`, from the start of the text. */
  readonly masks: readonly number[];
  /** Whether it has a mark that may open a quotation. */
  readonly hasQuotes: boolean;
}

const MARK = 1;
const QUOTE_MARK = 2;
const BLANK = 4;
const UPPER = 8;
const LOWER = 16;
const APOSTROPHE = 32;

/** Per ASCII character: what it may be a sign of. */
const signs = signTable();

/** A token longer than this is not a word of any language. */
const TOKEN_LIMIT = 80;

/** Finds what reads as code although it is not marked as such: URLs, mail addresses, paths, file names, identifiers, calls, hashes. */
export function scanTokens(text: string): TokenScan {
  const masks: number[] = [];
  let hasQuotes = false;
  let tokenStart = 0;
  let seen = 0;
  let last = BLANK;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const sign = code < 128 ? (signs[code] ?? 0) : signOfOther(code);
    if (sign === BLANK) {
      if (seen !== 0 || at - tokenStart > TOKEN_LIMIT) {
        maskToken(text, tokenStart, at, masks);
      }
      tokenStart = at + 1;
      seen = 0;
    } else if (sign === MARK || (sign === UPPER && last === LOWER)) {
      seen = 1;
    } else if (sign === QUOTE_MARK || (sign === APOSTROPHE && last !== LOWER && last !== UPPER)) {
      hasQuotes = true;
    }
    last = sign;
  }
  if (seen !== 0 || text.length - tokenStart > TOKEN_LIMIT) {
    maskToken(text, tokenStart, text.length, masks);
  }
  return { masks, hasQuotes };
}

function signTable(): Uint8Array {
  const table = new Uint8Array(128);
  for (const mark of '/\\_@.(:-0123456789') {
    table[mark.charCodeAt(0)] = MARK;
  }
  for (let code = 65; code <= 90; code += 1) {
    table[code] = UPPER;
    table[code + 32] = LOWER;
  }
  table[0x22] = QUOTE_MARK;
  table[0x27] = APOSTROPHE;
  for (const blank of ' \t\n\v\f\r') {
    table[blank.charCodeAt(0)] = BLANK;
  }
  return table;
}

function signOfOther(code: number): number {
  if (code === 0xa0 || code === 0x2028 || code === 0x2029) {
    return BLANK;
  }
  return mayOpenQuote(code) ? QUOTE_MARK : 0;
}

/** Masks the token without the punctuation around it, if it reads as code. */
function maskToken(text: string, start: number, end: number, masks: number[]): void {
  let from = start;
  let to = end;
  while (from < to && '([{"\'“”‘‚„«»‹「『*'.includes(text.charAt(from))) {
    from += 1;
  }
  while (to > from && '.,;:!?)]}"\'”“’‘»«›」』*…'.includes(text.charAt(to - 1)) && !isCallEnd(text, from, to)) {
    to -= 1;
  }
  if (to - from < 2) {
    return;
  }
  if (to - from > TOKEN_LIMIT) {
    masks.push(from, to, CODE);
    return;
  }
  if (!hasMark(text, from, to)) {
    return;
  }
  const token = text.slice(from, to);
  if (isCode(token)) {
    masks.push(from, to, CODE);
  } else if (text.charAt(to) === ':' && /^:[a-z0-9_+-]+$/.test(token)) {
    masks.push(from, to + 1, SPACE);
  }
}

/** Most tokens only had a full stop at their end: they need no closer look. */
function hasMark(text: string, from: number, to: number): boolean {
  let last = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    const sign = code < 128 ? (signs[code] ?? 0) : 0;
    if (sign === MARK || (sign === UPPER && last === LOWER)) {
      return true;
    }
    last = sign;
  }
  return false;
}

/** The bracket of `call()` belongs to the token, that of `(see above)` does not. */
function isCallEnd(text: string, from: number, to: number): boolean {
  return text.charAt(to - 1) === ')' && text.slice(from, to).includes('(');
}

const EXTENSIONS =
  'adoc|bash|bat|c|cc|cfg|class|cmd|conf|config|cpp|cs|css|csv|dart|diff|dll|dockerfile|env|exe|gif|git|go|gradle|h|hpp|html?|ini|ipynb|jar|java|jpe?g|json5?|jsonc|jsx?|kts?|less|lock|log|lua|m|mdx?|mjs|cjs|mts|patch|pdf|php|pl|png|po|proto|ps1|py|rb|rs|rst|sass|scala|scss|sh|so|sql|svg|swift|tar|tf|toml|tsx?|txt|vsix|vue|wasm|xml|ya?ml|zip|zsh|com|org|net|io|dev';

/** A path with one slash needs a dot or a root; `and/or` and `he/she/they` are words. */
const PRONOUNS = /^(?:(?:i|you|your|he|she|they|we|us|him|her|his|hers|them|their|it)(?:\/|$))+$/i;

/** Shapes of code in the middle of a token. */
const CODE_WITHIN = /:\/\/|\w\\\w|\\\w+\\|\w(?:::|->)\w|[A-Za-z0-9]_[A-Za-z0-9]/;
/** Shapes of code from a token's start on; one expression for all of them, and one for those in which capitals do not matter. */
const CODE_SHAPE = startsLike('', [
  /[A-Za-z]:\\/,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/,
  /@[\w-]+\/[\w.-]+$/,
  /(?:~|\.{1,2})?\/[\w.@+-]{2,}(?:\/[\w.@+*-]*)*$/,
  /[\w.@+*-]+(?:\/[\w.@+*-]*){2,}$/,
  /[\w.+-]+\/[\w.+-]*\.\w+(?::\d+)*$/,
  /(?:self|this|super|os|sys|std|cls|console|window|document|Math|Object)\.\w/,
  /(?:[A-Za-z_$][\w$]+\.){2,}[A-Za-z_$][\w$]*$/,
  /[A-Za-z_$][\w$]*[A-Z_][\w$]*\.\w+$/,
  /[\w.$]*\w\(\)/,
  /[\w.$]+\((?=.*[_.=,'"\d])/,
  /[\w$]+(?:\.\w+)*\.\w+\(/,
  /__\w+__$/,
  /[a-z][a-z0-9]*[A-Z]\w*$/,
  /--[a-z][\w-]*(?:=\S*)?$/,
  /v?\d+(?:\.\d+)+(?:[-+][\w.]+)?$/,
]);
const FOLDED_CODE_SHAPE = startsLike('i', [
  /www\.\w/,
  new RegExp(`\\.?[\\w-]+(?:\\.[\\w-]+)*\\.(?:${EXTENSIONS})(?::\\d+)*$`),
  /(?=[a-f]*\d)[0-9a-f]{7,40}$|0x[0-9a-f]+$/,
]);

function startsLike(flags: string, shapes: readonly RegExp[]): RegExp {
  return new RegExp(`^(?:${shapes.map(({ source }) => source).join('|')})`, flags);
}

/** Tags that tell the tone, and words that look like paths. */
const NOT_CODE = /^\/(?:s|sarcasm|rant|jk|irony)$/i;

/** What most tokens with a mark are: a word, with or without hyphens, or a small number. None of these is of any shape of code. */
const WORDS = /^(?:[A-Z]?[a-z]+(?:-[A-Z]?[a-z]+)*|\d{1,6})$/;

function isCode(token: string): boolean {
  return (
    !WORDS.test(token) &&
    (CODE_SHAPE.test(token) || FOLDED_CODE_SHAPE.test(token) || CODE_WITHIN.test(token)) &&
    !NOT_CODE.test(token) &&
    !PRONOUNS.test(token)
  );
}
