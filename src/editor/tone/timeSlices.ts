/** Time and rest, handed in so that tests need no clock. */
export interface SliceClock {
  /** Milliseconds, from any start. */
  now(): number;
  /** Calls back after whatever else waits for the thread had its turn. */
  rest(next: () => void): void;
}

/** Work that was handed over; it ends by itself or is stopped. */
export interface SlicedJob {
  /** Resolves to true when the work came to its end, to false when it was stopped; rejects with what it threw. */
  readonly done: Promise<boolean>;
  stop(): void;
}

interface Entry {
  readonly work: Iterator<void>;
  readonly settle: (ended: boolean) => void;
  readonly fail: (reason: unknown) => void;
}

/**
 * Does long work in short turns, so that whoever shares the thread never waits for long. Several jobs take steps in turn,
 * and all of them together stay within one slice.
 */
export class TimeSlices {
  private readonly entries: Entry[] = [];
  private resting = false;

  /** @param sliceMs how long at a stretch; the last step may go over it. */
  constructor(
    private readonly clock: SliceClock,
    private readonly sliceMs: number,
  ) {}

  /** Milliseconds, from any start. */
  now(): number {
    return this.clock.now();
  }

  /** The first steps are taken at once, so that short work is done without a rest. */
  run(work: Iterator<void>): SlicedJob {
    const { promise, resolve, reject } = withResolvers();
    const entry: Entry = { work, settle: resolve, fail: reject };
    this.entries.push(entry);
    if (!this.resting) {
      this.takeTurns();
    }
    return { done: promise, stop: () => this.stop(entry) };
  }

  private takeTurns(): void {
    this.resting = false;
    const end = this.clock.now() + this.sliceMs;
    for (let entry = this.entries.shift(); entry !== undefined; entry = this.entries.shift()) {
      this.step(entry);
      if (this.clock.now() >= end) {
        break;
      }
    }
    if (this.entries.length > 0) {
      this.resting = true;
      this.clock.rest(() => this.takeTurns());
    }
  }

  private step(entry: Entry): void {
    try {
      if (entry.work.next().done === true) {
        entry.settle(true);
      } else {
        this.entries.push(entry);
      }
    } catch (error) {
      entry.fail(error);
    }
  }

  private stop(entry: Entry): void {
    const index = this.entries.indexOf(entry);
    if (index >= 0) {
      this.entries.splice(index, 1);
      entry.work.return?.();
      entry.settle(false);
    }
  }
}

function withResolvers(): {
  promise: Promise<boolean>;
  resolve: (ended: boolean) => void;
  reject: (reason: unknown) => void;
} {
  let resolve: (ended: boolean) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<boolean>((onEnd, onError) => {
    resolve = onEnd;
    reject = onError;
  });
  return { promise, resolve, reject };
}
