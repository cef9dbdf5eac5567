/**
 * The primitives that sealing is made of, and nothing more: X25519, HKDF-SHA256, ChaCha20-Poly1305, Ed25519, SHA-256 and a CSPRNG.
 * They come from outside: WebCrypto where it has them, @noble where not (a page over plain http, an older browser). Both speak the
 * same bytes, so one room can hold both kinds.
 */

export interface KeyPair {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** 32 bytes. */
  readonly privateKey: Uint8Array;
}

/** A key pair for one envelope. Nobody sees the private half. */
export interface Ephemeral {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** X25519 with someone's key, 32 bytes. @throws when that is no key */
  secretWith(publicKey: Uint8Array): Promise<Uint8Array>;
}

/** Bytes that {@link SealingCrypto.encrypt} adds. */
export const tagSize = 16;

export interface SealingCrypto {
  /** For the log and for measurements. */
  readonly name: string;
  /** How many operations are worth starting at once: more than one only where they run beside the program. */
  readonly lanes: number;
  /** From a CSPRNG. */
  random(length: number): Uint8Array;
  /** SHA-256. */
  hash(data: Uint8Array): Uint8Array;
  /** X25519. */
  newBoxKeys(): Promise<KeyPair>;
  /** Ed25519. */
  newSigningKeys(): Promise<KeyPair>;
  /** The public half of an X25519 private key. */
  boxPublicKey(privateKey: Uint8Array): Promise<Uint8Array>;
  /** X25519. */
  newEphemeral(): Promise<Ephemeral>;
  /** The X25519 secret that each of these pairs has with a public key; nothing when that is none. */
  secrets(keys: readonly KeyPair[], publicKey: Uint8Array): Promise<readonly Uint8Array[] | undefined>;
  /** HKDF-SHA256 without salt, 32 bytes. */
  derive(secret: Uint8Array, info: Uint8Array): Uint8Array;
  /** ChaCha20-Poly1305. The key is for one message, so the nonce stands still. */
  encrypt(key: Uint8Array, plain: Uint8Array): Uint8Array;
  /** Nothing when it was changed, or was encrypted with another key. */
  decrypt(key: Uint8Array, encrypted: Uint8Array): Uint8Array | undefined;
  /** 64 bytes. */
  sign(keys: KeyPair, message: Uint8Array): Promise<Uint8Array>;
  verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean>;
}

/** Does something with each item, so many at a time. */
export async function inLanes<T, R>(lanes: number, items: readonly T[], run: (item: T) => Promise<R>): Promise<R[]> {
  const results = new Array<R>(items.length);
  const rest = items.entries();
  const lane = async (): Promise<void> => {
    for (const [index, item] of rest) {
      results[index] = await run(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane));
  return results;
}
