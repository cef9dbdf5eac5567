import type { CueTable } from './cueTable.js';
import { wordsOf } from '../lexicon/lexicon.js';
import { withNames } from './namedTable.js';
import { hashOf } from './wordHash.js';
import { anyPerson } from '../pattern/wordList.js';

/** Which kind of word a hash stands for. */
export class WordTable {
  /** Pairs of a hash and, plus one, the kind of the word; where the latter is 0 a slot is free. */
  private readonly slots: Int32Array;
  private readonly mask: number;
  /** The kind of a name that the table does not know; -1 where it asks for none. */
  readonly person: number;
  /** What it was made of, with the kinds of names. */
  readonly table: CueTable;

  constructor(table: CueTable) {
    const { hashes, kinds, weights } = table;
    const slots = 2 << (33 - Math.clz32(hashes.length));
    this.slots = new Int32Array(slots);
    this.mask = slots - 1;
    for (let word = 0; word < hashes.length; word++) {
      this.put(hashes[word] ?? 0, kinds[word] ?? 0);
    }
    this.person = this.kindOf(hashOf(anyPerson));
    this.table = this.person < 0 ? table : withNames(table, this.person, this.putNames(weights.length));
  }

  /**
   * Given names are persons. They are not in the table, where their hashes would take more room than they do.
   * @returns the kinds of those that are other words as well: such a name is of a kind of its own.
   */
  private putNames(next: number): readonly number[] {
    const shared: number[] = [];
    for (const name of wordsOf('name')) {
      const hash = hashOf(name);
      const kind = this.kindOf(hash);
      this.put(hash, kind < 0 ? this.person : next + shared.push(kind) - 1);
    }
    return shared;
  }

  private put(hash: number, kind: number): void {
    const slot = this.slotOf(hash);
    this.slots[slot] = hash;
    this.slots[slot + 1] = kind + 1;
  }

  /** Where a hash is, or where it would be. */
  private slotOf(hash: number): number {
    const { slots, mask } = this;
    let slot = (hash << 1) & mask;
    while (slots[slot + 1] !== 0 && slots[slot] !== hash) {
      slot = (slot + 2) & mask;
    }
    return slot;
  }

  /** The kind of a word, -1 if it has none. */
  kindOf(hash: number): number {
    return (this.slots[this.slotOf(hash) + 1] ?? 0) - 1;
  }
}
