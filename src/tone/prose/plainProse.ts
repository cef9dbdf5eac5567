import { readIgnoreMark } from './ignoreMark.js';
import { cutPoint, isBlank, lineEnd, skipBlankLines } from './lines.js';
import { CHUNK_LIMIT, type Chunk, emptyChunk, type IgnoreMark, type ProseReader, TO_THE_END } from './prose.js';

/** Plain text: paragraphs between blank lines, items that start with a dash, bullet or number; lines quoted with `>` are out. */
export const plainProse: ProseReader = {
  read(text, from, complete) {
    const chunk = readParagraph(text, from, { isOut: isQuoted });
    return complete || from + chunk.reach < text.length ? chunk : undefined;
  },
};

/** What lines mean in a kind of plain text. */
export interface LineKinds {
  /** The line is left out, and ends what stands before it. */
  isOut(line: string): boolean;
  /** From this line on nothing is the writer's. Decided by the line's first hundred characters. */
  isRest?(line: string): boolean;
}

/** How far into the next line is looked to decide what it is. */
const LINE_START = 100;

/** Reads one paragraph. */
export function readParagraph(text: string, from: number, kinds: LineKinds): Chunk {
  const start = skipBlankLines(text, from);
  if (start >= text.length) {
    return emptyChunk(text.length - from, TO_THE_END);
  }
  if (kinds.isRest?.(text.slice(start, start + LINE_START)) === true) {
    return emptyChunk(text.length - from, TO_THE_END);
  }
  const end = paragraphEnd(text, start, kinds);
  const next = skipBlankLines(text, end);
  const reach = next + LINE_START >= text.length ? TO_THE_END : next + LINE_START - from;
  const segments = lineGroups(text, start, end, kinds).map((group) => ({
    start: group.start - from,
    end: group.end - from,
    masks: [],
  }));
  const marks = lineMarks(text, start, end, from);
  return { length: next - from, reach, segments, marks, firstBlockEnd: end - from, incident: false };
}

/** Directives on lines of their own: the rest of the paragraph, or the next one, is left alone. */
function lineMarks(text: string, start: number, end: number, from: number): IgnoreMark[] {
  const marks: IgnoreMark[] = [];
  for (let at = start; at < end; at = lineEnd(text, at)) {
    const next = Math.min(end, lineEnd(text, at));
    const line = text.slice(at, next);
    const mark = isDirective(line) ? readIgnoreMark(line, at - from, next - from) : undefined;
    if (mark !== undefined) {
      const covers = next < end ? { covers: { start: next - from, end: end - from } } : {};
      marks.push(mark.kind === 'next' ? { ...mark, ...covers } : mark);
    }
  }
  return marks;
}

/** A line that holds a directive and nothing else. */
export function isDirective(line: string): boolean {
  return /^[ \t]*(?:<!--|#)[ \t]*tone-ignore\b/.test(line);
}

/** The end of the paragraph, or of as much of it as one chunk may hold. */
function paragraphEnd(text: string, start: number, kinds: LineKinds): number {
  let end = start;
  while (end < text.length) {
    const next = lineEnd(text, end);
    const isRest = end > start && kinds.isRest?.(text.slice(end, end + LINE_START)) === true;
    if (isRest || isBlank(text, end, next)) {
      return end;
    }
    if (next - start > CHUNK_LIMIT) {
      return end > start ? end : Math.min(next, cutPoint(text, start + CHUNK_LIMIT / 2, start + CHUNK_LIMIT));
    }
    end = next;
  }
  return end;
}

const ITEM = /^[ \t]*(?:[-*+•–]|\d{1,3}[.)])[ \t]/;

function isQuoted(line: string): boolean {
  return /^[ \t]*>/.test(line) || isDirective(line);
}

function lineGroups(text: string, start: number, end: number, kinds: LineKinds): { start: number; end: number }[] {
  const groups: { start: number; end: number }[] = [];
  let open = false;
  for (let at = start; at < end; ) {
    const next = Math.min(end, lineEnd(text, at));
    const line = text.slice(at, next);
    const last = groups.at(-1);
    if (kinds.isOut(line)) {
      open = false;
    } else if (last === undefined || !open || ITEM.test(line)) {
      const marker = ITEM.exec(line)?.[0].length ?? 0;
      groups.push({ start: at + marker, end: next });
      open = true;
    } else {
      last.end = next;
    }
    at = next;
  }
  return groups;
}
