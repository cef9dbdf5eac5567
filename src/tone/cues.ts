import { ALWAYS, NUMBERED, SOMETIMES } from './abbreviations.js';
import type { CueTable } from './cueTable.js';
import { wordsOf } from './lexicon.js';
import { withNames } from './namedTable.js';
import { SENTENCE_LIMIT } from './sentence.js';
import { apostrophe, hashOf, hashSeed, hashStep, isJoint, jointCode, letterCode, wordCode } from './wordHash.js';
import { anyPerson } from './wordList.js';
import { type Wanted, WordsMet } from './wordsMet.js';

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
const comma = 44;
const dot = 46;
const colon = 58;
const question = 63;
const mention = 64;

/** How far apart words of two sentences are taken to be: further than any pattern reaches. */
const far = 1000;
/** Where more characters than this come without a space, a sentence may be cut within a word. */
const longestRun = SENTENCE_LIMIT / 2 - 50;
const small = 97;
const capitals = /[A-Z]/;
/** What an address can begin with in the middle of a word. */
const address = /(?:www|https?|mailto|xmpp)$/i;
/** What makes all of a run of characters an address: no markup can take it apart. */
const inAddress = /:\/\/(?:[^*_~`[\]<>\\]|(?<=\w)_(?=\w))*$/;
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

/** Names and handles of people, by hash. */
export type People = Pick<ReadonlySet<number>, 'has'>;

/** What a whole text is gone through for. */
export interface Sought {
  readonly wanted: Wanted;
  readonly people: People | undefined;
  /** What the words of a sentence must weigh more than. */
  readonly least: number;
}

/** The hashes of names. Where one of them is not a word as the scan reads it, any word may be a part of it. */
export function peopleOf(names: ReadonlySet<string>): People | undefined {
  if (names.size === 0) {
    return undefined;
  }
  let people = known.get(names);
  if (people === undefined) {
    const plain = [...names].every((name) => /^[a-z0-9'-]+$/.test(name));
    people = plain ? new Set([...names].map(hashOf)) : { has: () => true };
    known.set(names, people);
  }
  return people;
}

const known = new WeakMap<ReadonlySet<string>, People>();

/** What a sign that is no letter and no digit counts as within a word, before another sign; 0 where it ends the word. */
function inWord(sign: number, next: number): number {
  const code = wordCode(sign);
  return code === 0 && wordCode(next) !== 0 ? jointCode(sign) : code;
}

/** Signs at which a sentence may end, and a cell of a table. */
const cuts = new Uint8Array(128);
for (const sign of '.!?|') {
  cuts[sign.charCodeAt(0)] = 1;
}

/** A mark that may follow a word without being part of it. */
function isStop(sign: number): boolean {
  return sign === dot || sign === comma || sign === exclamation || sign === question;
}

/**
 * One cheap pass over a text that says which patterns can match at all: each needs certain words, one after the other and not too far
 * apart. A hash per word, no strings, no parser. It can only err towards looking closer.
 */
export class CueNet {
  /** A hash table of words: pairs of a hash and, plus one, the kind of the word; where the latter is 0 a slot is free. */
  private readonly slots: Int32Array;
  private readonly mask: number;
  /** The kind of a name that the table does not know; -1 where it asks for none. */
  private readonly person: number;
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
  private runStart = -1;
  private people: People | undefined;
  /** Whether the text is prose, and where the sentence at hand begins at the earliest. */
  private isProse = false;
  private partStart = 0;

  constructor(table: CueTable) {
    const { hashes, kinds, weights } = table;
    const slots = 2 << (33 - Math.clz32(hashes.length));
    this.slots = new Int32Array(slots);
    this.mask = slots - 1;
    for (let word = 0; word < hashes.length; word++) {
      this.put(hashes[word] ?? 0, kinds[word] ?? 0);
    }
    this.person = this.kindOf(hashOf(anyPerson));
    this.words = new WordsMet(this.person < 0 ? table : withNames(table, this.person, this.putNames(weights.length)));
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

  /** The patterns that pass, to be handed to {@link scan}. */
  only(passes: (pattern: number) => boolean): Wanted {
    return this.words.only(passes);
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
  private kindOf(hash: number): number {
    return (this.slots[this.slotOf(hash) + 1] ?? 0) - 1;
  }

  /**
   * Reads a text once, up to `limit` characters: a sentence without its markup, or a whole text as it was written. What the scan of
   * a text does not find, the scans of its sentences do not find, unless it is unsure.
   * @param wanted the patterns that are looked for; all if it is left out.
   * @param people who else is a person.
   */
  scan(text: string, limit: number, wanted?: Wanted, people?: People): Scan {
    this.begin(wanted, people);
    this.scanWords(text, Math.min(text.length, limit), Number.POSITIVE_INFINITY);
    const { sum, most } = this.words;
    return { patterns: this.words.patterns(), sum, most, unsure: this.unsure };
  }

  /**
   * Whether the scan of a whole text finds a pattern, enough weight, or is unsure; stops where that is known.
   * @param isProse whether sentences begin and end nowhere but where prose has them: not behind the code on a line.
   */
  finds(text: string, limit: number, { wanted, people, least }: Sought, isProse: boolean): boolean {
    this.begin(wanted, people);
    this.isProse = isProse;
    this.scanWords(text, Math.min(text.length, limit), least);
    return this.unsure || this.words.hasPattern || this.words.most > least;
  }

  private begin(wanted: Wanted | undefined, people: People | undefined): void {
    this.words.clear(wanted);
    this.people = people;
    this.place = 0;
    this.counts = true;
    this.unsure = false;
    this.isFresh = true;
    this.isBlank = true;
    this.runStart = -1;
    this.partStart = 0;
    this.isProse = false;
  }

  /** @param least where the words of a sentence weigh more, or anything else is found, the rest is not read. */
  private scanWords(text: string, length: number, least: number): void {
    let at = 0;
    while (at < length) {
      const sign = text.charCodeAt(at);
      if (sign === space) {
        this.blank(at++);
        continue;
      }
      const code = wordCode(sign);
      if (code !== 0) {
        this.isBlank = false;
        at = this.scanWord(text, at, code, length);
        continue;
      }
      at += 1;
      if (sign < space) {
        this.blank(at - 1);
        this.breakLine(sign, at - 1);
      } else {
        this.isBlank = false;
        this.mark(sign, text.charCodeAt(at));
      }
      if (least !== Number.POSITIVE_INFINITY && this.isKnown(least)) {
        return;
      }
    }
    this.blank(length);
    this.words.part();
  }

  private isKnown(least: number): boolean {
    return this.unsure || this.words.hasPattern || this.words.most > least;
  }

  /** Looks up the hash of a word; of `priya's` also that of `priya`. Returns where it ends. */
  private scanWord(text: string, start: number, first: number, length: number): number {
    if (this.counts && this.isFresh && first < 128 && first !== mention) {
      this.place += 1;
      this.isFresh = false;
    }
    let hash = hashStep(hashSeed, first);
    let beforeApostrophe = 0;
    let jointed = false;
    let isName = first === mention || first >= 128;
    let at = start + 1;
    let sign = space;
    for (; at < length; at++) {
      sign = text.charCodeAt(at);
      let code = letterCode(sign);
      if (code === 0) {
        code = sign > space ? inWord(sign, text.charCodeAt(at + 1)) : 0;
        if (code === 0) {
          break;
        }
        isName ||= code >= 128;
        this.unsure ||= code === star || (code === mention && !inAddress.test(text.slice(this.runStart + 1, at)));
        jointed ||= isJoint(code);
        beforeApostrophe = code === apostrophe ? hash : beforeApostrophe;
      }
      hash = hashStep(hash, code);
    }
    this.look(hash, text, start, at, jointed);
    if (isName && this.person >= 0) {
      this.words.meet(this.person, this.place);
    }
    if (beforeApostrophe !== 0) {
      this.look(beforeApostrophe, text, start, at, true);
    }
    if (at - this.partStart > SENTENCE_LIMIT / 2) {
      this.words.cut();
    }
    if (sign > space && at < length) {
      this.end(text, start, at, sign, hash, jointed);
    }
    return at;
  }

  /** A word is over: is an address glued to it, or does its sentence end for certain? */
  private end(text: string, start: number, at: number, sign: number, hash: number, jointed: boolean): void {
    if (jointed && (sign === dot || sign === colon) && address.test(text.slice(at - 6, at))) {
      this.unsure = true;
    }
    if (
      (sign === dot || sign === exclamation || sign === question) &&
      this.counts &&
      !(text.charCodeAt(at + 1) > space)
    ) {
      const isWord = at - start > 1 && text.charCodeAt(start - 1) !== dot;
      if (sign !== dot || (isWord && !abbreviations.has(hash))) {
        this.part(at);
      }
    }
  }

  /** A space or the like: a run of other characters is over. */
  private blank(at: number): void {
    this.isFresh = true;
    this.unsure ||= at - this.runStart > longestRun;
    this.runStart = at;
  }

  /** A blank line ends a paragraph, and with it whatever covered its words. */
  private breakLine(sign: number, at: number): void {
    this.words.cut();
    if (sign === newline) {
      if (this.isBlank) {
        this.counts = true;
        this.part(at);
      }
      this.isBlank = true;
    }
  }

  /** Neither a part of a word nor a space. */
  private mark(sign: number, next: number): void {
    if (this.counts && mayCover(sign, next)) {
      this.counts = false;
      this.words.cut();
    } else if (sign >= 128 || cuts[sign] === 1) {
      this.words.cut();
    }
  }

  /** What comes now is in no sentence with what came before. */
  private part(at: number): void {
    this.place += far;
    this.partStart = at;
    this.words.part();
  }

  private look(hash: number, text: string, start: number, end: number, jointed: boolean): void {
    const kind = this.kindOf(hash);
    if (kind >= 0) {
      this.words.meet(kind, this.place);
      const weight = this.words.weights[kind] ?? 0;
      if (weight > 0 || (weight < 0 && !jointed && this.stays(text, start, end))) {
        this.words.weigh(weight);
      }
    }
    if (this.people !== undefined && this.person >= 0 && this.people.has(hash)) {
      this.words.meet(this.person, this.place);
    }
  }

  /** Whether a word is the writer's for certain, whatever markup there is: between spaces, covered by nothing, and no name of code. */
  private stays(text: string, start: number, end: number): boolean {
    if (!this.isProse || !this.counts || start !== this.runStart + 1) {
      return false;
    }
    const after = text.charCodeAt(end);
    if (after > space && !(isStop(after) && !(text.charCodeAt(end + 1) > space))) {
      return false;
    }
    const first = text.charCodeAt(start);
    return first < small || !capitals.test(text.slice(start, end));
  }
}
