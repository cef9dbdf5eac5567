import type { CueTable } from './cueTable.js';
import type { Rows } from './rows.js';

/**
 * What a scan goes by when a sentence is over: a row of numbers for each kind of word, all in one list, since a look at each word of
 * each sentence has no time to go from object to object. A row is made when its kind is first met, for most never are.
 *
 * It begins with how many bits and how many numbers for calls come. Those are pairs of a place of 32 bits and the bits of it that are
 * set: the required words that the word is. These are triples of a cue whose anchor the word is and two more required words of it:
 * the rarest, and one that it may not share.
 */
export class CueRows {
  private readonly table: CueTable;
  /** By kind: where its row begins; 0 where it is not made. */
  private readonly starts: Int32Array;
  /** By required word: the cues of which it is the anchor. */
  private readonly anchored: Rows;
  private values = new Int32Array(1 << 12);
  private end = 1;

  constructor(table: CueTable) {
    this.table = table;
    this.starts = new Int32Array(table.weights.length);
    this.anchored = anchoredIn(table);
  }

  /** Makes the rows of so many kinds. */
  of(kinds: Int32Array, count: number): Rows {
    const { starts } = this;
    for (let at = 0; at < count; at++) {
      const kind = kinds[at] ?? 0;
      if (starts[kind] === 0) {
        starts[kind] = this.make(kind);
      }
    }
    return { starts, values: this.values };
  }

  private make(kind: number): number {
    const { starts, values } = this.table.required;
    const required = values.subarray(starts[kind], starts[kind + 1]);
    const masks = masksOf(required);
    const calls = this.callsOf(required);
    const start = this.end;
    this.end = start + 2 + masks.length + calls.length;
    while (this.values.length < this.end) {
      this.values = twice(this.values);
    }
    this.values.set([masks.length, calls.length, ...masks, ...calls], start);
    return start;
  }

  private callsOf(required: Int32Array): readonly number[] {
    const { starts, values } = this.anchored;
    const calls: number[] = [];
    for (const number of required) {
      for (const cue of values.subarray(starts[number], starts[number + 1])) {
        const second = this.table.seconds[cue] ?? 0;
        calls.push(cue, second, this.thirdOf(cue, number, second));
      }
    }
    return calls;
  }

  /** What a cue requires besides its anchor and the rarest word after that; the latter where that is all. */
  private thirdOf(cue: number, anchor: number, second: number): number {
    const { starts, values } = this.table.cues;
    const others = values
      .subarray(starts[cue], starts[cue + 1])
      .filter((number) => number !== anchor && number !== second);
    return others[0] ?? second;
  }
}

function masksOf(required: Int32Array): readonly number[] {
  const masks: number[] = [];
  for (const number of required) {
    if (number >> 5 !== masks[masks.length - 2]) {
      masks.push(number >> 5, 0);
    }
    masks[masks.length - 1] = (masks[masks.length - 1] ?? 0) | (1 << (number & 31));
  }
  return masks;
}

function anchoredIn({ anchors, places }: CueTable): Rows {
  const starts = new Int32Array((places << 5) + 1);
  for (let cue = 0; cue < anchors.length; cue++) {
    const after = (anchors[cue] ?? 0) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let number = 1; number < starts.length; number++) {
    starts[number] = (starts[number] ?? 0) + (starts[number - 1] ?? 0);
  }
  const next = starts.slice();
  const values = new Int32Array(anchors.length);
  for (let cue = 0; cue < anchors.length; cue++) {
    const anchor = anchors[cue] ?? 0;
    const at = next[anchor] ?? 0;
    values[at] = cue;
    next[anchor] = at + 1;
  }
  return { starts, values };
}

/** A list with room for as much again. */
export function twice(old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(old.length * 2);
  longer.set(old);
  return longer;
}
