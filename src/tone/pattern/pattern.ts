import { anchors, bounds, gaps, type PatternText, type Piece, pieces } from './patternText.js';
import type { WordList } from './wordList.js';
import { compileTest, isClosed, type Test } from './wordTest.js';

/** A pattern as a chain; `next` is undefined at its end. */
export type Node =
  | {
      readonly kind: 'word';
      readonly test: Test;
      readonly min: number;
      readonly max: number;
      readonly next: Node | undefined;
    }
  | { readonly kind: 'gap'; readonly max: number; readonly commas: boolean; readonly next: Node | undefined }
  | { readonly kind: 'either'; readonly options: readonly (Node | undefined)[]; readonly next: undefined }
  | { readonly kind: 'comma' | 'start' | 'end'; readonly next: Node | undefined }
  | { readonly kind: 'mark'; readonly name: string; readonly next: Node | undefined };

/** A pattern; its chain is built for the first sentence that may match it, which most patterns never meet. */
export class Pattern {
  private chain: Node | undefined;
  private begin: { readonly lists: readonly WordList[] | undefined } | undefined;

  constructor(readonly source: PatternText) {}

  get head(): Node | undefined {
    this.chain ??= chainOf(pieces(this.source));
    return this.chain;
  }

  /** The words with which it begins; `undefined` where it may begin with any. */
  get openings(): readonly WordList[] | undefined {
    if (this.begin === undefined) {
      this.begin = { lists: openingsOf(this.head) };
    }
    return this.begin.lists;
  }
}

/** What the first word of a chain can be, if it is one of certain words. */
function openingsOf(node: Node | undefined): readonly WordList[] | undefined {
  switch (node?.kind) {
    case 'word': {
      const rest = node.min === 0 ? openingsOf(node.next) : [];
      return isClosed(node.test) && rest !== undefined ? [...node.test.lists, ...rest] : undefined;
    }
    case 'either': {
      const each = node.options.map(openingsOf);
      return each.includes(undefined) ? undefined : joined(each.flatMap((lists) => lists ?? []));
    }
    case 'comma':
    case 'start':
    case 'mark':
      return openingsOf(node.next);
    default:
      return undefined;
  }
}

/** Short lists made one, so that a word is looked up in few. */
function joined(lists: readonly WordList[]): readonly WordList[] {
  const long = lists.filter((list) => list.size > 30);
  const short = lists.filter((list) => list.size <= 30);
  return [...new Set(long), new Set(short.flatMap((list) => [...list]))];
}

function compileStep(text: string, next: Node | undefined): Node {
  const gap = gaps[text];
  if (gap !== undefined) {
    return { kind: 'gap', ...gap, next };
  }
  const anchor = anchors[text];
  if (anchor !== undefined) {
    return { kind: anchor, next };
  }
  if (text.startsWith('=')) {
    return { kind: 'mark', name: text.slice(1), next };
  }
  const bound = text.length > 1 ? bounds[text.slice(-1)] : undefined;
  const [min, max] = bound ?? [1, 1];
  return { kind: 'word', test: compileTest(bound === undefined ? text : text.slice(0, -1)), min, max, next };
}

function chain(steps: readonly string[], next: Node | undefined): Node | undefined {
  return steps.reduceRight<Node | undefined>((rest, step) => compileStep(step, rest), next);
}

function chainOf(parts: readonly Piece[]): Node | undefined {
  let head: Node | undefined;
  for (const piece of [...parts].reverse()) {
    if ('step' in piece) {
      head = compileStep(piece.step, head);
    } else {
      const after = head;
      const options = piece.options.map((option) => chain(option, after));
      head = { kind: 'either', options: piece.optional ? [...options, after] : options, next: undefined };
    }
  }
  return head;
}
