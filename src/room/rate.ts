/** A token bucket: so much at once, so much a second after that. */
export class Rate {
  private left: number;
  private at: number;

  constructor(
    private readonly burst: number,
    private readonly perSecond: number,
    private readonly now: () => number,
  ) {
    this.left = burst;
    this.at = now();
  }

  /** @returns whether that was still within the rate; taken it is also if not */
  take(amount: number): boolean {
    this.refill();
    this.left -= amount;
    return this.left >= 0;
  }

  /** @returns whether there was as much; only then it is taken */
  takeIfLeft(amount: number): boolean {
    this.refill();
    return this.left >= amount && this.take(amount);
  }

  private refill(): void {
    const now = this.now();
    // A clock that was set back gives nothing, and takes nothing away.
    this.left = Math.min(this.burst, this.left + (Math.max(0, now - this.at) * this.perSecond) / 1000);
    this.at = now;
  }
}
