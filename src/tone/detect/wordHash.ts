/** What the hash of a word begins with. */
export const hashSeed = 0x811c9dc5 | 0;
/** What counts as the apostrophe of a word, straight or curly. */
export const apostrophe = 39;

/** 32-bit FNV-1a: the hash of what came before and the next unit of the word. */
export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** The hash of a word in lower case; the scan comes to the same without making strings. */
export function hashOf(word: string): number {
  let hash = hashSeed;
  for (let at = 0; at < word.length; at++) {
    hash = hashStep(hash, word.charCodeAt(at));
  }
  return hash;
}

/** Per ASCII character: itself in lower case where it is part of a word that rules may know, else 0. None of those has an underscore. */
const folded = foldedTable();

function foldedTable(): Uint8Array {
  const table = new Uint8Array(128);
  for (const sign of 'abcdefghijklmnopqrstuvwxyz0123456789@') {
    const code = sign.charCodeAt(0);
    table[code] = code;
    table[sign.toUpperCase().charCodeAt(0)] = code;
  }
  return table;
}

const times = 0xd7;
const dividedBy = 0xf7;

/** A unit that is part of a word, ASCII in lower case, else 0: beyond ASCII whatever may be a letter, which these two signs are not. */
export function wordCode(code: number): number {
  return code < 128
    ? (folded[code] ?? 0)
    : code >= 0xc0 && code < 0x2000 && code !== times && code !== dividedBy
      ? code
      : 0;
}

/** A letter or digit of ASCII, in lower case, else 0: nearly all that words are made of. */
export function letterCode(code: number): number {
  return code < 128 && code !== 64 ? (folded[code] ?? 0) : 0;
}

/** Whether a unit of a word stands between two parts of it. */
export function isJoint(code: number): boolean {
  return code === apostrophe || code === 45 || code === 42;
}

/** What an apostrophe, a hyphen or a star counts as between two parts of a word; 0 for anything else. */
export function jointCode(code: number): number {
  return code === apostrophe || code === 0x2019 ? apostrophe : code === 45 || code === 42 ? code : 0;
}
