import { readFrame } from './frame.js';
import { conflictMarkers, guard, largestText } from './guards.js';
import { findLayout, scanBlocks } from './layout.js';
import {
  countTroubled,
  detached,
  type Frame,
  frameOf,
  ListFile,
  type ListItem,
  readBlock,
  readBlocks,
  readList,
  withDuplicates,
} from './listFile.js';
import { applyTextEdits, differenceOf, type TextEdit } from './textEdit.js';

/**
 * Reads a text that differs from that of `previous` in a small place. Only items that the change touches are parsed again; all others
 * stay the same objects.
 * @param text may be left out when the change is given: then it is put together only if someone asks for it.
 * @param change the one edit between the two texts; found by comparing them when it is left out.
 */
export function updateList<T>(previous: ListFile<T>, text: string | undefined, change?: TextEdit): ListFile<T> {
  return drain(updateListInSteps(previous, text, change));
}

/** The same in steps, for changes that may be large: a branch was switched. */
export function* updateListInSteps<T>(
  previous: ListFile<T>,
  text: string | undefined,
  change?: TextEdit,
): Generator<void, ListFile<T>> {
  const known =
    change ??
    (text !== undefined && previous.assembled !== undefined ? differenceOf(previous.assembled, text) : undefined);
  const quick = known && updateBlocks(previous, known, text);
  if (quick) {
    return quick;
  }
  const next = text ?? applyTextEdits(previous.text, change ? [change] : []);
  return updateBetween(previous, next) ?? (yield* updateAround(previous, next));
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

/** The most new text that is read at once, in UTF-16 units; more is read in steps. */
const mostAtOnce = 20_000;

/** The change lies within blocks: only they are looked at. */
function updateBlocks<T>(previous: ListFile<T>, change: TextEdit, text?: string): ListFile<T> | undefined {
  const { frame, items } = previous;
  const window = frame && windowOf(frame.starts, change);
  if (!frame || !window || change.newText.length > mostAtOnce) {
    return undefined;
  }
  const { first, until } = window;
  const old = items.slice(first, until).map(({ block }) => block);
  const base = frame.starts[first] ?? 0;
  const range = { start: change.range.start - base, end: change.range.end - base };
  return replaceBlocks(previous, first, until, applyTextEdits(old.join(''), [{ ...change, range }]), text);
}

/** The blocks that a change lies in, or touches the start of; `undefined` when it reaches out of the list. */
function windowOf(starts: readonly number[], { range }: TextEdit): { first: number; until: number } | undefined {
  const at = blockAt(starts, range.start);
  const first = starts[at] === range.start ? at - 1 : at;
  const until = blockAt(starts, range.end) + 1;
  return first < 0 || until >= starts.length ? undefined : { first, until };
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

/** Head and foot are the same: blocks are compared from both ends, and those in between are read. */
function updateBetween<T>(previous: ListFile<T>, text: string): ListFile<T> | undefined {
  const { frame, items } = previous;
  if (!frame || !text.startsWith(frame.head) || !text.endsWith(frame.foot)) {
    return undefined;
  }
  const bottom = text.length - frame.foot.length;
  const { front, start, back, end } = sameBlocks(items, text, frame.head.length, bottom);
  const until = items.length - back;
  const middle = text.slice(start, end);
  if (middle === '' && front === until) {
    return start === end && start <= bottom ? previous : undefined;
  }
  // What is not a block of its own belongs to the one before.
  const joined = !scansFromStart(middle, frame.indent) || (front > 0 && !items[front - 1]?.block.endsWith('\n'));
  const open = middle !== '' && !middle.endsWith('\n') && end < text.length;
  if (open || (joined && front === 0) || middle.length > mostAtOnce) {
    return undefined;
  }
  const first = joined ? front - 1 : front;
  const before = joined ? (items[first]?.block ?? '') : '';
  return replaceBlocks(previous, first, until, before + middle, text);
}

function scansFromStart(middle: string, indent: number): boolean {
  return middle === '' || scanBlocks(middle, 0, middle.length, indent).starts[0] === 0;
}

/** How many blocks from the front and from the back are in the text as they were, and where the rest lies. */
function sameBlocks<T>(
  items: readonly ListItem<T>[],
  text: string,
  top: number,
  bottom: number,
): { front: number; start: number; back: number; end: number } {
  let front = 0;
  let start = top;
  for (const { block } of items) {
    if (start + block.length > bottom || !text.startsWith(block, start)) {
      break;
    }
    start += block.length;
    front++;
  }
  let back = 0;
  let end = bottom;
  for (; back < items.length - front; back++) {
    const block = items.at(-1 - back)?.block ?? '';
    if (end - block.length < start || !text.startsWith(block, end - block.length)) {
      break;
    }
    end -= block.length;
  }
  return { front, start, back, end };
}

/** Blocks from `first` to before `until` have another text now. `undefined` when it is no longer a matter of these blocks alone. */
function replaceBlocks<T>(
  previous: ListFile<T>,
  first: number,
  until: number,
  newText: string,
  text: string | undefined,
): ListFile<T> | undefined {
  const window = detached(newText, 0, newText.length);
  const { frame, kind, items } = previous;
  const from = frame?.starts[first] ?? 0;
  const old = (frame?.starts[until] ?? from) - from;
  if (!frame || isSuspicious(previous, window, old)) {
    return undefined;
  }
  const { starts, end } = scanBlocks(window, 0, window.length, frame.indent);
  if (
    end !== window.length ||
    (window !== '' && starts[0] !== 0) ||
    starts.length + items.length - (until - first) === 0
  ) {
    return undefined;
  }
  const before = items.slice(first, until);
  const fresh = readFresh(window, [...starts, end], before, kind);
  const moved = moveStarts(frame, first, until, starts, window.length - old);
  const next = new ListFile(kind, spliced(items, first, until, fresh), moved, previous.problems, text);
  next.troubled = previous.troubled - countTroubled(before) + countTroubled(fresh);
  return keepProblems(previous, next, before, fresh, from, window.length - old);
}

/** Reads blocks anew, but for those that were there with the same text, counted from the front or from the back. */
function readFresh<T>(
  window: string,
  bounds: readonly number[],
  before: readonly ListItem<T>[],
  kind: ListFile<T>['kind'],
): readonly ListItem<T>[] {
  const count = bounds.length - 1;
  return bounds.slice(0, count).map((start, index) => {
    const block = window.slice(start, bounds[index + 1]);
    const same = [before[index], before[before.length - count + index]].find((item) => item?.block === block);
    return same ?? readBlock(block, kind);
  });
}

/** Copied in one go and then changed in place: with ten thousand items, copies are what an edit costs. */
function moveStarts(frame: Frame, first: number, until: number, fresh: readonly number[], grown: number): Frame {
  const starts = frame.starts.slice();
  const from = starts[first] ?? 0;
  starts.splice(first, until - first, ...fresh.map((start) => start + from));
  if (grown !== 0) {
    for (let index = first + fresh.length; index < starts.length; index++) {
      starts[index] = (starts[index] ?? 0) + grown;
    }
  }
  return { ...frame, starts };
}

function spliced<V>(list: readonly V[], first: number, until: number, fresh: readonly V[]): readonly V[] {
  const copy = list.slice();
  copy.splice(first, until - first, ...fresh);
  return copy;
}

/** Texts in which something else than an item may have come in, or with trouble that may have gone. */
function isSuspicious<T>(previous: ListFile<T>, window: string, old: number): boolean {
  const length = (previous.frame?.starts.at(-1) ?? 0) + window.length - old;
  return (
    length > largestText ||
    window.includes('\0') ||
    // In the middle of a line, too: then a lone ======= anywhere in the text begins to count as a marker.
    /<{7}|>{7}|^(?:={7}|\|{7})/m.test(window) ||
    previous.problems.some(({ code }) => code === 'conflict-markers' || code === 'duplicate-id')
  );
}

/** The problems of head and foot stay, further down where they are in the foot. Ids are compared only when one is new. */
function keepProblems<T>(
  previous: ListFile<T>,
  file: ListFile<T>,
  before: readonly ListItem<T>[],
  fresh: readonly ListItem<T>[],
  from: number,
  grown: number,
): ListFile<T> {
  const problems = previous.problems.map((problem) => {
    const { start, end } = problem.range;
    return start <= from ? problem : { ...problem, range: { start: start + grown, end: end + grown } };
  });
  const placed = grown === 0 || problems.length === 0 ? file : file.with(problems);
  const sameIds = before.length === fresh.length && before.every(({ id }, index) => id === fresh[index]?.id);
  return sameIds || areUnique(file.items, fresh) ? placed : withDuplicates(placed);
}

/** Whether no fresh id stands twice; looking through a list for few ids is quicker than gathering all that are in it. */
function areUnique<T>(items: readonly ListItem<T>[], fresh: readonly ListItem<T>[]): boolean {
  const few = 4;
  const twice = (id: string): boolean =>
    id !== '' && items.findIndex((item) => item.id === id) !== items.findLastIndex((item) => item.id === id);
  return fresh.length <= few && !fresh.some(({ id }) => twice(id));
}

/** The change reaches out of the list: the layout is looked for anew, and blocks whose text is the same keep their items. */
function* updateAround<T>(previous: ListFile<T>, text: string): Generator<void, ListFile<T>> {
  const { kind, frame, items } = previous;
  const clear = !guard(text) && conflictMarkers(text).length === 0;
  const layout = clear ? findLayout(text, kind.listKey) : undefined;
  if (!layout || !frame || frame.indent !== layout.indent || hasMarkers(previous)) {
    return yield* readList(text, kind);
  }
  const { starts } = layout;
  const [top = 0] = starts;
  const { front, start, back, end } = sameBlocks(items, text, top, starts.at(-1) ?? 0);
  const aligned = starts[front] === start && starts[starts.length - 1 - back] === end;
  if (!aligned) {
    return yield* readList(text, kind);
  }
  const middle = yield* readBlocks(text, starts.slice(front, starts.length - back), kind);
  const all = [...items.slice(0, front), ...middle, ...items.slice(items.length - back)];
  return withDuplicates(new ListFile(kind, all, frameOf(text, layout), readFrame(text, kind, layout), text));
}

function hasMarkers<T>(file: ListFile<T>): boolean {
  return file.problems.some(({ code }) => code === 'conflict-markers');
}
