import type { Token } from '../language/tokens.js';
import { Reading } from '../pattern/reading.js';
import { strictest } from '../sentenceContext.js';

/** A part of a passage: a half-open range of its tokens, or words that are new. */
export type Part = readonly [from: number, to: number] | Range | string;

/** A half-open range of characters of the passage that is being changed. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A sentence that is being rewritten: as it was written, and as the rules read it, of one length. Never changes; steps make new ones. */
export class Passage {
  readonly reading: Reading;

  constructor(
    readonly original: string,
    readonly masked: string,
    people: ReadonlySet<string> = strictest.people,
  ) {
    this.reading = new Reading(masked, original, people, strictest.tools, true);
  }

  get tokens(): readonly Token[] {
    return this.reading.tokens;
  }

  get count(): number {
    return this.reading.tokens.length;
  }

  word(at: number): string {
    return this.reading.word(at);
  }

  /** Whether the word at a place is one of these. */
  is(at: number, words: ReadonlySet<string>): boolean {
    return at >= 0 && at < this.count && words.has(this.word(at));
  }

  /** Where a token begins, with the markup that opens before it. */
  startOf(at: number): number {
    let start = this.tokens[at]?.start ?? this.original.length;
    const least = at > 0 ? (this.tokens[at - 1]?.end ?? 0) : 0;
    while (start > least && this.isMarkup(start - 1)) {
      start--;
    }
    return start;
  }

  /** Where a token ends, with the markup that closes behind it. */
  endOf(at: number): number {
    let end = this.tokens[at]?.end ?? 0;
    const most = this.tokens[at + 1]?.start ?? this.original.length;
    while (end < most && this.isMarkup(end)) {
      end++;
    }
    return end;
  }

  /** The text of tokens as it was written, markup included. */
  text(from: number, to: number): string {
    return from < to ? this.original.slice(this.startOf(from), this.endOf(to - 1)) : '';
  }

  /** Replaces the tokens `from` to before `to`. Nothing is put between the parts. */
  replace(from: number, to: number, parts: readonly Part[]): Passage {
    const start = this.tokens[from]?.start ?? this.original.length;
    const end = this.tokens[to - 1]?.end ?? start;
    return this.isBalanced(start, end)
      ? this.cut(start, end, parts)
      : this.cut(this.startOf(from), this.endOf(to - 1), parts);
  }

  /** Replaces a range of characters. */
  cut(start: number, end: number, parts: readonly Part[]): Passage {
    const texts = [
      { start: 0, end: start },
      ...parts.map((part) => this.rangeOf(part)),
      { start: end, end: this.original.length },
    ];
    const joined = (text: string): string =>
      texts.map((part) => (typeof part === 'string' ? part : text.slice(part.start, part.end))).join('');
    return new Passage(joined(this.original), joined(this.masked), this.reading.people);
  }

  /** Tokens as parts of a sentence that goes on: the capital with which they opened one is gone. */
  lower(from: number, to: number): readonly Part[] {
    const start = this.startOf(from);
    const text = this.original.slice(start, this.endOf(from));
    const isPlain = this.tokens[from]?.start === start && /^\p{Lu}\p{Ll}*$/u.test(text) && text !== 'I';
    return isPlain ? [text.charAt(0).toLowerCase(), { start: start + 1, end: this.endOf(to - 1) }] : [[from, to]];
  }

  private rangeOf(part: Part): Range | string {
    if (typeof part === 'string' || 'start' in part) {
      return part;
    }
    const [from, to] = part;
    if (from >= to) {
      return '';
    }
    const wide = { start: this.startOf(from), end: this.endOf(to - 1) };
    const tight = { start: this.tokens[from]?.start ?? wide.start, end: this.tokens[to - 1]?.end ?? wide.end };
    return this.isBalanced(wide.start, wide.end) ? wide : tight;
  }

  /** Whether marks of emphasis, brackets of links and tags come in pairs in a range. */
  private isBalanced(start: number, end: number): boolean {
    const runs = markupOf({ original: this.original.slice(start, end), masked: this.masked.slice(start, end) });
    const marks =
      runs
        .join(' ')
        .replace(/`[^`]*`/g, '')
        .match(/\*+|_+|~+|\[|\]|<[^>]*>/g) ?? [];
    const count = (mark: string): number => marks.filter((one) => one === mark).length;
    return (
      count('[') === count(']') &&
      marks.every((mark) => mark === '[' || mark === ']' || mark.startsWith('<') || count(mark) % 2 === 0) &&
      marks.filter((mark) => mark.startsWith('<')).length % 2 === 0
    );
  }

  private isMarkup(at: number): boolean {
    return this.masked.charAt(at) !== this.original.charAt(at) && !/\s/.test(this.original.charAt(at));
  }
}

/** Runs of what is no plain text: marks of emphasis, brackets and addresses of links, code, tags. */
export function markupOf({ original, masked }: Pick<Passage, 'original' | 'masked'>): readonly string[] {
  const runs: string[] = [];
  let run = '';
  for (let at = 0; at <= original.length; at++) {
    if (at < original.length && masked.charAt(at) !== original.charAt(at)) {
      run += original.charAt(at);
    } else if (run !== '') {
      runs.push(run);
      run = '';
    }
  }
  return runs;
}
