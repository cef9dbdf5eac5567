/** A set of 32-bit hashes that is asked far more often than it is told. */
export class HashSet {
  /** 0 where a slot is free: no hash that matters is 0. */
  private readonly slots: Int32Array;
  private readonly mask: number;

  constructor(hashes: readonly number[]) {
    const slots = 2 << (32 - Math.clz32(hashes.length));
    this.slots = new Int32Array(slots);
    this.mask = slots - 1;
    for (const hash of hashes) {
      this.slots[this.slotOf(hash)] = hash;
    }
  }

  has(hash: number): boolean {
    return this.slots[this.slotOf(hash)] === hash;
  }

  /** Where a hash is, or where it would be. */
  private slotOf(hash: number): number {
    const { slots, mask } = this;
    let slot = hash & mask;
    while (slots[slot] !== 0 && slots[slot] !== hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
