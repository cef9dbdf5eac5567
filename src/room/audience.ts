import { closeReasons } from '../protocol/closeCodes.js';
import { DiffMemo } from '../protocol/patch.js';
import type { ParticipantId } from '../retro/model.js';
import type { News } from './fanOut.js';
import type { World } from './world.js';

/** One person's line, as the room knows it. */
export interface Seat {
  /** @param memo what was compared for others already */
  show(news: News, memo: DiffMemo): void;
  beat(): void;
  /** Ends the line. */
  close(code: number): void;
}

/** Everyone who has a line, and what they were shown. Changes that come in one moment are shown as one. */
export class Audience {
  private readonly seats = new Map<ParticipantId, Seat>();
  private showing: Promise<void> | undefined;

  constructor(
    private readonly world: World,
    private news: News,
  ) {}

  /** What everyone has been shown, or is being shown now. */
  get shown(): News {
    return this.news;
  }

  has(person: ParticipantId): boolean {
    return this.seats.has(person);
  }

  get size(): number {
    return this.seats.size;
  }

  /** The newest line of a person is theirs. @returns whether there was an older one; it is closed */
  put(person: ParticipantId, seat: Seat): boolean {
    const older = this.seats.get(person);
    this.seats.set(person, seat);
    older?.close(closeReasons.elsewhere.code);
    return older !== undefined;
  }

  /** @returns whether it was the line of this person, and not one that was replaced before */
  remove(person: ParticipantId, seat: Seat): boolean {
    return this.seats.get(person) === seat && this.seats.delete(person);
  }

  /** Ends the lines of people who were put out. */
  expel(people: readonly ParticipantId[]): void {
    for (const person of people) {
      this.seats.get(person)?.close(closeReasons.putOut.code);
    }
  }

  show(news: News): void {
    this.news = news;
    this.showing ??= new Promise((done) => {
      this.world.soon(() => {
        this.showing = undefined;
        const memo = new DiffMemo();
        for (const seat of [...this.seats.values()]) {
          seat.show(this.news, memo);
        }
        done();
      });
    });
  }

  /** Resolves when everything that was to be shown was sent. */
  settled(): Promise<void> {
    return this.showing ?? Promise.resolve();
  }

  beat(): void {
    for (const seat of [...this.seats.values()]) {
      seat.beat();
    }
  }

  end(code: number): void {
    for (const seat of [...this.seats.values()]) {
      seat.close(code);
    }
    this.seats.clear();
  }
}
