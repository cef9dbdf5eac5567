import { jointCode, wordCode } from './wordHash.js';

/** What the signs between words may mean, whatever markup there is. */

const exclamation = 33;
const comma = 44;
const dot = 46;
const colon = 58;
const question = 63;

/** Signs behind which words may turn out not to be the writer's: code, quotes, links, tags, entities. */
const covers = new Uint8Array(128);
for (const sign of '`"<[&') {
  covers[sign.charCodeAt(0)] = 1;
}

/** Whether a sign may cover what comes after it. */
export function mayCover(sign: number, next: number): boolean {
  return sign < 128
    ? covers[sign] === 1 || (sign === colon && wordCode(next) !== 0)
    : sign === 0x201c || sign === 0x201e || sign === 0xab;
}

/** What a sign that is no letter and no digit counts as within a word, before another sign; 0 where it ends the word. */
export function inWord(sign: number, next: number): number {
  const code = wordCode(sign);
  return code === 0 && wordCode(next) !== 0 ? jointCode(sign) : code;
}

/** Signs at which a sentence may end, and a cell of a table. */
const cuts = new Uint8Array(128);
for (const sign of '.!?|') {
  cuts[sign.charCodeAt(0)] = 1;
}

/** Whether a sentence may end at a sign of ASCII, or a cell of a table. */
export function mayCut(sign: number): boolean {
  return cuts[sign] === 1;
}

/** A mark that may follow a word without being part of it. */
export function isStop(sign: number): boolean {
  return sign === dot || sign === comma || sign === exclamation || sign === question;
}
