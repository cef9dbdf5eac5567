import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { type KeyPair, type SealingCrypto, sealOverhead } from './crypto.js';
import { decrypted, encrypted, messageKey } from './symmetric.js';

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
      if (shared === undefined || sealed.length < sealOverhead) {
        return undefined;
      }
      return decrypted(messageKey(shared, ephemeral, keys.publicKey, context), sealed);
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
