import type { Stamp } from '../actor.js';
import type { EventOf, EventType, RetroEvent } from '../event.js';
import type { RetroState } from '../model.js';
import type { Refused } from '../refusal.js';

/** What one kind of event does. Who may send it and when was checked before. Gives the same state when nothing changes. */
export type Move<T extends EventType> = (state: RetroState, event: EventOf<T>, stamp: Stamp) => RetroState | Refused;

/** The moves for all events of one area. */
export type Moves<Area extends RetroEvent> = { readonly [T in Area['type']]: Move<T> };

/** The same without one optional field: a field that is absent is not the same as one that is `undefined`. */
export function without<T extends object, K extends keyof T>(whole: T, key: K): Omit<T, K> {
  if (!(key in whole)) {
    return whole;
  }
  const { [key]: _, ...rest } = whole;
  return rest;
}

/** Replaces the item of that id, or gives nothing when there is none. */
export function replaced<T extends { readonly id: string }>(
  items: readonly T[],
  id: string,
  change: (item: T) => T,
): readonly T[] | undefined {
  const index = items.findIndex((item) => item.id === id);
  const found = items[index];
  return found === undefined ? undefined : items.with(index, change(found));
}
