import { parser as commonmark, GFM, type MarkdownConfig } from '@lezer/markdown';
import { readIgnoreMark } from './ignoreMark.js';
import { CODE, type IgnoreMark, type Segment, SPACE } from './prose.js';

/** A line below a quote that has no mark of its own is an answer, though Markdown shows it as part of the quote: people write so, and the words are theirs. */
const answers: MarkdownConfig = {
  parseBlock: [
    {
      name: 'Answer',
      endLeaf: (context, { text, basePos }) =>
        context.parentType().name === 'Blockquote' && !text.slice(0, basePos).includes('>'),
    },
  ],
};
const parser = commonmark.configure([GFM, answers]);

type Node = ReturnType<ReturnType<typeof parser.parse>['cursor']>['node'];

/** What a parse found; offsets count from the start of the parsed text. */
export interface ParsedMarkdown {
  readonly segments: readonly Segment[];
  readonly marks: readonly IgnoreMark[];
  /** Starts of the top-level blocks and of the items of top-level lists: a parse may begin anew at each of them. */
  readonly starts: ReadonlySet<number>;
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
  const starts = new Set<number>();
  const document = parser.parse(text).topNode;
  for (let block = document.firstChild; block !== null; block = block.nextSibling) {
    starts.add(block.from);
    if (block.name === 'BulletList' || block.name === 'OrderedList') {
      for (let item = block.firstChild; item !== null; item = item.nextSibling) {
        starts.add(item.from);
      }
    }
  }
  collect(document, text, segments, marks);
  return { segments, marks, starts, firstBlockEnd: document.firstChild?.to ?? text.length };
}

function collect(block: Node, text: string, segments: Segment[], marks: IgnoreMark[]): void {
  for (let child = block.firstChild; child !== null; child = child.nextSibling) {
    if (TEXT_BLOCKS.test(child.name)) {
      segments.push({ start: child.from, end: child.to, masks: inlineMasks(child, text, marks) });
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

/** Triples for everything inline that is not the writer's words. */
function inlineMasks(block: Node, text: string, marks: IgnoreMark[]): number[] {
  const masks: number[] = [];
  const visit = (parent: Node, limit: number): void => {
    for (let child = parent.firstChild; child !== null && child.from < limit; child = child.nextSibling) {
      if (child.name === 'Comment') {
        masks.push(child.from, child.to, SPACE);
        addInlineMark(child, block, text, marks);
      } else if (!maskInline(child, text, masks)) {
        visit(child, child.name === 'Link' ? maskLink(child, text, masks) : child.to);
      }
    }
  };
  visit(block, block.to);
  return masks;
}

/** An ignore mark within a text covers that whole text: its paragraph, heading or table cell. */
function addInlineMark(comment: Node, block: Node, text: string, marks: IgnoreMark[]): void {
  const mark = readIgnoreMark(text.slice(comment.from, comment.to), comment.from, comment.to);
  if (mark !== undefined) {
    marks.push(mark.kind === 'next' ? { ...mark, covers: { start: block.from, end: block.to } } : mark);
  }
}

/** @returns whether the node is dealt with, its children included. */
function maskInline(node: Node, text: string, masks: number[]): boolean {
  switch (node.name) {
    case 'InlineCode':
    case 'Image':
    case 'URL':
    case 'Autolink':
      masks.push(node.from, node.to, CODE);
      return true;
    case 'HTMLTag':
      masks.push(node.from, node.to, isTypeArgument(node, text) ? CODE : SPACE);
      return true;
    case 'Escape':
      masks.push(node.from, node.from + 1, SPACE);
      return true;
    case 'Entity':
    case 'ProcessingInstruction':
    case 'HardBreak':
      masks.push(node.from, node.to, SPACE);
      return true;
    default:
      if (/Mark(?:er)?$/.test(node.name)) {
        masks.push(node.from, node.to, SPACE);
        return true;
      }
      return false;
  }
}

/** `Map<String>`: a tag that HTML does not know, right behind a word. */
function isTypeArgument(tag: Node, text: string): boolean {
  const known =
    /^<\/?(?:a|abbr|b|big|br|center|cite|code|del|details|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|samp|small|span|strike|strong|sub|summary|sup|t[dhrt]|table|u|ul|var)\b/i;
  return /\w/.test(text.charAt(tag.from - 1)) && !known.test(text.slice(tag.from, tag.from + 12));
}

/**
 * The words of a link stay, its brackets and target go; a footnote's mark goes as a whole.
 * @returns where the words end.
 */
function maskLink(link: Node, text: string, masks: number[]): number {
  if (text.startsWith('[^', link.from)) {
    masks.push(link.from, link.to, SPACE);
    return link.from;
  }
  for (let child = link.firstChild; child !== null; child = child.nextSibling) {
    if (child.name === 'LinkMark' && child.from > link.from) {
      masks.push(child.from, link.to, SPACE);
      return child.from;
    }
  }
  return link.to;
}
