import { fewestAnswers } from '../retro/limits.js';
import type { BoxName, ParticipantId, RetroState } from '../retro/model.js';
import { boxOf } from '../retro/sealing/content.js';
import type { Purpose, ReplyOf, SealOrder } from '../retro/sealing/messages.js';

/**
 * The people who say that they are done with an open vote or question. Only the number is told, and not to the last: as long as one to
 * three are not ready, the number stays where it does not point at them.
 */
export class Readiness {
  private readonly ready = new Map<Purpose, Set<ParticipantId>>();
  private readonly told = new Map<Purpose, string>();

  constructor(private readonly tellAll: (order: SealOrder) => void) {}

  set(state: RetroState, person: ParticipantId, { purpose, ready }: ReplyOf<'ready'>): void {
    if (!isOpen(state, purpose)) {
      return;
    }
    const people = this.ready.get(purpose) ?? new Set();
    this.ready.set(purpose, people);
    if (ready) {
      people.add(person);
    } else {
      people.delete(person);
    }
  }

  leave(person: ParticipantId): void {
    for (const people of this.ready.values()) {
      people.delete(person);
    }
  }

  /** Everyone begins anew when a question is opened or closed. */
  look(before: RetroState, after: RetroState): void {
    for (const purpose of [...this.ready.keys()]) {
      if (!isOpen(after, purpose) || !isOpen(before, purpose)) {
        this.clear(purpose);
      }
    }
  }

  clear(purpose: Purpose): void {
    this.ready.delete(purpose);
    this.told.delete(purpose);
  }

  /** What all of these are ready for. */
  complete(people: readonly ParticipantId[]): readonly Purpose[] {
    return [...this.ready]
      .filter(([, ready]) => people.length > 0 && people.every((person) => ready.has(person)))
      .map(([purpose]) => purpose);
  }

  /** Tells everyone the numbers that changed. @param of how many take part */
  tell(of: number): void {
    for (const [purpose, people] of this.ready) {
      const ready = people.size >= of ? of : Math.max(0, Math.min(people.size, of - fewestAnswers));
      if (this.told.get(purpose) !== `${ready}/${of}`) {
        this.told.set(purpose, `${ready}/${of}`);
        this.tellAll({ type: 'readiness', purpose, ready, of });
      }
    }
  }
}

function isOpen(state: RetroState, purpose: Purpose): boolean {
  const box: BoxName | undefined = boxOf(purpose);
  return box === undefined ? purpose === 'vote' && state.vote.status === 'open' : state.boxes[box]?.status === 'open';
}
