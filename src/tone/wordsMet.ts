import { CueRows, type KindRow } from './cueRows.js';
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
  /** The required words that this sentence has: known where one of its words calls for a look at cues. */
  private readonly bits: Int32Array;
  /** The words met in this sentence, with their places; and how many of them call for a look at cues. */
  private readonly words: KindRow[] = [];
  private places = new Int32Array(256);
  private count = 0;
  private callers = 0;
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

  /** A sentence is over. */
  part(): void {
    this.cut();
    if (this.callers > 0) {
      this.lookAtCues();
    }
    this.forgetSentence();
  }

  private forgetSentence(): void {
    this.count = 0;
    this.callers = 0;
    this.stretch = 0;
    this.gain = 0;
  }

  /** Takes in a word. */
  meet(kind: number, place: number): void {
    this.sum += this.weights[kind] ?? 0;
    const row = this.rows.of(kind);
    if (row.masks.length > 0) {
      if (this.count === this.places.length) {
        this.places = twice(this.places);
      }
      this.words[this.count] = row;
      this.places[this.count++] = place;
      this.callers += row.calls.length === 0 ? 0 : 1;
    }
  }

  /** Counts a weight towards {@link most}. */
  weigh(weight: number): void {
    this.stretch += weight;
  }

  /** A sentence may begin or end here, so what comes before need not make what comes now lighter. */
  cut(): void {
    if (this.stretch !== 0) {
      this.gain = Math.max(0, this.gain) + this.stretch;
      this.most = Math.max(this.most, this.gain);
      this.stretch = 0;
    }
  }

  private lookAtCues(): void {
    const { bits, words, count } = this;
    for (let word = 0; word < count; word++) {
      const masks = words[word]?.masks ?? none;
      for (let at = 0; at < masks.length; at += 2) {
        const number = masks[at] ?? 0;
        bits[number] = (bits[number] ?? 0) | (masks[at + 1] ?? 0);
      }
    }
    for (let word = 0; word < count; word++) {
      this.follow(word);
    }
    bits.fill(0);
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

  /** Looks at the cues that a word calls for. */
  private follow(word: number): void {
    const calls = this.words[word]?.calls ?? none;
    for (let at = 0; at < calls.length; at += 3) {
      if (this.has(calls[at + 1] ?? 0) && this.has(calls[at + 2] ?? 0)) {
        this.tryCue(calls[at] ?? 0, word);
      }
    }
  }

  private tryCue(cue: number, word: number): void {
    const { found, text, wanted } = this;
    const owner = this.owners[cue] ?? 0;
    if (found[owner] !== text && wanted.patterns[owner] === 1 && this.hasAll(cue) && this.isInReach(cue, word)) {
      found[owner] = text;
      this.list.push(owner);
    }
  }

  private has(required: number): boolean {
    return ((this.bits[required >> 5] ?? 0) & (1 << (required & 31))) !== 0;
  }

  /** Whether all that a cue requires was met. */
  private hasAll(cue: number): boolean {
    const { starts, values } = this.cues;
    const end = starts[cue + 1] ?? 0;
    for (let at = starts[cue] ?? 0; at < end; at++) {
      if (!this.has(values[at] ?? 0)) {
        return false;
      }
    }
    return true;
  }

  /** Whether what a cue requires is around its anchor in its order, each in the reach of the one before. */
  private isInReach(cue: number, word: number): boolean {
    const { starts, values } = this.cues;
    const start = starts[cue] ?? 0;
    const end = starts[cue + 1] ?? 0;
    if (end - start < 2) {
      return true;
    }
    const { from, to } = this.around(word, start, end);
    if (to - from > 31) {
      return true;
    }
    const anchor = this.anchors[cue];
    for (let at = start; at < end; at++) {
      if (values[at] === anchor && this.isOnBothSides(at, start, end, word, from, to)) {
        return true;
      }
    }
    return false;
  }

  /** The words that a cue may have to do with if one of it is here. */
  private around(word: number, start: number, end: number): { readonly from: number; readonly to: number } {
    const { places, count } = this;
    let span = 0;
    for (let at = start + 1; at < end; at++) {
      span += this.reaches[at] ?? 0;
    }
    const place = places[word] ?? 0;
    let from = word;
    while (from > 0 && (places[from - 1] ?? 0) >= place - span) {
      from--;
    }
    let to = word + 1;
    while (to < count && (places[to] ?? 0) <= place + span) {
      to++;
    }
    return { from, to };
  }

  /** Whether the others of a cue are before and after one of it, which is here. Most cues fail at its neighbour. */
  private isOnBothSides(at: number, start: number, end: number, word: number, from: number, to: number): boolean {
    const { values } = this.cues;
    let here = 1 << (word - from);
    for (let next = at + 1; next < end && here !== 0; next++) {
      here = this.nextTo(here, values[next] ?? 0, this.reaches[next] ?? 0, 1, from, to);
    }
    if (here === 0) {
      return false;
    }
    here = 1 << (word - from);
    for (let before = at - 1; before >= start && here !== 0; before--) {
      here = this.nextTo(here, values[before] ?? 0, this.reaches[before + 1] ?? 0, -1, from, to);
    }
    return here !== 0;
  }

  /** Which of the words from one to before another are a required word, and in reach of one of those that are `here`, as bits. */
  private nextTo(here: number, required: number, reach: number, side: 1 | -1, from: number, to: number): number {
    const first = this.places[from + 31 - Math.clz32(here & -here)] ?? 0;
    const last = this.places[from + 31 - Math.clz32(here)] ?? 0;
    const words = this.wordsFor(required, from, to, side < 0 ? first - reach : first, side < 0 ? last : last + reach);
    return words === 0 || first === last ? words : this.within(words, here, reach, side, from);
  }

  /** Which of the words from one to before another, between two places, are a required word, as bits. */
  private wordsFor(required: number, from: number, to: number, least: number, most: number): number {
    let found = 0;
    for (let at = from; at < to; at++) {
      const place = this.places[at] ?? 0;
      if (place >= least && place <= most && satisfies(this.words[at]?.masks ?? none, required)) {
        found |= 1 << (at - from);
      }
    }
    return found;
  }

  /** Which of some words are no further than so many places after (1) or before (-1) one of others, as bits. */
  private within(words: number, others: number, reach: number, side: 1 | -1, from: number): number {
    const { places } = this;
    let found = 0;
    for (let left = words; left !== 0; left &= left - 1) {
      const place = places[from + 31 - Math.clz32(left & -left)] ?? 0;
      for (let rest = others; rest !== 0; rest &= rest - 1) {
        const distance = (place - (places[from + 31 - Math.clz32(rest & -rest)] ?? 0)) * side;
        if (distance >= 0 && distance <= reach) {
          found |= left & -left;
          break;
        }
      }
    }
    return found;
  }
}

const none = new Int32Array(0);

function satisfies(masks: Int32Array, required: number): boolean {
  for (let at = 0; at < masks.length; at += 2) {
    if (masks[at] === required >> 5) {
      return ((masks[at + 1] ?? 0) & (1 << (required & 31))) !== 0;
    }
  }
  return false;
}

function twice(old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(old.length * 2);
  longer.set(old);
  return longer;
}
