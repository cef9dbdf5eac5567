import { readIgnoreMark } from '../ignoreMark.js';
import { CODE, type IgnoreMark, type MaskKind, QUOTE, SPACE } from '../prose.js';
import { embeddedMasks, movedMasks } from './embedded.js';
import { tagKind } from './htmlTag.js';
import { inlineParser, type Node } from './markdownParser.js';
import { Mentions } from './mention.js';
import { plainInlineMasks } from './plainInline.js';
import { mayHaveAddress } from './plainMarks.js';

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
  const blank = filled(text.slice(from, to), own, from, ' ');
  const embedded = embeddedMasks(blank);
  // A letter, so that marks around it stay marks.
  const content = filled(blank, embedded, 0, 'x');
  const inline = new InlineMasks(content, from, [...own, ...movedMasks(embedded, from)]);
  inline.visit(inlineParser.parse(content).topNode, content.length);
  for (const { from: start, to: end } of inline.comments) {
    const mark = readIgnoreMark(content.slice(start, end), start + from, end + from);
    if (mark !== undefined) {
      marks.push(mark.kind === 'next' ? { ...mark, covers: { start: from, end: to } } : mark);
    }
  }
  return inline.masks;
}

/** A text with a letter in the place of everything that masks cover, which count from `from`. */
function filled(text: string, masks: readonly number[], from: number, letter: string): string {
  const parts: string[] = [];
  let last = 0;
  for (let at = 0; at < masks.length; at += 3) {
    const [start, end] = [(masks[at] ?? from) - from, (masks[at + 1] ?? from) - from];
    parts.push(text.slice(last, start), letter.repeat(end - start));
    last = end;
  }
  return last === 0 ? text : parts.join('') + text.slice(last);
}

/** Gathers the masks of a text that is a part of another one, in whose offsets they count. */
class InlineMasks {
  readonly masks: number[];
  readonly comments: Node[] = [];
  private readonly mentions: Mentions;

  constructor(
    private readonly text: string,
    private readonly from: number,
    masks: readonly number[],
  ) {
    this.masks = [...masks];
    this.mentions = new Mentions(text, 0);
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
      case 'Emphasis':
      case 'StrongEmphasis':
        if (this.mentions.has(from, to)) {
          this.add(from, to, QUOTE);
        }
        return false;
      case 'EmphasisMark':
        return isStarOfWord(this.text, from, to) || this.add(from, to, SPACE);
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

/** Whether a mark is all that hides letters of a word: `f**k`. Marks of one word that are two emphasise a part of it. */
function isStarOfWord(text: string, start: number, end: number): boolean {
  const before = /[A-Za-z*]*$/.exec(text.slice(Math.max(0, start - LONGEST_WORD), start))?.[0] ?? '';
  const after = /^[A-Za-z*]*/.exec(text.slice(end, end + LONGEST_WORD))?.[0] ?? '';
  return text.charAt(start) === '*' && /^[A-Za-z]+$/.test(before) && /^[A-Za-z]+$/.test(after);
}

const LONGEST_WORD = 16;
