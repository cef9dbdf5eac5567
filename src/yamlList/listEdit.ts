import { commentLength, contentLength, lineStart, nextLine } from './layout.js';
import { itemsOfWhole, type ListFile } from './listFile.js';
import { updateList } from './listUpdate.js';
import { editMap, flowText, itemText, type MapChange, type Style, UnsupportedLayout } from './mapEdit.js';
import { commentsOf, parseText } from './parsing.js';
import { applyChange, sameValue } from './plainChange.js';
import { applyTextEdits, differenceOf, type TextEdit, type TextRange } from './textEdit.js';
import { entryAt, type Plain, plainOf, type Value } from './value.js';

/** The value of an item, with offsets into `text`, which starts at `base`: the block of the item, or the whole text. */
export interface ItemValue {
  readonly text: string;
  readonly base: number;
  readonly value: Value;
}

/** @returns `undefined` where the text is so broken that the item has no value. */
export function itemValue<T>(file: ListFile<T>, item: number): ItemValue | undefined {
  const text = file.frame ? (file.items[item]?.block ?? '') : file.text;
  const value = valueIn(file, text, item);
  return value && { text, base: file.baseOf(item), value };
}

function valueIn<T>(file: ListFile<T>, text: string, item: number): Value | undefined {
  return file.frame ? listItem(parseText(text).value, 0) : itemsOfWhole(text, file.kind)[item];
}

function mustBe(value: Value | undefined): Value {
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
  const found = itemValue(file, item);
  const value = mustBe(found?.value);
  const { text: before = '', base = 0 } = found ?? {};
  const style = styleOf(file);
  let text = before;
  let expected = plainOf(value);
  for (const change of changes) {
    const edit = editMap(text, mustBe(valueIn(file, text, item)), change, style);
    text = edit ? applyTextEdits(text, [edit]) : text;
    expected = applyChange(expected, change);
  }
  const removes = changes.some(({ kind }) => kind === 'remove');
  checkChange(file, item, before, text, expected, removes);
  const difference = differenceOf(before, text);
  return difference && moved(difference, base);
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
  if (parsed.problems.length > 0 || !sameValue(plainOf(mustBe(valueIn(file, after, item))), expected)) {
    throw new UnsupportedLayout('the change would not read as it was meant');
  }
  if (file.frame && (parsed.value.kind !== 'list' || parsed.value.items.length !== 1)) {
    throw new UnsupportedLayout('the change would reach out of its item');
  }
  if (!removes && commentsOf(before).join('\n') !== commentsOf(after).join('\n')) {
    throw new UnsupportedLayout('the change would lose a comment');
  }
  if (!file.frame && !sameOthers(file, item, before, after)) {
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
function commentAbove<T>({ frame, items }: ListFile<T>, item: number): number {
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
