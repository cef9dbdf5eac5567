import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { KeyPair, SealingCrypto } from './crypto.js';

/** Of a key that is for one message. */
const nonce = new Uint8Array(12);

/** Called between envelopes, so that a page or a hub can go on with other things. */
export type Breathe = () => Promise<void> | undefined;

/**
 * All of it in JavaScript, with the audited libraries of Paul Miller.
 * @param random a CSPRNG
 */
export function nobleCrypto(random: SealingCrypto['random'], breathe: Breathe = () => undefined): SealingCrypto {
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
    async newEphemeral() {
      await breathe();
      const { privateKey, publicKey } = newKeys((key) => x25519.getPublicKey(key));
      return {
        publicKey,
        async secretWith(other) {
          await breathe();
          return x25519.getSharedSecret(privateKey, other);
        },
      };
    },
    async secrets(keys, publicKey) {
      const secrets: Uint8Array[] = [];
      for (const { privateKey } of keys) {
        await breathe();
        const secret = sharedSecret(privateKey, publicKey);
        if (secret === undefined) {
          return undefined;
        }
        secrets.push(secret);
      }
      return secrets;
    },
    derive: (secret, info) => hkdf(sha256, secret, undefined, info, 32),
    encrypt: (key, plain) => chacha20poly1305(key, nonce).encrypt(plain),
    decrypt: (key, encrypted) => decrypted(key, encrypted),
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

function decrypted(key: Uint8Array, encrypted: Uint8Array): Uint8Array | undefined {
  try {
    return chacha20poly1305(key, nonce).decrypt(encrypted);
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
