import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { concatBytes } from '@noble/ciphers/utils.js';
import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { listed } from './bytes.js';
import { type KeyPair, type SealingCrypto, sealOverhead } from './crypto.js';

/** Key and nonce of one message: the key is never used twice, so the nonce may stand still. */
const nonce = new Uint8Array(12);
const tag = 16;

/**
 * The symmetric half, the same for all providers: it costs microseconds, less than one call of WebCrypto.
 *
 * The key is derived from the shared secret *and* both public keys, as in the DHKEM of RFC 9180, section 4.1: a second way to write
 * the ephemeral key (X25519 knows several for one secret) gives another key and does not open, so nobody can make a copy of an
 * envelope that looks different and opens to the same.
 */
export function messageKey(shared: Uint8Array, ephemeral: Uint8Array, recipient: Uint8Array, context: Uint8Array) {
  return hkdf(sha256, shared, undefined, messageInfo(ephemeral, recipient, context), 32);
}

/** What the key of a message is bound to. */
export function messageInfo(ephemeral: Uint8Array, recipient: Uint8Array, context: Uint8Array): Uint8Array {
  return listed('envelope', ephemeral, recipient, context);
}

export function encrypted(key: Uint8Array, ephemeral: Uint8Array, plain: Uint8Array): Uint8Array {
  return concatBytes(ephemeral, chacha20poly1305(key, nonce).encrypt(plain));
}

export function decrypted(key: Uint8Array, sealed: Uint8Array): Uint8Array | undefined {
  try {
    return chacha20poly1305(key, nonce).decrypt(sealed.subarray(sealOverhead - tag));
  } catch {
    return undefined;
  }
}

/**
 * All of it in JavaScript, with the audited libraries of Paul Miller.
 * @param random a CSPRNG
 * @param breathe called between envelopes, so that a page can go on with other things
 */
export function nobleCrypto(
  random: SealingCrypto['random'],
  breathe: () => Promise<void> | undefined = () => undefined,
): SealingCrypto {
  const newKeys = (publicKey: (privateKey: Uint8Array) => Uint8Array): KeyPair => {
    const privateKey = random(32);
    return { privateKey, publicKey: publicKey(privateKey) };
  };
  return {
    name: 'noble',
    lanes: 1,
    random,
    hash: (data) => sha256(data),
    newBoxKeys: async () => newKeys((key) => x25519.getPublicKey(key)),
    newSigningKeys: async () => newKeys((key) => ed25519.getPublicKey(key)),
    boxPublicKey: async (privateKey) => x25519.getPublicKey(privateKey),
    async seal(publicKey, context, plain) {
      await breathe();
      const { privateKey, publicKey: ephemeral } = newKeys((key) => x25519.getPublicKey(key));
      const shared = x25519.getSharedSecret(privateKey, publicKey);
      return encrypted(messageKey(shared, ephemeral, publicKey, context), ephemeral, plain);
    },
    async open(keys, context, sealed) {
      await breathe();
      const ephemeral = sealed.subarray(0, 32);
      const shared = sharedSecret(keys.privateKey, ephemeral);
      return shared === undefined || sealed.length < sealOverhead
        ? undefined
        : decrypted(messageKey(shared, ephemeral, keys.publicKey, context), sealed);
    },
    sign: async (keys, message) => ed25519.sign(message, keys.privateKey),
    verify: async (publicKey, message, signature) => verified(publicKey, message, signature),
  };
}

/** Nothing for a point that gives everyone the same secret (RFC 7748, section 6.1). */
function sharedSecret(privateKey: Uint8Array, publicKey: Uint8Array): Uint8Array | undefined {
  try {
    return x25519.getSharedSecret(privateKey, publicKey);
  } catch {
    return undefined;
  }
}

function verified(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
}
