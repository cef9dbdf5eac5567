import type { CommentSyntax } from './commentSyntax.js';
import { lineEnd } from './lines.js';
import { TO_THE_END } from './prose.js';

/** One comment, with where its words are. */
export interface Comment {
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly end: number;
}

/** A stretch of code that ends outside of strings and comments, with the comment or the group of line comments at its end. */
export interface CodeStretch {
  readonly end: number;
  /** How far it was looked at. */
  readonly reach: number;
  readonly comments: readonly Comment[];
}

/** Code without a comment is taken in pieces of about this length. */
const PIECE = 2048;
/** A string that goes on for longer than this was none. */
const STRING_LIMIT = 20_000;

/** Reads on from a place outside of strings and comments. */
export function nextComments(text: string, from: number, syntax: CommentSyntax): CodeStretch {
  const opener = openerOf(syntax);
  let at = from;
  let seen = from;
  for (;;) {
    const limit = pieceEnd(text, from, at);
    const found = text.slice(at, limit + 8).search(opener);
    const next = found < 0 ? limit : at + found;
    if (next >= limit) {
      return { end: limit, reach: reachOf(text, Math.max(limit + 8, seen)), comments: [] };
    }
    const comment = commentAt(text, next, from, syntax);
    if (comment !== undefined) {
      const stretch = group(text, comment, next, syntax);
      return { ...stretch, reach: Math.max(stretch.reach, reachOf(text, seen)) };
    }
    const string = stringEnd(text, next, syntax);
    at = string.end;
    seen = Math.max(seen, string.seen);
  }
}

function reachOf(text: string, seen: number): number {
  return seen >= text.length ? TO_THE_END : seen;
}

/** The start of the first line after a piece, or the end; never before `at`. */
function pieceEnd(text: string, from: number, at: number): number {
  const least = Math.max(from + PIECE, at);
  if (least >= text.length) {
    return text.length;
  }
  const end = lineEnd(text, least);
  return Math.min(end, least + PIECE);
}

const openers = new WeakMap<CommentSyntax, RegExp>();

/** Whatever may open a comment or a string. */
function openerOf(syntax: CommentSyntax): RegExp {
  let opener = openers.get(syntax);
  if (opener === undefined) {
    const long = [...syntax.block, ...syntax.docStrings, ...syntax.longStrings].map(([open]) => open);
    const all = [...long, ...syntax.line, ...syntax.strings].sort((a, b) => b.length - a.length);
    opener = new RegExp(all.map((open) => open.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'));
    openers.set(syntax, opener);
  }
  return opener;
}

function commentAt(text: string, at: number, from: number, syntax: CommentSyntax): Comment | undefined {
  const block = syntax.block.find(([open]) => text.startsWith(open, at)) ?? docStringAt(text, at, from, syntax);
  if (block !== undefined) {
    const bodyStart = at + block[0].length;
    const close = text.indexOf(block[1], bodyStart);
    return close < 0
      ? { bodyStart, bodyEnd: text.length, end: text.length }
      : { bodyStart, bodyEnd: close, end: close + block[1].length };
  }
  const line = syntax.line.find((open) => text.startsWith(open, at));
  if (line === undefined || !startsLineComment(text, at, line)) {
    return undefined;
  }
  const end = lineEnd(text, at);
  return { bodyStart: at + line.length, bodyEnd: end, end };
}

/** `#` within a word, as in `$#` or `a#b`, and `//` of a URL start nothing. */
function startsLineComment(text: string, at: number, marker: string): boolean {
  const before = at === 0 ? ' ' : text.charAt(at - 1);
  return marker.startsWith('//') ? before !== ':' : /[\s;{}()[\],]/.test(before) || marker.length > 1;
}

/** A long string is documentation when nothing stands before it on its line. */
function docStringAt(
  text: string,
  at: number,
  from: number,
  syntax: CommentSyntax,
): readonly [string, string] | undefined {
  const found = syntax.docStrings.find(([open]) => text.startsWith(open, at));
  if (found === undefined) {
    return undefined;
  }
  const lineStart = Math.max(from, text.lastIndexOf('\n', at - 1) + 1);
  return /^[ \t]*(?:@?(?:doc|moduledoc)[ \t]+)?[rRuU]?$/.test(text.slice(lineStart, at)) ? found : undefined;
}

/** The comment, and the line comments that follow it on lines of their own. */
function group(text: string, first: Comment, at: number, syntax: CommentSyntax): CodeStretch {
  const comments = [first];
  let end = first.end;
  const isLine =
    syntax.line.some((open) => text.startsWith(open, at)) && !syntax.block.some(([open]) => text.startsWith(open, at));
  while (isLine && end < text.length && comments.length < 200) {
    const indent = /[ \t]*/y;
    indent.lastIndex = end;
    const next = end + (indent.exec(text)?.[0].length ?? 0);
    const comment = syntax.line.some((open) => text.startsWith(open, next))
      ? commentAt(text, next, end, syntax)
      : undefined;
    if (comment === undefined) {
      return { end, reach: reachOf(text, next + 8), comments };
    }
    comments.push(comment);
    end = comment.end;
  }
  return { end, reach: reachOf(text, end + 8), comments };
}

/** The end of the string, or of whatever else only looked like a comment, that starts at `at`, and how far that was looked for. */
function stringEnd(text: string, at: number, syntax: CommentSyntax): { end: number; seen: number } {
  const long = [...syntax.docStrings, ...syntax.longStrings].find(([open]) => text.startsWith(open, at));
  if (long !== undefined) {
    const close = text.slice(at, at + STRING_LIMIT).indexOf(long[1], long[0].length);
    const end = at + (close < 0 ? long[0].length : close + long[1].length);
    return { end, seen: close < 0 ? at + STRING_LIMIT : end };
  }
  const quote = syntax.strings.find((open) => text.startsWith(open, at));
  const end = quote === undefined ? at + 1 : shortStringEnd(text, at, quote);
  return { end, seen: Math.max(end, at + 8) };
}

function shortStringEnd(text: string, at: number, quote: string): number {
  const last = Math.min(text.length, at + STRING_LIMIT);
  for (let next = at + 1; next < last; next += 1) {
    const char = text.charAt(next);
    if (char === '\\') {
      next += 1;
    } else if (char === quote || char === '\n') {
      return char === '\n' ? next : next + 1;
    }
  }
  return last;
}
