import { type ListKind, readList, refusalOf } from './listFile.js';
import { drain } from './listUpdate.js';
import { mergeItem } from './mergeItem.js';
import { joinSegments, type Segment, type Segments, segmentsOf } from './segments.js';
import type { Plain } from './value.js';

/** What came of a merge. */
export interface Merged {
  readonly text: string;
  /** The items on which the two disagree. Their lines stand in the text twice, between conflict markers, as git writes them. */
  readonly conflicts: readonly string[];
}

/** How a kind of list is merged where nobody knows what the two come from: values that give way to any other. */
export interface MergeRules {
  readonly yielding: Readonly<Record<string, Plain>>;
}

/** Larger texts are merged by lines: item by item they would take git many seconds. In UTF-16 units, for each version. */
export const largestMerge = 600_000;

interface Merge {
  readonly base: ReadonlyMap<string, Segment> | undefined;
  readonly other: ReadonlyMap<string, Segment>;
  readonly style: Segments['style'];
  readonly rules: MergeRules;
  readonly conflicts: string[];
  /** Ours and theirs have changed their roles. */
  readonly swapped: boolean;
}

/**
 * Merges two versions of a list, item by item and field by field, where a merge by lines would see a conflict: two that were added at the
 * same place, a note here and an ending there.
 *
 * What only one side changed is taken; an item that one side took out and the other changed stays. Nothing that anybody wrote is lost.
 *
 * @param base what both come from; `undefined` when nobody knows.
 * @returns `undefined` for texts that cannot be taken apart or are over {@link largestMerge}: then a merge by lines has to do.
 */
export function mergeLists<T>(
  base: string | undefined,
  ours: string,
  theirs: string,
  kind: ListKind<T>,
  rules: MergeRules,
): Merged | undefined {
  if ([base ?? '', ours, theirs].some(({ length }) => length > largestMerge)) {
    return undefined;
  }
  // One after the other: where the first cannot be taken apart, the time for the others is spared.
  const our = segmentsOf(ours, kind);
  const their = our && segmentsOf(theirs, kind);
  const old = their && base?.trim() ? segmentsOf(base, kind) : undefined;
  if (!our || !their || (base?.trim() && !old)) {
    return undefined;
  }
  const swapped = old !== undefined && sameOrder(our, old) && !sameOrder(their, old);
  const [main, other] = swapped ? [their, our] : [our, their];
  const head = mergeText(old?.head, main.head, other.head);
  const foot = mergeText(old?.foot, main.foot, other.foot);
  if (head === undefined || foot === undefined || !gapsAgree(old, main, other)) {
    return undefined;
  }
  const knownBase = base === undefined ? undefined : mapOf(old?.items ?? []);
  const merge: Merge = { base: knownBase, other: mapOf(other.items), style: main.style, rules, conflicts: [], swapped };
  const items = insertAdded(merge, keepOrMerge(merge, main.items), main, other.items);
  const text = joinSegments({ ...main, head, foot, items });
  return isSound(text, kind, merge, items) ? { text, conflicts: merge.conflicts } : undefined;
}

function mapOf(items: readonly Segment[]): ReadonlyMap<string, Segment> {
  return new Map(items.map((item) => [item.id, item]));
}

/** Whether the items that both have stand in the same order. */
function sameOrder(a: Segments, b: Segments): boolean {
  const [inA, inB] = [mapOf(a.items), mapOf(b.items)];
  const common = (items: readonly Segment[], others: ReadonlyMap<string, Segment>): string =>
    items.flatMap(({ id }) => (others.has(id) ? [id] : [])).join(' ');
  return common(a.items, inB) === common(b.items, inA);
}

/** What stands around the list: taken from the side that changed it. */
function mergeText(base: string | undefined, main: string, other: string): string | undefined {
  if (main === other || base === other) {
    return main;
  }
  return base === main ? other : undefined;
}

/** A comment between two items that the other side wrote or changed would be lost. */
function gapsAgree(base: Segments | undefined, main: Segments, other: Segments): boolean {
  const said = (segments: Segments | undefined): readonly string[] =>
    (segments?.items ?? []).map(({ gap }) => gap.trim()).filter((gap) => gap !== '');
  const known = new Set([...said(base), ...said(main)]);
  return said(other).every((gap) => known.has(gap));
}

/** The items of one side, with what the other side did to them. */
function keepOrMerge(merge: Merge, items: readonly Segment[]): Segment[] {
  const kept: Segment[] = [];
  for (const item of items) {
    const own = mergeOwn(merge, item);
    const last = kept.at(-1);
    if (own !== undefined) {
      kept.push({ ...item, own });
    } else if (item.gap.trim() !== '' && last) {
      // Comments behind an item that goes stay where they are.
      kept[kept.length - 1] = { ...last, gap: last.gap + item.gap };
    } else if (last && item === items.at(-1)) {
      kept[kept.length - 1] = { ...last, gap: item.gap };
    }
  }
  return kept;
}

/** `undefined`: the item goes. */
function mergeOwn({ base, other, style, rules, conflicts, swapped }: Merge, item: Segment): string | undefined {
  const there = other.get(item.id)?.own;
  const before = base?.get(item.id)?.own;
  if (there === undefined) {
    return before === item.own ? undefined : item.own;
  }
  if (there === item.own || there === before) {
    return item.own;
  }
  if (item.own === before) {
    return there;
  }
  const merged = mergeItem(before, item.own, there, style, rules.yielding);
  if (merged !== undefined) {
    return merged;
  }
  conflicts.push(item.id);
  const [ours, theirs] = swapped ? [there, item.own] : [item.own, there];
  const { lineEnd } = style;
  return `<<<<<<< ours${lineEnd}${ours}=======${lineEnd}${theirs}>>>>>>> theirs${lineEnd}`;
}

/** Puts in what the other side added, each behind the one it stands behind there. */
function insertAdded(merge: Merge, kept: Segment[], main: Segments, others: readonly Segment[]): readonly Segment[] {
  const items = [...kept];
  const mine = mapOf(main.items);
  const blank = usualGap([...main.items, ...others], main.style.lineEnd);
  others.forEach((item, place) => {
    const before = merge.base?.get(item.id)?.own;
    if (mine.has(item.id) || before === item.own) {
      return;
    }
    const behind = placeBehind(items, others, place);
    const last = items.at(-1);
    if (behind === items.length && last) {
      items[items.length - 1] = { ...last, gap: last.gap.trim() === '' ? blank : last.gap };
      items.push({ ...item, gap: last.gap.trim() === '' ? last.gap : '' });
    } else {
      items.splice(behind, 0, { ...item, gap: items.length === 0 ? '' : blank });
    }
  });
  return items;
}

/** Behind the nearest item above it that is in the list; at the front when there is none. */
function placeBehind(items: readonly Segment[], others: readonly Segment[], place: number): number {
  for (let above = place - 1; above >= 0; above--) {
    const found = items.findIndex(({ id }) => id === others[above]?.id);
    if (found >= 0) {
      return found + 1;
    }
  }
  return 0;
}

function usualGap(items: readonly Segment[], lineEnd: string): string {
  const between = items.slice(0, -1).filter(({ gap }) => gap.trim() === '');
  const tight = between.filter(({ gap }) => gap === '').length;
  return tight * 2 > between.length ? '' : lineEnd;
}

/** What is handed out reads as a list, with every item that either side has or added. */
function isSound<T>(text: string, kind: ListKind<T>, { conflicts }: Merge, items: readonly Segment[]): boolean {
  const file = drain(readList(text, kind));
  if (conflicts.length > 0) {
    return file.items.length >= items.length;
  }
  return (
    !refusalOf(file) && file.items.length === items.length && file.items.every(({ id }, at) => id === items[at]?.id)
  );
}
