import { expansions, spellings } from './contractions.js';
import type { Pattern, Required } from './pattern.js';
import { commonnessOf, type WordList } from './wordList.js';

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
  /** The lists that it is in, by number. */
  readonly lists: number[];
  /** Bits of the required words that it satisfies, gathered from its lists when it is first met: most words never are. */
  bits: readonly number[] | undefined;
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
  readonly entries: NetEntry[] = [];
  private readonly words: WordEntry[] = [];
  private readonly keys = new Int32Array(slots);
  private readonly places = new Int32Array(slots);
  /** The bits that each list of cues needs, and the pattern that it speaks for. */
  private readonly needs: (readonly number[])[] = [];
  private readonly owners: number[] = [];
  private readonly always: number[] = [];
  private readonly bitOf = new Map<string, number>();
  private seen = new Int32Array(0);
  private readonly numbers = new Map<WordList, number>();
  /** By list: the bits of the required words that it is a part of. */
  private readonly bitsOfList: number[][] = [];
  /** By bit: the lists of cues of which it is the rarest. */
  private readonly anchored: number[][] = [];
  /** Bits that were seen and anchor something. */
  private hits: number[] = [];
  private sum = 0;

  /** Adds a pattern; what was added counts from {@link finish} on. */
  add(entry: NetEntry): void {
    const index = this.entries.push(entry) - 1;
    for (const cues of entry.pattern.cues) {
      for (const required of cues) {
        this.addBit(required);
      }
      this.addCues(cues, index);
    }
  }

  /** @param weights what single words add to the sum of a sentence's weak signs. */
  finish(weights: ReadonlyMap<string, number>): void {
    this.seen = new Int32Array((this.bitOf.size >> 5) + 1);
    for (const [word, weight] of weights) {
      this.entry(word).weight = weight;
    }
    this.addWritten();
  }

  private addBit({ key, lists }: Required): void {
    if (!this.bitOf.has(key)) {
      const bit = this.bitOf.size;
      this.bitOf.set(key, bit);
      this.anchored.push([]);
      for (const list of lists) {
        this.bitsOfList[this.numberOf(list)]?.push(bit);
      }
    }
  }

  /** Many patterns share one list: its words are put into the table once, whatever they stand for. */
  private numberOf(list: WordList): number {
    let number = this.numbers.get(list);
    if (number === undefined) {
      number = this.bitsOfList.push([]) - 1;
      this.numbers.set(list, number);
      for (const word of list) {
        this.entry(word).lists.push(number);
      }
    }
    return number;
  }

  private addCues(cues: readonly Required[], index: number): void {
    const anchor = rarest(cues);
    if (anchor === undefined) {
      this.always.push(index);
      return;
    }
    const number = this.needs.push(cues.map(({ key }) => this.bitOf.get(key) ?? 0)) - 1;
    this.owners.push(index);
    this.anchored[this.bitOf.get(anchor.key) ?? 0]?.push(number);
  }

  /** Contractions and spellings count as the words behind them. */
  private addWritten(): void {
    for (const [from, to] of written()) {
      const entry = this.entry(from);
      for (const target of to.map((word) => this.find(hashOf(word)))) {
        if (target !== undefined && target !== entry) {
          entry.lists.push(...target.lists);
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
    const fresh: WordEntry = { lists: [], bits: undefined, weight: 0 };
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
    entry.bits ??= this.bitsFor(entry);
    for (const bit of entry.bits) {
      const mask = 1 << (bit & 31);
      const seen = this.seen[bit >> 5] ?? 0;
      if ((seen & mask) === 0) {
        this.seen[bit >> 5] = seen | mask;
        if ((this.anchored[bit] ?? none).length > 0) {
          this.hits.push(bit);
        }
      }
    }
  }

  private bitsFor({ lists }: WordEntry): readonly number[] {
    return [...new Set(lists.flatMap((list) => this.bitsOfList[list] ?? []))];
  }

  private candidates(): readonly number[] {
    const found = new Set<number>(this.always);
    for (const hit of this.hits) {
      for (const number of this.anchored[hit] ?? none) {
        const owner = this.owners[number] ?? 0;
        if (!found.has(owner) && this.satisfied(number)) {
          found.add(owner);
        }
      }
    }
    return found.size === 0 ? none : [...found].sort((a, b) => a - b);
  }

  private satisfied(number: number): boolean {
    for (const bit of this.needs[number] ?? none) {
      if (((this.seen[bit >> 5] ?? 0) & (1 << (bit & 31))) === 0) {
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

function rarest(cues: readonly Required[]): Required | undefined {
  let best = cues[0];
  for (const required of cues) {
    if (best !== undefined && required !== best && commonnessOf(required.lists) < commonnessOf(best.lists)) {
      best = required;
    }
  }
  return best;
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
