/** How long, and how many: beyond that, what nobody looks at is let go of. */
export interface UnseenLimits {
  readonly afterMs: number;
  readonly most: number;
}

/** Things that nobody looks at, with how long that has been so. */
export class Unseen<T> {
  /** In milliseconds, the oldest first. */
  private readonly since = new Map<T, number>();
  private timer: NodeJS.Timeout | undefined;

  /**
   * @param letGo is called once for each; it is seen or added again before that happens a second time.
   * @param now milliseconds, from any start.
   */
  constructor(
    private readonly limits: UnseenLimits,
    private readonly letGo: (item: T) => void,
    private readonly now: () => number,
  ) {}

  has(item: T): boolean {
    return this.since.has(item);
  }

  /** From now on nobody looks at it; or somebody needed it a last time, unseen. */
  add(item: T): void {
    this.since.delete(item);
    this.since.set(item, this.now());
    for (const [oldest] of [...this.since].slice(0, -this.limits.most)) {
      this.end(oldest);
    }
    this.timer ??= setTimeout(() => this.look(), this.limits.afterMs);
  }

  /** Somebody looks at it, or it is gone. */
  delete(item: T): void {
    this.since.delete(item);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.since.clear();
  }

  private look(): void {
    this.timer = undefined;
    const now = this.now();
    for (const [item, since] of [...this.since]) {
      const left = since + this.limits.afterMs - now;
      if (left > 0) {
        this.timer = setTimeout(() => this.look(), left);
        return;
      }
      this.end(item);
    }
  }

  private end(item: T): void {
    this.since.delete(item);
    this.letGo(item);
  }
}
