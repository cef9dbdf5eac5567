import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';
import { type KeyPair, type SealingCrypto, tagSize } from '../retro/sealing/crypto.js';
import { nobleCrypto } from '../retro/sealing/nobleCrypto.js';

/** RFC 8410: what stands before the 32 bytes of a private key in PKCS #8. */
const pkcs8 = { x25519: 110, ed25519: 112 } as const;
/** RFC 8037. */
const names = { x25519: 'X25519', ed25519: 'Ed25519' } as const;
type Curve = keyof typeof pkcs8;
const before = (curve: Curve) => Buffer.from([48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, pkcs8[curve], 4, 34, 4, 32]);
const keyLength = 32;

let made: Promise<SealingCrypto> | undefined;

/**
 * By OpenSSL, which Node has and which is the quickest from the first call on; what it does not know in JavaScript. The editor's Node
 * has another library, without a ChaCha20-Poly1305 to be called.
 */
export function nodeCrypto(): Promise<SealingCrypto> {
  made ??= choose();
  return made;
}

async function choose(): Promise<SealingCrypto> {
  const noble = nobleCrypto(random, breather());
  const curves = { ...noble, ...openssl(breather()) };
  const known = (await understandEachOther(curves, noble)) ? curves : noble;
  const cipher = { ...known, ...chacha20poly1305 };
  return encryptsLike(cipher, noble) ? cipher : known;
}

function encryptsLike(one: SealingCrypto, other: SealingCrypto): boolean {
  try {
    const [key, text] = [random(keyLength), random(100)];
    return other.decrypt(key, one.encrypt(key, text))?.join() === text.join();
  } catch {
    return false;
  }
}

const cipherName = 'chacha20-poly1305';
/** Of a key that is for one message. */
const nonce = new Uint8Array(12);
const authTagLength = tagSize;

const chacha20poly1305: Pick<SealingCrypto, 'encrypt' | 'decrypt'> = {
  encrypt(key, plain) {
    const cipher = createCipheriv(cipherName, key, nonce, { authTagLength });
    const parts = [cipher.update(plain), cipher.final()];
    return new Uint8Array(Buffer.concat([...parts, cipher.getAuthTag()]));
  },
  decrypt(key, encrypted) {
    const end = encrypted.length - tagSize;
    if (end < 0) {
      return undefined;
    }
    try {
      const decipher = createDecipheriv(cipherName, key, nonce, { authTagLength });
      decipher.setAuthTag(encrypted.subarray(end));
      const plain = new Uint8Array(decipher.update(encrypted.subarray(0, end)));
      decipher.final();
      return plain;
    } catch {
      return undefined;
    }
  },
};

function random(length: number): Uint8Array {
  return new Uint8Array(randomBytes(length));
}

/** Whether both write and read the same, tried once at the start. */
async function understandEachOther(one: SealingCrypto, other: SealingCrypto): Promise<boolean> {
  try {
    const [keys, signing, message] = [await one.newBoxKeys(), await one.newSigningKeys(), random(40)];
    const isOneSecret = async (sender: SealingCrypto, reader: SealingCrypto): Promise<boolean> => {
      const { publicKey, secretWith } = await sender.newEphemeral();
      const [secret] = (await reader.secrets([keys], publicKey)) ?? [];
      return secret?.join() === (await secretWith(keys.publicKey)).join();
    };
    const signed = await other.verify(signing.publicKey, message, await one.sign(signing, message));
    const verified = await one.verify(signing.publicKey, message, await other.sign(signing, message));
    return signed && verified && (await isOneSecret(one, other)) && (await isOneSecret(other, one));
  } catch {
    return false;
  }
}

function openssl(breathe: () => Promise<void> | undefined): Partial<SealingCrypto> {
  return {
    name: 'OpenSSL',
    hash: (data) => new Uint8Array(createHash('sha256').update(data).digest()),
    newBoxKeys: async () => newKeys('x25519'),
    newSigningKeys: async () => newKeys('ed25519'),
    boxPublicKey: async (privateKey) => rawPublic(createPublicKey(privateOf('x25519', privateKey))),
    async newEphemeral() {
      await breathe();
      const own = generateKeyPairSync('x25519');
      return {
        publicKey: rawPublic(own.publicKey),
        async secretWith(other) {
          await breathe();
          return agreed(own.privateKey, recipientOf(other));
        },
      };
    },
    async secrets(keys, publicKey) {
      await breathe();
      try {
        const theirs = publicOf('x25519', publicKey);
        return keys.map((pair) => agreed(privateOf('x25519', pair.privateKey), theirs));
      } catch {
        // A point of small order: there is no secret with it.
        return undefined;
      }
    },
    sign: async (keys, message) => new Uint8Array(sign(null, message, privateOf('ed25519', keys.privateKey))),
    verify: async (publicKey, message, signature) => {
      try {
        return verify(null, message, publicOf('ed25519', publicKey), signature);
      } catch {
        return false;
      }
    },
  };
}

function agreed(privateKey: KeyObject, publicKey: KeyObject): Uint8Array {
  return new Uint8Array(diffieHellman({ privateKey, publicKey }));
}

function newKeys(curve: Curve): KeyPair {
  const privateKey = random(keyLength);
  return { privateKey, publicKey: rawPublic(createPublicKey(privateOf(curve, privateKey))) };
}

/** Keys that are used for many envelopes are read once, and forgotten with their bytes. */
const read = new WeakMap<Uint8Array, KeyObject>();
const recipients = new WeakMap<Uint8Array, KeyObject>();

function privateOf(curve: Curve, bytes: Uint8Array): KeyObject {
  const known =
    read.get(bytes) ?? createPrivateKey({ key: Buffer.concat([before(curve), bytes]), format: 'der', type: 'pkcs8' });
  read.set(bytes, known);
  return known;
}

/** As JWK, which costs half of what DER does. */
function publicOf(curve: Curve, bytes: Uint8Array): KeyObject {
  const x = Buffer.from(bytes).toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: names[curve], x }, format: 'jwk' });
}

/** The key of a mixer, who is sealed to with each envelope. */
function recipientOf(bytes: Uint8Array): KeyObject {
  const known = recipients.get(bytes) ?? publicOf('x25519', bytes);
  recipients.set(bytes, known);
  return known;
}

function rawPublic(key: KeyObject): Uint8Array {
  return new Uint8Array(Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url'));
}

/** A hub has other rooms to listen to: no round keeps it busy for longer than this, in milliseconds. */
const slice = 5;

function breather(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < slice) {
      return undefined;
    }
    return new Promise((resolve) => {
      setImmediate(() => {
        since = performance.now();
        resolve();
      });
    });
  };
}
