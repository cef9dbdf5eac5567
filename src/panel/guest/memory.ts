import * as v from 'valibot';
import { secretSchema } from '../../protocol/entrance.js';
import { type Drafts, draftsSchema } from '../../protocol/panelMessages.js';

/**
 * What a guest's page keeps. The seat is for all tabs of this browser, so that whoever closed one by mistake is the same person
 * again; what was typed is for one tab, and goes with it. Both go when the room does. A browser that keeps nothing gives a page
 * that forgets on reload, and nothing worse.
 */
const seatSchema = v.object({ credential: secretSchema, name: v.string(), at: v.number() });
export type Seat = v.InferOutput<typeof seatSchema>;

/** A retro that was left open is over after this time, in milliseconds: what opens it is dropped. */
const longestRetro = 24 * 60 * 60 * 1000;
const prefix = 'common-ground';

export function readSeat(room: string): Seat | undefined {
  const parsed = v.safeParse(
    seatSchema,
    read(() => localStorage, `${prefix}:seat:${room}`),
  );
  return parsed.success && Date.now() - parsed.output.at < longestRetro ? parsed.output : undefined;
}

/** @returns whether it is kept */
export function keepSeat(room: string, seat: Omit<Seat, 'at'>): boolean {
  return write(() => localStorage, `${prefix}:seat:${room}`, { ...seat, at: Date.now() });
}

export function readDrafts(room: string): Drafts {
  const parsed = v.safeParse(
    draftsSchema,
    read(() => sessionStorage, `${prefix}:drafts:${room}`),
  );
  return parsed.success ? parsed.output : { cards: {}, votes: {}, boxes: {} };
}

export function keepDraftsOf(room: string, drafts: Drafts): void {
  write(() => sessionStorage, `${prefix}:drafts:${room}`, drafts);
}

/** Whether single letters are keys; for all rooms. */
export function readSingleKeys(): boolean | undefined {
  const kept = read(() => localStorage, `${prefix}:keys`);
  return typeof kept === 'boolean' ? kept : undefined;
}

export function keepSingleKeys(chosen: boolean): void {
  write(() => localStorage, `${prefix}:keys`, chosen);
}

/** The room is over: nothing of it is left in this browser. */
export function forget(room: string): void {
  attempt(() => localStorage.removeItem(`${prefix}:seat:${room}`));
  attempt(() => sessionStorage.removeItem(`${prefix}:drafts:${room}`));
}

/** Seats of retros that are long over. */
export function forgetOld(): void {
  attempt(() => {
    for (const key of Object.keys(localStorage).filter((name) => name.startsWith(`${prefix}:seat:`))) {
      const room = key.slice(`${prefix}:seat:`.length);
      if (readSeat(room) === undefined) {
        localStorage.removeItem(key);
      }
    }
  });
}

function read(storage: () => Storage, key: string): unknown {
  return attempt(() => JSON.parse(storage().getItem(key) ?? 'null'));
}

function write(storage: () => Storage, key: string, value: unknown): boolean {
  return (
    attempt(() => {
      storage().setItem(key, JSON.stringify(value));
      return true;
    }) ?? false
  );
}

/** Storage may be full, forbidden or absent; even to name it can throw. */
function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
