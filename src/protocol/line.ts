import { textOf } from './frames.js';
import type { Port } from './rpc.js';

/** A {@link Port} that begins, ends, and says why it ended. Sockets, pipes through the editor and lines within one process are some. */
export interface Line extends Port {
  /** Ends it from here. @param code one of `closeCodes`, 1000 when absent */
  close(code?: number): void;
  /** Told once, also when {@link close} was called here. @returns ends the subscription */
  onClosed(run: (code: number) => void): () => void;
}

/** What all lines have in common: who listens, and that a line ends once. */
export abstract class ListenedLine implements Line {
  private readonly listeners = new Set<(message: unknown) => void>();
  private readonly enders = new Set<(code: number) => void>();
  private over = false;

  protected get ended(): boolean {
    return this.over;
  }

  abstract send(message: unknown): void;

  abstract close(code?: number): void;

  onMessage(listen: (message: unknown) => void): () => void {
    this.listeners.add(listen);
    return () => this.listeners.delete(listen);
  }

  onClosed(run: (code: number) => void): () => void {
    this.enders.add(run);
    return () => this.enders.delete(run);
  }

  /** What arrives after the end is for nobody. */
  protected deliver(message: unknown): void {
    if (!this.over) {
      for (const listen of [...this.listeners]) {
        listen(message);
      }
    }
  }

  protected end(code: number): void {
    if (!this.over) {
      this.over = true;
      for (const run of [...this.enders]) {
        run(code);
      }
    }
  }
}

/** Two ends of a line within one process. Messages are copied as a socket would, and arrive one after the other, later. */
export function linePair(later: (run: () => void) => void): readonly [Line, Line] {
  const one = new PairEnd(later);
  const other = new PairEnd(later);
  one.other = other;
  other.other = one;
  return [one, other];
}

class PairEnd extends ListenedLine {
  other: PairEnd | undefined;

  constructor(private readonly later: (run: () => void) => void) {
    super();
  }

  send(message: unknown): void {
    if (this.ended) {
      throw new Error('The line is closed.');
    }
    const text = textOf(message);
    this.later(() => this.other?.deliver(JSON.parse(text)));
  }

  close(code = 1000): void {
    if (!this.ended) {
      this.end(code);
      // What was sent before the end arrives before the end.
      this.later(() => this.other?.end(code));
    }
  }
}
