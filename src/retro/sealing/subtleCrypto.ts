import { concatBytes } from '@noble/ciphers/utils.js';
import type { KeyPair, SealingCrypto } from './crypto.js';
import { type Breathe, nobleCrypto } from './nobleCrypto.js';

type Key = { readonly type: string };
/** The little of WebCrypto that is used, so that this file needs the types of no platform. */
export interface Subtle {
  importKey(format: string, data: Uint8Array, algorithm: string, extractable: boolean, uses: string[]): Promise<Key>;
  exportKey(format: string, key: Key): Promise<ArrayBuffer>;
  generateKey(
    algorithm: string,
    extractable: boolean,
    uses: string[],
  ): Promise<{ readonly privateKey: Key; readonly publicKey: Key }>;
  deriveBits(algorithm: { readonly name: string; readonly public: Key }, key: Key, bits: number): Promise<ArrayBuffer>;
  sign(algorithm: string, key: Key, data: Uint8Array): Promise<ArrayBuffer>;
  verify(algorithm: string, key: Key, signature: Uint8Array, data: Uint8Array): Promise<boolean>;
}

/** RFC 8410: what stands before the 32 bytes of a private key in PKCS #8. */
const pkcs8 = (algorithm: number) => new Uint8Array([48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, algorithm, 4, 34, 4, 32]);
const before = { X25519: pkcs8(110), Ed25519: pkcs8(112) } as const;
type Algorithm = keyof typeof before;
/** Read public keys that are kept: those of a round are used for every envelope, those of earlier rounds never again. */
const mostKept = 64;

/** The base point of X25519 (RFC 7748, section 4.1): multiplied with it, a private key gives its public one. */
const base = new Uint8Array(32).with(0, 9);

/**
 * The curves by WebCrypto, which takes a tenth of the time of JavaScript and less; the rest as in {@link nobleCrypto}: it takes
 * microseconds, less than one call of WebCrypto costs. `has` says what this platform knows (see {@link supported}).
 */
export function subtleCrypto(
  subtle: Subtle,
  random: SealingCrypto['random'],
  has: { readonly X25519: boolean; readonly Ed25519: boolean },
  breathe?: Breathe,
): SealingCrypto {
  return {
    ...nobleCrypto(random, breathe),
    ...(has.X25519 ? boxes(subtle, random) : {}),
    ...(has.Ed25519 ? signatures(subtle) : {}),
    name: nameOf(has),
  };
}

function nameOf({ X25519, Ed25519 }: { readonly X25519: boolean; readonly Ed25519: boolean }): string {
  const native = [...(X25519 ? ['X25519'] : []), ...(Ed25519 ? ['Ed25519'] : [])];
  return native.length === 0 ? 'noble' : `WebCrypto ${native.join(' ')}`;
}

function boxes(subtle: Subtle, random: SealingCrypto['random']): Partial<SealingCrypto> {
  const privates = imported(subtle, 'X25519', ['deriveBits']);
  const publics = new Map<string, Promise<Key>>();
  const importPublic = (key: Uint8Array) => subtle.importKey('raw', key, 'X25519', false, []);
  const publicOf = (key: Uint8Array): Promise<Key> => {
    const name = key.join();
    const known = publics.get(name) ?? importPublic(key);
    if (publics.size >= mostKept) {
      publics.clear();
    }
    publics.set(name, known);
    return known;
  };
  const multiplied = async (own: Key, theirs: Key) =>
    new Uint8Array(await subtle.deriveBits({ name: 'X25519', public: theirs }, own, 256));
  const publicKey = async (own: Key) => multiplied(own, await publicOf(base));
  const newBoxKeys = async (): Promise<KeyPair> => {
    const privateKey = random(32);
    return { privateKey, publicKey: await publicKey(await privates(privateKey)) };
  };
  return {
    lanes: 32,
    newBoxKeys,
    boxPublicKey: async (privateKey) => publicKey(await privates(privateKey)),
    async newEphemeral() {
      // Twice as fast as to make one of random bytes: its public half comes with it.
      const own = await subtle.generateKey('X25519', false, ['deriveBits']);
      return {
        publicKey: new Uint8Array(await subtle.exportKey('raw', own.publicKey)),
        secretWith: async (other) => multiplied(own.privateKey, await publicOf(other)),
      };
    },
    async secrets(keys, publicKey) {
      try {
        const theirs = await importPublic(publicKey.slice());
        return await Promise.all(keys.map(async (pair) => multiplied(await privates(pair.privateKey), theirs)));
      } catch {
        // A point of small order: WebCrypto refuses the secret that it gives.
        return undefined;
      }
    },
  };
}

function signatures(subtle: Subtle): Partial<SealingCrypto> {
  const privates = imported(subtle, 'Ed25519', ['sign']);
  return {
    sign: async (keys, message) =>
      new Uint8Array(await subtle.sign('Ed25519', await privates(keys.privateKey), message)),
    async verify(publicKey, message, signature) {
      try {
        const key = await subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
        return await subtle.verify('Ed25519', key, signature, message);
      } catch {
        return false;
      }
    },
  };
}

/** Keys that are used for many messages are read once. They are forgotten with the bytes they came from. */
function imported(subtle: Subtle, algorithm: Algorithm, uses: string[]): (privateKey: Uint8Array) => Promise<Key> {
  const known = new WeakMap<Uint8Array, Promise<Key>>();
  return (privateKey) => {
    const there = known.get(privateKey);
    const key =
      there ?? subtle.importKey('pkcs8', concatBytes(before[algorithm], privateKey), algorithm, false, [...uses]);
    known.set(privateKey, key);
    return key;
  };
}

/** Tries what this platform's WebCrypto knows of the two curves; nothing where there is none (a page without a secure context). */
export async function supported(
  subtle: Subtle | undefined,
  random: SealingCrypto['random'],
): Promise<{ readonly X25519: boolean; readonly Ed25519: boolean }> {
  if (subtle === undefined) {
    return { X25519: false, Ed25519: false };
  }
  const knows = (algorithm: Algorithm, uses: string[]) =>
    subtle.importKey('pkcs8', concatBytes(before[algorithm], random(32)), algorithm, false, uses).then(
      () => true,
      () => false,
    );
  const [x, ed] = await Promise.all([knows('X25519', ['deriveBits']), knows('Ed25519', ['sign'])]);
  return { X25519: x, Ed25519: ed };
}
