import type { CueTable } from './cueTable.js';
import { apostrophe, hashSeed, hashStep, jointCode, wordCode } from './wordHash.js';

/** What one pass over a sentence found. */
export interface Scan {
  /** The patterns that can match, by number; empty for nearly all ordinary sentences. */
  readonly patterns: readonly number[];
  /** The sum of the words' own weights. */
  readonly sum: number;
}

const none: readonly number[] = [];
const space = 32;

/**
 * One cheap pass over a sentence that says which patterns can match at all: each pattern needs one word of each of its required sets.
 * A hash per word, no strings, no parser. It can only err towards looking closer.
 */
export class CueNet {
  /** A hash table of words: their hashes, and beside them their kinds plus one; 0 is a free slot. */
  private readonly hashes: Int32Array;
  private readonly kinds: Int32Array;
  private readonly mask: number;
  /** By kind: the cues that its words may call for, gathered when one is first met. Most never are. */
  private readonly calls: (readonly number[] | undefined)[] = [];
  /** By list and by pattern: the sentence in which it was last met. */
  private readonly met: Uint32Array;
  private readonly found: Uint32Array;
  private now = 0;
  private called: number[] = [];
  private sum = 0;

  constructor(private readonly table: CueTable) {
    const slots = 1 << (34 - Math.clz32(table.hashes.length));
    this.hashes = new Int32Array(slots);
    this.kinds = new Int32Array(slots);
    this.mask = slots - 1;
    this.met = new Uint32Array(table.anchored.length);
    this.found = new Uint32Array(table.patterns);
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

  /** Reads a sentence once, up to `most` characters. */
  scan(masked: string, most: number): Scan {
    this.now = (this.now + 1) >>> 0;
    this.called = [];
    this.sum = 0;
    this.scanWords(masked, Math.min(masked.length, most));
    return {
      patterns: this.called.length === 0 ? this.table.always : this.candidates(),
      sum: this.sum,
    };
  }

  /** Looks up the hash of each word; of `priya's` also that of `priya`. */
  private scanWords(text: string, length: number): void {
    let hash = hashSeed;
    let inside = false;
    let beforeApostrophe = 0;
    for (let at = 0; at <= length; at++) {
      const raw = at < length ? text.charCodeAt(at) : space;
      let code = wordCode(raw);
      if (code === 0 && inside && wordCode(text.charCodeAt(at + 1)) !== 0) {
        code = jointCode(raw);
        beforeApostrophe = code === apostrophe ? hash : beforeApostrophe;
      }
      if (code !== 0) {
        hash = hashStep(hash, code);
        inside = true;
      } else if (inside) {
        this.look(hash);
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
    let slot = hash & this.mask;
    let kind = this.kinds[slot] ?? 0;
    while (kind !== 0) {
      if (this.hashes[slot] === hash) {
        this.meet(kind - 1);
        return;
      }
      slot = (slot + 1) & this.mask;
      kind = this.kinds[slot] ?? 0;
    }
  }

  private meet(kind: number): void {
    this.sum += this.table.weights[kind] ?? 0;
    for (const list of this.table.lists[kind] ?? none) {
      this.met[list] = this.now;
    }
    let calls = this.calls[kind];
    if (calls === undefined) {
      calls = (this.table.lists[kind] ?? none).flatMap((list) => this.table.anchored[list] ?? none);
      this.calls[kind] = calls;
    }
    for (const cue of calls) {
      this.called.push(cue);
    }
  }

  private candidates(): readonly number[] {
    const patterns = [...this.table.always];
    for (const cue of this.called) {
      const owner = this.table.owners[cue] ?? 0;
      if (this.found[owner] !== this.now && this.isThere(cue)) {
        this.found[owner] = this.now;
        patterns.push(owner);
      }
    }
    return patterns.length > 1 ? patterns.sort((a, b) => a - b) : patterns;
  }

  /** Whether all that a cue requires was met. */
  private isThere(cue: number): boolean {
    for (const required of this.table.cues[cue] ?? none) {
      if (!this.isMet(this.table.required[required] ?? none)) {
        return false;
      }
    }
    return true;
  }

  private isMet(lists: readonly number[]): boolean {
    for (const list of lists) {
      if (this.met[list] === this.now) {
        return true;
      }
    }
    return false;
  }
}
