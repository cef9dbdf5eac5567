import { readFrame } from './frame.js';
import { conflictMarkers, guard } from './guards.js';
import { findLayout, type Layout } from './layout.js';
import { parseText } from './parsing.js';
import type { Problem } from './problem.js';
import type { TextRange } from './textEdit.js';
import type { Value } from './value.js';

/** What a list is a list of. */
export interface ListKind<T> {
  /** The key that holds the list. */
  readonly listKey: string;
  /** The newest version of the file that can be written; a newer one is read as far as possible. */
  readonly version: number;
  /** The order in which keys are written. */
  readonly keyOrder: readonly string[];
  /** Reads one item, whatever stands there. Offsets are those of `value`, into `text`. */
  readonly read: (
    value: Value,
    text: string,
  ) => { readonly model: T; readonly id: string; readonly problems: readonly Problem[] };
}

/** An item as read. Offsets count from {@link ListFile.bases}. */
export interface ListItem<T> {
  readonly model: T;
  readonly id: string;
  readonly problems: readonly Problem[];
}

/** A file as read: never changed, only replaced. */
export interface ListFile<T> {
  readonly kind: ListKind<T>;
  readonly text: string;
  readonly items: readonly ListItem<T>[];
  /** Where the text that an item was parsed from starts: its block, or the whole text. */
  readonly bases: readonly number[];
  /** Absent when the file is not written in the common layout: then each edit parses the whole text. */
  readonly layout?: Layout;
  /** The items when there is no layout. */
  readonly ranges: readonly TextRange[];
  /** About the file around the items, with ids that stand twice. */
  readonly problems: readonly Problem[];
}

/** Steps end after this many characters, about 5 ms: whoever reads in steps can breathe in between. */
export const stepLength = 20_000;

/** Reads a text in steps. Never throws. */
export function* readList<T>(text: string, kind: ListKind<T>): Generator<void, ListFile<T>> {
  const refused = guard(text);
  if (refused) {
    return { kind, text, items: [], bases: [], ranges: [], problems: [refused] };
  }
  const markers = conflictMarkers(text);
  const readable = withoutMarkers(text, markers);
  const layout = findLayout(readable, kind.listKey);
  if (!layout) {
    return readWhole(text, readable, kind, markers);
  }
  yield;
  const items: ListItem<T>[] = [];
  let read = layout.starts[0] ?? 0;
  for (let index = 0; index + 1 < layout.starts.length; index++) {
    const end = layout.starts[index + 1] ?? text.length;
    items.push(readBlock(readable, layout.starts[index] ?? 0, end, kind));
    if (end - read > stepLength) {
      read = end;
      yield;
    }
  }
  const frame = readFrame(readable, kind, layout);
  return withDuplicates({
    kind,
    text,
    items,
    layout,
    bases: layout.starts,
    ranges: [],
    problems: [...markers, ...frame],
  });
}

/** The same length, so that all offsets stay: the items of both sides can be read. */
function withoutMarkers(text: string, markers: readonly Problem[]): string {
  let readable = text;
  for (const { range } of markers) {
    readable = readable.slice(0, range.start) + ' '.repeat(range.end - range.start) + readable.slice(range.end);
  }
  return readable;
}

/** Reads the item that one block holds. */
export function readBlock<T>(text: string, start: number, end: number, kind: ListKind<T>): ListItem<T> {
  const block = detached(text, start, end);
  const { value, problems } = parseText(block);
  const item = value.kind === 'list' ? value.items[0] : undefined;
  const read = kind.read(item ?? value, block);
  return problems.length === 0 ? read : { ...read, problems: [...problems.map(blocking), ...read.problems] };
}

/** A slice would keep the whole text in memory for as long as one word of it lives; this is a copy. */
function detached(text: string, start: number, end: number): string {
  return [text.slice(start, start + 1), text.slice(start + 1, end)].join('');
}

function readWhole<T>(text: string, readable: string, kind: ListKind<T>, markers: readonly Problem[]): ListFile<T> {
  const values = itemsOfWhole(readable, kind);
  const items = values.map((value) => kind.read(value, readable));
  const problems = [...markers, ...readFrame(readable, kind)];
  return withDuplicates({ kind, text, items, bases: values.map(() => 0), ranges: values, problems });
}

/** The items of a text in any layout. */
export function itemsOfWhole<T>(text: string, kind: ListKind<T>): readonly Value[] {
  const { value } = parseText(text);
  const list = value.kind === 'map' ? value.entries.find((entry) => entry.key === kind.listKey)?.value : undefined;
  return list?.kind === 'list' ? list.items : [];
}

/** Where the YAML is broken, nothing is written: an edit might make it worse. */
export function blocking(problem: Problem): Problem {
  return { ...problem, blocking: true };
}

/** Adds a problem for each id that an earlier item has too. */
export function withDuplicates<T>(file: ListFile<T>): ListFile<T> {
  const seen = new Set<string>();
  const twice: Problem[] = [];
  file.items.forEach(({ id }, item) => {
    if (id !== '' && seen.has(id)) {
      twice.push(duplicateId(file, item, id));
    }
    seen.add(id);
  });
  return twice.length === 0 ? file : { ...file, problems: [...file.problems, ...twice] };
}

function duplicateId<T>(file: ListFile<T>, item: number, id: string): Problem {
  const start = file.bases[item] ?? 0;
  const place = file.layout ? file.text.indexOf(id, start) : file.text.indexOf(id, file.ranges[item]?.start ?? 0);
  const at = place < 0 ? start : place;
  const message = `The id ${id} stands here a second time: give this one an id of its own.`;
  return {
    code: 'duplicate-id',
    message,
    range: { start: at, end: at + id.length },
    severity: 'error',
    args: { id },
    item,
  };
}

/** All problems of a file, with offsets into its text, in their order. */
export function allProblems<T>(file: ListFile<T>): readonly Problem[] {
  const all = [...file.problems];
  file.items.forEach(({ problems }, item) => {
    const base = file.bases[item] ?? 0;
    for (const problem of problems) {
      const { start, end } = problem.range;
      all.push({ ...problem, item, range: { start: start + base, end: end + base } });
    }
  });
  return all.sort((a, b) => a.range.start - b.range.start);
}

/** Why nothing may be written, if so. */
export function refusalOf<T>(file: ListFile<T>): Problem | undefined {
  const broken =
    file.problems.some((problem) => problem.blocking) ||
    file.items.some(({ problems }) => problems.some((problem) => problem.blocking));
  return broken ? allProblems(file).find((problem) => problem.blocking) : undefined;
}
