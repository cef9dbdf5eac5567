import { itemsOfWhole, type ListFile } from './listFile.js';
import { styleOf } from './listStyle.js';
import { editMap, type MapChange, UnsupportedLayout } from './mapEdit.js';
import { commentsOf, parseText } from './parsing.js';
import { applyChange, sameValue } from './plainChange.js';
import { applyTextEdits, differenceOf, type TextEdit } from './textEdit.js';
import { type Plain, plainOf, type Value } from './value.js';
import type { Style } from './yamlText.js';

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
  const { text, expected } = applyChanges(before, value, changes, styleOf(file), (after) =>
    mustBe(valueIn(file, after, item)),
  );
  const removes = changes.some(({ kind }) => kind === 'remove');
  checkChange(file, item, before, text, expected, removes);
  const difference = differenceOf(before, text);
  return difference && moved(difference, base);
}

function applyChanges(
  before: string,
  value: Value,
  changes: readonly MapChange[],
  style: Style,
  locate: (text: string) => Value,
): { text: string; expected: Plain } {
  let text = before;
  let expected = plainOf(value);
  for (const change of changes) {
    const edit = editMap(text, locate(text), change, style);
    text = edit ? applyTextEdits(text, [edit]) : text;
    expected = applyChange(expected, change);
  }
  return { text, expected };
}

/** The text of one item with changes made to it; `undefined` when there is no safe way. */
export function applyItemChanges(before: string, changes: readonly MapChange[], style: Style): string | undefined {
  const locate = (text: string): Value => mustBe(listItem(parseText(text).value, 0));
  try {
    const { text, expected } = applyChanges(before, locate(before), changes, style, locate);
    const parsed = parseText(text);
    return parsed.problems.length === 0 && sameValue(plainOf(locate(text)), expected) ? text : undefined;
  } catch (error) {
    if (error instanceof UnsupportedLayout) {
      return undefined;
    }
    throw error;
  }
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
