import { expansions, spellings } from './contractions.js';
import type { Pattern } from './pattern.js';
import type { Required } from './patternCues.js';
import { hashOf } from './wordHash.js';
import { commonnessOf, type WordList } from './wordList.js';

/**
 * What the scan for cues goes by, as plain numbers. It follows from the patterns alone, so it is worked out when the extension is
 * bundled. A word stands for lists of words that it is in; a cue is a number of required words, each of which may be any word of
 * several lists.
 */
export interface CueTable {
  /** By word. */
  readonly hashes: readonly number[];
  /** By word: its kind. Words of one kind say the same. */
  readonly kinds: readonly number[];
  /** By kind: the lists that its words are in. */
  readonly lists: readonly (readonly number[])[];
  /** By kind: what a word of it adds to the sum of weak signs. */
  readonly weights: readonly number[];
  /** By list: the cues to be looked at when one of its words is met, since it is the rarest that they require. */
  readonly anchored: readonly (readonly number[])[];
  /** By required word: the lists of which one must be met. */
  readonly required: readonly (readonly number[])[];
  /** By cue: its required words, in order. */
  readonly cues: readonly (readonly number[])[];
  /** By cue: the rarest of these but for the one that calls for it; that one where there is no other. */
  readonly seconds: readonly number[];
  /** By cue: how far each of these can be behind the one before it. */
  readonly reaches: readonly (readonly number[])[];
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
  readonly lists: number[];
  weight: number;
}

class Builder {
  readonly words = new Map<string, Word>();
  readonly anchored: number[][] = [];
  readonly required: (readonly number[])[] = [];
  readonly cues: (readonly number[])[] = [];
  readonly seconds: number[] = [];
  readonly reaches: (readonly number[])[] = [];
  readonly owners: number[] = [];
  readonly always: number[] = [];
  private readonly listNumbers = new Map<WordList | string, number>();
  private readonly requiredNumbers = new Map<string, number>();

  add({ cues }: Pattern, owner: number): void {
    for (const cue of cues) {
      const [anchor, second = anchor] = rarestFirst(cue);
      if (anchor === undefined || second === undefined) {
        this.always.push(owner);
      } else {
        const number = this.cues.push(cue.map((required) => this.requiredNumber(required))) - 1;
        this.seconds.push(this.requiredNumber(second));
        this.reaches.push(cue.map(({ reach }) => reach));
        this.owners.push(owner);
        for (const list of this.required[this.requiredNumber(anchor)] ?? []) {
          this.anchored[list]?.push(number);
        }
      }
    }
  }

  private requiredNumber({ key, lists }: Required): number {
    let number = this.requiredNumbers.get(key);
    if (number === undefined) {
      number = this.required.push([...new Set(lists.flatMap((list) => this.numbersOf(list)))]) - 1;
      this.requiredNumbers.set(key, number);
    }
    return number;
  }

  /** A short list is its words, each a list of its own: they recur in many. */
  private numbersOf(list: WordList): readonly number[] {
    return list.size > 30
      ? [this.numberOf(list, list)]
      : Array.from(list, (word) => this.numberOf(word, new Set([word])));
  }

  private numberOf(key: WordList | string, words: WordList): number {
    let number = this.listNumbers.get(key);
    if (number === undefined) {
      number = this.anchored.push([]) - 1;
      this.listNumbers.set(key, number);
      for (const word of words) {
        this.word(word).lists.push(number);
      }
    }
    return number;
  }

  word(word: string): Word {
    let found = this.words.get(word);
    if (found === undefined) {
      found = { lists: [], weight: 0 };
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
        word.lists.push(...target.lists);
        word.weight += target.weight;
      }
    }
  }
}

function rarestFirst(cue: readonly Required[]): readonly Required[] {
  return [...cue].sort((a, b) => commonnessOf(a.lists) - commonnessOf(b.lists));
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
  const { anchored, required, cues, seconds, reaches, owners, always } = builder;
  return {
    ...kindsOf(builder.words),
    anchored,
    required,
    cues,
    seconds,
    reaches,
    owners,
    always,
    patterns: patterns.length,
  };
}

/** Words that are in the same lists and weigh the same are one kind. */
function kindsOf(words: ReadonlyMap<string, Word>): Pick<CueTable, 'hashes' | 'kinds' | 'lists' | 'weights'> {
  const table = {
    hashes: [] as number[],
    kinds: [] as number[],
    lists: [] as (readonly number[])[],
    weights: [] as number[],
  };
  const known = new Map<string, number>();
  for (const [word, { lists, weight }] of words) {
    const own = [...new Set(lists)].sort((a, b) => a - b);
    const key = `${weight} ${own.join(' ')}`;
    let kind = known.get(key);
    if (kind === undefined) {
      kind = table.lists.push(own) - 1;
      table.weights.push(weight);
      known.set(key, kind);
    }
    table.hashes.push(hashOf(word));
    table.kinds.push(kind);
  }
  return table;
}
