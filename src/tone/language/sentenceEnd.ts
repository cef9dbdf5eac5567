import { ALWAYS, NUMBERED, SOMETIMES } from './abbreviations.js';
import { HashSet } from '../detect/hashSet.js';
import { hashOf, hashSeed, hashStep, letterCode } from '../detect/wordHash.js';

/** Where a sentence ends for certain, whatever sentence.ts makes of the rest. */

const DOT = 0x2e;
const all = [...ALWAYS, ...SOMETIMES, ...NUMBERED];
const abbreviations = new HashSet(all.map(hashOf));
const longest = Math.max(...all.map(({ length }) => length));

/** Whether the letters before a dot are so few, or such, that it may be theirs and end no sentence. */
export function mayAbbreviate(text: string, end: number): boolean {
  let start = end;
  while (isLetter(text.charCodeAt(start - 1))) {
    start--;
    if (end - start > longest) {
      return false;
    }
  }
  let hash = hashSeed;
  for (let at = start; at < end; at++) {
    hash = hashStep(hash, letterCode(text.charCodeAt(at)));
  }
  return end - start === 1 || text.charCodeAt(start - 1) === DOT || abbreviations.has(hash);
}

function isLetter(sign: number): boolean {
  return (sign | 32) >= 97 && (sign | 32) <= 122;
}

/** Whether white space comes now, as prose has it, or nothing. */
export function isBlankAt(text: string, at: number): boolean {
  const sign = text.charCodeAt(at);
  return sign === 32 || (sign >= 9 && sign <= 13) || Number.isNaN(sign);
}
