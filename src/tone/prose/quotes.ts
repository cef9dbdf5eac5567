/** Quoted speech: what stands between quotation marks, which is somebody else's. */

/** Longest quotation, in characters, that is looked for; longer ones are more likely two stray quote marks. */
const QUOTE_LIMIT = 800;
/** The same for single marks, which are mostly apostrophes. */
const SINGLE_LIMIT = 400;

/** Quoted speech as it is masked. */
const QUOTED = 0xe001;
const SPACE = 0x20;
const STRAIGHT = 0x22;
const SINGLE = 0x27;
const LOW_SINGLE = 0x201a;
const LEFT_SINGLE = 0x2018;
const RIGHT_SINGLE = 0x2019;

/** By opening mark: the marks that close it. */
const CLOSERS: ReadonlyMap<number, readonly number[]> = new Map([
  [STRAIGHT, [STRAIGHT]],
  [0x201c, [0x201d]],
  [0x201d, [0x201d]],
  [0x201e, [0x201c, 0x201d]],
  [0xab, [0xbb]],
  [0xbb, [0xab, 0xbb]],
  [0x2039, [0x203a]],
  [0x300c, [0x300d]],
  [0x300e, [0x300f]],
]);
/** Marks that also close: they open only where a word begins. */
const EITHER: ReadonlySet<number> = new Set([STRAIGHT, 0x201d, 0xbb]);
/** By opening mark that may be an apostrophe, or has one for its end: the marks that close it. */
const SINGLE_CLOSERS: ReadonlyMap<number, readonly number[]> = new Map([
  [SINGLE, [SINGLE]],
  [LEFT_SINGLE, [RIGHT_SINGLE]],
  [LOW_SINGLE, [LEFT_SINGLE, RIGHT_SINGLE]],
]);

/** Whether a mark beyond ASCII may open a quotation. */
export function mayOpenQuote(code: number): boolean {
  return CLOSERS.has(code) || SINGLE_CLOSERS.has(code);
}

/** Puts U+E001 in the place of quoted speech and its marks, in a text whose markup and white space are plain spaces. */
export function maskQuotes(codes: Uint16Array): void {
  // Where a search for this closing mark came to nothing, another one from further on would too: keeps runs of quotes linear.
  const noneBefore = new Map<readonly number[], number>();
  for (let at = 0; at < codes.length; at += 1) {
    const code = codes[at] ?? 0;
    if (code === SINGLE || (code > 127 && SINGLE_CLOSERS.has(code))) {
      at = pastSingle(codes, at, code);
      continue;
    }
    const closers = code === STRAIGHT || code > 127 ? CLOSERS.get(code) : undefined;
    if (closers !== undefined && (!EITHER.has(code) || opensQuote(codes, at))) {
      const end = closingQuote(codes, at, Math.max(at + 1, noneBefore.get(closers) ?? 0), closers);
      noneBefore.set(closers, end < 0 ? Math.min(codes.length, at + QUOTE_LIMIT + 1) : 0);
      if (end > at) {
        codes.fill(QUOTED, at, end + 1);
        at = end;
      }
    }
  }
}

/** A mark that may also close opens after nothing, a space or an opening bracket, and before something: `5"` does not. */
function opensQuote(codes: Uint16Array, at: number): boolean {
  return (at === 0 || !isWordLike(codes[at - 1] ?? SPACE)) && (codes[at + 1] ?? SPACE) !== SPACE;
}

function closingQuote(codes: Uint16Array, opening: number, from: number, closers: readonly number[]): number {
  const last = Math.min(codes.length - 1, opening + QUOTE_LIMIT);
  for (let at = from; at <= last; at += 1) {
    const code = codes[at] ?? 0;
    if (closers.includes(code) && (code !== STRAIGHT || !isWordLike(codes[at + 1] ?? SPACE))) {
      return at;
    }
  }
  return -1;
}

/**
 * Masks the quotation that a single mark opens, if it opens one. One word between straight marks is named, not quoted.
 * @returns the last place that is dealt with.
 */
function pastSingle(codes: Uint16Array, at: number, code: number): number {
  const end = opensSingle(codes, at) ? closingSingle(codes, at, code) : -1;
  if (end < 0) {
    return at;
  }
  if (code !== SINGLE || codes.subarray(at, end).includes(SPACE)) {
    codes.fill(QUOTED, at, end + 1);
  }
  return end;
}

/** Behind nothing, a space, an opening bracket or a dash, and before a word that has lost no letter: `'em`, `'90s` open nothing. */
function opensSingle(codes: Uint16Array, at: number): boolean {
  const before = at === 0 ? SPACE : (codes[at - 1] ?? SPACE);
  return OPENING.has(before) && mayBeginSpeech(codes[at + 1] ?? SPACE) && !ELIDED.has(wordAt(codes, at + 1));
}

const OPENING: ReadonlySet<number> = new Set([...' ([{"“„«—–-/:'].map((sign) => sign.charCodeAt(0)));

function mayBeginSpeech(code: number): boolean {
  return (isWordLike(code) && !isDigit(code)) || code === 0xe000 || code === 0x40 || code === 0x2026;
}

/** What an apostrophe before it stands for a lost beginning of, and the ends of contractions that markup has cut off. */
const ELIDED: ReadonlySet<string> = new Set(
  'n em til till tis twas cause cuz coz bout round kay nuff sup tude course fraid neath er im s t re ve ll d m'.split(
    ' ',
  ),
);
const LONGEST_ELIDED = 7;

/** The letters from a place on, in lower case; empty where they are more than any word of {@link ELIDED} has. */
function wordAt(codes: Uint16Array, start: number): string {
  let word = '';
  for (let at = start; isWordLike(codes[at] ?? SPACE); at += 1) {
    if (at - start === LONGEST_ELIDED) {
      return '';
    }
    word += String.fromCharCode(codes[at] ?? SPACE).toLowerCase();
  }
  return word;
}

/** The end of a quotation: the first mark that is no apostrophe of a plural, else the first that may be one, before another one opens. */
function closingSingle(codes: Uint16Array, opening: number, code: number): number {
  const closers = SINGLE_CLOSERS.get(code) ?? [];
  const last = Math.min(codes.length - 1, opening + SINGLE_LIMIT);
  let plural = -1;
  for (let at = opening + 1; at <= last; at += 1) {
    const sign = codes[at] ?? 0;
    const closes = closers.includes(sign) && closesSingle(codes, at);
    if (closes && !mayBePlural(codes, at)) {
      return at;
    }
    if (closes) {
      plural = plural < 0 ? at : plural;
    } else if (sign === code && opensSingle(codes, at)) {
      break;
    }
  }
  return plural;
}

function closesSingle(codes: Uint16Array, at: number): boolean {
  return codes[at - 1] !== SPACE && !isWordLike(codes[at + 1] ?? SPACE);
}

/** `the users' list`. */
function mayBePlural(codes: Uint16Array, at: number): boolean {
  return ((codes[at - 1] ?? 0) | 32) === 0x73 && codes[at + 1] === SPACE && isWordLike(codes[at + 2] ?? SPACE);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** A letter, a digit, or anything beyond ASCII that may be one. */
function isWordLike(code: number): boolean {
  return isDigit(code) || ((code | 32) >= 97 && (code | 32) <= 122) || code === 95 || (code >= 0xc0 && code < 0x2000);
}
