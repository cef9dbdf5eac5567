import type { CueTable } from './cueTable.js';
import type { Rows } from './rows.js';

/** What a scan goes by when it meets a word of a kind: made then, for most kinds are never met. */
export interface KindRow {
  /** The required words that it is, as bits: pairs of a place of 32 of them and those that are set. */
  readonly masks: Int32Array;
  /** Triples of a cue whose anchor it is and two more required words of it: the rarest, and one that it may not share. */
  readonly calls: Int32Array;
}

/** What follows from a table for each kind of word. */
export class CueRows {
  private readonly table: CueTable;
  private readonly rows: (KindRow | undefined)[];
  /** By required word: the cues of which it is the anchor. */
  private readonly anchored: Rows;

  constructor(table: CueTable) {
    this.table = table;
    this.rows = new Array(table.weights.length);
    this.anchored = anchoredIn(table);
  }

  of(kind: number): KindRow {
    let row = this.rows[kind];
    if (row === undefined) {
      const { starts, values } = this.table.required;
      const required = values.subarray(starts[kind], starts[kind + 1]);
      row = { masks: masksOf(required), calls: this.callsOf(required) };
      this.rows[kind] = row;
    }
    return row;
  }

  private callsOf(required: Int32Array): Int32Array {
    const { starts, values } = this.anchored;
    const calls: number[] = [];
    for (const number of required) {
      for (const cue of values.subarray(starts[number], starts[number + 1])) {
        const second = this.table.seconds[cue] ?? 0;
        calls.push(cue, second, this.thirdOf(cue, number, second));
      }
    }
    return new Int32Array(calls);
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

function masksOf(required: Int32Array): Int32Array {
  const masks: number[] = [];
  for (const number of required) {
    if (number >> 5 !== masks[masks.length - 2]) {
      masks.push(number >> 5, 0);
    }
    masks[masks.length - 1] = (masks[masks.length - 1] ?? 0) | (1 << (number & 31));
  }
  return new Int32Array(masks);
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
