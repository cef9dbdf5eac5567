/** HKDF-SHA256 and ChaCha20-Poly1305 in JavaScript, for all providers: microseconds, less than one call of WebCrypto costs. */
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { concatBytes } from '@noble/ciphers/utils.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { listed } from './bytes.js';

/** The key is for one message, so the nonce may stand still. */
const nonce = new Uint8Array(12);

/**
 * The key of one message. It is derived from the shared secret *and* both public keys, as in the DHKEM of RFC 9180, section 4.1, and
 * from its place in the round (`context`). A second way to write the ephemeral key (X25519 knows several for one secret) gives another
 * key and does not open, so nobody can make a copy of an envelope that looks different and opens to the same.
 */
export function messageKey(
  shared: Uint8Array,
  ephemeral: Uint8Array,
  recipient: Uint8Array,
  context: Uint8Array,
): Uint8Array {
  return hkdf(sha256, shared, undefined, messageInfo(ephemeral, recipient, context), 32);
}

/** What the key of a message is bound to. */
export function messageInfo(ephemeral: Uint8Array, recipient: Uint8Array, context: Uint8Array): Uint8Array {
  return listed('envelope', ephemeral, recipient, context);
}

/** The ephemeral key, the text, and the tag. */
export function encrypted(key: Uint8Array, ephemeral: Uint8Array, plain: Uint8Array): Uint8Array {
  return concatBytes(ephemeral, chacha20poly1305(key, nonce).encrypt(plain));
}

/** Nothing when it was changed, or was encrypted with another key. */
export function decrypted(key: Uint8Array, sealed: Uint8Array): Uint8Array | undefined {
  try {
    return chacha20poly1305(key, nonce).decrypt(sealed.subarray(32));
  } catch {
    return undefined;
  }
}
