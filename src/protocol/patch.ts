/**
 * What changed between two values of plain data, as data. What kept its identity is not looked at, and things with an `id` are
 * found by it wherever they stand, so that a patch is about as large as the change, however much is already there.
 */
import { longestRising } from './rising.js';

/**
 * - `=` the new value.
 * - `o` changed keys of an object, and keys that are gone.
 * - `k` an array of things with ids: ids that are gone, changed things, and what is placed anew after a thing (`null`: first), in
 *   the order of the result. A thing that only moved is named, not sent again.
 * - `s` an array of other things: from, how many are gone, what came in their place.
 */
export type Patch =
  | readonly ['=', unknown]
  | readonly ['o', Readonly<Record<string, Patch>>, readonly string[]]
  | readonly ['k', readonly string[], readonly (readonly [string, Patch])[], readonly Placed[]]
  | readonly ['s', number, number, readonly unknown[]];
type Placed = readonly [after: string | null, thing: { readonly id: string } | string];

type Dict = Readonly<Record<string, unknown>>;
interface Thing extends Dict {
  readonly id: string;
}

/** What is the same for many viewers is compared, and written as JSON, once. For a pair of arrays, by identity. */
export class DiffMemo {
  private readonly pairs = new Map<unknown, Map<unknown, Patch | undefined>>();
  private readonly texts = new Map<Patch, string>();

  patch(before: unknown, after: unknown, find: () => Patch | undefined): Patch | undefined {
    const known = this.pairs.get(before) ?? new Map<unknown, Patch | undefined>();
    this.pairs.set(before, known);
    if (!known.has(after)) {
      known.set(after, find());
    }
    return known.get(after);
  }

  /** A patch as JSON. */
  text(patch: Patch): string {
    if (patch[0] === 'o') {
      const [, changed, gone] = patch;
      const entries = Object.entries(changed).map(([key, part]) => `${JSON.stringify(key)}:${this.text(part)}`);
      return `["o",{${entries.join()}},${JSON.stringify(gone)}]`;
    }
    const text = this.texts.get(patch) ?? JSON.stringify(patch);
    this.texts.set(patch, text);
    return text;
  }
}

/** @returns nothing when both are the same. Keys with `undefined` count as absent, as they do in JSON. */
export function diff(before: unknown, after: unknown, memo?: DiffMemo): Patch | undefined {
  if (before === after) {
    return undefined;
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    return memo === undefined ? diffArray(before, after) : memo.patch(before, after, () => diffArray(before, after));
  }
  return isDict(before) && isDict(after) ? diffDict(before, after, memo) : ['=', after];
}

function diffArray(before: readonly unknown[], after: readonly unknown[]): Patch | undefined {
  return areThings(before) && areThings(after) ? diffThings(before, after) : diffList(before, after);
}

function diffDict(before: Dict, after: Dict, memo: DiffMemo | undefined): Patch | undefined {
  const changed: [string, Patch][] = [];
  for (const key of Object.keys(after)) {
    const patch = after[key] === undefined ? undefined : diffKey(before, after, key, memo);
    if (patch !== undefined) {
      changed.push([key, patch]);
    }
  }
  const gone = Object.keys(before).filter((key) => before[key] !== undefined && own(after, key) === undefined);
  return changed.length === 0 && gone.length === 0 ? undefined : ['o', Object.fromEntries(changed), gone];
}

function diffKey(before: Dict, after: Dict, key: string, memo: DiffMemo | undefined): Patch | undefined {
  const old = own(before, key);
  return old === undefined ? ['=', after[key]] : diff(old, after[key], memo);
}

function diffList(before: readonly unknown[], after: readonly unknown[]): Patch | undefined {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && same(before[start], after[start])) {
    start += 1;
  }
  let end = 0;
  while (end < shorter - start && same(before[before.length - 1 - end], after[after.length - 1 - end])) {
    end += 1;
  }
  const gone = before.length - start - end;
  const come = after.slice(start, after.length - end);
  return gone === 0 && come.length === 0 ? undefined : ['s', start, gone, come];
}

function same(one: unknown, other: unknown): boolean {
  return diff(one, other) === undefined;
}

function diffThings(before: readonly Thing[], after: readonly Thing[]): Patch | undefined {
  return before.length === after.length && before.every((thing, index) => thing.id === after[index]?.id)
    ? diffInPlace(before, after)
    : diffMoved(before, after);
}

/** Nothing came, went or moved. */
function diffInPlace(before: readonly Thing[], after: readonly Thing[]): Patch | undefined {
  const changed: [string, Patch][] = [];
  before.forEach((thing, index) => {
    const patch = diff(thing, after[index]);
    if (patch !== undefined) {
      changed.push([thing.id, patch]);
    }
  });
  return changed.length === 0 ? undefined : ['k', [], changed, []];
}

function diffMoved(before: readonly Thing[], after: readonly Thing[]): Patch | undefined {
  const places = new Map(before.map((thing, index) => [thing.id, index]));
  const kept = after.filter((thing) => places.has(thing.id));
  const changed: [string, Patch][] = [];
  for (const thing of kept) {
    const patch = diff(before[places.get(thing.id) ?? -1], thing);
    if (patch !== undefined) {
      changed.push([thing.id, patch]);
    }
  }
  const order = kept.map((thing) => places.get(thing.id) ?? -1);
  const steady = longestRising(order);
  const stays = new Set(kept.filter((_, index) => steady.has(index)).map((thing) => thing.id));
  const placed: Placed[] = [];
  after.forEach((thing, index) => {
    if (!stays.has(thing.id)) {
      placed.push([after[index - 1]?.id ?? null, places.has(thing.id) ? thing.id : thing]);
    }
  });
  const ids = new Set(after.map((thing) => thing.id));
  const gone = before.filter((thing) => !ids.has(thing.id)).map((thing) => thing.id);
  return changed.length + placed.length + gone.length === 0 ? undefined : ['k', gone, changed, placed];
}

/** A patch that does not fit what it is applied to, or is none. */
export class PatchError extends Error {
  override readonly name = 'PatchError';
}

/**
 * The value after the change. What did not change keeps its identity.
 * @throws PatchError whatever is wrong with the patch; it comes from the other side
 */
export function applyPatch(before: unknown, patch: unknown): unknown {
  const [kind, ...rest] = list(patch);
  switch (kind) {
    case '=':
      return rest[0];
    case 'o':
      return applyDict(before, rest[0], list(rest[1]));
    case 'k':
      return applyThings(before, list(rest[0]), list(rest[1]), list(rest[2]));
    case 's':
      return applyList(before, rest[0], rest[1], list(rest[2]));
    default:
      throw new PatchError('This is no patch.');
  }
}

function applyDict(before: unknown, changed: unknown, gone: readonly unknown[]): unknown {
  if (!isDict(before) || !isDict(changed)) {
    throw new PatchError('An object was expected.');
  }
  const after: Record<string, unknown> = { ...before };
  for (const key of gone) {
    delete after[text(key)];
  }
  for (const [key, patch] of Object.entries(changed)) {
    const value = applyPatch(own(before, key), patch);
    // An own key, whatever it is called; a plain assignment to `__proto__` would be none.
    Object.defineProperty(after, key, { value, enumerable: true, configurable: true, writable: true });
  }
  return after;
}

function applyList(before: unknown, start: unknown, gone: unknown, come: readonly unknown[]): unknown {
  const items = list(before);
  if (!isCount(start) || !isCount(gone) || start + gone > items.length) {
    throw new PatchError('The list is shorter than that.');
  }
  return items.toSpliced(start, gone, ...come);
}

function applyThings(
  before: unknown,
  gone: readonly unknown[],
  changed: readonly unknown[],
  placed: readonly unknown[],
): unknown {
  if (gone.length === 0 && placed.length === 0 && changed.length < 20) {
    return applyInPlace(list(before), changed);
  }
  const things = new Map(list(before).map((one) => [thing(one).id, thing(one)]));
  for (const id of gone) {
    things.delete(text(id));
  }
  for (const entry of changed) {
    const [id, patch] = list(entry);
    things.set(text(id), thing(applyPatch(known(things, id), patch)));
  }
  const followers = new Map<string | null, Thing>();
  for (const entry of placed) {
    const [after, what] = list(entry);
    const moved = typeof what === 'string' ? known(things, what) : thing(what);
    things.delete(moved.id);
    followers.set(after === null ? null : text(after), moved);
  }
  return chained([...things.values()], followers, things.size + placed.length);
}

/** A few things changed where they stand, which is what most acts do. */
function applyInPlace(before: readonly unknown[], changed: readonly unknown[]): unknown {
  const after = [...before];
  for (const entry of changed) {
    const [id, patch] = list(entry);
    const place = after.findIndex((one) => isThing(one) && one.id === id);
    if (place < 0) {
      throw new PatchError('There is no such thing.');
    }
    after[place] = thing(applyPatch(after[place], patch));
  }
  return after;
}

/** Things in their order, each followed by those that were placed after it. */
function chained(steady: readonly Thing[], followers: Map<string | null, Thing>, size: number): readonly Thing[] {
  const result: Thing[] = [];
  const follow = (id: string | null): void => {
    for (let next = followers.get(id); next !== undefined && result.length < size; next = followers.get(next.id)) {
      result.push(next);
    }
  };
  follow(null);
  for (const one of steady) {
    result.push(one);
    follow(one.id);
  }
  if (result.length !== size) {
    throw new PatchError('Something is placed after a thing that is not there.');
  }
  return result;
}

function known(things: ReadonlyMap<string, Thing>, id: unknown): Thing {
  const found = things.get(text(id));
  if (found === undefined) {
    throw new PatchError('There is no such thing.');
  }
  return found;
}

function thing(value: unknown): Thing {
  if (!isThing(value)) {
    throw new PatchError('A thing with an id was expected.');
  }
  return value;
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) {
    throw new PatchError('A list was expected.');
  }
  return value;
}

function text(value: unknown): string {
  if (typeof value !== 'string') {
    throw new PatchError('A name was expected.');
  }
  return value;
}

function own(dict: Dict, key: string): unknown {
  return Object.hasOwn(dict, key) ? dict[key] : undefined;
}

function isDict(value: unknown): value is Dict {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isThing(value: unknown): value is Thing {
  return isDict(value) && typeof own(value, 'id') === 'string';
}

function areThings(values: readonly unknown[]): values is readonly Thing[] {
  const known = lookedAt.get(values) ?? (values.every(isThing) && new Set(values.map(idOf)).size === values.length);
  lookedAt.set(values, known);
  return known;
}

/** What comes after one change comes before the next. */
const lookedAt = new WeakMap<readonly unknown[], boolean>();
const idOf = (one: Thing): string => one.id;

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
