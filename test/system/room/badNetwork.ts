import type { Line } from '../../../src/protocol/line.js';

export interface Badness {
  /** Every so many messages, one is lost, each way. */
  readonly loses: number;
  /** Chance that a message is the last one on its line. */
  readonly cuts: number;
  /** Milliseconds that a message takes at most. Their order stays. */
  readonly delays: number;
  readonly chance: () => number;
}

/** A line over a network that loses, delays and cuts until it is told to be good again. */
export class BadLine implements Line {
  private readonly counts = { out: 0, in: 0 };
  private readonly listeners = new Set<(message: unknown) => void>();
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly line: Line,
    private readonly badness: Badness,
    private readonly isGood: () => boolean,
  ) {
    line.onMessage((message) => this.arrive(message));
  }

  send(message: unknown): void {
    if (!this.loses('out')) {
      this.line.send(message);
    }
  }

  onMessage(listen: (message: unknown) => void): () => void {
    this.listeners.add(listen);
    return () => this.listeners.delete(listen);
  }

  onClosed(run: (code: number) => void): () => void {
    return this.line.onClosed(run);
  }

  close(code?: number): void {
    this.line.close(code);
  }

  private arrive(message: unknown): void {
    if (this.loses('in')) {
      return;
    }
    const wait = this.badness.chance() * this.badness.delays;
    this.queue = this.queue.then(async () => {
      await new Promise((done) => setTimeout(done, wait));
      for (const listen of [...this.listeners]) {
        listen(message);
      }
    });
  }

  private loses(way: 'in' | 'out'): boolean {
    if (this.isGood()) {
      return false;
    }
    if (this.badness.chance() < this.badness.cuts) {
      this.line.close(1006);
      return true;
    }
    this.counts[way] += 1;
    return this.counts[way] % this.badness.loses === 0;
  }
}
