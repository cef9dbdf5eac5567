import { type ListFile, type ListKind, readList, refusalOf } from './listFile.js';
import { ownLines, styleOf } from './listStyle.js';
import { drain } from './listUpdate.js';
import type { Style } from './yamlText.js';

/** One item of a list, taken apart from what stands around it. */
export interface Segment {
  readonly id: string;
  /** The comment right above it and its lines, with a line end. */
  readonly own: string;
  /** Blank lines and comments up to the next one. */
  readonly gap: string;
}

/** A list in pieces: put together again, they are the text, but for a line end that the last line may have lacked. */
export interface Segments {
  readonly head: string;
  readonly items: readonly Segment[];
  readonly foot: string;
  readonly style: Style;
}

/** @returns `undefined` for a list that cannot be taken apart safely: broken, in an unusual layout, or with ids that are not unique. */
export function segmentsOf<T>(text: string, kind: ListKind<T>): Segments | undefined {
  const file = drain(readList(text, kind));
  const ids = new Set(file.items.map(({ id }) => id));
  if (refusalOf(file) || ids.has('') || ids.size !== file.items.length) {
    return undefined;
  }
  if (!file.frame) {
    // An empty list in brackets is a list all the same.
    return file.items.length === 0 ? { head: text, items: [], foot: '', style: styleOf(file) } : undefined;
  }
  return cut(file, file.frame.head, file.frame.foot);
}

function cut<T>(file: ListFile<T>, head: string, foot: string): Segments {
  const style = styleOf(file);
  const { text } = file;
  const places = file.items.map((_, item) => ownLines(file, item));
  const bottom = text.length - foot.length;
  const items = file.items.map(({ id }, item): Segment => {
    const { start, end } = places[item] ?? { start: 0, end: 0 };
    const own = text.slice(start, end);
    const closed = own.endsWith('\n') ? own : own + style.lineEnd;
    return { id, own: closed, gap: text.slice(end, places[item + 1]?.start ?? bottom) };
  });
  return { head: text.slice(0, places[0]?.start ?? head.length), items, foot, style };
}

export function joinSegments({ head, items, foot }: Segments): string {
  return head + items.map(({ own, gap }) => own + gap).join('') + foot;
}
