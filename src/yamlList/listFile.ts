import { judgeWhole, readFrame } from './frame.js';
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

/** An item as read. */
export interface ListItem<T> {
  readonly model: T;
  readonly id: string;
  /** Offsets count from the start of the block, or of the whole text where there are no blocks. */
  readonly problems: readonly Problem[];
  /** The text of the item and of all that stands up to the next one; `''` where there are no blocks. */
  readonly block: string;
}

/** What stands around the blocks. */
export interface Frame extends Layout {
  /** Up to the first block. */
  readonly head: string;
  /** Behind the last block. */
  readonly foot: string;
}

/**
 * A file as read: never changed, only replaced.
 *
 * The text is held as the blocks of its items, and put together when it is asked for: a text of some megabytes costs more to copy than an
 * item costs to parse.
 */
export class ListFile<T> {
  private whole: string | undefined;
  private counted: number | undefined;

  constructor(
    readonly kind: ListKind<T>,
    readonly items: readonly ListItem<T>[],
    /** Absent when the file is not written in the common layout: then each edit parses the whole text. */
    readonly frame: Frame | undefined,
    /** About the file around the items, with ids that stand twice. */
    readonly problems: readonly Problem[],
    text?: string,
    /** Where the items stand when there is no frame. */
    readonly ranges: readonly TextRange[] = [],
  ) {
    this.whole = text;
  }

  get text(): string {
    this.whole ??= this.frame ? this.frame.head + this.items.map(({ block }) => block).join('') + this.frame.foot : '';
    return this.whole;
  }

  /** The text, if it is together already. */
  get assembled(): string | undefined {
    return this.whole;
  }

  /** How many items have problems: where there are none, nobody has to look through ten thousand. */
  get troubled(): number {
    this.counted ??= countTroubled(this.items);
    return this.counted;
  }

  /** Set by an update, which knows it without counting. */
  set troubled(count: number) {
    this.counted = count;
  }

  /** Where the offsets of an item count from. */
  baseOf(item: number): number {
    return this.frame?.starts[item] ?? 0;
  }

  with(problems: readonly Problem[]): ListFile<T> {
    const file = new ListFile(this.kind, this.items, this.frame, problems, this.whole, this.ranges);
    file.counted = this.counted;
    return file;
  }
}

export function countTroubled<T>(items: readonly ListItem<T>[]): number {
  return items.reduce((count, { problems }) => (problems.length > 0 ? count + 1 : count), 0);
}

/** Steps end after this many characters, about 3 ms: whoever reads in steps can breathe in between. */
export const stepLength = 8_000;

/** Reads a text in steps. Never throws. */
export function* readList<T>(text: string, kind: ListKind<T>): Generator<void, ListFile<T>> {
  const refused = guard(text);
  if (refused) {
    return new ListFile(kind, [], undefined, [blocking(refused)], text);
  }
  const markers = conflictMarkers(text);
  const readable = withoutMarkers(text, markers);
  yield;
  const layout = findLayout(readable, kind.listKey);
  if (!layout) {
    return readWhole(text, readable, kind, markers);
  }
  yield;
  const items = yield* readBlocks(readable, layout.starts, kind);
  const problems = [...markers, ...readFrame(readable, kind, layout)];
  yield;
  return withDuplicates(new ListFile(kind, items, frameOf(readable, layout), problems, text));
}

/** Reads the blocks between the starts, and breathes in between. The last start is where the last block ends. */
export function* readBlocks<T>(
  text: string,
  starts: readonly number[],
  kind: ListKind<T>,
): Generator<void, ListItem<T>[]> {
  const items: ListItem<T>[] = [];
  let read = starts[0] ?? 0;
  for (let index = 0; index + 1 < starts.length; index++) {
    const end = starts[index + 1] ?? text.length;
    items.push(readBlock(detached(text, starts[index] ?? 0, end), kind));
    if (end - read > stepLength) {
      read = end;
      yield;
    }
  }
  return items;
}

export function frameOf(text: string, layout: Layout): Frame {
  const { starts } = layout;
  return { ...layout, head: detached(text, 0, starts[0] ?? 0), foot: detached(text, starts.at(-1) ?? 0, text.length) };
}

/** The same length, so that all offsets stay: the items of both sides can be read. */
function withoutMarkers(text: string, markers: readonly Problem[]): string {
  const ends = [0, ...markers.map(({ range }) => range.end)];
  const kept = markers.map(
    ({ range: { start, end } }, index) => text.slice(ends[index], start) + ' '.repeat(end - start),
  );
  return kept.join('') + text.slice(ends.at(-1));
}

/** Reads the item that one block holds. */
export function readBlock<T>(block: string, kind: ListKind<T>): ListItem<T> {
  const { value, problems } = parseText(block);
  const item = value.kind === 'list' ? value.items[0] : undefined;
  const read = kind.read(item ?? value, block);
  return {
    ...read,
    problems: problems.length === 0 ? read.problems : [...problems.map(blocking), ...(item ? read.problems : [])],
    block,
  };
}

/** A slice would keep the whole text in memory for as long as one word of it lives; this is a copy. */
export function detached(text: string, start: number, end: number): string {
  return [text.slice(start, start + 1), text.slice(start + 1, end)].join('');
}

function readWhole<T>(text: string, readable: string, kind: ListKind<T>, markers: readonly Problem[]): ListFile<T> {
  const parsed = parseText(readable);
  const values = itemsIn(parsed.value, kind);
  const items = values.map((value) => ({ ...kind.read(value, readable), block: '' }));
  const problems = [...markers, ...judgeWhole(parsed, readable, kind)];
  return withDuplicates(new ListFile(kind, items, undefined, problems, text, values));
}

/** The items of a text in any layout. */
export function itemsOfWhole<T>(text: string, kind: ListKind<T>): readonly Value[] {
  return itemsIn(parseText(text).value, kind);
}

function itemsIn<T>(value: Value, kind: ListKind<T>): readonly Value[] {
  const list = value.kind === 'map' ? value.entries.find((entry) => entry.key === kind.listKey)?.value : undefined;
  return list?.kind === 'list' ? list.items : [];
}

/** Where the YAML is broken, nothing is written: an edit might make it worse. */
function blocking(problem: Problem): Problem {
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
  return twice.length === 0 ? file : file.with([...file.problems, ...twice]);
}

function duplicateId<T>(file: ListFile<T>, item: number, id: string): Problem {
  const start = file.frame ? file.baseOf(item) : (file.ranges[item]?.start ?? 0);
  const place = file.frame ? (file.items[item]?.block.indexOf(id) ?? 0) : file.text.indexOf(id, start) - start;
  const at = start + Math.max(0, place);
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
  const troubled = file.troubled > 0 ? file.items : [];
  troubled.forEach(({ problems }, item) => {
    const base = file.baseOf(item);
    for (const problem of problems) {
      const { start, end } = problem.range;
      all.push({ ...problem, item, range: { start: start + base, end: end + base } });
    }
  });
  return all.sort((a, b) => a.range.start - b.range.start);
}

/** Why nothing may be written, if so. */
export function refusalOf<T>(file: ListFile<T>): Problem | undefined {
  const bad = (problems: readonly Problem[]): boolean => problems.some((problem) => problem.blocking);
  const broken = bad(file.problems) || (file.troubled > 0 && file.items.some(({ problems }) => bad(problems)));
  return broken ? allProblems(file).find((problem) => problem.blocking) : undefined;
}
