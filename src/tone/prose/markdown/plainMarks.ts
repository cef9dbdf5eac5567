import { QUOTE, SPACE } from '../prose.js';
import { plainTagEnd, tagKind } from './htmlTag.js';
import { Mentions } from './mention.js';

const UNDERSCORE = 0x5f;
const STAR = 0x2a;
const TAG = 0x3c;

/** Whether a sign may be one that {@link PlainMarks} reads. */
export function isPlainMark(code: number): boolean {
  return code === STAR || code === UNDERSCORE || code === TAG;
}

/**
 * The tags and the emphasis of a paragraph, as far as they are plain: a tag without values; a mark that can only begin emphasis, and
 * then one of the same kind and length that can only end it, with no other mark between them.
 */
export class PlainMarks {
  /** Where the mark begins and ends that is not closed yet; the same where none is open. */
  private open = 0;
  private openEnd = 0;
  private isFree: boolean | undefined;
  private readonly mentions: Mentions;

  /** @param from what the masks count from. */
  constructor(
    private readonly text: string,
    private readonly start: number,
    private readonly end: number,
    private readonly from: number,
    private readonly masks: number[],
  ) {
    this.mentions = new Mentions(text, start);
  }

  /** Whether a mark is left that nothing closes. */
  get isOpen(): boolean {
    return this.openEnd > this.open;
  }

  /** Takes in a sign: where to go on, or `undefined` where a parser should look. */
  past(at: number, code: number): number | undefined {
    const { text } = this;
    if (code === TAG) {
      return /[A-Za-z/!?]/.test(text.charAt(at + 1)) ? this.tag(at) : at + 1;
    }
    if (isNoMark(text, at, code) || (!this.isOpen && !hasPartner(text, at, this.end, code))) {
      return at + 1;
    }
    const end = text.charCodeAt(at + 1) === code ? at + 2 : at + 1;
    if (text.charCodeAt(end) === code || !this.hasNoAddress()) {
      return undefined;
    }
    return this.isOpen ? this.close(at, end, code) : this.begin(at, end);
  }

  private begin(at: number, end: number): number | undefined {
    this.open = at;
    this.openEnd = end;
    return opensOnly(this.text, at, end) ? end : undefined;
  }

  private close(at: number, end: number, code: number): number | undefined {
    const { text, from, open, openEnd } = this;
    if (text.charCodeAt(open) !== code || openEnd - open !== end - at || !closesOnly(text, at, end, this.end)) {
      return undefined;
    }
    this.masks.push(open - from, openEnd - from, SPACE, at - from, end - from, SPACE);
    if (this.mentions.has(open, end)) {
      this.masks.push(open - from, end - from, QUOTE);
    }
    this.open = openEnd;
    return end;
  }

  private tag(at: number): number | undefined {
    const close = plainTagEnd(this.text, at);
    if (close === undefined || close > this.end || !this.hasNoAddress()) {
      return undefined;
    }
    this.masks.push(at - this.from, close - this.from, tagKind(this.text, at));
    return close;
  }

  /** Where there is one, marks may belong to it. */
  private hasNoAddress(): boolean {
    this.isFree ??= !mayHaveAddress(this.text.slice(this.start, this.end));
    return this.isFree;
  }
}

/** Whether a text has something that may be an address: a parser finds them in the middle of words as well. */
export function mayHaveAddress(text: string): boolean {
  // Hardly any text has one of these: what looks for one string is quicker than what looks for any of them.
  return (
    ['www.', '://', 'mailto:', 'xmpp:'].some((part) => text.includes(part)) || (text.includes('@') && /\S@/.test(text))
  );
}

/** `snake_case`, `2 * 3`. */
function isNoMark(text: string, at: number, code: number): boolean {
  return (
    (code === UNDERSCORE && isWordAt(text, at + 1) && isWordAt(text, at - 1)) ||
    (isSpaceAt(text, at - 1) && isSpaceAt(text, at + 1))
  );
}

/** Whether another such mark in the paragraph could make emphasis with this one: all that is asked is one that touches a word. */
function hasPartner(text: string, at: number, end: number, code: number): boolean {
  const mark = String.fromCharCode(code);
  for (let other = text.indexOf(mark, at + 1); other >= 0 && other < end; other = text.indexOf(mark, other + 1)) {
    const within = code === UNDERSCORE && isWordAt(text, other - 1) && isWordAt(text, other + 1);
    if (!within && !isSpaceAt(text, other - 1)) {
      return true;
    }
  }
  return false;
}

function opensOnly(text: string, start: number, end: number): boolean {
  return isSpaceAt(text, start - 1)
    ? isPunctuationAt(text, end) || isWordAt(text, end)
    : isPunctuationAt(text, start - 1) && isWordAt(text, end);
}

function closesOnly(text: string, start: number, end: number, last: number): boolean {
  return end >= last || isSpaceAt(text, end)
    ? isPunctuationAt(text, start - 1) || isWordAt(text, start - 1)
    : isPunctuationAt(text, end) && isWordAt(text, start - 1);
}

function isSpaceAt(text: string, at: number): boolean {
  return !(text.charCodeAt(at) > 32);
}

function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 48 && code <= 57) || ((code | 32) >= 97 && (code | 32) <= 122);
}

/** Of ASCII, and none that marks emphasis. */
function isPunctuationAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code > 32 && code < 127 && code !== UNDERSCORE && code !== 0x2a && !isWordAt(text, at);
}
