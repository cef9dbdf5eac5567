/** Number of places in a weight table; a feature's place is its hash modulo this. */
export const tableSize = 1 << 20;

/** FNV-1a over UTF-16 units, continued from `seed`. */
export function hashText(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash;
}

/** Mixes two hashes into one. */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ (b + 0x9e3779b9 + (a << 6) + (a >>> 2)), 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** Where the hash of a text begins. */
export const BASE = 0x811c9dc5;
/** The place of a hash in a weight table. */
export const place = (hash: number): number => (hash ^ (hash >>> 15)) & (tableSize - 1);
/** A hash that stands for a sort of feature. */
export const seed = (name: string): number => mix(hashText(name, BASE), 0x51ed);
