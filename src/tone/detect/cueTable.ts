import { veryCommon } from './commonness.js';
import { expansions, spellings } from '../language/contractions.js';
import type { Pattern } from '../pattern/pattern.js';
import type { Cue, Required } from './patternCues.js';
import { type Rows, rowsOf } from './rows.js';
import { hashOf } from './wordHash.js';
import { commonnessOf } from '../pattern/wordList.js';

/**
 * What the scan for cues goes by, as plain numbers. It follows from the patterns alone, so it is worked out when the extension is
 * bundled. A cue is a number of required words, each of which may be any word of certain lists.
 */
export interface CueTable {
  /** By word. */
  readonly hashes: readonly number[];
  /** By word: its kind. Words of one kind say the same. */
  readonly kinds: readonly number[];
  /** By kind: what a word of it adds to the sum of weak signs. */
  readonly weights: readonly number[];
  /** By kind: the required words that a word of it is, by number, in order. */
  readonly required: Rows;
  /** How many times 32 bits there are. */
  readonly places: number;
  /** By cue: its required words, in order. */
  readonly cues: Rows;
  /** Beside the values of these: how far each can be behind the one before it. */
  readonly reaches: readonly number[];
  /** By cue: the rarest of its words. Where one is met, the cue is looked at. */
  readonly anchors: readonly number[];
  /** By cue: the rarest of its words but for its anchor; the anchor where there is no other. */
  readonly seconds: readonly number[];
  /** By cue: the pattern that it speaks for. */
  readonly owners: readonly number[];
  /** How many patterns there are. */
  readonly patterns: number;
  /** Patterns without any cue. */
  readonly always: readonly number[];
}

/** What a written word stands for: `don't` for `do` and `not`. */
function written(): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, readonly string[]>(expansions);
  for (const [from, to] of spellings) {
    map.set(from, [to]);
  }
  return map;
}

interface Word {
  readonly required: number[];
  weight: number;
}

class Builder {
  readonly words = new Map<string, Word>();
  readonly cues: (readonly number[])[] = [];
  readonly anchors: number[] = [];
  readonly seconds: number[] = [];
  readonly reaches: (readonly number[])[] = [];
  readonly owners: number[] = [];
  readonly always: number[] = [];
  private readonly numbers = new Map<string, number>();

  add({ cues }: Pattern, owner: number): void {
    for (const cue of cues) {
      this.addCue(cue, owner);
    }
  }

  private addCue(cue: Cue, owner: number): void {
    const [anchor, second = anchor] = [...cue].sort((a, b) => commonnessOf(a.lists) - commonnessOf(b.lists));
    if (anchor === undefined || second === undefined) {
      this.always.push(owner);
      return;
    }
    this.cues.push(cue.map((required) => this.numberOf(required)));
    this.anchors.push(this.numberOf(anchor));
    this.seconds.push(this.numberOf(second));
    this.reaches.push(cue.map(({ reach }) => reach));
    this.owners.push(owner);
  }

  private numberOf({ key, lists }: Required): number {
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(key, number);
      for (const word of lists.flatMap((list) => [...list])) {
        this.word(word).required.push(number);
      }
    }
    return number;
  }

  word(word: string): Word {
    let found = this.words.get(word);
    if (found === undefined) {
      found = { required: [], weight: 0 };
      this.words.set(word, found);
    }
    return found;
  }

  /** Contractions and spellings count as the words behind them. */
  addWritten(): void {
    for (const [from, to] of written()) {
      const targets = to.map((word) => this.words.get(word)).filter((word) => word !== undefined);
      const word = this.word(from);
      for (const target of targets.filter((other) => other !== word)) {
        word.required.push(...target.required);
        word.weight += target.weight;
      }
    }
  }

  /**
   * New numbers for the required words, so that those which a common word is stand side by side: the scan keeps them as bits, and reads
   * fewer numbers where the bits of a word are near each other.
   */
  ordered(): readonly number[] {
    const signatures = Array.from(this.numbers, () => '');
    for (const word of veryCommon) {
      const required = new Set(this.words.get(word)?.required);
      signatures.forEach((signature, number) => {
        signatures[number] = signature + (required.has(number) ? '0' : '1');
      });
    }
    const order = [...signatures.keys()].sort((a, b) => ((signatures[a] ?? '') < (signatures[b] ?? '') ? -1 : 1));
    const numbers: number[] = [];
    order.forEach((old, number) => {
      numbers[old] = number;
    });
    return numbers;
  }

  /** Words that are required in the same places and weigh the same are one kind. */
  kinds(numbers: readonly number[]): Pick<CueTable, 'hashes' | 'kinds' | 'weights' | 'required'> {
    const hashes: number[] = [];
    const kinds: number[] = [];
    const rows: { readonly weight: number; readonly required: readonly number[] }[] = [];
    const known = new Map<string, number>();
    for (const [word, { required, weight }] of this.words) {
      const own = [...new Set(required)].sort((a, b) => a - b);
      const key = `${weight} ${own.join(' ')}`;
      const kind = known.get(key) ?? rows.push({ weight, required: own }) - 1;
      known.set(key, kind);
      hashes.push(hashOf(word));
      kinds.push(kind);
    }
    return {
      hashes,
      kinds,
      weights: rows.map(({ weight }) => weight),
      required: rowsOf(
        rows.map(({ required }) => required.map((number) => numbers[number] ?? 0).sort((a, b) => a - b)),
      ),
    };
  }
}

/**
 * The table for patterns, numbered in their order.
 * @param weights what single words add to the sum of a sentence's weak signs.
 */
export function cueTableOf(patterns: readonly Pattern[], weights: ReadonlyMap<string, number>): CueTable {
  const builder = new Builder();
  patterns.forEach((pattern, owner) => {
    builder.add(pattern, owner);
  });
  for (const [word, weight] of weights) {
    builder.word(word).weight = weight;
  }
  builder.addWritten();
  const numbers = builder.ordered();
  const renumbered = (row: readonly number[]): readonly number[] => row.map((number) => numbers[number] ?? 0);
  const { reaches, owners, always } = builder;
  return {
    ...builder.kinds(numbers),
    places: (numbers.length >> 5) + 1,
    cues: rowsOf(builder.cues.map(renumbered)),
    reaches: reaches.flat(),
    anchors: renumbered(builder.anchors),
    seconds: renumbered(builder.seconds),
    owners,
    always,
    patterns: patterns.length,
  };
}
