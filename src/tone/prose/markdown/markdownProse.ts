import { FRONT_MATTER_LIMIT, opensFrontMatter, readFrontMatter } from '../frontMatter.js';
import { readIgnoreMark } from '../ignoreMark.js';
import { cutPoint, indentOf, isBlank, lineEnd, skipBlankLines } from '../lines.js';
import { CHUNK_LIMIT, type Chunk, emptyChunk, type IgnoreMark, type ProseReader, TO_THE_END } from '../prose.js';
import { embeddedBlockEnd } from './embedded.js';
import { htmlBlockEnd } from './htmlBlock.js';
import { parsedBlocks, tableRows } from './markdownBlocks.js';
import { markupMasks } from './markdownPiece.js';
import { parseMarkdown } from './markdownTree.js';
import { plainInlineMasks } from './plainInline.js';

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

/** Looks for the end of the front matter; without one, the opening line is a rule like any other. */
function firstChunk(text: string, from: number, complete: boolean): Chunk {
  const chunk = readFrontMatter(text, from);
  if (chunk !== undefined) {
    return chunk;
  }
  const { length, reach, segments, marks, firstBlockEnd, incident } = readBlock(text, from, complete);
  return { length, reach: Math.max(reach, FRONT_MATTER_LIMIT), segments, marks, firstBlockEnd, incident };
}

function readBlock(text: string, from: number, complete: boolean): Chunk {
  const start = skipBlankLines(text, from);
  if (start >= text.length) {
    return emptyChunk(text.length - from, TO_THE_END);
  }
  const codeEnd = fenceEnd(text, start) ?? htmlBlockEnd(text, start) ?? embeddedBlockEnd(text, start);
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

/** A block without prose (or a comment with a directive) and the blank lines after it. */
function blockChunk(text: string, from: number, start: number, end: number): Chunk {
  const next = skipBlankLines(text, end);
  const reach = next >= text.length ? TO_THE_END : next + 1 - from;
  const moved = commentMarks(text.slice(start, Math.min(end, start + 500))).map((mark) => ({
    ...mark,
    start: mark.start + start - from,
    end: mark.end + start - from,
  }));
  return { ...emptyChunk(next - from, reach, moved), firstBlockEnd: end - from };
}

/** The directives of a block that is a comment of HTML or MDX. */
function commentMarks(block: string): readonly IgnoreMark[] {
  if (block.startsWith('{/*')) {
    const mark = readIgnoreMark(block, 0, block.length);
    return mark === undefined ? [] : [mark];
  }
  return block.startsWith('<!--') ? parseMarkdown(block).marks : [];
}

/** The end of a fenced code block that starts on this line. */
function fenceEnd(text: string, start: number): number | undefined {
  const opening = /( {0,3})(`{3,}(?=[^`\n]*(?:\n|$))|~{3,})/y;
  opening.lastIndex = start;
  const fence = opening.exec(text)?.[2];
  if (fence === undefined) {
    return undefined;
  }
  const closing = /^ {0,3}(`{3,}|~{3,})[ \t]*\r?$/gm;
  closing.lastIndex = lineEnd(text, start);
  for (const { index, 1: marks } of text.matchAll(closing)) {
    if (marks?.startsWith(fence)) {
      return lineEnd(text, index);
    }
  }
  return text.length;
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

/** A paragraph of lines that begin with a word, or far in. */
function plainParagraph(text: string, from: number, start: number): Chunk | undefined {
  let end = start;
  while (end < text.length && end - start < CHUNK_LIMIT) {
    const next = lineEnd(text, end);
    if (isBlank(text, end, next)) {
      break;
    }
    if (!(startsWithWord(text, end) || (end > start && isFarIn(text, end))) || next - end > CHUNK_LIMIT) {
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
  return new OneSegment(next - from, reach, start - from, end - from, masks);
}

/** A paragraph. A long document has thousands, so that it is kept small. */
class OneSegment implements Chunk {
  constructor(
    readonly length: number,
    readonly reach: number,
    private readonly start: number,
    readonly firstBlockEnd: number,
    private readonly masks: readonly number[],
  ) {}

  get segments(): Chunk['segments'] {
    return [{ start: this.start, end: this.firstBlockEnd, masks: this.masks }];
  }

  get marks(): Chunk['marks'] {
    return noMarks;
  }

  get incident(): boolean {
    return false;
  }
}

const noMarks: Chunk['marks'] = [];

/** Whether a line is so far in that it goes on with the paragraph before it, whatever it begins with. */
function isFarIn(text: string, lineStart: number): boolean {
  return indentOf(text, lineStart).columns > 3;
}

/** Whether a line can be nothing but a paragraph's: no marker, no indented code, no row of a table. */
function startsWithWord(text: string, lineStart: number): boolean {
  const { columns, at } = indentOf(text, lineStart);
  if (columns > 3) {
    return false;
  }
  const code = text.charCodeAt(at);
  if (code >= 48 && code <= 57) {
    return !/^\d{1,9}[.)](?:\s|$)/.test(text.slice(at, at + 11));
  }
  const sign = text.charAt(at);
  if ('[~*_`:'.includes(sign)) {
    return /^(?:\[[^\]\n]{1,80}\](?!:)|~(?!~)|\*\*?[A-Za-z]|__?[A-Za-z]|``?(?!`)|:[A-Za-z])/.test(
      text.slice(at, at + 84),
    );
  }
  return !'#>-+=|<\\$'.includes(sign);
}
