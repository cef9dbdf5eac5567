import { itemValue } from './itemChange.js';
import { contentLength } from './layout.js';
import type { ListFile } from './listFile.js';
import { blockAt } from './listUpdate.js';
import type { TextRange } from './textEdit.js';
import type { Value } from './value.js';

/** Where an item stands in the text. */
export interface ItemPlace {
  /** From the `-` to the end of its last line. */
  readonly item: TextRange;
  /** By path, `promise` or `ending.agreed-with` or `notes.0.text`: the key and its value. Items of a list have their value as key. */
  readonly fields: ReadonlyMap<string, FieldPlace>;
}

export interface FieldPlace {
  readonly key: TextRange;
  /** Empty, right behind the key, when nothing is written. */
  readonly value: TextRange;
}

/** The lines of an item, without its comment above: quick, whatever the size of the file. */
export function itemRange<T>(file: ListFile<T>, item: number): TextRange {
  const { frame, items } = file;
  const block = items[item]?.block;
  if (!frame || block === undefined) {
    const { start, end } = file.ranges[item] ?? { start: 0, end: 0 };
    return { start, end };
  }
  const base = file.baseOf(item);
  const length = block.slice(0, contentLength(block, frame.indent)).trimEnd().length;
  return { start: base + frame.indent, end: base + Math.max(length, frame.indent) };
}

/** The place in the list of the item at an offset, or -1. An item reaches up to the next one. */
export function itemAtOffset<T>(file: ListFile<T>, offset: number): number {
  if (!file.frame) {
    return file.ranges.findIndex(({ start, end }) => start <= offset && offset <= end);
  }
  const item = blockAt(file.frame.starts, offset);
  return item < file.items.length ? item : -1;
}

export function placeOfItem<T>(file: ListFile<T>, item: number): ItemPlace {
  const fields = new Map<string, FieldPlace>();
  const found = itemValue(file, item);
  if (found) {
    collect(found.value, '', found.base, fields);
  }
  return { item: itemRange(file, item), fields };
}

function collect(value: Value, path: string, base: number, fields: Map<string, FieldPlace>): void {
  if (value.kind === 'map') {
    for (const { key, keyStart, keyEnd, value: inner } of value.entries) {
      const name = path + key;
      if (!fields.has(name)) {
        fields.set(name, { key: shifted({ start: keyStart, end: keyEnd }, base), value: shifted(inner, base) });
        collect(inner, `${name}.`, base, fields);
      }
    }
  } else if (value.kind === 'list') {
    value.items.forEach((item, index) => {
      fields.set(`${path}${index}`, { key: shifted(item, base), value: shifted(item, base) });
      collect(item, `${path}${index}.`, base, fields);
    });
  }
}

function shifted({ start, end }: TextRange, base: number): TextRange {
  return { start: start + base, end: end + base };
}
