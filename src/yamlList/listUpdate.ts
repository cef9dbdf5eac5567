import { readFrame } from './frame.js';
import { conflictMarkers, guard, largestText } from './guards.js';
import { findLayout, type Layout, scanBlocks } from './layout.js';
import { type ListFile, type ListItem, readBlock, readList, stepLength, withDuplicates } from './listFile.js';
import { differenceOf, type TextEdit } from './textEdit.js';

/**
 * Reads a text that differs from that of `previous` in a small place. Only items that the change touches are parsed again; all others
 * stay the same objects.
 * @param change the one edit between the two texts; found by comparing them when it is left out.
 */
export function updateList<T>(previous: ListFile<T>, text: string, change?: TextEdit): ListFile<T> {
  return drain(updateListInSteps(previous, text, change));
}

/** The same in steps, for changes that may be large: a branch was switched. */
export function* updateListInSteps<T>(
  previous: ListFile<T>,
  text: string,
  change?: TextEdit,
): Generator<void, ListFile<T>> {
  const difference = change ?? differenceOf(previous.text, text);
  if (!difference) {
    return previous;
  }
  return updateBlocks(previous, text, difference) ?? (yield* updateAround(previous, text));
}

/** Runs what can be done in steps at one go. */
export function drain<R>(steps: Generator<void, R>): R {
  for (;;) {
    const step = steps.next();
    if (step.done) {
      return step.value;
    }
  }
}

/** The change lies within blocks: only they are looked at. */
function updateBlocks<T>(previous: ListFile<T>, text: string, change: TextEdit): ListFile<T> | undefined {
  const { layout, kind } = previous;
  const window = layout && windowOf(layout.starts, change);
  if (!layout || !window || isSuspicious(previous, change.newText)) {
    return undefined;
  }
  const { first, last } = window;
  const grown = text.length - previous.text.length;
  const from = layout.starts[first] ?? 0;
  const to = (layout.starts[last + 1] ?? 0) + grown;
  const scanned = scanBlocks(text, from, to, layout.indent);
  if (scanned.end !== to || scanned.starts[0] !== from || /^[<=>|]{7}/m.test(text.slice(from, to))) {
    return undefined;
  }
  const bounds = [...scanned.starts, to];
  const fresh = scanned.starts.map((start, index) => readBlock(text, start, bounds[index + 1] ?? to, kind));
  const items = previous.items.toSpliced(first, last - first + 1, ...fresh);
  const after = layout.starts.slice(last + 1);
  const starts = [
    ...layout.starts.slice(0, first),
    ...scanned.starts,
    ...(grown === 0 ? after : after.map((start) => start + grown)),
  ];
  const moved = { ...layout, starts };
  return keepProblems(previous, { ...previous, text, items, layout: moved, bases: starts }, first, last, fresh, grown);
}

/** The blocks that a change lies in, or touches the start of; `undefined` when it reaches out of the list. */
function windowOf(starts: readonly number[], { range }: TextEdit): { first: number; last: number } | undefined {
  const first = blockAt(starts, range.start);
  const touching = starts[first] === range.start ? first - 1 : first;
  const last = blockAt(starts, range.end);
  return touching < 0 || last + 1 >= starts.length ? undefined : { first: touching, last };
}

/** The last block that starts at or before an offset, found by halving; -1 before the first. */
export function blockAt(starts: readonly number[], offset: number): number {
  let low = -1;
  let high = starts.length - 1;
  while (low < high) {
    const middle = low + Math.ceil((high - low) / 2);
    if ((starts[middle] ?? 0) <= offset) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

/** Texts in which something else than an item may have come in, or with trouble that may have gone. */
function isSuspicious<T>(previous: ListFile<T>, newText: string): boolean {
  return (
    newText.includes('\0') ||
    previous.text.length + newText.length > largestText ||
    previous.problems.some(({ code }) => code === 'conflict-markers' || code === 'duplicate-id')
  );
}

/** The problems of header and footer stay, further down where they are in the footer. Ids are compared only when one is new. */
function keepProblems<T>(
  previous: ListFile<T>,
  file: ListFile<T>,
  first: number,
  last: number,
  fresh: readonly ListItem<T>[],
  grown: number,
): ListFile<T> {
  const from = previous.bases[first] ?? 0;
  const problems = previous.problems.map((problem) => {
    const { start, end } = problem.range;
    return start <= from ? problem : { ...problem, range: { start: start + grown, end: end + grown } };
  });
  const placed = grown === 0 || problems.length === 0 ? file : { ...file, problems };
  const before = previous.items.slice(first, last + 1);
  const sameIds = before.length === fresh.length && before.every(({ id }, index) => id === fresh[index]?.id);
  return sameIds ? placed : withDuplicates(placed);
}

/** The change reaches out of the list: the layout is looked for anew, and blocks whose text is the same keep their items. */
function* updateAround<T>(previous: ListFile<T>, text: string): Generator<void, ListFile<T>> {
  const { kind } = previous;
  const clear = !guard(text) && !hasMarkers(previous) && conflictMarkers(text).length === 0;
  const layout = clear ? findLayout(text, kind.listKey) : undefined;
  if (!layout || !previous.layout) {
    return yield* readList(text, kind);
  }
  const items = yield* reuseItems(previous, previous.layout, text, layout);
  const problems = readFrame(text, kind, layout);
  return withDuplicates({ kind, text, items, layout, bases: layout.starts, ranges: [], problems });
}

function hasMarkers<T>(file: ListFile<T>): boolean {
  return file.problems.some(({ code }) => code === 'conflict-markers');
}

/** Blocks from the front, then from the back, are compared by their text; those in the middle are parsed. */
function* reuseItems<T>(
  previous: ListFile<T>,
  old: Layout,
  text: string,
  layout: Layout,
): Generator<void, readonly ListItem<T>[]> {
  const oldCount = previous.items.length;
  const count = layout.starts.length - 1;
  const same = (oldIndex: number, index: number): boolean =>
    old.indent === layout.indent && blockText(previous.text, old, oldIndex) === blockText(text, layout, index);
  const most = Math.min(oldCount, count);
  let front = 0;
  while (front < most && same(front, front)) {
    front++;
  }
  let back = 0;
  while (back < most - front && same(oldCount - 1 - back, count - 1 - back)) {
    back++;
  }
  const middle: ListItem<T>[] = [];
  let read = layout.starts[front] ?? 0;
  for (let index = front; index < count - back; index++) {
    const end = layout.starts[index + 1] ?? text.length;
    middle.push(readBlock(text, layout.starts[index] ?? 0, end, previous.kind));
    if (end - read > stepLength) {
      read = end;
      yield;
    }
  }
  return [...previous.items.slice(0, front), ...middle, ...previous.items.slice(oldCount - back)];
}

function blockText(text: string, { starts }: Layout, index: number): string {
  return text.slice(starts[index], starts[index + 1]);
}
