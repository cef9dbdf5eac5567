import type { CueTable } from './cueTable.js';
import { apostrophe, hashSeed, hashStep, jointCode, wordCode } from './wordHash.js';

/** What one pass over a sentence found. */
export interface Scan {
  /** The patterns that can match, by number; empty for nearly all ordinary sentences. */
  readonly patterns: readonly number[];
  /** The sum of the words' own weights. */
  readonly sum: number;
  /** What {@link sum} can be at most for any part of the text. */
  readonly most: number;
  /** There are words that could read otherwise once markup is taken out: `sh**t**`, an address behind a hyphen. */
  readonly unsure: boolean;
}

const space = 32;
const star = 42;
const dot = 46;
const colon = 58;
const mention = 64;

/** Rows of numbers, one after the other: row `n` is from `starts[n]` to before `starts[n + 1]`. */
interface Rows {
  readonly starts: Int32Array;
  readonly values: Int32Array;
}

function rowsOf(rows: readonly (readonly number[])[]): Rows {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, number) => {
    starts[number + 1] = (starts[number] ?? 0) + row.length;
  });
  const values = new Int32Array(starts[rows.length] ?? 0);
  rows.forEach((row, number) => {
    values.set(row, starts[number]);
  });
  return { starts, values };
}

/**
 * One cheap pass over a sentence that says which patterns can match at all: each pattern needs one word of each of its required sets.
 * A hash per word, no strings, no parser. It can only err towards looking closer.
 */
export class CueNet {
  /** A hash table of words: their hashes, and beside them their kinds plus one; 0 is a free slot. */
  private readonly hashes: Int32Array;
  private readonly kinds: Int32Array;
  private readonly mask: number;
  private readonly weights: Float64Array;
  private readonly lists: Rows;
  private readonly anchored: Rows;
  private readonly cues: Rows;
  private readonly required: Rows;
  private readonly owners: Int32Array;
  private readonly always: readonly number[];
  /** By list and by pattern: the text in which it was last met. */
  private readonly met: Int32Array;
  private readonly found: Int32Array;
  private now = 0;
  /** The lists met in this text that call for a look at cues. */
  private readonly called: Int32Array;
  private calls = 0;
  private sum = 0;
  private most = 0;
  private unsure = false;

  constructor(table: CueTable) {
    const slots = 1 << (34 - Math.clz32(table.hashes.length));
    this.hashes = new Int32Array(slots);
    this.kinds = new Int32Array(slots);
    this.mask = slots - 1;
    this.weights = Float64Array.from(table.weights);
    this.lists = rowsOf(table.lists);
    this.anchored = rowsOf(table.anchored);
    this.cues = rowsOf(table.cues);
    this.required = rowsOf(table.required);
    this.owners = Int32Array.from(table.owners);
    this.always = table.always;
    this.met = new Int32Array(table.anchored.length);
    this.found = new Int32Array(table.patterns);
    this.called = new Int32Array(table.anchored.length);
    for (let word = 0; word < table.hashes.length; word++) {
      this.put(table.hashes[word] ?? 0, (table.kinds[word] ?? 0) + 1);
    }
  }

  private put(hash: number, kind: number): void {
    let slot = hash & this.mask;
    while (this.kinds[slot] !== 0) {
      slot = (slot + 1) & this.mask;
    }
    this.hashes[slot] = hash;
    this.kinds[slot] = kind;
  }

  /**
   * Reads a text once, up to `limit` characters: a sentence without its markup, or a whole text as it was written. What the scan of
   * a text does not find, the scans of its sentences do not find, unless it is unsure.
   */
  scan(text: string, limit: number): Scan {
    this.now = (this.now + 1) | 0;
    this.calls = 0;
    this.sum = 0;
    this.most = 0;
    this.unsure = false;
    this.scanWords(text, Math.min(text.length, limit));
    return {
      patterns: this.calls === 0 ? this.always : this.candidates(),
      sum: this.sum,
      most: this.most,
      unsure: this.unsure,
    };
  }

  /** Looks up the hash of each word; of `priya's` also that of `priya`. */
  private scanWords(text: string, length: number): void {
    let hash = hashSeed;
    let inside = false;
    let beforeApostrophe = 0;
    let jointed = false;
    for (let at = 0; at <= length; at++) {
      const raw = at < length ? text.charCodeAt(at) : space;
      let code = wordCode(raw);
      if (code === 0 && inside && raw !== space && wordCode(text.charCodeAt(at + 1)) !== 0) {
        code = jointCode(raw);
        beforeApostrophe = code === apostrophe ? hash : beforeApostrophe;
        this.unsure ||= code === star;
        jointed = true;
      }
      if (code !== 0) {
        this.unsure ||= code === mention && inside;
        hash = hashStep(hash, code);
        inside = true;
      } else if (inside) {
        this.look(hash);
        this.unsure ||= jointed && (raw === dot || raw === colon) && text.charCodeAt(at + 1) > space;
        jointed = false;
        if (beforeApostrophe !== 0) {
          this.look(beforeApostrophe);
          beforeApostrophe = 0;
        }
        hash = hashSeed;
        inside = false;
      }
    }
  }

  private look(hash: number): void {
    const { hashes, kinds, mask } = this;
    let slot = hash & mask;
    let kind = kinds[slot] ?? 0;
    while (kind !== 0) {
      if (hashes[slot] === hash) {
        this.meet(kind - 1);
        return;
      }
      slot = (slot + 1) & mask;
      kind = kinds[slot] ?? 0;
    }
  }

  private meet(kind: number): void {
    const weight = this.weights[kind] ?? 0;
    this.sum += weight;
    this.most += Math.max(weight, 0);
    const { met, now, lists, anchored } = this;
    const end = lists.starts[kind + 1] ?? 0;
    for (let at = lists.starts[kind] ?? 0; at < end; at++) {
      const list = lists.values[at] ?? 0;
      if (met[list] !== now) {
        met[list] = now;
        if (anchored.starts[list] !== anchored.starts[list + 1]) {
          this.called[this.calls++] = list;
        }
      }
    }
  }

  private candidates(): readonly number[] {
    const patterns = [...this.always];
    const { anchored, owners, found, now } = this;
    for (let call = 0; call < this.calls; call++) {
      const list = this.called[call] ?? 0;
      const end = anchored.starts[list + 1] ?? 0;
      for (let at = anchored.starts[list] ?? 0; at < end; at++) {
        const cue = anchored.values[at] ?? 0;
        const owner = owners[cue] ?? 0;
        if (found[owner] !== now && this.isThere(cue)) {
          found[owner] = now;
          patterns.push(owner);
        }
      }
    }
    return patterns.length > 1 ? patterns.sort((a, b) => a - b) : patterns;
  }

  /** Whether all that a cue requires was met. Its first word is: that one called. */
  private isThere(cue: number): boolean {
    const { starts, values } = this.cues;
    const end = starts[cue + 1] ?? 0;
    for (let at = (starts[cue] ?? 0) + 1; at < end; at++) {
      if (!this.isMet(values[at] ?? 0)) {
        return false;
      }
    }
    return true;
  }

  private isMet(required: number): boolean {
    const { met, now } = this;
    const { starts, values } = this.required;
    const end = starts[required + 1] ?? 0;
    for (let at = starts[required] ?? 0; at < end; at++) {
      if (met[values[at] ?? 0] === now) {
        return true;
      }
    }
    return false;
  }
}
