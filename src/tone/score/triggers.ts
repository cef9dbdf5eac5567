import { tokenize } from '../language/tokens.js';
import { type TableName, wordCharge } from './sentenceScore.js';
import weights from './weights.json';
import { hasPersonWord } from './wordFacts.js';

/** Places in the memory of known words; a power of 2. */
const SLOTS = 1 << 15;
const UNKNOWN = 0;
const QUIET = 1;
const TRIGGER = 2;

/** Hashes of words met so far, and whether they are triggers. Two words share a pair of places; a third takes that of the older. */
class WordMemory {
  readonly #hashes = new Int32Array(SLOTS);
  readonly #kinds = new Uint8Array(SLOTS);

  /** `undefined` for a word that is new. */
  kindOf(hash: number): number | undefined {
    const slot = slotOf(hash);
    const known =
      this.#hashes[slot] === hash
        ? this.#kinds[slot]
        : this.#hashes[slot + 1] === hash
          ? this.#kinds[slot + 1]
          : UNKNOWN;
    return known === UNKNOWN ? undefined : known;
  }

  /** Remembers a word. @returns its kind */
  add(hash: number, kind: number): number {
    const slot = slotOf(hash);
    this.#hashes.copyWithin(slot + 1, slot, slot + 1);
    this.#kinds.copyWithin(slot + 1, slot, slot + 1);
    this.#hashes[slot] = hash;
    this.#kinds[slot] = kind;
    return kind;
  }
}

/** The first of the two places for a word. */
function slotOf(hash: number): number {
  return (hash ^ (hash >>> 16)) & (SLOTS - 2);
}

const memories: Readonly<Record<TableName, WordMemory>> = { comment: new WordMemory(), document: new WordMemory() };

/** Per UTF-16 unit below 128: the small letter, digit or sign as it counts in a word, 0 for what ends one. */
const inWord = new Uint8Array(128);
for (const sign of "abcdefghijklmnopqrstuvwxyz0123456789_*-'") {
  inWord[sign.charCodeAt(0)] = sign.charCodeAt(0);
  inWord[sign.toUpperCase().charCodeAt(0)] = sign.charCodeAt(0);
}

/**
 * Tells whether a text has a word without which no sentence of it can reach a threshold: a word for a person, or one that weighs enough
 * by itself. One pass over the characters; a word is looked up by its hash and read only when it is new.
 */
export function hasTrigger(text: string, table: TableName): boolean {
  const memory = memories[table];
  for (let at = 0; at < text.length; ) {
    const start = at;
    let hash = 0x811c9dc5;
    let sign = signOf(text.charCodeAt(at));
    while (sign !== 0) {
      hash = Math.imul(hash ^ sign, 0x01000193);
      sign = signOf(text.charCodeAt(++at));
    }
    if (at === start) {
      if (text.charCodeAt(at) === AT) {
        return true;
      }
      at++;
    } else if ((memory.kindOf(hash) ?? memory.add(hash, kindOf(text.slice(start, at), table))) === TRIGGER) {
      return true;
    }
  }
  return false;
}

const AT = 64;

/** What a UTF-16 unit counts as in a word; 0 for what ends one, and past the end of a text. */
function signOf(code: number): number {
  return code < 128 ? (inWord[code] as number) : code > 0xbf && code < 0x2000 ? code : 0;
}

function kindOf(word: string, table: TableName): number {
  const least = weights.trigger[table];
  const parts = [word, ...word.split(/[*'_-]+/)];
  return parts.some((part) =>
    tokenize(part).some((token) => hasPersonWord(token.word) || wordCharge(token.word, table) >= least),
  )
    ? TRIGGER
    : QUIET;
}
