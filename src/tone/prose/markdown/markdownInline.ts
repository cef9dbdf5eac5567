import { tagKind } from './htmlTag.js';
import { readIgnoreMark } from '../ignoreMark.js';
import { inlineParser, type Node } from './markdownParser.js';
import { plainInlineMasks } from './plainInline.js';
import { mayHaveAddress } from './plainMarks.js';
import { CODE, type IgnoreMark, type MaskKind, SPACE } from '../prose.js';

/** The text of one block. */
export interface TextBlock {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** What marks the block as such, as triples: the signs of a heading, the box of a task. */
  readonly own: readonly number[];
}

/** Triples for everything inline that is not the writer's words. */
export function blockMasks(block: TextBlock): readonly number[] {
  return plainMasks(block) ?? parsedMasks(block, []);
}

/** As far as it is certain that a parser finds the same. */
function plainMasks({ text, from, to, own }: TextBlock): readonly number[] | undefined {
  const content = text.slice(from, to);
  if (mayHaveAddress(content) || /\[\s*\]/.test(content)) {
    return undefined;
  }
  let start = from;
  let end = to;
  for (let at = 0; at < own.length; at += 3) {
    if (own[at] === from) {
      start = own[at + 1] ?? start;
    } else if (own[at + 1] === to) {
      end = own[at] ?? end;
    } else {
      return undefined;
    }
  }
  const masks = plainInlineMasks(text, start, end, 0);
  return masks === undefined || own.length === 0 ? masks : [...own, ...masks];
}

/** The same by the parser; puts ignore marks where it is told. An ignore mark within a text covers that whole text: its paragraph, heading or table cell. */
export function parsedMasks({ text, from, to, own }: TextBlock, marks: IgnoreMark[]): readonly number[] {
  let content = text.slice(from, to);
  for (let at = 0; at < own.length; at += 3) {
    const [start, end] = [(own[at] ?? from) - from, (own[at + 1] ?? from) - from];
    content = content.slice(0, start) + ' '.repeat(end - start) + content.slice(end);
  }
  const inline = new InlineMasks(content, from, own);
  inline.visit(inlineParser.parse(content).topNode, content.length);
  for (const { from: start, to: end } of inline.comments) {
    const mark = readIgnoreMark(content.slice(start, end), start + from, end + from);
    if (mark !== undefined) {
      marks.push(mark.kind === 'next' ? { ...mark, covers: { start: from, end: to } } : mark);
    }
  }
  return inline.masks;
}

/** Gathers the masks of a text that is a part of another one, in whose offsets they count. */
class InlineMasks {
  readonly masks: number[];
  readonly comments: Node[] = [];

  constructor(
    private readonly text: string,
    private readonly from: number,
    masks: readonly number[],
  ) {
    this.masks = [...masks];
  }

  /** @param limit children from there on are passed over. */
  visit(parent: Node, limit: number): void {
    for (let child = parent.firstChild; child !== null && child.from < limit; child = child.nextSibling) {
      if (!this.mask(child)) {
        this.visit(child, child.name === 'Link' ? this.maskLink(child) : child.to);
      }
    }
  }

  private add(start: number, end: number, kind: MaskKind): true {
    this.masks.push(start + this.from, end + this.from, kind);
    return true;
  }

  /** @returns whether the node is dealt with, its children included. */
  private mask(node: Node): boolean {
    const { name, from, to } = node;
    switch (name) {
      case 'InlineCode':
      case 'Image':
      case 'URL':
      case 'Autolink':
        return this.add(from, to, CODE);
      case 'HTMLTag':
        return this.add(from, to, tagKind(this.text, from));
      case 'Escape':
        return this.add(from, from + 1, SPACE);
      case 'Comment':
        this.comments.push(node);
        return this.add(from, to, SPACE);
      case 'Entity':
      case 'ProcessingInstruction':
      case 'HardBreak':
        return this.add(from, to, SPACE);
      default:
        return name.endsWith('Mark') && this.add(from, to, SPACE);
    }
  }

  /**
   * The words of a link stay, its brackets and target go; a footnote's mark goes as a whole.
   * @returns where the words end.
   */
  private maskLink(link: Node): number {
    if (this.text.startsWith('[^', link.from)) {
      this.add(link.from, link.to, SPACE);
      return link.from;
    }
    for (let child = link.firstChild; child !== null; child = child.nextSibling) {
      if (child.name === 'LinkMark' && child.from > link.from) {
        this.add(child.from, link.to, SPACE);
        return child.from;
      }
    }
    return link.to;
  }
}
