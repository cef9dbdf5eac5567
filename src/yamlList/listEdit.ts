import { lineStart, nextLine } from './layout.js';
import type { ListFile } from './listFile.js';
import { commentAbove, ownLines, styleOf } from './listStyle.js';
import { updateList } from './listUpdate.js';
import { UnsupportedLayout } from './mapEdit.js';
import { parseText } from './parsing.js';
import type { TextEdit } from './textEdit.js';
import { entryAt, type Plain, type Value } from './value.js';
import { flowText, itemText, type Style } from './yamlText.js';

/**
 * Puts a new item before another one; before `undefined`, at the end.
 * @throws {UnsupportedLayout}
 */
export function addItem<T>(file: ListFile<T>, value: Plain, before: number | undefined): TextEdit {
  const { frame } = file;
  if (!frame) {
    return addWithoutFrame(file, value);
  }
  const style = styleOf(file);
  if (frame.indent < 0) {
    const lines = itemText(value, 2, style) + style.lineEnd;
    const open = frame.head[frame.listStart - 1] === '\n' ? '' : style.lineEnd;
    return { range: { start: frame.listStart, end: frame.listStart }, newText: open + lines };
  }
  return insertItem(file, itemText(value, frame.indent, style, gapOf(file)) + style.lineEnd, before);
}

/** How far the first key stands from its dash. */
function gapOf<T>({ frame, items }: ListFile<T>): number {
  const spaces = /^-([ ]+)[^\s#]/.exec(items[0]?.block.slice(frame?.indent ?? 0, 20) ?? '')?.[1];
  return (spaces?.length ?? 1) + 1;
}

/** Lines of an item, ending with a line end, before another item or at the end of the list; blank lines as they are between the others. */
function insertItem<T>(file: ListFile<T>, lines: string, before: number | undefined): TextEdit {
  const count = file.items.length;
  const { lineEnd } = styleOf(file);
  const blank = isSpaced(file) ? lineEnd : '';
  if (before !== undefined && before < count) {
    const { start } = ownLines(file, before);
    return { range: { start, end: start }, newText: lines + blank };
  }
  const { end } = ownLines(file, count - 1);
  const closed = file.items[count - 1]?.block.slice(0, end - file.baseOf(count - 1)).endsWith('\n') === true;
  const newText = closed ? blank + lines : lineEnd + blank + lines.slice(0, -lineEnd.length);
  return { range: { start: end, end }, newText };
}

/** Whether items stand apart by blank lines: so it is in new files, because it keeps the changes of two branches apart. */
function isSpaced<T>(file: ListFile<T>): boolean {
  const [first, second] = file.items;
  if (!first || !second) {
    return true;
  }
  const above = first.block.slice(0, first.block.length - commentAbove(file, 1));
  return above.slice(lineStart(above, above.length - 1)).trim() === '';
}

/** A text without the list, an empty list in brackets, or a list that is all in brackets. */
function addWithoutFrame<T>(file: ListFile<T>, value: Plain): TextEdit {
  const style = styleOf(file);
  const { text } = file;
  const { value: root } = parseText(text);
  const entry = entryAt(root, file.kind.listKey);
  const lines = itemText(value, 2, style);
  if (!entry) {
    return addList(file, root, lines, style);
  }
  const { value: list } = entry;
  if (list.kind !== 'list' || !list.flow || list.anchored) {
    throw new UnsupportedLayout('list');
  }
  const last = list.items.at(-1);
  if (last) {
    return { range: { start: last.end, end: last.end }, newText: `, ${flowText(value, style)}` };
  }
  const end = nextLine(text, list.end);
  const colon = text.lastIndexOf(':', list.start) + 1;
  const rest = text.slice(list.end, end).trimEnd();
  return { range: { start: colon, end }, newText: rest + style.lineEnd + lines + style.lineEnd };
}

function addList<T>({ text, kind }: ListFile<T>, root: Value, lines: string, { lineEnd }: Style): TextEdit {
  if (root.kind !== 'map' && !(root.kind === 'text' && root.text === '')) {
    throw new UnsupportedLayout('no map');
  }
  if (root.kind === 'map' && (root.flow || /^(?:\.\.\.|---)/m.test(text.slice(root.end)))) {
    throw new UnsupportedLayout('in braces');
  }
  const open = text === '' || text === '\ufeff' || text.endsWith('\n') ? '' : lineEnd;
  const version = root.kind === 'map' ? '' : `version: ${kind.version}${lineEnd}`;
  const newText = `${open}${version}${kind.listKey}:${lineEnd}${lines}${lineEnd}`;
  return { range: { start: text.length, end: text.length }, newText };
}

/**
 * Takes an item out, with the comment right above it and one of the blank lines around it.
 * @throws {UnsupportedLayout}
 */
export function removeItem<T>(file: ListFile<T>, item: number): TextEdit {
  const { frame, items } = file;
  const own = ownLines(file, item);
  const block = items[item]?.block ?? '';
  const base = file.baseOf(item);
  const isLast = item + 1 >= items.length;
  const next = base + block.length - (isLast ? 0 : commentAbove(file, item + 1));
  if (!isLast && block.slice(own.end - base, next - base).trim() === '') {
    return { range: { start: own.start, end: next }, newText: '' };
  }
  const previousEnd = item > 0 ? ownLines(file, item - 1).end : (frame?.listStart ?? own.start);
  const between =
    item > 0
      ? (items[item - 1]?.block.slice(previousEnd - file.baseOf(item - 1)) ?? '')
      : (frame?.head.slice(previousEnd) ?? '');
  const apart = between.slice(0, between.length - (base - own.start)).trim() === '';
  return { range: { start: apart ? previousEnd : own.start, end: own.end }, newText: '' };
}

/**
 * Puts an item before another one, comment and all.
 * @throws {UnsupportedLayout}
 */
export function moveItem<T>(file: ListFile<T>, item: number, before: number | undefined): readonly TextEdit[] {
  const count = file.items.length;
  const target = before === undefined || before >= count ? count : before;
  if (target === item || target === item + 1) {
    return [];
  }
  const own = ownLines(file, item);
  const base = file.baseOf(item);
  const comment = (file.items[item - 1]?.block ?? file.frame?.head ?? '').slice(
    own.start - base || Number.MAX_SAFE_INTEGER,
  );
  const lines = comment + (file.items[item]?.block.slice(0, own.end - base) ?? '');
  const closed = lines.endsWith('\n') ? lines : lines + styleOf(file).lineEnd;
  return [removeItem(file, item), insertItem(file, closed, target === count ? undefined : target)];
}

/** The file after edits, with all that was not concerned the same as before. */
export function afterEdits<T>(file: ListFile<T>, edits: readonly TextEdit[]): ListFile<T> {
  // From the back, so that the offsets of the others stay true.
  const ordered = [...edits].sort((a, b) => b.range.start - a.range.start || b.range.end - a.range.end);
  return ordered.reduce((after, edit) => updateList(after, undefined, edit), file);
}
