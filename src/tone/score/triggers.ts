import { tokenize } from '../language/tokens.js';
import { hasPersonWord } from './features.js';
import weights from './weights.json';
import { wordCharge, type TableName } from './sentenceScore.js';

/** Places in the memory of known words; a power of 2. */
const SLOTS = 1 << 16;
const UNKNOWN = 0;
const QUIET = 1;
const TRIGGER = 2;

/** Per table: hashes of words met so far, and whether they are triggers. */
class WordMemory {
  readonly hashes = new Int32Array(SLOTS);
  readonly kinds = new Uint8Array(SLOTS);
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
    let hash = 0x811c9dc5;
    const start = at;
    let code = text.charCodeAt(at);
    while (code < 128 ? inWord[code] !== 0 : code > 0xbf && code < 0x2000) {
      hash = Math.imul(hash ^ (code < 128 ? (inWord[code] as number) : code), 0x01000193);
      code = text.charCodeAt(++at);
    }
    if (at > start) {
      const slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
      let kind = memory.hashes[slot] === hash ? (memory.kinds[slot] as number) : UNKNOWN;
      if (kind === UNKNOWN) {
        kind = kindOf(text.slice(start, at), table);
        memory.hashes[slot] = hash;
        memory.kinds[slot] = kind;
      }
      if (kind === TRIGGER) {
        return true;
      }
    } else {
      if (code === 64) {
        return true;
      }
      at++;
    }
  }
  return false;
}

function kindOf(word: string, table: TableName): number {
  const least = weights.trigger[table];
  const parts = [word, ...word.split(/[*'_-]+/)];
  return parts.some((part) => tokenize(part).some((token) => hasPersonWord(token.word) || wordCharge(token.word, table) >= least))
    ? TRIGGER
    : QUIET;
}
