import { cutPoint, isBlank, lineEnd, skipBlankLines } from './lines.js';
import { CHUNK_LIMIT, type Chunk, emptyChunk, type ProseReader, TO_THE_END } from './prose.js';

/** Plain text: paragraphs between blank lines, items that start with a dash, bullet or number; lines quoted with `>` are out. */
export const plainProse: ProseReader = {
  read(text, from, complete) {
    const chunk = readParagraph(text, from, isQuoted);
    return complete || from + chunk.reach < text.length ? chunk : undefined;
  },
};

/** Reads one paragraph: lines that `isOut` are left out, and end what stands before them. */
export function readParagraph(text: string, from: number, isOut: (line: string) => boolean): Chunk {
  const start = skipBlankLines(text, from);
  if (start >= text.length) {
    return emptyChunk(text.length - from, TO_THE_END);
  }
  const end = paragraphEnd(text, start);
  const next = skipBlankLines(text, end);
  const reach = next >= text.length ? TO_THE_END : next + 1 - from;
  const segments = lineGroups(text, start, end, isOut).map((group) => ({
    start: group.start - from,
    end: group.end - from,
    masks: [],
  }));
  return { length: next - from, reach, segments, marks: [], firstBlockEnd: end - from, incident: false };
}

/** The end of the paragraph, or of as much of it as one chunk may hold. */
function paragraphEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length) {
    const next = lineEnd(text, end);
    if (isBlank(text, end, next)) {
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
  return /^[ \t]*>/.test(line);
}

function lineGroups(
  text: string,
  start: number,
  end: number,
  isOut: (line: string) => boolean,
): { start: number; end: number }[] {
  const groups: { start: number; end: number }[] = [];
  let open = false;
  for (let at = start; at < end; ) {
    const next = Math.min(end, lineEnd(text, at));
    const line = text.slice(at, next);
    const last = groups.at(-1);
    if (isOut(line)) {
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
