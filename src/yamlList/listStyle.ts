import { commentLength, contentLength } from './layout.js';
import type { ListFile } from './listFile.js';
import { UnsupportedLayout } from './mapEdit.js';
import type { TextRange } from './textEdit.js';
import type { Style } from './yamlText.js';

/** How a file is written, so that what is added looks like what is there. */
export function styleOf<T>(file: ListFile<T>): Style {
  const top = file.frame?.head ?? file.text;
  const lineEnd = top[top.indexOf('\n') - 1] === '\r' ? '\r\n' : '\n';
  const indent = file.frame?.indent ?? -1;
  return { lineEnd, listIndent: indent < 0 ? 2 : Math.min(indent, 4), keyOrder: file.kind.keyOrder };
}

/** The lines of an item that go with it when it moves: those from its comment right above to its last, with their line ends. */
export function ownLines<T>(file: ListFile<T>, item: number): TextRange {
  const { frame, items } = file;
  if (!frame) {
    throw new UnsupportedLayout('in brackets');
  }
  const start = frame.starts[item] ?? 0;
  const end = start + contentLength(items[item]?.block ?? '', frame.indent);
  return { start: start - commentAbove(file, item), end };
}

/** A comment right above an item is about it, but one right below the key of the list is about the list. */
export function commentAbove<T>({ frame, items }: ListFile<T>, item: number): number {
  if (!frame) {
    return 0;
  }
  const above = items[item - 1]?.block;
  if (above !== undefined) {
    return commentLength(above, contentLength(above, frame.indent), frame.indent);
  }
  const length = commentLength(frame.head, frame.listStart, frame.indent);
  return length === frame.head.length - frame.listStart ? 0 : length;
}
