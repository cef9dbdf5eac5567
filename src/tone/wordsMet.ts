import type { CueTable } from './cueTable.js';
import { type Rows, rowsOf } from './rows.js';

/** The patterns that a scan looks for, with the cues that speak for one of them. */
export interface Wanted {
  /** By kind of word: the cues to be looked at, and beside each what it asks for first. */
  readonly calls: Rows;
  readonly firsts: Int32Array;
  /** Patterns without any cue. */
  readonly always: readonly number[];
}

const noRows: Rows = { starts: new Int32Array(0), values: new Int32Array(0) };

/** The words of one text that a scan came across, and the patterns that they are enough for. */
export class WordsMet {
  /** By kind. */
  readonly weights: Float64Array;
  /** By kind: the required words that it is, as bits: pairs of a place among the numbers in {@link bits} and what is to be set there. */
  private readonly masks: Rows;
  private readonly cues: Rows;
  private readonly reaches: Int32Array;
  /** By cue: how far its last word can be behind its first. */
  private readonly spans: Int32Array;
  private readonly owners: Int32Array;
  /** All patterns, and those that are looked for in this text. */
  private all: Wanted | undefined;
  private wanted: Wanted = { calls: noRows, firsts: noRows.values, always: [] };
  /** By kind: the sentence in which it was last met; by pattern: the text in which it was last found. */
  private readonly met: Int32Array;
  private readonly found: Int32Array;
  private sentence = 0;
  private text = 0;
  /** The required words that this sentence has. */
  private readonly bits: Int32Array;
  /** Where in these one is set. */
  private lowest = 0;
  private highest = 0;
  /** The words met in this sentence, by kind, with their places; and how many of them call for a look at cues. */
  private kinds = new Int32Array(256);
  private places = new Int32Array(256);
  private count = 0;
  private callers = 0;
  /** Found so far. */
  private list: number[] = [];
  /** See {@link Scan}. */
  sum = 0;
  most = 0;
  /** What words add since a sentence may last have begun, and the most that a sentence up to there adds. */
  private stretch = 0;
  private gain = 0;

  constructor(private readonly table: CueTable) {
    this.weights = new Float64Array(table.weights);
    this.masks = rowsOf(table.masks);
    this.cues = rowsOf(table.cues);
    this.reaches = new Int32Array(table.reaches);
    this.spans = new Int32Array(table.spans);
    this.owners = new Int32Array(table.owners);
    this.met = new Int32Array(table.weights.length);
    this.found = new Int32Array(table.patterns);
    this.bits = new Int32Array(table.places);
  }

  /** The patterns that pass. */
  only(passes: (pattern: number) => boolean): Wanted {
    const { starts, values } = this.table.calls;
    const wanted = Uint8Array.from({ length: this.table.patterns }, (_, pattern) => (passes(pattern) ? 1 : 0));
    const kept = { starts: new Int32Array(starts.length), values: new Int32Array(values.length) };
    let count = 0;
    for (let kind = 0; kind + 1 < starts.length; kind++) {
      const end = starts[kind + 1] ?? 0;
      for (let at = starts[kind] ?? 0; at < end; at++) {
        const cue = values[at] ?? 0;
        if (wanted[this.owners[cue] ?? 0] === 1) {
          kept.values[count++] = cue;
        }
      }
      kept.starts[kind + 1] = count;
    }
    const firsts = kept.values.map((cue) => this.table.seconds[cue] ?? 0);
    return { calls: kept, firsts, always: this.table.always.filter((pattern) => wanted[pattern] === 1) };
  }

  /** Forgets the text before. */
  clear(wanted?: Wanted): void {
    this.wanted = wanted ?? this.everything();
    this.text = this.text === 0x7fff_ffff ? 1 : this.text + 1;
    this.list = [];
    this.sum = 0;
    this.most = 0;
    this.forgetSentence();
  }

  private everything(): Wanted {
    this.all ??= this.only(() => true);
    return this.all;
  }

  /** A sentence is over. */
  part(): void {
    this.cut();
    if (this.callers > 0) {
      for (let word = 0; word < this.count; word++) {
        this.follow(word);
      }
    }
    this.forgetSentence();
  }

  private forgetSentence(): void {
    this.sentence = this.sentence === 0x7fff_ffff ? 1 : this.sentence + 1;
    for (let at = this.lowest; at <= this.highest; at++) {
      this.bits[at] = 0;
    }
    this.lowest = this.bits.length;
    this.highest = 0;
    this.count = 0;
    this.callers = 0;
    this.stretch = 0;
    this.gain = 0;
  }

  /** Takes in a word. */
  meet(kind: number, place: number): void {
    this.sum += this.weights[kind] ?? 0;
    if (this.masks.starts[kind] === this.masks.starts[kind + 1]) {
      return;
    }
    if (this.met[kind] !== this.sentence) {
      this.met[kind] = this.sentence;
      this.mark(kind);
    }
    const { starts } = this.wanted.calls;
    this.callers += starts[kind] === starts[kind + 1] ? 0 : 1;
    if (this.count === this.kinds.length) {
      this.kinds = twice(this.kinds);
      this.places = twice(this.places);
    }
    this.kinds[this.count] = kind;
    this.places[this.count++] = place;
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

  private mark(kind: number): void {
    const { bits } = this;
    const { starts, values } = this.masks;
    const end = starts[kind + 1] ?? 0;
    for (let at = starts[kind] ?? 0; at < end; at += 2) {
      const number = values[at] ?? 0;
      this.lowest = Math.min(number, this.lowest);
      this.highest = Math.max(number, this.highest);
      bits[number] = (bits[number] ?? 0) | (values[at + 1] ?? 0);
    }
  }

  /** Whether a pattern was found so far. */
  get hasPattern(): boolean {
    return this.list.length > 0 || this.wanted.always.length > 0;
  }

  /** The patterns that can match, in order. */
  patterns(): readonly number[] {
    const { always } = this.wanted;
    return this.list.length === 0 ? always : [...always, ...this.list].sort((a, b) => a - b);
  }

  /** Looks at the cues that a word calls for. */
  private follow(word: number): void {
    const { calls, firsts } = this.wanted;
    const kind = this.kinds[word] ?? 0;
    const end = calls.starts[kind + 1] ?? 0;
    for (let at = calls.starts[kind] ?? 0; at < end; at++) {
      if (this.has(firsts[at] ?? 0)) {
        this.tryCue(calls.values[at] ?? 0, word);
      }
    }
  }

  private tryCue(cue: number, word: number): void {
    const { found, text } = this;
    const owner = this.owners[cue] ?? 0;
    if (found[owner] !== text && this.hasAll(cue) && this.isInReach(cue, word)) {
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

  /** Whether what a cue requires is around a word in its order, each in the reach of the one before. */
  private isInReach(cue: number, word: number): boolean {
    const { starts, values } = this.cues;
    const start = starts[cue] ?? 0;
    const end = starts[cue + 1] ?? 0;
    if (end - start < 2) {
      return true;
    }
    const { places, count } = this;
    const span = this.spans[cue] ?? 0;
    const place = places[word] ?? 0;
    let from = word;
    while (from > 0 && (places[from - 1] ?? 0) >= place - span) {
      from--;
    }
    let to = word + 1;
    while (to < count && (places[to] ?? 0) <= place + span) {
      to++;
    }
    if (to - from > 31) {
      return true;
    }
    let here = this.wordsFor(values[start] ?? 0, from, to);
    for (let at = start + 1; at < end && here !== 0; at++) {
      const next = this.wordsFor(values[at] ?? 0, from, to);
      here = next === 0 ? 0 : this.withinReach(here, next, this.reaches[at] ?? 0, from);
    }
    return here !== 0;
  }

  /** Which of the words from one to before another are a required word, as bits. */
  private wordsFor(required: number, from: number, to: number): number {
    let found = 0;
    for (let at = from; at < to; at++) {
      if (this.satisfies(this.kinds[at] ?? 0, required)) {
        found |= 1 << (at - from);
      }
    }
    return found;
  }

  /** Which of the words that come next have one of those before them in their reach, as bits. */
  private withinReach(before: number, next: number, reach: number, from: number): number {
    const { places } = this;
    let found = 0;
    for (let left = next; left !== 0; left &= left - 1) {
      const place = places[from + 31 - Math.clz32(left & -left)] ?? 0;
      for (let others = before; others !== 0; others &= others - 1) {
        const distance = place - (places[from + 31 - Math.clz32(others & -others)] ?? 0);
        if (distance >= 0 && distance <= reach) {
          found |= left & -left;
          break;
        }
      }
    }
    return found;
  }

  private satisfies(kind: number, required: number): boolean {
    const { starts, values } = this.masks;
    const end = starts[kind + 1] ?? 0;
    for (let at = starts[kind] ?? 0; at < end; at += 2) {
      if (values[at] === required >> 5) {
        return ((values[at + 1] ?? 0) & (1 << (required & 31))) !== 0;
      }
    }
    return false;
  }
}

function twice(old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(old.length * 2);
  longer.set(old);
  return longer;
}
