import { CueRows, twice } from './cueRows.js';
import type { CueTable } from './cueTable.js';
import type { Rows } from './rows.js';

/** The patterns that a scan looks for. */
export interface Wanted {
  /** By pattern: 1 where it is one of them. */
  readonly patterns: Uint8Array;
  /** Those without any cue. */
  readonly always: readonly number[];
}

/** The words of one text that a scan came across, and the patterns that they are enough for. */
export class WordsMet {
  /** By kind. */
  readonly weights: Float64Array;
  private readonly rows: CueRows;
  private readonly cues: Rows;
  private readonly reaches: Int32Array;
  private readonly owners: Int32Array;
  private readonly anchors: Int32Array;
  /** All patterns, and those that are looked for in this text. */
  private readonly all: Wanted;
  private wanted: Wanted;
  /** By pattern: the text in which it was last found. */
  private readonly found: Int32Array;
  private text = 0;
  /** The required words that this sentence has. */
  private readonly bits: Int32Array;
  /** The rows of the words met in this sentence, with their places. */
  private met = new Int32Array(256);
  private places = new Int32Array(256);
  private count = 0;
  /** Found so far. */
  private list: number[] = [];
  /** The sum of the weights of all words. */
  sum = 0;
  /** What that can be at most for a sentence of the text. */
  most = 0;
  /** What words add since a sentence may last have begun, and the most that a sentence up to there adds. */
  private stretch = 0;
  private gain = 0;

  constructor(private readonly table: CueTable) {
    this.weights = new Float64Array(table.weights);
    this.rows = new CueRows(table);
    this.cues = table.cues;
    this.reaches = new Int32Array(table.reaches);
    this.owners = new Int32Array(table.owners);
    this.anchors = new Int32Array(table.anchors);
    this.all = this.only(() => true);
    this.wanted = this.all;
    this.found = new Int32Array(table.patterns);
    this.bits = new Int32Array(table.places);
  }

  /** The patterns that pass. */
  only(passes: (pattern: number) => boolean): Wanted {
    const { always, patterns } = this.table;
    const passing = Uint8Array.from({ length: patterns }, (_, pattern) => (passes(pattern) ? 1 : 0));
    return { patterns: passing, always: always.filter((pattern) => passing[pattern] === 1) };
  }

  /** Begins a text. */
  clear(wanted = this.all): void {
    this.wanted = wanted;
    this.sum = 0;
    this.forget();
    this.forgetSentence();
  }

  /** What was found before is found anew. */
  forget(): void {
    this.text = this.text === 0x7fff_ffff ? 1 : this.text + 1;
    this.most = 0;
    if (this.list.length > 0) {
      this.list = [];
    }
  }

  /**
   * A sentence is over.
   * @param oneIsEnough whether it does not matter which patterns it has, only if any.
   */
  part(oneIsEnough: boolean): void {
    this.cut();
    if (this.count > 0) {
      this.markRequired();
      this.lookAtCues(oneIsEnough);
      this.bits.fill(0);
    }
    this.forgetSentence();
  }

  private forgetSentence(): void {
    this.count = 0;
    this.stretch = 0;
    this.gain = 0;
  }

  /** Takes in a word. */
  meet(kind: number, place: number): void {
    const row = this.rows.of(kind);
    if (row !== 0) {
      const { count } = this;
      if (count === this.places.length) {
        this.places = twice(this.places);
        this.met = twice(this.met);
      }
      this.met[count] = row;
      this.places[count] = place;
      this.count = count + 1;
    }
  }

  /** Counts the weight of a word towards the sum, and towards {@link most} where it is the writer's for certain or makes that larger. */
  weigh(weight: number, counts: boolean): void {
    this.sum += weight;
    this.stretch += counts ? weight : 0;
  }

  /** A sentence may begin or end here, so what comes before need not make what comes now lighter. */
  cut(): void {
    if (this.stretch !== 0) {
      this.gain = Math.max(0, this.gain) + this.stretch;
      this.most = Math.max(this.most, this.gain);
      this.stretch = 0;
    }
  }

  /** Sets the bits of the words of the sentence. */
  private markRequired(): void {
    const { bits, met, count } = this;
    const { values } = this.rows;
    for (let word = 0; word < count; word++) {
      const row = met[word] ?? 0;
      const end = values[row] ?? 0;
      for (let at = row + 2; at < end; at += 2) {
        const place = values[at] ?? 0;
        bits[place] = (bits[place] ?? 0) | (values[at + 1] ?? 0);
      }
    }
  }

  private lookAtCues(oneIsEnough: boolean): void {
    const { bits, met, count } = this;
    const { values } = this.rows;
    for (let word = 0; word < count && !(oneIsEnough && this.list.length > 0); word++) {
      const row = met[word] ?? 0;
      const end = values[row + 1] ?? 0;
      let next = 0;
      for (let group = values[row] ?? 0; group < end; group = next) {
        next = values[group + 2] ?? 0;
        if (((bits[values[group] ?? 0] ?? 0) & (values[group + 1] ?? 0)) !== 0) {
          this.tryCues(group + 3, next, word);
        }
      }
    }
  }

  /** Looks closer at the cues of which a word is the anchor, of one group: most fail at their third word. */
  private tryCues(start: number, end: number, word: number): void {
    const { bits } = this;
    const { values } = this.rows;
    for (let at = start; at < end; at += 3) {
      if (isSet(bits, values[at + 1] ?? 0) && isSet(bits, values[at + 2] ?? 0)) {
        this.tryCue(values[at] ?? 0, word);
      }
    }
  }

  /** Whether a pattern was found so far. */
  get hasPattern(): boolean {
    return this.list.length > 0;
  }

  /** Whether there are patterns that no word can rule out. */
  get hasAlways(): boolean {
    return this.wanted.always.length > 0;
  }

  /** The patterns that can match, in order. */
  patterns(): readonly number[] {
    const { always } = this.wanted;
    return this.list.length === 0 ? always : [...always, ...this.list].sort((a, b) => a - b);
  }

  private tryCue(cue: number, word: number): void {
    const { found, text, wanted } = this;
    const owner = this.owners[cue] ?? 0;
    if (found[owner] !== text && wanted.patterns[owner] === 1 && this.hasAll(cue) && this.isInReach(cue, word)) {
      found[owner] = text;
      this.list.push(owner);
    }
  }

  /** Whether all that a cue requires was met. */
  private hasAll(cue: number): boolean {
    const { starts, values } = this.cues;
    const end = starts[cue + 1] ?? 0;
    for (let at = starts[cue] ?? 0; at < end; at++) {
      if (!isSet(this.bits, values[at] ?? 0)) {
        return false;
      }
    }
    return true;
  }

  /** Whether what a cue requires is around its anchor in its order, each in the reach of the one before. */
  private isInReach(cue: number, word: number): boolean {
    const { starts, values } = this.cues;
    const end = starts[cue + 1] ?? 0;
    const anchor = this.anchors[cue];
    for (let at = starts[cue] ?? 0; at < end; at++) {
      if (values[at] === anchor && this.isBehind(at, end, word) && this.isBefore(at, starts[cue] ?? 0, word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether what comes behind one of the words of a cue does so in the sentence. Most cues fail at the first. */
  private isBehind(at: number, end: number, word: number): boolean {
    let here = 1;
    for (let next = at + 1; next < end && here > 0; next++) {
      here = this.nextTo(here, word, 1, this.cues.values[next] ?? 0, this.reaches[next] ?? 0);
    }
    return here !== 0;
  }

  private isBefore(at: number, start: number, word: number): boolean {
    let here = 1;
    for (let next = at - 1; next >= start && here > 0; next--) {
      here = this.nextTo(here, word, -1, this.cues.values[next] ?? 0, this.reaches[next + 1] ?? 0);
    }
    return here !== 0;
  }

  /**
   * Which words are a required word, and in reach of one of those that are `here`: as bits, by how many words they are behind one word
   * (1) or before it (-1). A word may be more than one of a cue, as `don't` is `do` and `not`. Less than 0 where more words are in reach
   * than there are bits.
   */
  private nextTo(here: number, word: number, side: 1 | -1, required: number, reach: number): number {
    const { met, places, count } = this;
    let found = 0;
    for (let rest = here; rest !== 0; rest &= rest - 1) {
      let far = 31 - Math.clz32(rest & -rest);
      const place = places[word + far * side] ?? 0;
      for (let at = word + far * side; at >= 0 && at < count; at += side, far++) {
        if (((places[at] ?? 0) - place) * side > reach) {
          break;
        }
        if (far > 30) {
          return -1;
        }
        if (this.satisfies(met[at] ?? 0, required)) {
          found |= 1 << far;
        }
      }
    }
    return found;
  }

  /** Whether the word of a row is a required word. */
  private satisfies(row: number, required: number): boolean {
    const { values } = this.rows;
    const end = values[row] ?? 0;
    let at = row + 2;
    while (at < end && (values[at] ?? 0) < required >> 5) {
      at += 2;
    }
    return at < end && values[at] === required >> 5 && ((values[at + 1] ?? 0) & (1 << (required & 31))) !== 0;
  }
}

function isSet(bits: Int32Array, number: number): boolean {
  return ((bits[number >> 5] ?? 0) & (1 << (number & 31))) !== 0;
}
