import type { CueTable } from './cueTable.js';
import { requiredMasks } from './requiredMasks.js';
import { type Rows, rowsOf } from './rows.js';

/** The words of one text that a scan came across, and the patterns that they are enough for. */
export class WordsMet {
  private readonly weights: Float64Array;
  private readonly lists: Rows;
  private readonly anchored: Rows;
  private readonly cues: Rows;
  private readonly reaches: Rows;
  private readonly required: Rows;
  /** See {@link requiredMasks}. */
  private readonly masks: Rows;
  /** Beside each cue that a list calls for: the bit of what it asks for first. */
  private readonly firsts: Int32Array;
  /** The required words that this text has, as bits. */
  private readonly bits: Int32Array;
  private readonly owners: Int32Array;
  private readonly always: readonly number[];
  /** By list and by pattern: the text in which it was last met. */
  private readonly met: Int32Array;
  private readonly found: Int32Array;
  private now = 0;
  /** The lists met in this text that call for a look at cues. */
  private readonly called: Int32Array;
  private calls = 0;
  /** By list: the last time that one of its words was met. Times have their place, and the time before for the same list. */
  private readonly last: Int32Array;
  private places = new Int32Array(512);
  private before = new Int32Array(512);
  private times = 0;
  /** See {@link Scan}. */
  sum = 0;
  most = 0;
  /** What the words of the sentence at hand add. */
  private gain = 0;

  constructor(table: CueTable) {
    this.weights = Float64Array.from(table.weights);
    this.lists = rowsOf(table.lists);
    this.anchored = rowsOf(table.anchored);
    this.cues = rowsOf(table.cues);
    this.reaches = rowsOf(table.reaches);
    this.required = rowsOf(table.required);
    this.masks = requiredMasks(table);
    this.firsts = this.anchored.values.map((cue) => table.seconds[cue] ?? 0);
    this.bits = new Int32Array((table.required.length >> 5) + 1);
    this.owners = Int32Array.from(table.owners);
    this.always = table.always;
    this.met = new Int32Array(table.anchored.length);
    this.last = new Int32Array(table.anchored.length);
    this.called = new Int32Array(table.anchored.length);
    this.found = new Int32Array(table.patterns);
  }

  /** Forgets the text before. */
  clear(): void {
    this.now = this.now === 0x7fff_ffff ? 1 : this.now + 1;
    this.bits.fill(0);
    this.calls = 0;
    this.times = 0;
    this.sum = 0;
    this.most = 0;
    this.gain = 0;
  }

  /** A sentence is over. */
  part(): void {
    this.most = Math.max(this.most, this.gain);
    this.gain = 0;
  }

  /** Takes in a word. */
  meet(kind: number, place: number): void {
    const weight = this.weights[kind] ?? 0;
    this.sum += weight;
    if (weight > 0) {
      this.gain += weight;
    }
    this.mark(kind);
    const { met, last, now, lists, anchored } = this;
    const end = lists.starts[kind + 1] ?? 0;
    for (let at = lists.starts[kind] ?? 0; at < end; at++) {
      const list = lists.values[at] ?? 0;
      const isNew = met[list] !== now;
      if (isNew) {
        met[list] = now;
        if (anchored.starts[list] !== anchored.starts[list + 1]) {
          this.called[this.calls++] = list;
        }
      }
      const time = this.times++;
      if (time === this.places.length) {
        this.grow();
      }
      this.places[time] = place;
      this.before[time] = isNew ? -1 : (last[list] ?? -1);
      last[list] = time;
    }
  }

  private mark(kind: number): void {
    const { bits } = this;
    const { starts, values } = this.masks;
    const end = starts[kind + 1] ?? 0;
    for (let at = starts[kind] ?? 0; at < end; at += 2) {
      const place = values[at] ?? 0;
      bits[place] = (bits[place] ?? 0) | (values[at + 1] ?? 0);
    }
  }

  private grow(): void {
    const { places, before } = this;
    this.places = new Int32Array(places.length * 2);
    this.places.set(places);
    this.before = new Int32Array(before.length * 2);
    this.before.set(before);
  }

  /** The patterns that can match, in order. */
  patterns(): readonly number[] {
    if (this.calls === 0) {
      return this.always;
    }
    const patterns = [...this.always];
    const { anchored, firsts, owners, found, now } = this;
    for (let call = 0; call < this.calls; call++) {
      const list = this.called[call] ?? 0;
      const end = anchored.starts[list + 1] ?? 0;
      for (let at = anchored.starts[list] ?? 0; at < end; at++) {
        if (!this.isMet(firsts[at] ?? 0)) {
          continue;
        }
        const cue = anchored.values[at] ?? 0;
        const owner = owners[cue] ?? 0;
        if (found[owner] !== now && this.isThere(cue) && this.isInReach(cue)) {
          found[owner] = now;
          patterns.push(owner);
        }
      }
    }
    return patterns.length > 1 ? patterns.sort((a, b) => a - b) : patterns;
  }

  /** Whether all that a cue requires was met. */
  private isThere(cue: number): boolean {
    const { starts, values } = this.cues;
    const end = starts[cue + 1] ?? 0;
    for (let at = starts[cue] ?? 0; at < end; at++) {
      if (!this.isMet(values[at] ?? 0)) {
        return false;
      }
    }
    return true;
  }

  private isMet(required: number): boolean {
    return ((this.bits[required >> 5] ?? 0) & (1 << (required & 31))) !== 0;
  }

  /** Whether what a cue requires was met in its order, each word in the reach of the one before. */
  private isInReach(cue: number): boolean {
    const { starts, values } = this.cues;
    const end = starts[cue + 1] ?? 0;
    const start = starts[cue] ?? 0;
    if (end - start < 2) {
      return true;
    }
    let here = this.placesOf(values[start] ?? 0);
    for (let at = start + 1; at < end && here.length > 0; at++) {
      const reach = this.reaches.values[at] ?? 0;
      const from = here;
      here = this.placesOf(values[at] ?? 0).filter((place) =>
        from.some((other) => other <= place && place - other <= reach),
      );
    }
    return here.length > 0;
  }

  /** Where a required word was met. */
  private placesOf(required: number): readonly number[] {
    const { met, last, now, places, before } = this;
    const { starts, values } = this.required;
    const found: number[] = [];
    const end = starts[required + 1] ?? 0;
    for (let at = starts[required] ?? 0; at < end; at++) {
      const list = values[at] ?? 0;
      if (met[list] === now) {
        for (let time = last[list] ?? -1; time >= 0; time = before[time] ?? -1) {
          found.push(places[time] ?? 0);
        }
      }
    }
    return found;
  }
}
