import { type Comment, nextComments } from './codeComments.js';
import { commentSyntax } from './commentSyntax.js';
import { readIgnoreMark } from './ignoreMark.js';
import { lineEnd } from './lines.js';
import { type Chunk, CODE, emptyChunk, type IgnoreMark, type ProseReader, type Segment, SPACE } from './prose.js';

/** Comments and documentation strings in source code of a language. */
export function codeCommentProse(languageId: string): ProseReader {
  const syntax = commentSyntax(languageId);
  return {
    read(text, from, complete) {
      const { end, reach, comments } = nextComments(text, from, syntax);
      const chunk =
        comments.length === 0 ? noComment(end - from, reach - from) : readComments(text, from, end, reach, comments);
      return complete || reach < text.length ? chunk : undefined;
    },
  };
}

/** Code alone is not a block that a directive could mean. */
function noComment(length: number, reach: number): Chunk {
  return { ...emptyChunk(length, reach), firstBlockEnd: 0 };
}

function readComments(text: string, from: number, end: number, reach: number, comments: readonly Comment[]): Chunk {
  const lines = comments.flatMap((comment) => linesOf(text, comment));
  const segments = segmentsOf(text, lines, from);
  const marks: IgnoreMark[] = [];
  const last = comments.at(-1)?.end ?? end;
  for (const line of lines) {
    const mark = readIgnoreMark(text.slice(line.start, line.end), line.start - from, line.end - from);
    if (mark !== undefined) {
      const covers = segments.some(({ start }) => start >= mark.end)
        ? { covers: { start: mark.end, end: last - from } }
        : {};
      marks.push(mark.kind === 'next' ? { ...mark, ...covers } : mark);
    }
  }
  const firstBlockEnd = segments.length === 0 ? 0 : last - from;
  return { length: end - from, reach: reach - from, segments, marks, firstBlockEnd, incident: false };
}

/** What one line of a comment says, without the marks around it. */
interface Line {
  readonly start: number;
  readonly end: number;
}

function linesOf(text: string, comment: Comment): Line[] {
  const lines: Line[] = [];
  for (let at = comment.bodyStart; at < comment.bodyEnd; ) {
    const next = Math.min(comment.bodyEnd, lineEnd(text, at));
    const line = text.slice(at, next);
    const marker = /^[ \t]*(?:[*/!#;%-]+(?=[\s]|$))?[ \t]*/.exec(line)?.[0].length ?? 0;
    const start = at + Math.min(marker, line.length);
    lines.push({ start, end: Math.max(start, at + line.trimEnd().length) });
    at = next;
  }
  return lines.length === 0 ? [{ start: comment.bodyStart, end: comment.bodyStart }] : lines;
}

/** Code that was commented out, separators, and orders to other tools. */
const NOT_PROSE =
  /[;{}]\s*$|=>|^[\w.]+\([^)]*\)$|^\s*(?:if|for|while|switch|return|const|let|var|import|export|from|def|class|function|func|fn|public|private|static)\b.*[({:;=]\s*$|^[\w.]+\s*[-+*/]?=\s*\S|^(?:eslint|biome|prettier|tslint|pylint|noqa|type:|@ts-|istanbul|c8 |v8 |tone-ignore|#region|#endregion|shellcheck|nolint|go:|\+build)|^[^\p{L}]*$/u;

const STARTS_ANEW = /^(?:[-*+•]\s|\d{1,3}[.)]\s|[@\\]\w+|:\w+[^:]*:\s|(?:TODO|FIXME|XXX|HACK|NOTE)\b)/;

function segmentsOf(text: string, lines: readonly Line[], from: number): Segment[] {
  const segments: { start: number; end: number; masks: number[] }[] = [];
  let open: (typeof segments)[number] | undefined;
  for (const { start, end } of lines) {
    const line = text.slice(start, end);
    if (line === '' || NOT_PROSE.test(line.replace(/\{@\w+[^}]*\}/g, ''))) {
      open = undefined;
      continue;
    }
    if (open === undefined || STARTS_ANEW.test(line)) {
      open = { start: start - from, end: end - from, masks: [] };
      segments.push(open);
    } else {
      open.masks.push(open.end, start - from, SPACE);
      open.end = end - from;
    }
    maskDocumentation(line, start - from, open.masks);
  }
  return segments;
}

const TAG =
  /^(?:@(?:param|arg|argument|property|prop|template|typeParam)\s+(?:\{[^}]*\}\s*)?\S+(?:\s+-(?=\s))?|@\w+(?:\s+\{[^}]*\})?|\\\w+|:\w+[^:]*:)/;

/** `@param {Type} name`, `{@link X}`, `:param name:`, code in backticks. */
function maskDocumentation(line: string, at: number, masks: number[]): void {
  const tag = TAG.exec(line);
  if (tag !== null) {
    masks.push(at, at + tag[0].length, SPACE);
  }
  for (const match of line.matchAll(/`[^`]+`|\{@\w+[^}]*\}|<[\w/][^>]*>/g)) {
    masks.push(at + match.index, at + match.index + match[0].length, CODE);
  }
}
