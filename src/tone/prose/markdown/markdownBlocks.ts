import { isBlank, lineEnd } from '../lines.js';
import { CHUNK_LIMIT, type Chunk, TO_THE_END } from '../prose.js';
import { parsePiece, startsIn } from './markdownPiece.js';
import { LateSegment, type ParsedMarkdown } from './markdownTree.js';

/** No more than this is handed to the parser at once, unless one block is longer. */
const WINDOW = 2048;
/** A block that is longer than this is cut, wherever that is. */
const WINDOW_LIMIT = 8192;
/** Rows that begin with a bar: each cell is a text of its own, whether or not the lines make a proper table. */
export function tableRows(text: string, from: number, start: number): Chunk | undefined {
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
  return new KnownBlocks(header.concat(table), start - from - header.length, end - from, end + 1 - from, header.length);
}

/** Blocks of any kind, parsed up to a place where a new block starts. */
export function parsedBlocks(text: string, from: number, start: number, complete: boolean): Chunk {
  let window = WINDOW;
  let at = start;
  for (;;) {
    const end = windowEnd(text, at, start, window);
    if (end >= text.length || end - start > WINDOW_LIMIT) {
      const piece = text.slice(start, end);
      return new KnownBlocks(piece, start - from, end - from, end >= text.length ? TO_THE_END : end + 1 - from);
    }
    const seen = complete || end < text.length ? lineEnd(text, lineEnd(text, end)) : text.length;
    const reach = seen >= text.length ? TO_THE_END : seen + 1 - from;
    const piece = text.slice(start, seen);
    if (isSurelyOver(text, start, end) || startsIn(piece).has(end - start)) {
      return new KnownBlocks(piece, start - from, end - from, reach);
    }
    at = end;
    window *= 2;
  }
}

/** Nothing that can go on over a blank line is open where a line begins after one, unless the line is a part of a list. */
function isSurelyOver(text: string, start: number, end: number): boolean {
  return (
    text.charAt(end - 1) === '\n' &&
    text.charAt(end - 2) === '\n' &&
    /[A-Za-z]/.test(text.charAt(end)) &&
    !/```|~~~|</.test(text.slice(start, end))
  );
}

/** Blocks up to a place that is known without parsing them: they are parsed when someone asks what they hold, which for most nobody does. */
class KnownBlocks implements Chunk {
  readonly incident = false;
  private parsed: Chunk | undefined;

  constructor(
    private readonly piece: string,
    private readonly by: number,
    readonly length: number,
    readonly reach: number,
    /** What is before this in the piece is not of the text. */
    private readonly least = 0,
  ) {}

  private get chunk(): Chunk {
    this.parsed ??= shifted(parsePiece(this.piece), this.by, this.length, this.reach, this.least);
    return this.parsed;
  }

  get segments(): Chunk['segments'] {
    return this.chunk.segments;
  }

  get marks(): Chunk['marks'] {
    return this.piece.includes('<!--') ? this.chunk.marks : [];
  }

  get firstBlockEnd(): number {
    return this.chunk.firstBlockEnd;
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

/** What was parsed, in offsets of the chunk, without what lies before `least` or after the chunk's end. */
function shifted(parsed: ParsedMarkdown, by: number, length: number, reach: number, least = 0): Chunk {
  const within = ({ start, end }: { start: number; end: number }): boolean => start >= least && end + by <= length;
  const move = <T extends { start: number; end: number }>(range: T): T => ({
    ...range,
    start: range.start + by,
    end: range.end + by,
  });
  return {
    length,
    reach,
    segments: parsed.segments
      .filter(within)
      .map(
        (segment) =>
          new LateSegment(segment.start + by, segment.end + by, () =>
            segment.masks.map((value, index) => (index % 3 === 2 ? value : value + by)),
          ),
      ),
    marks: parsed.marks.filter(within).map(({ covers, ...mark }) => ({
      ...move(mark),
      ...(covers && covers.end + by <= length ? { covers: move(covers) } : {}),
    })),
    firstBlockEnd: parsed.firstBlockEnd + by,
    incident: false,
  };
}
