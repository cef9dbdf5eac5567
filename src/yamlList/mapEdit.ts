import { lineStart, nextLine } from './layout.js';
import { scalarText } from './scalarText.js';
import type { TextEdit } from './textEdit.js';
import { type Entry, entryAt, type ListValue, type MapValue, type Plain, type Value } from './value.js';
import { blockText, entryText, flowText, itemText, type Style } from './yamlText.js';

/** One change to a map: what stands at a key, or one more item in the list that stands there. */
export type MapChange =
  | { readonly kind: 'set'; readonly path: readonly string[]; readonly value: Plain }
  | { readonly kind: 'remove'; readonly path: readonly string[] }
  | { readonly kind: 'append'; readonly path: readonly string[]; readonly value: Plain };

/** The layout of a map leaves no place for a change that would be sure to be right. */
export class UnsupportedLayout extends Error {}

/**
 * The edit that makes a change to a map, and touches nothing else.
 * @param text the text that `map` has its offsets in.
 * @throws {UnsupportedLayout} when there is no safe way.
 */
export function editMap(text: string, map: Value, change: MapChange, style: Style): TextEdit | undefined {
  const [key = '', ...rest] = change.path;
  if (map.kind !== 'map') {
    throw new UnsupportedLayout('not a map');
  }
  const entry = entryAt(map, key);
  if (rest.length > 0) {
    return editInner(text, map, entry, key, { ...change, path: rest }, style);
  }
  switch (change.kind) {
    case 'remove':
      return entry && removeEntry(text, map, entry);
    case 'append':
      return entry && !isEmpty(entry.value)
        ? appendTo(text, map, entry, change.value, style)
        : putEntry(text, map, entry, key, [change.value], style);
    case 'set':
      return putEntry(text, map, entry, key, change.value, style);
  }
}

function editInner(
  text: string,
  map: MapValue,
  entry: Entry | undefined,
  key: string,
  change: MapChange,
  style: Style,
): TextEdit | undefined {
  if (entry && entry.value.kind === 'map' && entry.value.entries.length > 0) {
    return editMap(text, entry.value, change, { ...style, keyOrder: [] });
  }
  if (change.kind === 'remove') {
    return undefined;
  }
  if (entry && !isEmpty(entry.value)) {
    throw new UnsupportedLayout('not a map');
  }
  const [inner = ''] = change.path;
  return putEntry(text, map, entry, key, { [inner]: change.kind === 'append' ? [change.value] : change.value }, style);
}

/** Nothing, `{}` or `[]`: what may be replaced as a whole. */
function isEmpty(value: Value): boolean {
  switch (value.kind) {
    case 'text':
      return value.style === 'none' || value.text === '';
    case 'map':
      return value.flow && value.entries.length === 0;
    case 'list':
      return value.flow && value.items.length === 0;
    case 'alias':
      return false;
  }
}

function putEntry(
  text: string,
  map: MapValue,
  entry: Entry | undefined,
  key: string,
  value: Plain,
  style: Style,
): TextEdit {
  if (!entry) {
    return map.flow ? addFlowEntry(map, key, value, style) : addBlockEntry(text, map, key, value, style);
  }
  const old = entry.value;
  if (old.anchored || (old.kind !== 'text' && old.kind !== 'alias' && !isEmpty(old))) {
    throw new UnsupportedLayout(old.anchored ? 'anchored' : 'not a text');
  }
  const colon = afterColon(text, entry);
  if (/[!&]/.test(text.slice(colon, old.start))) {
    throw new UnsupportedLayout('tagged');
  }
  if (typeof value === 'string') {
    return setScalar(text, map, entry, colon, value, style);
  }
  const rendered = map.flow ? ` ${flowText(value, style)}` : blockText(value, columnOf(text, entry.keyStart), style);
  return setNested(text, colon, old, rendered);
}

function setScalar(text: string, map: MapValue, entry: Entry, colon: number, value: string, style: Style): TextEdit {
  const { value: old } = entry;
  const oldStyle = old.kind === 'text' ? old.style : 'none';
  const written = text.slice(old.start, old.end);
  const lineBreak = /\r?\n$/.exec(written)?.[0] ?? '';
  // A comment behind the value would become a part of a literal block.
  const commented = text.slice(oldStyle === 'none' ? colon : old.end, lineEndOf(text, old.end)).includes('#');
  const place = { indent: columnOf(text, entry.keyStart), flow: map.flow, lineEnd: style.lineEnd };
  const wanted = commented && oldStyle !== 'single' && value.includes('\n') ? 'double' : oldStyle;
  const rendered = scalarText(value, { ...place, style: wanted });
  if (oldStyle === 'none') {
    return { range: { start: colon, end: colon }, newText: ` ${rendered}` };
  }
  return { range: { start: old.start, end: old.end }, newText: rendered + lineBreak };
}

/** A nested block begins on the next line; a comment that stands at the key stays there. */
function setNested(text: string, colon: number, old: Value, rendered: string): TextEdit {
  const nothing = old.kind === 'text' && old.style === 'none';
  const end = nothing ? colon : old.end;
  if (text.slice(colon, end).includes('\n')) {
    throw new UnsupportedLayout('value on a line of its own');
  }
  const lineEnd = lineEndOf(text, end);
  return { range: { start: colon, end: lineEnd }, newText: text.slice(end, lineEnd).trimEnd() + rendered };
}

function addBlockEntry(text: string, map: MapValue, key: string, value: Plain, style: Style): TextEdit {
  const [first] = map.entries;
  if (!first) {
    throw new UnsupportedLayout('empty');
  }
  const indent = columnOf(text, first.keyStart);
  const before = entryBefore(map.entries, key, style.keyOrder);
  const line = `${' '.repeat(indent)}${key}:${entryText(value, indent, style)}`;
  return insertLineAfter(text, Math.max(before.keyEnd, before.value.end, afterColon(text, before)), line, style);
}

/** The entry that a new key is written behind: the last of those that come before it, and never before the first. */
function entryBefore(entries: readonly Entry[], key: string, order: readonly string[]): Entry {
  const rank = order.indexOf(key);
  const known =
    rank < 0 ? [] : entries.filter((entry) => order.indexOf(entry.key) >= 0 && order.indexOf(entry.key) < rank);
  const found = known.at(-1) ?? entries.at(rank < 0 ? -1 : 0);
  if (!found) {
    throw new UnsupportedLayout('empty');
  }
  return found;
}

function insertLineAfter(text: string, end: number, lines: string, { lineEnd }: Style): TextEdit {
  // A literal block ends behind its line break, everything else before it.
  const at = end > 0 && text[end - 1] === '\n' ? end : nextLine(text, end);
  const closed = text[at - 1] === '\n';
  return { range: { start: at, end: at }, newText: closed ? lines + lineEnd : lineEnd + lines };
}

function addFlowEntry(map: MapValue, key: string, value: Plain, style: Style): TextEdit {
  const last = map.entries.at(-1);
  const pair = `${key}: ${flowText(value, style)}`;
  if (!last) {
    return { range: { start: map.start, end: map.end }, newText: `{ ${pair} }` };
  }
  const at = Math.max(last.keyEnd, last.value.end);
  return { range: { start: at, end: at }, newText: `, ${pair}` };
}

function appendTo(text: string, map: MapValue, entry: Entry, value: Plain, style: Style): TextEdit {
  const list = entry.value;
  const last = list.kind === 'list' ? list.items.at(-1) : undefined;
  if (list.kind !== 'list' || !last || (map.flow && !list.flow)) {
    throw new UnsupportedLayout('not a list');
  }
  if (list.flow) {
    return { range: { start: last.end, end: last.end }, newText: `, ${flowText(value, style)}` };
  }
  const indent = dashColumn(text, list);
  return insertLineAfter(text, last.end, itemText(value, indent, style), style);
}

function dashColumn(text: string, list: ListValue): number {
  const start = lineStart(text, list.start);
  const before = text.slice(start, list.start);
  if (!/^[ ]*$/.test(before) || text[list.start] !== '-') {
    throw new UnsupportedLayout('list in a list');
  }
  return before.length;
}

function removeEntry(text: string, map: MapValue, entry: Entry): TextEdit {
  const index = map.entries.indexOf(entry);
  const next = map.entries[index + 1];
  if (map.entries.length === 1 || map.flow) {
    throw new UnsupportedLayout('in braces, or the only key');
  }
  const start = lineStart(text, entry.keyStart);
  const end = Math.max(entry.keyEnd, entry.value.end, afterColon(text, entry));
  const after = text[end - 1] === '\n' ? end : nextLine(text, end);
  if (text.slice(start, entry.keyStart).trim() === '') {
    return { range: { start, end: after }, newText: '' };
  }
  // On the line of the dash: the next key moves up, if nothing stands in between.
  if (!next || text.slice(after, next.keyStart).trim() !== '') {
    throw new UnsupportedLayout('first key');
  }
  return { range: { start: entry.keyStart, end: next.keyStart }, newText: '' };
}

function columnOf(text: string, at: number): number {
  const before = text.slice(lineStart(text, at), at).replace(/^\ufeff/, '');
  if (before.includes('\t')) {
    throw new UnsupportedLayout('tabs');
  }
  return before.length;
}

/** The offset behind the colon of a key. */
function afterColon(text: string, entry: Entry): number {
  const colon = /^[ ]*:/.exec(text.slice(entry.keyEnd, entry.keyEnd + 50));
  if (!colon) {
    throw new UnsupportedLayout('key without a colon');
  }
  return entry.keyEnd + colon[0].length;
}

function lineEndOf(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : text[end - 1] === '\r' ? end - 1 : end;
}
