import type { ActResult } from '../protocol/panelMessages.js';
import type { ParticipantId } from '../retro/model.js';
import { toBase64 } from '../retro/sealing/bytes.js';
import type { SealOrder } from '../retro/sealing/messages.js';
import type { SealRoom } from './seals.js';

/** How long panels have to hand in signed cards, in milliseconds. Whoever is late hands in after the reveal. */
const patience = 5_000;

/** Where the room chose names there is nothing to seal: every panel hands in what its person signed, when the reveal is asked for. */
export class SignedEntries {
  private waiting: { readonly ask: string; readonly people: Set<ParticipantId>; readonly done: () => void } | undefined;

  constructor(
    private readonly room: Pick<SealRoom, 'after' | 'random'>,
    private readonly tellAll: (order: SealOrder) => void,
  ) {}

  collect(people: readonly ParticipantId[]): Promise<ActResult> {
    const ask = toBase64(this.room.random(16));
    return new Promise((resolve) => {
      const done = (): void => {
        cancel();
        this.waiting = undefined;
        resolve({ ok: true });
      };
      const cancel = this.room.after(patience, done);
      this.waiting = { ask, people: new Set(people), done };
      this.tellAll({ type: 'handInSigned', ask });
      this.look();
    });
  }

  answered(person: ParticipantId, ask: string): void {
    if (this.waiting?.ask === ask) {
      this.gone(person);
    }
  }

  gone(person: ParticipantId): void {
    this.waiting?.people.delete(person);
    this.look();
  }

  private look(): void {
    if (this.waiting?.people.size === 0) {
      this.waiting.done();
    }
  }
}
