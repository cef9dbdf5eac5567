/** Where someone who takes a place comes from. */
export interface Arrival {
  /** As {@link Addresses} gives it; absent where one address stands for many people. */
  readonly address?: string | undefined;
  /** Says that they were here before. It is a hint that anyone can give. */
  readonly returning?: boolean;
}

export interface PlaceRules {
  readonly inAll: number;
  /** Places of one address. */
  readonly perAddress: number;
  /** Of all places, those that others give back when people who return need them. None when absent. */
  readonly forReturning?: number;
}

/** A holder that has to go, so that someone new has a place. `address`: its address had as many as it may have. */
export interface MakesWay<T> {
  readonly holder: T;
  readonly why: 'address' | 'full';
}

interface Place extends Arrival {
  since: number;
  renewed: boolean;
}

/** A bounded number of places. Where they run out the oldest holder makes way for the new one, so nobody can keep others out for long. */
export class Places<T> {
  /** The oldest first. */
  private readonly places = new Map<T, Place>();

  /** @param now milliseconds */
  constructor(
    private readonly rules: PlaceRules,
    private readonly now: () => number = Date.now,
  ) {}

  get size(): number {
    return this.places.size;
  }

  has(holder: T): boolean {
    return this.places.has(holder);
  }

  /** @param isFull one has to go even if there are places left here. @returns who; their place is free already */
  take(holder: T, arrival: Arrival = {}, isFull = false): MakesWay<T> | undefined {
    const oldest = this.oldestOf(arrival.address);
    const full = isFull || this.places.size >= this.rules.inAll;
    const way: MakesWay<T> | undefined = oldest ?? (full ? this.oldestFor(arrival.returning === true) : undefined);
    if (way !== undefined) {
      this.places.delete(way.holder);
    }
    this.places.set(holder, { ...arrival, since: this.now(), renewed: false });
    return way;
  }

  leave(holder: T): void {
    this.places.delete(holder);
  }

  /** Makes a holder the youngest, once: others make way before it. */
  renew(holder: T): void {
    const place = this.places.get(holder);
    if (place?.renewed === false) {
      this.places.delete(holder);
      this.places.set(holder, { ...place, renewed: true });
    }
  }

  /** Holders of more than so many milliseconds, while more than half of the places are taken. */
  overdue(milliseconds: number): readonly T[] {
    const before = this.now() - milliseconds;
    return this.places.size * 2 > this.rules.inAll
      ? [...this.places].filter(([, { since }]) => since < before).map(([holder]) => holder)
      : [];
  }

  private oldestOf(address: string | undefined): MakesWay<T> | undefined {
    if (address === undefined) {
      return undefined;
    }
    const own = [...this.places].filter(([, place]) => place.address === address);
    const [oldest] = own;
    return oldest !== undefined && own.length >= this.rules.perAddress
      ? { holder: oldest[0], why: 'address' }
      : undefined;
  }

  private oldestFor(returning: boolean): MakesWay<T> | undefined {
    const { forReturning = 0 } = this.rules;
    const all = [...this.places];
    const held = all.filter(([, place]) => place.returning === true).length;
    const fromReturning = returning ? held >= forReturning : held > forReturning;
    const oldest = all.find(([, place]) => (place.returning === true) === fromReturning) ?? all[0];
    return oldest && { holder: oldest[0], why: 'full' };
  }
}
