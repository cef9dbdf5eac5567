import type { RetroState } from '../retro/model.js';
import type { Journal } from './journal.js';
import { forgetsSomething, type Kept, keptRetro, writeChange, writeWhole } from './kept.js';
import type { SavedSeats } from './seats.js';

/** Ids of acts that are remembered, so that one that is sent again is not done again. Many minutes of a busy room. */
const actsKept = 5000;
/** UTF-16 units after which the journal begins anew, at least; a room with more in it waits for four times its own size. */
const startOverAfter = 1_000_000;

/** What whoever runs the room is told about its journal. */
export interface JournalTrouble {
  /** The disk does not take it any more. The room goes on. Told once, until it is written again. */
  notKept(): void;
  /** The retro is finished, and what was written of it could not be taken away. */
  notErased(error: unknown): void;
}

/** Writes down what a room is, as it changes, until its retro is finished: then nothing is left. Resolves in the order of the changes. */
export class RoomKeeper {
  private kept: Kept;
  private written = 0;
  private size = 0;
  private readonly acts: string[];
  private lastTrouble: unknown;
  private over = false;
  private last: Promise<void> = Promise.resolve();
  private version = 0;
  /** The journal begins anew as soon as the last writing is done; what changes until then is in it. */
  private startsOver: Promise<void> | undefined;

  constructor(
    private readonly journal: Journal,
    private room: Kept['room'],
    private state: RetroState,
    seats: SavedSeats,
    acts: readonly string[],
    private readonly trouble: JournalTrouble,
  ) {
    this.acts = [...acts];
    this.kept = this.keptOf(state, seats);
  }

  /** The first entry. @throws when nothing can be written */
  begin(version: number): Promise<void> {
    return this.journal.restart(this.whole(version));
  }

  /** The room has another invitation; written with the next change. */
  setRoom(room: Kept['room']): void {
    this.room = room;
  }

  /** @param act the id of the act that did it, to be known again after a crash */
  keep(version: number, state: RetroState, seats: SavedSeats, act?: string): Promise<void> {
    if (state.finishedAt !== undefined) {
      this.last = this.over ? this.last : this.erase();
      return this.last;
    }
    this.version = version;
    const before = this.kept;
    const forget = forgetsSomething(this.state, state);
    this.kept = this.keptOf(state, seats);
    this.state = state;
    if (act !== undefined) {
      this.acts.push(act);
      this.acts.splice(0, this.acts.length - actsKept);
    }
    const isBroken = this.lastTrouble !== undefined;
    if (this.startsOver !== undefined) {
      return this.startsOver;
    }
    if (forget || isBroken || this.written > Math.max(startOverAfter, 4 * this.size)) {
      this.last = this.startSoon();
    } else {
      this.append(writeChange(version, before, this.kept, act));
    }
    // What needs no entry does not overtake what does.
    return this.last;
  }

  private append(change: string | undefined): void {
    if (change !== undefined) {
      this.written += change.length;
      this.last = this.journal.append(change).catch(() => this.startOver());
    }
  }

  /** One whole entry for all changes that come while an earlier one is written: it is long on a full board. */
  private startSoon(): Promise<void> {
    this.startsOver = this.last.then(() => {
      this.startsOver = undefined;
      return this.startOver();
    });
    return this.startsOver;
  }

  /** The hub stops. A finished retro that could not be erased before is tried once more. */
  stop(): Promise<void> {
    return this.over ? this.erase() : this.journal.stop();
  }

  private async erase(): Promise<void> {
    this.over = true;
    await this.journal.erase().catch((error: unknown) => this.trouble.notErased(error));
  }

  private async startOver(): Promise<void> {
    if (this.over) {
      return;
    }
    try {
      await this.journal.restart(this.whole(this.version));
      this.lastTrouble = undefined;
    } catch (error) {
      if (this.lastTrouble === undefined) {
        this.trouble.notKept();
      }
      this.lastTrouble = error;
    }
  }

  private whole(version: number): string {
    const entry = writeWhole(version, this.kept, this.acts);
    this.size = entry.length;
    this.written = 0;
    return entry;
  }

  private keptOf(state: RetroState, seats: SavedSeats): Kept {
    const retro = keptRetro(state);
    return { room: this.room, seats, ...(retro === undefined ? {} : { retro }) };
  }
}
