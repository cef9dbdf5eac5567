import { FRONT_MATTER_LIMIT, opensFrontMatter, readFrontMatter } from './frontMatter.js';
import { htmlBlockEnd } from './htmlBlock.js';
import { cutPoint, indentOf, isBlank, lineEnd, skipBlankLines } from './lines.js';
import { parseMarkdown } from './markdownTree.js';
import { plainInlineMasks } from './plainInline.js';
import { CHUNK_LIMIT, type Chunk, emptyChunk, type ProseReader, SPACE, TO_THE_END } from './prose.js';

/**
 * Markdown. Paragraphs without markup and fenced code, which are most of what people write, are read by hand; everything else is
 * parsed by @lezer/markdown, a few blocks at a time: up to a place where the parse says that no block is open.
 */
export const markdownProse: ProseReader = {
  read(text, from, complete, first) {
    const chunk =
      first && opensFrontMatter(text, from) ? firstChunk(text, from, complete) : readBlock(text, from, complete);
    return complete || from + chunk.reach < text.length ? chunk : undefined;
  },
};

/** No more than this is handed to the parser at once, unless one block is longer. */
const WINDOW = 2048;
/** A block that is longer than this is cut, wherever that is. */
const WINDOW_LIMIT = 8192;
/** Up to so many signs of markup a piece is parsed however dense they are. */
const MARKUP_LIMIT = 300;

/** Looks for the end of the front matter; without one, the opening line is a rule like any other. */
function firstChunk(text: string, from: number, complete: boolean): Chunk {
  const chunk = readFrontMatter(text, from);
  if (chunk !== undefined) {
    return chunk;
  }
  const block = readBlock(text, from, complete);
  return { ...block, reach: Math.max(block.reach, FRONT_MATTER_LIMIT) };
}

function readBlock(text: string, from: number, complete: boolean): Chunk {
  const start = skipBlankLines(text, from);
  if (start >= text.length) {
    return emptyChunk(text.length - from, TO_THE_END);
  }
  const codeEnd = fenceEnd(text, start) ?? htmlBlockEnd(text, start);
  if (codeEnd !== undefined) {
    return blockChunk(text, from, start, codeEnd);
  }
  return (
    longLine(text, from, start) ??
    tableRows(text, from, start) ??
    plainParagraph(text, from, start) ??
    parsedBlocks(text, from, start, complete)
  );
}

/** A block without prose (or an HTML comment with a directive) and the blank lines after it. */
function blockChunk(text: string, from: number, start: number, end: number): Chunk {
  const next = skipBlankLines(text, end);
  const reach = next >= text.length ? TO_THE_END : next + 1 - from;
  const { marks } = text.startsWith('<!--', start)
    ? parseMarkdown(text.slice(start, Math.min(end, start + 500)))
    : { marks: [] };
  const moved = marks.map((mark) => ({ ...mark, start: mark.start + start - from, end: mark.end + start - from }));
  return { ...emptyChunk(next - from, reach, moved), firstBlockEnd: end - from };
}

/** The end of a fenced code block that starts on this line. */
function fenceEnd(text: string, start: number): number | undefined {
  const opening = /( {0,3})(`{3,}(?=[^`\n]*(?:\n|$))|~{3,})/y;
  opening.lastIndex = start;
  const fence = opening.exec(text)?.[2];
  if (fence === undefined) {
    return undefined;
  }
  const closing = new RegExp(`^ {0,3}${fence.charAt(0)}{${fence.length},}[ \\t]*\\r?$`, 'gm');
  closing.lastIndex = lineEnd(text, start);
  return closing.lastIndex < text.length && closing.exec(text) !== null
    ? lineEnd(text, closing.lastIndex)
    : text.length;
}

/** A line longer than a chunk is a text without structure, cut into pieces. */
function longLine(text: string, from: number, start: number): Chunk | undefined {
  const newline = text.indexOf('\n', start);
  const end = newline < 0 ? text.length : newline;
  if (end - start <= CHUNK_LIMIT) {
    return undefined;
  }
  const cut = cutPoint(text, start + CHUNK_LIMIT / 2, start + CHUNK_LIMIT);
  return oneSegment(from, start, cut, cut, CHUNK_LIMIT + 2 + start - from, markupMasks(text, start, cut, from));
}

/** A paragraph of lines that all begin with a word. */
function plainParagraph(text: string, from: number, start: number): Chunk | undefined {
  let end = start;
  while (end < text.length && end - start < CHUNK_LIMIT) {
    const next = lineEnd(text, end);
    if (isBlank(text, end, next)) {
      break;
    }
    if (!startsWithWord(text, end) || next - end > CHUNK_LIMIT) {
      return undefined;
    }
    end = next;
  }
  const masks = plainInlineMasks(text, start, end, from);
  if (masks === undefined) {
    return undefined;
  }
  const next = skipBlankLines(text, end);
  return oneSegment(from, start, end, next, next >= text.length ? TO_THE_END : next + 1 - from, masks);
}

function oneSegment(
  from: number,
  start: number,
  end: number,
  next: number,
  reach: number,
  masks: readonly number[],
): Chunk {
  const segment = { start: start - from, end: end - from, masks };
  return { length: next - from, reach, segments: [segment], marks: [], firstBlockEnd: end - from, incident: false };
}

/** Whether a line can be nothing but a paragraph's: no marker, no indented code, no row of a table. */
function startsWithWord(text: string, lineStart: number): boolean {
  const { columns, at } = indentOf(text, lineStart);
  if (columns > 3) {
    return false;
  }
  const code = text.charCodeAt(at);
  if (code >= 48 && code <= 57) {
    return !/^\d{1,9}[.)]/.test(text.slice(at, at + 11));
  }
  if (code === 0x5b || code === 0x7e || code === 0x2a) {
    return /^(?:\[[^\]\n]{1,80}\](?!:)|~(?!~)|\*[A-Za-z])/.test(text.slice(at, at + 84));
  }
  return !'#>-+=|<_`:\\$'.includes(text.charAt(at));
}

/** Rows that begin with a bar: each cell is a text of its own, whether or not the lines make a proper table. */
function tableRows(text: string, from: number, start: number): Chunk | undefined {
  if (text.charAt(start) !== '|') {
    return undefined;
  }
  let end = start;
  while (end < text.length && text.charAt(end) === '|' && end - start < CHUNK_LIMIT) {
    end = lineEnd(text, end);
  }
  const table = text.slice(start, end);
  const header = '|a|\n|-|\n';
  // A header of our own makes rows of all lines, so that a table may be cut anywhere.
  return shifted(
    parsePiece(header.concat(table)),
    start - from - header.length,
    end - from,
    end + 1 - from,
    header.length,
  );
}

/** Blocks of any kind, parsed up to a place where a new block starts. */
function parsedBlocks(text: string, from: number, start: number, complete: boolean): Chunk {
  let window = WINDOW;
  let at = start;
  for (;;) {
    const end = windowEnd(text, at, start, window);
    if (end >= text.length || end - start > WINDOW_LIMIT) {
      const parsed = parsePiece(text.slice(start, end));
      return shifted(parsed, start - from, end - from, end >= text.length ? TO_THE_END : end + 1 - from);
    }
    const seen = complete || end < text.length ? lineEnd(text, lineEnd(text, end)) : text.length;
    const parsed = parsePiece(text.slice(start, seen));
    if (parsed.starts.has(end - start)) {
      const reach = seen >= text.length ? TO_THE_END : seen + 1 - from;
      return shifted(parsed, start - from, end - from, reach);
    }
    at = end;
    window *= 2;
  }
}

/** The next place after `at` where a block probably starts: a line without indentation after a blank one; after much text also a list item or a heading. */
function windowEnd(text: string, at: number, start: number, window: number): number {
  let lineStart = lineEnd(text, at);
  let afterBlank = false;
  while (lineStart < text.length) {
    const next = lineEnd(text, lineStart);
    if (isBlank(text, lineStart, next)) {
      afterBlank = true;
    } else {
      const large = lineStart - start >= window;
      const item = /^(?:[-*+]|\d{1,9}[.)]|#{1,6})\s/.test(text.slice(lineStart, lineStart + 12));
      const indented = /\s/.test(text.charAt(lineStart));
      if ((afterBlank && !indented && (!item || large)) || (large && item) || next - start > WINDOW_LIMIT) {
        return lineStart;
      }
      afterBlank = false;
    }
    lineStart = next;
  }
  return text.length;
}

type Parsed = ReturnType<typeof parseMarkdown>;

function parsePiece(piece: string): Parsed {
  if (!isOvergrown(piece)) {
    return parseMarkdown(piece);
  }
  return { segments: lineSegments(piece), marks: [], starts: lineStarts(piece), firstBlockEnd: piece.length };
}

/** Whether there is so much markup that nobody wrote it by hand: nested brackets by the hundred and the like. */
function isOvergrown(piece: string): boolean {
  let markup = 0;
  for (let at = 0; at < piece.length; at += 1) {
    const code = piece.charCodeAt(at);
    if (code < 128 && (SIGNS[code] === 1 || (SIGNS[code] === 2 && piece.charCodeAt(at + 1) <= 32))) {
      markup += 1;
    }
  }
  return markup > MARKUP_LIMIT && markup > piece.length / 5;
}

/** 1: always markup; 2: a list marker when white space follows. */
const SIGNS = new Uint8Array(128);
for (const sign of '*_[]<>`~!\\&') {
  SIGNS[sign.charCodeAt(0)] = 1;
}
for (const sign of '-+.)') {
  SIGNS[sign.charCodeAt(0)] = 2;
}

function lineSegments(piece: string): Parsed['segments'] {
  return [...lineStarts(piece)].map((start) => {
    const end = lineEnd(piece, start);
    return { start, end, masks: markupMasks(piece, start, end, 0) };
  });
}

function lineStarts(piece: string): Set<number> {
  const starts = new Set<number>();
  for (let at = 0; at < piece.length; at = lineEnd(piece, at)) {
    starts.add(at);
  }
  return starts;
}

/** Every sign of markup reads as a space. */
function markupMasks(text: string, start: number, end: number, from: number): number[] {
  const masks: number[] = [];
  for (let at = start; at < end; at += 1) {
    if ('*_[]<>`~|#\\'.includes(text.charAt(at))) {
      if (masks.at(-2) === at - from) {
        masks[masks.length - 2] = at + 1 - from;
      } else {
        masks.push(at - from, at + 1 - from, SPACE);
      }
    }
  }
  return masks;
}

/** What was parsed, in offsets of the chunk, without what lies before `least` or after the chunk's end. */
function shifted(parsed: Parsed, by: number, length: number, reach: number, least = 0): Chunk {
  const within = ({ start, end }: { start: number; end: number }): boolean => start >= least && end + by <= length;
  const move = <T extends { start: number; end: number }>(range: T): T => ({
    ...range,
    start: range.start + by,
    end: range.end + by,
  });
  return {
    length,
    reach,
    segments: parsed.segments.filter(within).map((segment) => ({
      ...move(segment),
      masks: segment.masks.map((value, index) => (index % 3 === 2 ? value : value + by)),
    })),
    marks: parsed.marks.filter(within).map(({ covers, ...mark }) => ({
      ...move(mark),
      ...(covers && covers.end + by <= length ? { covers: move(covers) } : {}),
    })),
    firstBlockEnd: parsed.firstBlockEnd + by,
    incident: false,
  };
}
