import { applyItemChanges } from './itemChange.js';
import type { MapChange } from './mapEdit.js';
import { commentsOf, parseText } from './parsing.js';
import { sameValue } from './plainChange.js';
import { type Plain, plainOf, type Value } from './value.js';
import type { Style } from './yamlText.js';

type PlainMap = Readonly<Record<string, Plain>>;

/**
 * Merges two versions of one item, field by field: what one side changed is taken, notes of both are kept.
 * @param base the version both come from; `undefined` when nobody knows it: then only what one side lacks is taken from the other.
 * @param yielding values that give way to any other where nobody knows the base: an open state to an ended one.
 * @returns the text, or `undefined` where the two disagree.
 */
export function mergeItem(
  base: string | undefined,
  ours: string,
  theirs: string,
  style: Style,
  yielding: PlainMap,
): string | undefined {
  const [our, their] = [mapIn(ours), mapIn(theirs)];
  const old = base === undefined ? undefined : mapIn(base);
  if (!our || !their || (base !== undefined && !old)) {
    return undefined;
  }
  const changes = mergeMaps(old ?? guessedBase(our, their, yielding), our, their, []);
  const merged = changes && applyItemChanges(ours, changes, style);
  return merged !== undefined && keepsComments(merged, base ?? '', theirs) ? merged : undefined;
}

function mapIn(text: string): PlainMap | undefined {
  const { value, problems } = parseText(text);
  const item: Value | undefined = value.kind === 'list' ? value.items[0] : undefined;
  const plain = item && problems.length === 0 ? plainOf(item) : undefined;
  return plain !== undefined && isMap(plain) ? plain : undefined;
}

function isMap(value: Plain | undefined): value is PlainMap {
  return typeof value === 'object' && !Array.isArray(value);
}

/** What one side lacks was not there; what differs was something else, but for lists, which began the same. */
function guessedBase(ours: PlainMap, theirs: PlainMap, yielding: PlainMap): PlainMap {
  const base: Record<string, Plain> = {};
  for (const [key, our] of Object.entries(ours)) {
    const their = theirs[key];
    const weak = yielding[key];
    if (their !== undefined && weak !== undefined && (our === weak || their === weak)) {
      base[key] = weak;
    } else if (Array.isArray(our) && Array.isArray(their)) {
      base[key] = our.slice(
        0,
        our.findIndex((item, index) => index >= their.length || !sameValue(item, their[index] ?? '')) >>> 0,
      );
    } else if (isMap(our) && isMap(their)) {
      base[key] = guessedBase(our, their, {});
    }
  }
  return base;
}

/** What has to be done to ours, or `undefined` where both changed the same thing in different ways. */
function mergeMaps(
  base: PlainMap,
  ours: PlainMap,
  theirs: PlainMap,
  path: readonly string[],
): readonly MapChange[] | undefined {
  const changes: MapChange[] = [];
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs), ...Object.keys(base)])) {
    const found = mergeValue(base[key], ours[key], theirs[key], [...path, key]);
    if (!found) {
      return undefined;
    }
    changes.push(...found);
  }
  return changes;
}

function mergeValue(
  base: Plain | undefined,
  ours: Plain | undefined,
  theirs: Plain | undefined,
  path: readonly string[],
): readonly MapChange[] | undefined {
  if (same(ours, theirs) || same(base, theirs)) {
    return [];
  }
  if (isMap(ours) && isMap(theirs)) {
    return mergeMaps(isMap(base) ? base : {}, ours, theirs, path);
  }
  const added = addedItems(base, theirs);
  if (added && (ours === undefined || addedItems(base, ours))) {
    const missing = added.filter((item) => !(Array.isArray(ours) && ours.some((one) => sameValue(one, item))));
    return missing.map((value) => ({ kind: 'append', path, value }));
  }
  if (!same(base, ours)) {
    return undefined;
  }
  return [theirs === undefined ? { kind: 'remove', path } : { kind: 'set', path, value: theirs }];
}

function same(a: Plain | undefined, b: Plain | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && sameValue(a, b));
}

/** What was put at the end of a list, if nothing else was done to it. */
function addedItems(base: Plain | undefined, value: Plain | undefined): readonly Plain[] | undefined {
  const before: readonly Plain[] = Array.isArray(base) ? base : [];
  if (
    !Array.isArray(value) ||
    value.length < before.length ||
    (base !== undefined && !Array.isArray(base) && base !== '')
  ) {
    return undefined;
  }
  return before.every((item, index) => sameValue(item, value[index] ?? '')) ? value.slice(before.length) : undefined;
}

/** A comment that they wrote is not lost. */
function keepsComments(merged: string, base: string, theirs: string): boolean {
  const [old, kept] = [commentsOf(base), commentsOf(merged)];
  return commentsOf(theirs).every((comment) => old.includes(comment) || kept.includes(comment));
}
