import { commonness } from './commonness.js';
import { expansions, spellings } from './contractions.js';
import type { Pattern, Required } from './pattern.js';

/** A pattern with the rule that it belongs to, by number. */
export interface NetEntry {
  readonly pattern: Pattern;
  readonly rule: number;
}

/** What one pass over a sentence found. */
export interface Scan {
  /** The patterns that can match, by their index in the net; empty for nearly all ordinary sentences. */
  readonly patterns: readonly number[];
  /** The sum of the words' own weights. */
  readonly sum: number;
}

interface WordEntry {
  /** Bits of the required words that this word satisfies. */
  readonly bits: number[];
  /** Patterns to look at because of this word: it is their rarest one. */
  readonly anchors: number[];
  /** What the word adds to the sum of weak signs. */
  weight: number;
}

const seed = 0x811c9dc5 | 0;
const prime = 0x01000193;
const space = 32;
const apostrophe = 39;

/** 32-bit FNV-1a over lower-case UTF-16 units; the scan computes the same without making strings. */
function hashOf(word: string): number {
  let hash = seed;
  for (let at = 0; at < word.length; at++) {
    hash = Math.imul(hash ^ word.charCodeAt(at), prime);
  }
  return hash;
}

/** What a written word stands for: `don't` for `do` and `not`. */
function written(): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, readonly string[]>(expansions);
  for (const [from, to] of spellings) {
    map.set(from, [to]);
  }
  return map;
}

const none: readonly number[] = [];
/** Slots of the hash table; a power of two well above the number of words in the lexicon. */
const slots = 1 << 15;

/**
 * One cheap pass over a sentence that says which patterns can match at all: each pattern needs one word of each of its required sets.
 * A hash per word, no strings, no parser. It can only err towards looking closer.
 */
export class CueNet {
  private readonly words: WordEntry[] = [];
  private readonly keys = new Int32Array(slots);
  private readonly places = new Int32Array(slots);
  /** One bit mask per list of cues, and the pattern that it speaks for. */
  private readonly needs: Int32Array[] = [];
  private readonly owners: number[] = [];
  private readonly always: number[] = [];
  private readonly bitOf = new Map<string, number>();
  private readonly stride: number;
  private readonly seen: Int32Array;
  private hits: WordEntry[] = [];
  private sum = 0;

  /** @param weights what single words add to the sum of a sentence's weak signs. */
  constructor(
    readonly entries: readonly NetEntry[],
    weights: ReadonlyMap<string, number>,
  ) {
    for (const required of entries.flatMap(({ pattern }) => pattern.cues.flat())) {
      this.addBit(required);
    }
    this.stride = (this.bitOf.size >> 5) + 1;
    this.seen = new Int32Array(this.stride);
    entries.forEach(({ pattern }, index) => {
      for (const cues of pattern.cues) {
        this.addCues(cues, index);
      }
    });
    for (const [word, weight] of weights) {
      this.entry(word).weight = weight;
    }
    this.addWritten();
  }

  private addBit({ key, words }: Required): void {
    if (!this.bitOf.has(key)) {
      const bit = this.bitOf.size;
      this.bitOf.set(key, bit);
      for (const word of words) {
        this.entry(word).bits.push(bit);
      }
    }
  }

  private addCues(cues: readonly Required[], index: number): void {
    const anchor = [...cues].sort((a, b) => commonness(a.words) - commonness(b.words))[0];
    if (anchor === undefined) {
      this.always.push(index);
      return;
    }
    const mask = new Int32Array(this.stride);
    for (const { key } of cues) {
      const bit = this.bitOf.get(key) ?? 0;
      mask[bit >> 5] = (mask[bit >> 5] ?? 0) | (1 << (bit & 31));
    }
    const number = this.needs.push(mask) - 1;
    this.owners.push(index);
    for (const word of anchor.words) {
      this.entry(word).anchors.push(number);
    }
  }

  /** Contractions and spellings count as the words behind them. */
  private addWritten(): void {
    for (const [from, to] of written()) {
      const entry = this.entry(from);
      for (const target of to.map((word) => this.find(hashOf(word)))) {
        if (target !== undefined && target !== entry) {
          entry.bits.push(...target.bits);
          entry.anchors.push(...target.anchors);
          entry.weight += target.weight;
        }
      }
    }
  }

  private entry(word: string): WordEntry {
    const hash = hashOf(word);
    const known = this.find(hash);
    if (known !== undefined) {
      return known;
    }
    const fresh: WordEntry = { bits: [], anchors: [], weight: 0 };
    let slot = hash & (slots - 1);
    while (this.places[slot] !== 0) {
      slot = (slot + 1) & (slots - 1);
    }
    this.keys[slot] = hash;
    this.places[slot] = this.words.push(fresh);
    return fresh;
  }

  private find(hash: number): WordEntry | undefined {
    let slot = hash & (slots - 1);
    for (;;) {
      const place = this.places[slot] ?? 0;
      if (place === 0) {
        return undefined;
      }
      if (this.keys[slot] === hash) {
        return this.words[place - 1];
      }
      slot = (slot + 1) & (slots - 1);
    }
  }

  /** Reads a sentence once, up to `most` characters. */
  scan(masked: string, most: number): Scan {
    this.seen.fill(0);
    this.hits = [];
    this.sum = 0;
    this.scanWords(masked, Math.min(masked.length, most));
    return { patterns: this.hits.length > 0 || this.always.length > 0 ? this.candidates() : none, sum: this.sum };
  }

  private look(hash: number): void {
    const entry = this.find(hash);
    if (entry === undefined) {
      return;
    }
    this.sum += entry.weight;
    for (const bit of entry.bits) {
      this.seen[bit >> 5] = (this.seen[bit >> 5] ?? 0) | (1 << (bit & 31));
    }
    if (entry.anchors.length > 0) {
      this.hits.push(entry);
    }
  }

  private candidates(): readonly number[] {
    const found = new Set<number>(this.always);
    for (const hit of this.hits) {
      for (const number of hit.anchors) {
        const owner = this.owners[number] ?? 0;
        if (!found.has(owner) && this.satisfied(number)) {
          found.add(owner);
        }
      }
    }
    return found.size === 0 ? none : [...found].sort((a, b) => a - b);
  }

  private satisfied(number: number): boolean {
    const mask = this.needs[number];
    for (let at = 0; at < this.stride; at++) {
      const needed = mask?.[at] ?? 0;
      if (needed !== 0 && ((this.seen[at] ?? 0) & needed) !== needed) {
        return false;
      }
    }
    return true;
  }

  /** Looks up the hash of each word; of `priya's` also that of `priya`. */
  private scanWords(text: string, length: number): void {
    let hash = seed;
    let inside = false;
    let beforeApostrophe = 0;
    for (let at = 0; at <= length; at++) {
      const code = at < length ? folded(text.charCodeAt(at)) : space;
      if (isWordCode(code) || (inside && isJoint(code) && isWordCode(folded(text.charCodeAt(at + 1))))) {
        beforeApostrophe = code === apostrophe ? hash : beforeApostrophe;
        hash = Math.imul(hash ^ code, prime);
        inside = true;
      } else if (inside) {
        this.look(hash);
        if (beforeApostrophe !== 0) {
          this.look(beforeApostrophe);
          beforeApostrophe = 0;
        }
        hash = seed;
        inside = false;
      }
    }
  }
}

/** Lower case for ASCII, and a straight apostrophe. */
function folded(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code === 0x2019 ? apostrophe : code;
}

/** Letters, digits, `_` and `@`. */
function isWordCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 64 ||
    (code >= 0xc0 && code < 0x2000)
  );
}

/** An apostrophe, a hyphen or a star inside of a word. */
function isJoint(code: number): boolean {
  return code === apostrophe || code === 45 || code === 42;
}
