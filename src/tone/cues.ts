import { expansions, spellings } from './contractions.js';
import type { Pattern, Required } from './pattern.js';

/** A pattern with the rule that it belongs to, by number. */
export interface NetEntry {
  readonly pattern: Pattern;
  readonly rule: number;
}

interface WordEntry {
  /** Bits of the required words that this word satisfies. */
  readonly bits: number[];
  /** Patterns to look at because of this word: it is their rarest one. */
  readonly anchors: number[];
}

/** Words that stand in every second sentence: bad anchors. The number is roughly how much rarer the next tier is. */
const veryCommon = new Set(
  'the a an to of in is it this that i you we be and or for on with as not are was do can if but have has your my they at by so just should would will what there no all from here its me when more use one then like get need see think could also how any does use make why which want now only use than don did please'.split(
    ' ',
  ),
);
const common = new Set(
  'even still never always actually really know new same good better time way work works thing things code test tests people he she his her their them who where because about into up out some other being been had did doing done go going look looks read add added change changes fix fixed sure right wrong set call called point issue problem bug every already again too very much well let maybe nice great run running own say said mean try trying keep stop write check remove team must may might such first last back seems seem'.split(
    ' ',
  ),
);

function weightOf(required: Required): number {
  let weight = 0;
  for (const word of required.words) {
    weight += veryCommon.has(word) ? 1000 : common.has(word) ? 60 : 1;
  }
  return weight;
}

/** 32-bit FNV-1a over lower-case UTF-16 units; the scan computes the same without making strings. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
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

/**
 * One cheap pass over a sentence that says which patterns can match at all: each pattern needs one word of each of its required sets.
 * A hash per word, no strings, no parser. It can only err towards looking closer.
 */
export class CueNet {
  private readonly words = new Map<number, WordEntry>();
  private readonly needs: Int32Array[] = [];
  private readonly always: number[] = [];
  private readonly seen: Int32Array;
  private readonly stride: number;

  constructor(readonly entries: readonly NetEntry[]) {
    const bitOf = new Map<string, { bit: number; required: Required }>();
    for (const { pattern } of entries) {
      for (const required of pattern.required) {
        if (!bitOf.has(required.key)) {
          bitOf.set(required.key, { bit: bitOf.size, required });
        }
      }
    }
    this.stride = (bitOf.size >> 5) + 1;
    this.seen = new Int32Array(this.stride);
    for (const { bit, required } of bitOf.values()) {
      for (const word of required.words) {
        this.entry(word).bits.push(bit);
      }
    }
    entries.forEach((entry, index) => {
      this.addNeeds(entry.pattern, index, bitOf);
    });
    this.addWritten();
  }

  private entry(word: string): WordEntry {
    const hash = hashOf(word);
    const known = this.words.get(hash);
    if (known !== undefined) {
      return known;
    }
    const fresh: WordEntry = { bits: [], anchors: [] };
    this.words.set(hash, fresh);
    return fresh;
  }

  private addNeeds(pattern: Pattern, index: number, bitOf: ReadonlyMap<string, { bit: number }>): void {
    const mask = new Int32Array(this.stride);
    for (const required of pattern.required) {
      const bit = bitOf.get(required.key)?.bit ?? 0;
      mask[bit >> 5] = (mask[bit >> 5] ?? 0) | (1 << (bit & 31));
    }
    this.needs.push(mask);
    const anchor = [...pattern.required].sort((a, b) => weightOf(a) - weightOf(b))[0];
    if (anchor === undefined) {
      this.always.push(index);
      return;
    }
    for (const word of anchor.words) {
      this.entry(word).anchors.push(index);
    }
  }

  /** Contractions and spellings count as the words behind them. */
  private addWritten(): void {
    for (const [from, to] of written()) {
      const entry = this.entry(from);
      for (const word of to) {
        const target = this.words.get(hashOf(word));
        if (target !== undefined && target !== entry) {
          entry.bits.push(...target.bits);
          entry.anchors.push(...target.anchors);
        }
      }
    }
  }

  /** The patterns that can match this sentence, by their index in {@link entries}; empty for nearly all ordinary sentences. */
  scan(masked: string, most: number): readonly number[] {
    const seen = this.seen;
    seen.fill(0);
    const hits: WordEntry[] = [];
    let anchored = this.always.length > 0;
    const length = Math.min(masked.length, most);
    const look = (hash: number): void => {
      const entry = this.words.get(hash);
      if (entry === undefined) {
        return;
      }
      for (const bit of entry.bits) {
        seen[bit >> 5] = (seen[bit >> 5] ?? 0) | (1 << (bit & 31));
      }
      if (entry.anchors.length > 0) {
        hits.push(entry);
        anchored = true;
      }
    };
    scanWords(masked, length, look);
    return anchored ? this.candidates(hits) : none;
  }

  private candidates(hits: readonly WordEntry[]): readonly number[] {
    const found = new Set<number>();
    for (const index of this.always) {
      found.add(index);
    }
    for (const hit of hits) {
      for (const index of hit.anchors) {
        if (!found.has(index) && this.satisfied(index)) {
          found.add(index);
        }
      }
    }
    return found.size === 0 ? none : [...found].sort((a, b) => a - b);
  }

  private satisfied(index: number): boolean {
    const mask = this.needs[index];
    for (let at = 0; at < this.stride; at++) {
      const needed = mask?.[at] ?? 0;
      if (((this.seen[at] ?? 0) & needed) !== needed) {
        return false;
      }
    }
    return true;
  }
}

const none: readonly number[] = [];

/** Hands out the hash of each word; of `priya's` that of `priya` and of `'s` too. */
function scanWords(text: string, length: number, look: (hash: number) => void): void {
  let hash = 0x811c9dc5;
  let inside = false;
  let beforeApostrophe = 0;
  for (let at = 0; at <= length; at++) {
    let code = at < length ? text.charCodeAt(at) : 32;
    if (code >= 65 && code <= 90) {
      code += 32;
    } else if (code === 0x2019) {
      code = 39;
    }
    const joins = code === 39 || code === 45 || code === 42;
    const letter =
      (code >= 97 && code <= 122) ||
      (code >= 48 && code <= 57) ||
      code === 95 ||
      code === 64 ||
      (code >= 0xc0 && code < 0x2000);
    if (letter || (joins && inside && isLetter(text.charCodeAt(at + 1)))) {
      if (code === 39) {
        beforeApostrophe = hash;
      }
      hash = Math.imul(hash ^ code, 0x01000193);
      inside = true;
    } else if (inside) {
      look(hash);
      if (beforeApostrophe !== 0) {
        look(beforeApostrophe);
      }
      hash = 0x811c9dc5;
      inside = false;
      beforeApostrophe = 0;
    }
  }
}

function isLetter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code >= 0xc0
  );
}
