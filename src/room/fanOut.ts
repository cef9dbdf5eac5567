import type { RetroState } from '../retro/model.js';

/** A room as it stands after a change that is in the journal. */
export interface News {
  readonly version: number;
  readonly state: RetroState;
}

/**
 * Carries news from whoever changes a room to all who hold lines of its people. Within one process that is a call. Where many hubs
 * serve one room, the publisher sends the entry that it wrote to the journal and each hub applies it: the same stream does both.
 */
export interface FanOut {
  publish(room: string, news: News): void;
  /** @returns ends the subscription */
  subscribe(room: string, listen: (news: News) => void): () => void;
}

export class MemoryFanOut implements FanOut {
  private readonly rooms = new Map<string, Set<(news: News) => void>>();

  publish(room: string, news: News): void {
    for (const listen of [...(this.rooms.get(room) ?? [])]) {
      listen(news);
    }
  }

  subscribe(room: string, listen: (news: News) => void): () => void {
    const listeners = this.rooms.get(room) ?? new Set();
    this.rooms.set(room, listeners.add(listen));
    return () => {
      listeners.delete(listen);
      if (listeners.size === 0) {
        this.rooms.delete(room);
      }
    };
  }
}
