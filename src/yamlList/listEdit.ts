import { lineStart, nextLine, ownLines } from './layout.js';
import { itemsOfWhole, type ListFile } from './listFile.js';
import { updateList } from './listUpdate.js';
import { editMap, flowText, itemText, type MapChange, type Style, UnsupportedLayout } from './mapEdit.js';
import { commentsOf, parseText } from './parsing.js';
import { applyChange, sameValue } from './plainChange.js';
import { applyTextEdits, differenceOf, type TextEdit } from './textEdit.js';
import { entryAt, type Plain, plainOf, type Value } from './value.js';

/** The text that an item stands in, and where that text starts in the file. */
interface Host {
  readonly text: string;
  readonly base: number;
}

/** The value of an item, with offsets into {@link Host.text}. */
export function itemValue<T>(file: ListFile<T>, item: number): { readonly host: Host; readonly value: Value } {
  const host = hostOf(file, item);
  return { host, value: valueIn(file, host.text, item) };
}

function hostOf<T>(file: ListFile<T>, item: number): Host {
  const base = file.layout?.starts[item];
  return base === undefined
    ? { text: file.text, base: 0 }
    : { text: file.text.slice(base, file.layout?.starts[item + 1]), base };
}

function valueIn<T>(file: ListFile<T>, text: string, item: number): Value {
  const value = file.layout ? listItem(parseText(text).value, 0) : itemsOfWhole(text, file.kind)[item];
  if (!value) {
    throw new UnsupportedLayout('no such item');
  }
  return value;
}

function listItem(value: Value, index: number): Value | undefined {
  return value.kind === 'list' ? value.items[index] : undefined;
}

/**
 * The edit that makes changes to one item, and touches nothing else: what it reads as afterwards is compared with what was meant.
 * @throws {UnsupportedLayout} when there is no safe way.
 */
export function changeItem<T>(file: ListFile<T>, item: number, changes: readonly MapChange[]): TextEdit | undefined {
  const { host, value } = itemValue(file, item);
  const style = styleOf(file);
  let { text } = host;
  let expected = plainOf(value);
  for (const change of changes) {
    const edit = editMap(text, valueIn(file, text, item), change, style);
    text = edit ? applyTextEdits(text, [edit]) : text;
    expected = applyChange(expected, change);
  }
  const removes = changes.some(({ kind }) => kind === 'remove');
  checkChange(file, item, host.text, text, expected, removes);
  const difference = differenceOf(host.text, text);
  return difference && moved(difference, host.base);
}

function moved({ range, newText }: TextEdit, by: number): TextEdit {
  return { range: { start: range.start + by, end: range.end + by }, newText };
}

function checkChange<T>(
  file: ListFile<T>,
  item: number,
  before: string,
  after: string,
  expected: Plain,
  removes: boolean,
): void {
  const parsed = parseText(after);
  if (parsed.problems.length > 0 || !sameValue(plainOf(valueIn(file, after, item)), expected)) {
    throw new UnsupportedLayout('the change would not read as it was meant');
  }
  if (file.layout && (parsed.value.kind !== 'list' || parsed.value.items.length !== 1)) {
    throw new UnsupportedLayout('the change would reach out of its item');
  }
  if (!removes && commentsOf(before).join('\n') !== commentsOf(after).join('\n')) {
    throw new UnsupportedLayout('the change would lose a comment');
  }
  if (!file.layout && !sameOthers(file, item, before, after)) {
    throw new UnsupportedLayout('the change would reach out of its item');
  }
}

function sameOthers<T>(file: ListFile<T>, item: number, before: string, after: string): boolean {
  const others = (text: string): Plain =>
    itemsOfWhole(text, file.kind).map((value, index) => (index === item ? '' : plainOf(value)));
  return sameValue(others(before), others(after));
}

/** How a file is written, so that what is added looks like what is there. */
export function styleOf<T>(file: ListFile<T>): Style {
  const firstLine = file.text.indexOf('\n');
  const lineEnd = firstLine > 0 && file.text[firstLine - 1] === '\r' ? '\r\n' : '\n';
  const indent = file.layout?.indent ?? -1;
  return { lineEnd, listIndent: indent < 0 ? 2 : Math.min(indent, 4), keyOrder: file.kind.keyOrder };
}

/**
 * Puts a new item before another one; before `undefined`, at the end.
 * @throws {UnsupportedLayout}
 */
export function addItem<T>(file: ListFile<T>, value: Plain, before: number | undefined): TextEdit {
  const { layout } = file;
  if (!layout) {
    return addWithoutLayout(file, value);
  }
  const style = styleOf(file);
  if (layout.indent < 0) {
    return firstItem(file, layout.listStart, itemText(value, 2, style) + style.lineEnd, style);
  }
  const text = itemText(value, layout.indent, style, gapOf(file)) + style.lineEnd;
  return insertItem(file, text, before);
}

/** How far the first key stands from its dash. */
function gapOf<T>(file: ListFile<T>): number {
  const start = (file.layout?.starts[0] ?? 0) + (file.layout?.indent ?? 0);
  const gap = /^-([ ]+)[^\s#]/.exec(file.text.slice(start, start + 12))?.[1]?.length ?? 1;
  return gap + 1;
}

function firstItem<T>(file: ListFile<T>, at: number, text: string, { lineEnd }: Style): TextEdit {
  const open = at > 0 && file.text[at - 1] !== '\n' ? lineEnd : '';
  return { range: { start: at, end: at }, newText: open + text };
}

/** Lines of an item, ending with a line end, before another item or at the end of the list; blank lines as they are between the others. */
function insertItem<T>(file: ListFile<T>, lines: string, before: number | undefined): TextEdit {
  const { layout, text } = file;
  const count = file.items.length;
  if (!layout) {
    throw new UnsupportedLayout('no layout');
  }
  const { lineEnd } = styleOf(file);
  const blank = spaced(file) ? lineEnd : '';
  if (before !== undefined && before < count) {
    const { start } = ownLines(text, layout, before);
    return { range: { start, end: start }, newText: lines + blank };
  }
  const { end } = ownLines(text, layout, count - 1);
  const open = text[end - 1] === '\n' ? '' : lineEnd;
  return { range: { start: end, end }, newText: open + blank + (open ? lines.slice(0, -lineEnd.length) : lines) };
}

/** Whether items stand apart by blank lines: so it is in new files, because it keeps the changes of two branches apart. */
function spaced<T>({ layout, text }: ListFile<T>): boolean {
  const second = layout && layout.starts.length > 2 ? layout.starts[1] : undefined;
  if (!layout || second === undefined) {
    return true;
  }
  const own = ownLines(text, layout, 1);
  return text.slice(lineStart(text, own.start - 1), own.start).trim() === '';
}

/** A text without the list, an empty list in brackets, or a list that is all in brackets. */
function addWithoutLayout<T>(file: ListFile<T>, value: Plain): TextEdit {
  const style = styleOf(file);
  const { value: root } = parseText(file.text);
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
  const end = nextLine(file.text, list.end);
  const rest = file.text.slice(list.end, end);
  const colon = file.text.lastIndexOf(':', list.start) + 1;
  return { range: { start: colon, end }, newText: rest.trimEnd() + style.lineEnd + lines + style.lineEnd };
}

function addList<T>({ text, kind }: ListFile<T>, root: Value, lines: string, { lineEnd }: Style): TextEdit {
  if (root.kind !== 'map' && !(root.kind === 'text' && root.text === '')) {
    throw new UnsupportedLayout('no map');
  }
  if (root.kind === 'map' && (root.flow || /^(?:\.\.\.|---)/m.test(text.slice(root.end)))) {
    throw new UnsupportedLayout('in braces');
  }
  const version = root.kind === 'map' && entryAt(root, 'version') ? '' : `version: ${kind.version}${lineEnd}`;
  const open = text === '' || text === '\ufeff' || text.endsWith('\n') ? '' : lineEnd;
  const newText = `${open}${root.kind === 'map' ? '' : version}${kind.listKey}:${lineEnd}${lines}${lineEnd}`;
  return { range: { start: text.length, end: text.length }, newText };
}

/**
 * Takes an item out, with the comment right above it and one of the blank lines around it.
 * @throws {UnsupportedLayout}
 */
export function removeItem<T>(file: ListFile<T>, item: number): TextEdit {
  const { layout, text } = file;
  if (!layout) {
    throw new UnsupportedLayout('in brackets');
  }
  const own = ownLines(text, layout, item);
  const next = item + 1 < file.items.length ? ownLines(text, layout, item + 1).start : undefined;
  if (next !== undefined && text.slice(own.end, next).trim() === '') {
    return { range: { start: own.start, end: next }, newText: '' };
  }
  const previousEnd = item > 0 ? ownLines(text, layout, item - 1).end : layout.listStart;
  const apart = text.slice(previousEnd, own.start).trim() === '';
  return { range: { start: apart ? previousEnd : own.start, end: own.end }, newText: '' };
}

/**
 * Puts an item before another one, comment and all.
 * @throws {UnsupportedLayout}
 */
export function moveItem<T>(file: ListFile<T>, item: number, before: number | undefined): readonly TextEdit[] {
  const { layout, text } = file;
  const count = file.items.length;
  const target = before === undefined || before >= count ? count : before;
  if (!layout || item < 0 || item >= count) {
    throw new UnsupportedLayout('in brackets');
  }
  if (target === item || target === item + 1) {
    return [];
  }
  const own = ownLines(text, layout, item);
  const lines = text.slice(own.start, own.end);
  const closed = lines.endsWith('\n') ? lines : lines + styleOf(file).lineEnd;
  return [removeItem(file, item), insertItem(file, closed, target === count ? undefined : target)];
}

/** The file after edits, with all that was not concerned the same as before. */
export function afterEdits<T>(file: ListFile<T>, edits: readonly TextEdit[]): ListFile<T> {
  const text = applyTextEdits(file.text, edits);
  const [only] = edits;
  return updateList(file, text, edits.length === 1 ? only : undefined);
}
