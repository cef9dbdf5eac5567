import type { CueTable } from './cueTable.js';
import { HashSet } from './hashSet.js';
import { inWord, isStop, mayCover, mayCut } from './scanSigns.js';
import { SENTENCE_LIMIT } from '../language/sentence.js';
import { isBlankAt, mayAbbreviate } from '../language/sentenceEnd.js';
import { apostrophe, hashOf, hashSeed, hashStep, isJoint, letterCode, wordCode } from './wordHash.js';
import { type Wanted, WordsMet } from './wordsMet.js';
import { WordTable } from './wordTable.js';

/** What one pass over a sentence found. */
export interface Scan {
  /** The patterns that can match, by number; empty for nearly all ordinary sentences. */
  readonly patterns: readonly number[];
  /** The sum of the words' own weights. */
  readonly sum: number;
}

const newline = 10;
const space = 32;
const exclamation = 33;
const star = 42;
const dot = 46;
const colon = 58;
const question = 63;
const mention = 64;

/** How far apart words of two sentences are taken to be: further than any pattern reaches. */
const far = 1000;
/** Where more characters than this come without a space, a sentence may be cut within a word. */
const longestRun = SENTENCE_LIMIT / 2 - 50;
/** Beyond this a sentence may be cut between words. */
const longestUncut = SENTENCE_LIMIT / 2;
const capitalA = 65;
const capitalZ = 90;
const small = 97;
/** What an address can begin with in the middle of a word. */
const address = /(?:www|https?|mailto|xmpp)$/i;
/** What makes all of a run of characters an address: no markup can take it apart. */
const inAddress = /:\/\/(?:[^*_~`[\]<>\\]|(?<=\w)_(?=\w))*$/;

/** Names and handles of people, by hash. */
export type People = Pick<HashSet, 'has'>;

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
    people = plain ? new HashSet([...names].map(hashOf)) : { has: () => true };
    known.set(names, people);
  }
  return people;
}

const known = new WeakMap<ReadonlySet<string>, People>();

/**
 * One cheap pass over a text that says which patterns can match at all: each needs certain words, one after the other and not too far
 * apart. A hash per word, no strings, no parser. It can only err towards looking closer.
 */
export class CueNet {
  private readonly table: WordTable;
  private readonly words: WordsMet;
  /** The characters of the text at hand, with a space behind them. */
  private units = new Uint16Array(1 << 12);
  /**
   * How many words there were at least, and whether that is still counted: where words may be covered it stands still, so that no two
   * words seem further apart than they are.
   */
  private place = 0;
  private counts = true;
  /** There are words that could read otherwise once markup is taken out: `sh**t**`, an address behind a hyphen. */
  private unsure = false;
  /** Before the run of characters without a space at hand; before the last of these of which a word was counted. */
  private runStart = -1;
  private countedRun = -2;
  /** Where the line begins, and where the last run of characters ended. */
  private lineStart = 0;
  private runEnd = -1;
  private people: People | undefined;
  /** Whether the text is prose, and where the sentence at hand begins at the earliest. */
  private isProse = false;
  private partStart = 0;
  /** What the words of a stretch must weigh more than to be suspect, and the suspect stretches so far. */
  private least: number | undefined;
  private suspect: number[] = [];

  constructor(table: CueTable) {
    this.table = new WordTable(table);
    this.words = new WordsMet(this.table.table);
  }

  /** The patterns that pass, to be handed to {@link scan}. */
  only(passes: (pattern: number) => boolean): Wanted {
    return this.words.only(passes);
  }

  /**
   * Reads a sentence without its markup once, up to `limit` characters.
   * @param wanted the patterns that are looked for; all if it is left out.
   * @param people who else is a person.
   */
  scan(text: string, limit: number, wanted?: Wanted, people?: People): Scan {
    this.begin(wanted, people);
    this.scanWords(text, Math.min(text.length, limit));
    return { patterns: this.words.patterns(), sum: this.words.sum };
  }

  /**
   * Reads a whole text as it was written, up to `limit` characters.
   * @param isProse whether sentences begin and end nowhere but where prose has them: not behind the code on a line.
   * @returns the stretches, as pairs of start and end in order, of whose sentences the scan may find something or add up enough
   * weight. Each ends where a sentence does.
   */
  suspects(text: string, limit: number, { wanted, people, least }: Sought, isProse: boolean): readonly number[] {
    this.begin(wanted, people);
    this.isProse = isProse;
    this.least = least;
    this.scanWords(text, Math.min(text.length, limit));
    return this.unsure || this.words.hasAlways ? [0, text.length] : this.suspect;
  }

  private begin(wanted: Wanted | undefined, people: People | undefined): void {
    this.words.clear(wanted);
    this.people = people;
    this.place = 0;
    this.counts = true;
    this.unsure = false;
    this.runStart = -1;
    this.countedRun = -2;
    this.lineStart = 0;
    this.runEnd = -1;
    this.partStart = 0;
    this.isProse = false;
    this.least = undefined;
    if (this.suspect.length > 0) {
      this.suspect = [];
    }
  }

  /**
   * Reads words and what is between them. Nearly all words are of nothing but letters, with a space behind. The characters are copied
   * first: each is looked at more than once, and a string has to find out every time how it is kept.
   */
  private scanWords(text: string, length: number): void {
    const units = this.unitsOf(text, length);
    let at = 0;
    while (at < length) {
      const start = at;
      let hash = hashSeed;
      for (let code = letterCode(units[at] ?? 0); code !== 0; code = letterCode(units[at] ?? 0)) {
        hash = hashStep(hash, code);
        at++;
      }
      const sign = units[at] ?? space;
      if (at === start) {
        at = this.scanOther(text, at, sign, length);
      } else if (sign === space) {
        this.count();
        this.look(hash, start, at, false);
        this.blank(at++);
      } else if (sign > space && inWord(sign, units[at + 1] ?? space) !== 0) {
        at = this.scanJoined(text, start, at, hash, length);
      } else {
        this.count();
        this.look(hash, start, at, false);
        this.end(text, at, sign);
      }
    }
    this.blank(length);
    this.part(length);
  }

  /** The characters of a text, with a space behind them. */
  private unitsOf(text: string, length: number): Uint16Array {
    if (this.units.length < length + 2) {
      this.units = new Uint16Array(2 * length + 2);
    }
    const { units } = this;
    for (let at = 0; at < length; at++) {
      units[at] = text.charCodeAt(at);
    }
    units[length] = space;
    units[length + 1] = space;
    return units;
  }

  /** Reads what begins with no letter, and says where it ends. */
  private scanOther(text: string, at: number, sign: number, length: number): number {
    if (sign === space) {
      this.blank(at);
    } else if (wordCode(sign) !== 0) {
      return this.scanJoined(text, at, at, hashSeed, length);
    } else if (sign < space) {
      this.blank(at);
      this.breakLine(sign, at);
    } else {
      this.mark(sign, this.units[at + 1] ?? space);
    }
    return at + 1;
  }

  /** A word in which there is more than letters; of `priya's` also `priya` is looked up. The letters before `from` are read. */
  private scanJoined(text: string, start: number, from: number, letters: number, length: number): number {
    const { units } = this;
    const first = units[start] ?? space;
    let hash = letters;
    let beforeApostrophe = 0;
    let jointed = false;
    let isName = first === mention || first >= 128;
    let at = from;
    if (at === start) {
      hash = hashStep(hash, first);
      at += 1;
    }
    if (!isName) {
      this.count();
    }
    for (; at < length; at++) {
      const sign = units[at] ?? space;
      const code = letterCode(sign) || (sign > space ? inWord(sign, units[at + 1] ?? space) : 0);
      if (code === 0) {
        break;
      }
      isName ||= code >= 128;
      this.unsure ||= code === star || (code === mention && !inAddress.test(text.slice(this.runStart + 1, at)));
      jointed ||= isJoint(code);
      beforeApostrophe = code === apostrophe ? hash : beforeApostrophe;
      hash = hashStep(hash, code);
    }
    this.look(hash, start, at, jointed);
    if (isName) {
      this.meetPerson();
    }
    if (beforeApostrophe !== 0) {
      this.look(beforeApostrophe, start, at, true);
    }
    if (at < length) {
      this.endJoined(text, at, jointed);
    }
    return at;
  }

  /** One more run of characters has a word for certain. */
  private count(): void {
    if (this.counts && this.countedRun !== this.runStart) {
      this.place += 1;
      this.countedRun = this.runStart;
    }
  }

  private endJoined(text: string, at: number, jointed: boolean): void {
    const sign = this.units[at] ?? space;
    if (jointed && (sign === dot || sign === colon) && address.test(text.slice(at - 6, at))) {
      this.unsure = true;
    }
    this.end(text, at, sign);
  }

  /** A word is over: does its sentence end for certain? */
  private end(text: string, at: number, sign: number): void {
    if (
      (sign === dot || sign === exclamation || sign === question) &&
      this.counts &&
      isBlankAt(text, at + 1) &&
      !(sign === dot && mayAbbreviate(text, at))
    ) {
      this.part(at + 1);
    }
  }

  /** A space or the like: a run of other characters is over. */
  private blank(at: number): void {
    const run = at - this.runStart;
    if (run > 1) {
      this.runEnd = at;
      this.unsure ||= run > longestRun;
      if (at - this.partStart > longestUncut) {
        this.words.cut();
      }
    }
    this.runStart = at;
  }

  /** A blank line ends a paragraph, and with it whatever covered its words. */
  private breakLine(sign: number, at: number): void {
    this.words.cut();
    if (sign === newline) {
      if (this.runEnd <= this.lineStart) {
        this.counts = true;
        this.part(at);
      }
      this.lineStart = at + 1;
    }
  }

  /** Neither a part of a word nor a space. */
  private mark(sign: number, next: number): void {
    if (this.counts && mayCover(sign, next)) {
      this.counts = false;
      this.words.cut();
    } else if (sign >= 128 || mayCut(sign)) {
      this.words.cut();
    }
  }

  /** What comes now is in no sentence with what came before. */
  private part(end: number): void {
    const { least, words, suspect } = this;
    words.part(least !== undefined);
    if (least !== undefined) {
      if (words.hasPattern || words.most > least) {
        if (suspect.at(-1) === this.partStart) {
          suspect.pop();
        } else {
          suspect.push(this.partStart);
        }
        suspect.push(end);
      }
      words.forget();
    }
    this.place += far;
    this.partStart = end;
  }

  private look(hash: number, start: number, end: number, jointed: boolean): void {
    const kind = this.table.kindOf(hash);
    if (kind >= 0) {
      this.words.meet(kind, this.place);
      const weight = this.words.weights[kind] ?? 0;
      if (weight !== 0) {
        this.words.weigh(weight, weight > 0 || (!jointed && this.stays(start, end)));
      }
    }
    if (this.people?.has(hash) === true) {
      this.meetPerson();
    }
  }

  private meetPerson(): void {
    if (this.table.person >= 0) {
      this.words.meet(this.table.person, this.place);
    }
  }

  /** Whether a word is the writer's for certain, whatever markup there is: between spaces, covered by nothing, and no name of code. */
  private stays(start: number, end: number): boolean {
    const { units } = this;
    if (!this.isProse || !this.counts || start !== this.runStart + 1) {
      return false;
    }
    const after = units[end] ?? space;
    if (after > space && !(isStop(after) && (units[end + 1] ?? space) <= space)) {
      return false;
    }
    return (units[start] ?? 0) < small || !this.hasCapital(start, end);
  }

  private hasCapital(start: number, end: number): boolean {
    for (let at = start; at < end; at++) {
      const unit = this.units[at] ?? 0;
      if (unit >= capitalA && unit <= capitalZ) {
        return true;
      }
    }
    return false;
  }
}
