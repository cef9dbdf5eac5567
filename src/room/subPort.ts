import type { Port } from '../protocol/rpc.js';

/** A share of a line: sends on it, and hears what is handed to it. */
export class SubPort implements Port {
  private readonly listeners = new Set<(message: unknown) => void>();

  constructor(readonly send: (message: unknown) => void) {}

  onMessage(listen: (message: unknown) => void): () => void {
    this.listeners.add(listen);
    return () => this.listeners.delete(listen);
  }

  hear(message: unknown): void {
    for (const listen of [...this.listeners]) {
      listen(message);
    }
  }
}
