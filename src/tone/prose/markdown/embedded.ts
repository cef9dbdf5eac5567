import { isBlank, lineEnd } from '../lines.js';
import { CODE } from '../prose.js';
import { codeSpanEnd, pastBackticks } from './codeSpan.js';

/** Other languages inside of Markdown: MDX comments, and math between dollars or escaped brackets, by the rules of Pandoc. */

/** A formula longer than this is more likely two stray dollars. */
const FORMULA_LIMIT = 600;
/** No block of math is longer. It is less than what Markdown is cut into, so that a block never ends within one. */
const BLOCK_LIMIT = 2000;

const BACKTICK = 0x60;
const BACKSLASH = 0x5c;
const DOLLAR = 0x24;
const BRACE = 0x7b;

/** The end of an MDX comment or of a block of math that starts on this line: an open comment takes all. */
export function embeddedBlockEnd(text: string, start: number): number | undefined {
  const sign = /^ {0,3}(?:\{\/\*|\$\$)/.exec(text.slice(start, start + 6))?.[0];
  if (sign === undefined) {
    return undefined;
  }
  return sign.endsWith('*') ? commentBlockEnd(text, start) : mathBlockEnd(text, start + sign.length);
}

/** A comment on lines of its own; what stands behind one that has no blank line in it makes it a part of a paragraph. */
function commentBlockEnd(text: string, start: number): number | undefined {
  const close = text.indexOf('*/}', start);
  if (close < 0) {
    return text.length;
  }
  const end = lineEnd(text, close);
  return isBlank(text, close + 3, end) || /\n[ \t]*\r?\n/.test(text.slice(start, close)) ? end : undefined;
}

function mathBlockEnd(text: string, start: number): number | undefined {
  const rest = text.slice(start, start + BLOCK_LIMIT);
  const blank = rest.search(/\n[ \t]*\r?\n/);
  const close = rest.indexOf('$$');
  if (close < 0 || (blank >= 0 && blank < close)) {
    return undefined;
  }
  const end = lineEnd(text, start + close);
  return isBlank(text, start + close + 2, end) ? end : undefined;
}

/** Whether a dollar or a brace may begin something embedded: only where this says so does {@link embeddedMasks} find any that begins so. */
export function mayBeginEmbedded(text: string, at: number): boolean {
  if (text.charCodeAt(at) === BRACE) {
    return text.startsWith('{/*', at);
  }
  return dollarsAt(text, at) > 1 || inlineMathEnd(text, at) !== undefined;
}

/** Whether a text has a sign of something embedded: hardly any has. */
function mayHoldEmbedded(text: string): boolean {
  return text.includes('$') || text.includes('{/*') || text.includes('\\(') || text.includes('\\[');
}

/** Triples for the MDX comments and the math in a paragraph, in its own offsets; what is in code spans is neither. */
export function embeddedMasks(text: string): readonly number[] {
  return mayHoldEmbedded(text) ? new EmbeddedScan(text).masks() : none;
}

const none: readonly number[] = [];

/** Triples in other offsets. */
export function movedMasks(masks: readonly number[], by: number): readonly number[] {
  return masks.map((value, at) => (at % 3 === 2 ? value : value + by));
}

/** One pass over a paragraph. */
class EmbeddedScan {
  /** Closing signs that are not to be found any more. */
  private readonly missing = new Set<string>();

  constructor(private readonly text: string) {}

  masks(): readonly number[] {
    const masks: number[] = [];
    for (let at = 0; at < this.text.length; ) {
      const end = this.endAt(at);
      if (end !== undefined) {
        masks.push(at, end, CODE);
      }
      at = end ?? this.past(at);
    }
    return masks;
  }

  /** Where what is embedded at a place ends. */
  private endAt(at: number): number | undefined {
    const { text } = this;
    switch (text.charCodeAt(at)) {
      case BRACE:
        return text.startsWith('{/*', at) ? this.closing('*/}', at, text.length) : undefined;
      case BACKSLASH:
        return this.bracketEnd(at);
      case DOLLAR:
        return this.dollarEnd(at);
      default:
        return undefined;
    }
  }

  /** Past what is nothing embedded: a character, what is escaped, a code span, a run of dollars. */
  private past(at: number): number {
    const { text } = this;
    switch (text.charCodeAt(at)) {
      case BACKSLASH:
        return at + 2;
      case BACKTICK:
        return codeSpanEnd(text, at, text.length) ?? pastBackticks(text, at, text.length);
      case DOLLAR:
        return at + dollarsAt(text, at);
      default:
        return at + 1;
    }
  }

  private bracketEnd(at: number): number | undefined {
    const sign = this.text.charAt(at + 1);
    return sign === '(' || sign === '[' ? this.closing(sign === '(' ? '\\)' : '\\]', at, FORMULA_LIMIT) : undefined;
  }

  private dollarEnd(at: number): number | undefined {
    const run = dollarsAt(this.text, at);
    return run === 1 ? inlineMathEnd(this.text, at) : run === 2 ? this.closing('$$', at, FORMULA_LIMIT) : undefined;
  }

  /** Past the next closing sign, unless it is too far. */
  private closing(sign: string, at: number, most: number): number | undefined {
    if (this.missing.has(sign)) {
      return undefined;
    }
    const close = this.text.indexOf(sign, at + 2);
    if (close < 0) {
      this.missing.add(sign);
    }
    return close < 0 || close - at > most ? undefined : close + sign.length;
  }
}

function dollarsAt(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === DOLLAR) {
    end += 1;
  }
  return end - at;
}

/** A dollar before something and, as the next one, a dollar behind something, before no letter or digit and no `$(command)`. */
function inlineMathEnd(text: string, at: number): number | undefined {
  const close = text.indexOf('$', at + 1);
  if (close < 0 || close - at > FORMULA_LIMIT || /\w/.test(text.charAt(at - 1))) {
    return undefined;
  }
  const inner = text.slice(at + 1, close);
  const isMath = !/^\s|[\s\\]$|^$/.test(inner) && !/[\w${(]/.test(text.charAt(close + 1)) && !isPrice(inner);
  return isMath ? close + 1 : undefined;
}

/** `5, you pay the rest in US`. */
function isPrice(inner: string): boolean {
  return /^\d/.test(inner) && /[A-Za-z]{2} [A-Za-z]{2}/.test(inner);
}
