/** Who may come back as whom. Of a credential only its SHA-256 is known here; it has 256 random bits, so that needs no salt. */
import { createHash, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import type { ParticipantId } from '../retro/model.js';
import { newSecret, type World } from './world.js';

const hashSchema = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));
/**
 * A seat's credential, and the one that follows it: given out and not yet confirmed. Either opens the seat, so that an answer that
 * was lost locks nobody out; once the next is confirmed the old one is void.
 */
export const seatsSchema = v.record(
  v.string(),
  v.object({ now: v.exactOptional(hashSchema), next: v.exactOptional(hashSchema) }),
);
export type SavedSeats = v.InferOutput<typeof seatsSchema>;

export class Seats {
  constructor(
    private seats: SavedSeats,
    private readonly world: World,
  ) {}

  /** Plain data that keeps its identity until something changes. */
  get saved(): SavedSeats {
    return this.seats;
  }

  /** A credential for the next time. The one before it stays good until {@link confirm}. */
  issue(person: ParticipantId): string {
    const credential = newSecret(this.world);
    this.seats = { ...this.seats, [person]: { ...this.seats[person], next: hashOf(credential) } };
    return credential;
  }

  /** What the person's client called its first coming in opens the seat until the first credential is confirmed. */
  remember(person: ParticipantId, once: string): void {
    this.seats = { ...this.seats, [person]: { now: hashOf(once) } };
  }

  forget(person: ParticipantId): void {
    const { [person]: _gone, ...rest } = this.seats;
    this.seats = rest;
  }

  /** The person has the credential that was issued last; the one before is void. */
  confirm(person: ParticipantId): void {
    const next = this.seats[person]?.next;
    if (next !== undefined) {
      this.seats = { ...this.seats, [person]: { now: next } };
    }
  }

  /** Whose credential it is. Looks at every seat, whatever it finds. Whoever has the next one needs the old one no more. */
  open(credential: string): ParticipantId | undefined {
    const hash = hashOf(credential);
    let holder: { readonly person: ParticipantId; readonly hasNext: boolean } | undefined;
    for (const [person, { now, next }] of Object.entries(this.seats)) {
      const isNow = now !== undefined && equalSecrets(now, hash);
      const isNext = next !== undefined && equalSecrets(next, hash);
      holder = isNow || isNext ? { person, hasNext: isNext } : holder;
    }
    if (holder?.hasNext) {
      this.confirm(holder.person);
    }
    return holder?.person;
  }
}

/** In constant time, also where lengths differ. */
export function equalSecrets(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function hashOf(credential: string): string {
  return digest(credential).toString('base64url');
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
