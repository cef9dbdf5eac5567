import { readIgnoreMark } from '../ignoreMark.js';
import { type IgnoreMark, type Segment, SPACE } from '../prose.js';
import { blockMasks, parsedMasks } from './markdownInline.js';
import { blockParser, type Node } from './markdownParser.js';

/** What a parse found; offsets count from the start of the parsed text. */
export interface ParsedMarkdown {
  readonly segments: readonly Segment[];
  readonly marks: readonly IgnoreMark[];
  readonly firstBlockEnd: number;
}

/** Blocks whose text is prose. */
const TEXT_BLOCKS = /^(?:Paragraph|ATXHeading\d|SetextHeading\d|TableCell|Task)$/;
/** Blocks that hold other blocks. */
const CONTAINERS = /^(?:Document|BulletList|OrderedList|ListItem|Table|TableHeader|TableRow)$/;

/** Parses Markdown from a place where no block is open. */
export function parseMarkdown(text: string): ParsedMarkdown {
  const segments: Segment[] = [];
  const marks: IgnoreMark[] = [];
  const document = blockParser.parse(text).topNode;
  collect(document, text, segments, marks);
  return { segments, marks, firstBlockEnd: document.firstChild?.to ?? text.length };
}

/** Starts of the top-level blocks and of the items of top-level lists: a parse may begin anew at each of them. */
export function blockStarts(text: string): ReadonlySet<number> {
  const starts = new Set<number>();
  for (let block = blockParser.parse(text).topNode.firstChild; block !== null; block = block.nextSibling) {
    starts.add(block.from);
    if (block.name === 'BulletList' || block.name === 'OrderedList') {
      for (let item = block.firstChild; item !== null; item = item.nextSibling) {
        starts.add(item.from);
      }
    }
  }
  return starts;
}

function collect(block: Node, text: string, segments: Segment[], marks: IgnoreMark[]): void {
  for (let child = block.firstChild; child !== null; child = child.nextSibling) {
    if (TEXT_BLOCKS.test(child.name)) {
      segments.push(textSegment(child, text, marks));
    } else if (CONTAINERS.test(child.name)) {
      collect(child, text, segments, marks);
    } else if (child.name === 'CommentBlock') {
      addBlockMark(child, text, marks);
    }
  }
}

function addBlockMark(comment: Node, text: string, marks: IgnoreMark[]): void {
  const mark = readIgnoreMark(text.slice(comment.from, comment.to), comment.from, comment.to);
  if (mark === undefined) {
    return;
  }
  const next = mark.kind === 'next' ? nextBlock(comment) : null;
  marks.push(next === null ? mark : { ...mark, covers: { start: next.from, end: next.to } });
}

/** The block after this one: its neighbour, or that of the nearest list item or list around it that has one. */
function nextBlock(block: Node): Node | null {
  for (let at: Node | null = block; at !== null && at.name !== 'Document'; at = at.parent) {
    if (at.nextSibling !== null) {
      return at.nextSibling;
    }
  }
  return null;
}

/** A segment whose masks are found when someone asks for them: for most nobody does. */
export class LateSegment implements Segment {
  private found: readonly number[] | undefined;

  constructor(
    readonly start: number,
    readonly end: number,
    private readonly find: () => readonly number[],
  ) {}

  get masks(): readonly number[] {
    this.found ??= this.find();
    return this.found;
  }
}

function textSegment({ from, to, firstChild }: Node, text: string, marks: IgnoreMark[]): Segment {
  const own: number[] = [];
  for (let mark = firstChild; mark !== null; mark = mark.nextSibling) {
    own.push(mark.from, mark.to, SPACE);
  }
  const block = { text, from, to, own };
  return text.includes('<!--', from)
    ? { start: from, end: to, masks: parsedMasks(block, marks) }
    : new LateSegment(from, to, () => blockMasks(block));
}
