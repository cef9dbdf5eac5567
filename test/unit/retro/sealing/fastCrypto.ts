import type { KeyPair, SealingCrypto } from '../../../../src/retro/sealing/crypto.js';

/** Chance that can be repeated. Not for anything but tests. */
export function chance(seed: number): (length: number) => Uint8Array {
  let state = seed | 0 || 1;
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  };
  return (length) => {
    const bytes = new Uint8Array(length);
    const words = new DataView(bytes.buffer);
    let at = 0;
    for (; at + 4 <= length; at += 4) {
      words.setUint32(at, next());
    }
    for (; at < length; at += 1) {
      bytes[at] = next() & 255;
    }
    return bytes;
  };
}

/** A quick hash of 32 bytes. */
function quickHash(...parts: readonly Uint8Array[]): Uint8Array {
  let [a, b] = [0x811c9dc5, 0x9e3779b9];
  for (const part of parts) {
    const view = new DataView(part.buffer, part.byteOffset, part.length);
    a = Math.imul(a ^ part.length, 0x01000193);
    let at = 0;
    for (; at + 4 <= part.length; at += 4) {
      a = Math.imul(a ^ view.getInt32(at), 0x01000193);
      b = Math.imul(b ^ a, 0x85ebca6b) ^ (a >>> 15);
    }
    for (; at < part.length; at += 1) {
      a = Math.imul(a ^ view.getUint8(at), 0x01000193);
      b ^= a;
    }
  }
  return chance(a ^ Math.imul(b, 3))(32);
}

/**
 * Has the interface and the behaviour of the real thing and takes a hundredth of the time. Holds no secret from anyone who tries; the
 * tests that use it are about who does what when.
 */
export function fastCrypto(seed: number): SealingCrypto {
  const random = chance(seed);
  const publicOf = (privateKey: Uint8Array): Uint8Array => quickHash(privateKey);
  const newKeys = async (): Promise<KeyPair> => {
    const privateKey = random(32);
    return { privateKey, publicKey: publicOf(privateKey) };
  };
  const streamed = (key: Uint8Array, text: Uint8Array): Uint8Array => {
    const mixed = chance(new DataView(key.buffer).getInt32(0))(text.length);
    for (let at = 0; at < text.length; at += 1) {
      mixed[at] = (mixed[at] ?? 0) ^ (text[at] ?? 0);
    }
    return mixed;
  };
  const tag = (key: Uint8Array, body: Uint8Array) => quickHash(key, body).subarray(0, 16);
  return {
    name: 'fast, for tests',
    lanes: 1,
    random,
    hash: (data) => quickHash(data),
    newBoxKeys: newKeys,
    newSigningKeys: newKeys,
    boxPublicKey: async (privateKey) => publicOf(privateKey),
    async newEphemeral() {
      const publicKey = random(32);
      return { publicKey, secretWith: async (other) => quickHash(other, publicKey) };
    },
    secrets: async (keys, publicKey) => keys.map((pair) => quickHash(publicOf(pair.privateKey), publicKey)),
    derive: (secret, info) => quickHash(secret, info),
    encrypt(key, plain) {
      const body = streamed(key, plain);
      const encrypted = new Uint8Array(16 + plain.length);
      encrypted.set(tag(key, body));
      encrypted.set(body, 16);
      return encrypted;
    },
    decrypt(key, encrypted) {
      const [check, body] = [encrypted.subarray(0, 16), encrypted.subarray(16)];
      return tag(key, body).every((byte, index) => byte === check[index]) ? streamed(key, body) : undefined;
    },
    async sign(keys, message) {
      const half = quickHash(publicOf(keys.privateKey), message);
      const signature = new Uint8Array(64);
      signature.set(half);
      signature.set(half, 32);
      return signature;
    },
    verify: async (publicKey, message, signature) =>
      quickHash(publicKey, message).every((byte, index) => byte === signature[index] && byte === signature[index + 32]),
  };
}
