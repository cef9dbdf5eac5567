import { ALWAYS, NUMBERED, SOMETIMES } from './abbreviations.js';
import type { CueTable } from './cueTable.js';
import { SENTENCE_LIMIT } from './sentence.js';
import { apostrophe, hashOf, hashSeed, hashStep, jointCode, wordCode } from './wordHash.js';
import { WordsMet } from './wordsMet.js';

/** What one pass over a sentence found. */
export interface Scan {
  /** The patterns that can match, by number; empty for nearly all ordinary sentences. */
  readonly patterns: readonly number[];
  /** The sum of the words' own weights. */
  readonly sum: number;
  /** What {@link sum} can be at most for a sentence of the text. */
  readonly most: number;
  /** There are words that could read otherwise once markup is taken out: `sh**t**`, an address behind a hyphen. */
  readonly unsure: boolean;
}

const newline = 10;
const space = 32;
const exclamation = 33;
const star = 42;
const dot = 46;
const colon = 58;
const question = 63;
const mention = 64;

/** How far apart words of two sentences are taken to be: further than any pattern reaches. */
const far = 1000;
/** Where more characters than this come without a space, a sentence may be cut within a word. */
const longestRun = SENTENCE_LIMIT / 2 - 50;
/** What an address can begin with in the middle of a word. */
const address = /(?:www|https?|mailto|xmpp)$/i;
const abbreviations = new Set([...ALWAYS, ...SOMETIMES, ...NUMBERED].map(hashOf));

/** Signs behind which words may turn out not to be the writer's: code, quotes, links, tags, entities. */
const covers = new Uint8Array(128);
for (const sign of '`"<[&') {
  covers[sign.charCodeAt(0)] = 1;
}

/** Whether a sign may cover what comes after it. */
function mayCover(sign: number, next: number): boolean {
  return sign < 128
    ? covers[sign] === 1 || (sign === colon && wordCode(next) !== 0)
    : sign === 0x201c || sign === 0x201e || sign === 0xab;
}

/**
 * One cheap pass over a text that says which patterns can match at all: each needs certain words, one after the other and not too far
 * apart. A hash per word, no strings, no parser. It can only err towards looking closer.
 */
export class CueNet {
  /** A hash table of words: their hashes, and beside them their kinds plus one; 0 is a free slot. */
  private readonly hashes: Int32Array;
  private readonly kinds: Int32Array;
  private readonly mask: number;
  private readonly words: WordsMet;
  /**
   * How many words there were at least, and whether that is still counted: where words may be covered it stands still, so that no two
   * words seem further apart than they are.
   */
  private place = 0;
  private counts = true;
  private unsure = false;
  /** Whether no word of this run of characters without a space was counted, and whether the line has nothing so far. */
  private isFresh = true;
  private isBlank = true;
  private jointed = false;
  private wordStart = 0;
  private runStart = 0;

  constructor(table: CueTable) {
    const slots = 1 << (34 - Math.clz32(table.hashes.length));
    this.hashes = new Int32Array(slots);
    this.kinds = new Int32Array(slots);
    this.mask = slots - 1;
    this.words = new WordsMet(table);
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
    this.words.clear();
    this.place = 0;
    this.counts = true;
    this.unsure = false;
    this.isFresh = true;
    this.isBlank = true;
    this.runStart = 0;
    this.scanWords(text, Math.min(text.length, limit));
    this.words.part();
    const { sum, most } = this.words;
    return { patterns: this.words.patterns(), sum, most, unsure: this.unsure };
  }

  /** Looks up the hash of each word; of `priya's` also that of `priya`. */
  private scanWords(text: string, length: number): void {
    let hash = hashSeed;
    let inside = false;
    let beforeApostrophe = 0;
    for (let at = 0; at <= length; at++) {
      const raw = at < length ? text.charCodeAt(at) : space;
      let code = wordCode(raw);
      if (code === 0 && inside && raw > space && wordCode(text.charCodeAt(at + 1)) !== 0) {
        code = jointCode(raw);
        if (code !== 0) {
          beforeApostrophe = code === apostrophe ? hash : beforeApostrophe;
          this.joint(code);
        }
      }
      if (code !== 0) {
        if (!inside) {
          this.begin(code, at);
          inside = true;
        } else if (code === mention) {
          this.unsure = true;
        }
        hash = hashStep(hash, code);
        continue;
      }
      if (inside) {
        this.look(hash);
        if (beforeApostrophe !== 0) {
          this.look(beforeApostrophe);
          beforeApostrophe = 0;
        }
        this.end(text, at, raw, hash);
        hash = hashSeed;
        inside = false;
      }
      if (raw <= space) {
        this.blank(raw, at);
      } else {
        this.isBlank = false;
        this.counts &&= !mayCover(raw, text.charCodeAt(at + 1));
      }
    }
  }

  private joint(code: number): void {
    this.unsure ||= code === star;
    this.jointed = true;
  }

  /** A word begins: the first of a run of characters is counted. */
  private begin(code: number, at: number): void {
    if (this.counts && this.isFresh && code < 128 && code !== mention) {
      this.place += 1;
      this.isFresh = false;
    }
    this.isBlank = false;
    this.jointed = false;
    this.wordStart = at;
  }

  /** A word is over: is an address glued to it, or does its sentence end for certain? */
  private end(text: string, at: number, sign: number, hash: number): void {
    if (this.jointed && (sign === dot || sign === colon) && address.test(text.slice(at - 6, at))) {
      this.unsure = true;
    }
    if (
      (sign === dot || sign === exclamation || sign === question) &&
      this.counts &&
      !(text.charCodeAt(at + 1) > space)
    ) {
      const isWord = at - this.wordStart > 1 && text.charCodeAt(this.wordStart - 1) !== dot;
      if (sign !== dot || (isWord && !abbreviations.has(hash))) {
        this.part();
      }
    }
  }

  /** A space or the like. A blank line ends a paragraph, and with it whatever covered its words. */
  private blank(raw: number, at: number): void {
    this.isFresh = true;
    this.unsure ||= at - this.runStart > longestRun;
    this.runStart = at;
    if (raw === newline) {
      if (this.isBlank) {
        this.counts = true;
        this.part();
      }
      this.isBlank = true;
    }
  }

  /** What comes now is in no sentence with what came before. */
  private part(): void {
    this.place += far;
    this.words.part();
  }

  private look(hash: number): void {
    const { hashes, kinds, mask } = this;
    let slot = hash & mask;
    let kind = kinds[slot] ?? 0;
    while (kind !== 0) {
      if (hashes[slot] === hash) {
        this.words.meet(kind - 1, this.place);
        return;
      }
      slot = (slot + 1) & mask;
      kind = kinds[slot] ?? 0;
    }
  }
}
