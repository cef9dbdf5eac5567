import type { CueTable } from './cueTable.js';
import type { Rows } from './rows.js';

/**
 * What a scan goes by when a sentence is over: a row of numbers for each kind of word, all in one list, since a look at each word of
 * each sentence has no time to go from object to object. A row is made when its kind is first met, for most never are.
 *
 * It begins with where its masks end and where the row ends. Masks are pairs of a place of 32 bits and the bits of it that are set: the
 * required words that the word is. Then come its calls, in groups: a mask of the rarest other word of each cue, where the group ends, and
 * triples of a cue whose anchor the word is and two more required words of it: the rarest, and one that it may not share.
 */
export class CueRows {
  private readonly table: CueTable;
  /** By kind: where its row begins; 0 where it is not made. */
  private readonly starts: Int32Array;
  /** By required word: the cues of which it is the anchor. */
  private readonly anchored: Rows;
  /** All rows, behind an empty one at 0. */
  values = new Int32Array(1 << 12);
  private end = 2;

  constructor(table: CueTable) {
    this.table = table;
    this.starts = new Int32Array(table.weights.length);
    this.anchored = anchoredIn(table);
  }

  /** Where the row of a kind begins; at 0 where words of it are in no cue. */
  of(kind: number): number {
    return this.starts[kind] || this.make(kind);
  }

  private make(kind: number): number {
    const { required } = this.table;
    const numbers = required.values.subarray(required.starts[kind], required.starts[kind + 1]);
    if (numbers.length === 0) {
      return 0;
    }
    const start = this.end;
    const masks = masksOf(numbers);
    const masksEnd = start + 2 + masks.length;
    const calls = this.callsOf(numbers, masksEnd);
    this.end = masksEnd + calls.length;
    while (this.values.length < this.end) {
      this.values = twice(this.values);
    }
    this.values.set([masksEnd, this.end, ...masks, ...calls], start);
    this.starts[kind] = start;
    return start;
  }

  /** The calls of a word, for a row where they begin at `start`. */
  private callsOf(numbers: Int32Array, start: number): readonly number[] {
    const groups = new Map<number, { mask: number; readonly calls: number[] }>();
    const { starts, values } = this.anchored;
    for (const anchor of numbers) {
      for (const cue of values.subarray(starts[anchor], starts[anchor + 1])) {
        const second = this.table.seconds[cue] ?? 0;
        const group = groups.get(second >> 5) ?? { mask: 0, calls: [] };
        group.mask |= 1 << (second & 31);
        group.calls.push(cue, second, this.thirdOf(cue, anchor, second));
        groups.set(second >> 5, group);
      }
    }
    const row: number[] = [];
    for (const [place, { mask, calls }] of groups) {
      row.push(place, mask, start + row.length + 3 + calls.length, ...calls);
    }
    return row;
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
