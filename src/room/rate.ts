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

  /** @returns whether that was still within the rate */
  take(amount: number): boolean {
    const now = this.now();
    // A clock that was set back gives nothing, and takes nothing away.
    this.left = Math.min(this.burst, this.left + (Math.max(0, now - this.at) * this.perSecond) / 1000);
    this.at = now;
    this.left -= amount;
    return this.left >= 0;
  }
}
