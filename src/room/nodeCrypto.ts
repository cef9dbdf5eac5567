import { randomBytes, webcrypto } from 'node:crypto';
import type { SealingCrypto } from '../retro/sealing/crypto.js';
import { subtleCrypto, supported } from '../retro/sealing/subtleCrypto.js';

let made: Promise<SealingCrypto> | undefined;

/** What this Node has of its own; the rest in JavaScript. Made once. */
export function nodeCrypto(): Promise<SealingCrypto> {
  const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));
  made ??= supported(webcrypto.subtle, random).then((has) => subtleCrypto(webcrypto.subtle, random, has));
  return made;
}
