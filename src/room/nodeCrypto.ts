import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';
import { type KeyPair, type SealingCrypto, sealOverhead } from '../retro/sealing/crypto.js';
import { nobleCrypto } from '../retro/sealing/nobleCrypto.js';
import { messageInfo } from '../retro/sealing/symmetric.js';

/** RFC 8410: what stands before the 32 bytes of a private key in PKCS #8. */
const pkcs8 = { x25519: 110, ed25519: 112 } as const;
/** RFC 8037. */
const names = { x25519: 'X25519', ed25519: 'Ed25519' } as const;
type Curve = keyof typeof pkcs8;
const before = (curve: Curve) => Buffer.from([48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, pkcs8[curve], 4, 34, 4, 32]);
const keyLength = 32;
const tagLength = 16;
const nonce = new Uint8Array(12);
const cipher = 'chacha20-poly1305';

let made: Promise<SealingCrypto> | undefined;

/** By OpenSSL, which Node has and which is the quickest; what it does not know (the editor's Node has another library) in JavaScript. */
export function nodeCrypto(): Promise<SealingCrypto> {
  made ??= choose();
  return made;
}

async function choose(): Promise<SealingCrypto> {
  const noble = nobleCrypto(random, breather());
  const native: SealingCrypto = { ...noble, ...openssl(breather()) };
  return (await understandEachOther(native, noble)) ? native : noble;
}

function random(length: number): Uint8Array {
  return new Uint8Array(randomBytes(length));
}

/** Whether both write and read the same, tried once at the start. */
async function understandEachOther(one: SealingCrypto, other: SealingCrypto): Promise<boolean> {
  try {
    const [keys, signing, context] = [await one.newBoxKeys(), await one.newSigningKeys(), random(40)];
    const there = await other.open(keys, context, await one.seal(keys.publicKey, context, context));
    const back = await one.open(keys, context, await other.seal(keys.publicKey, context, context));
    const signed = await other.verify(signing.publicKey, context, await one.sign(signing, context));
    const verified = await one.verify(signing.publicKey, context, await other.sign(signing, context));
    return there?.join() === context.join() && back?.join() === context.join() && signed && verified;
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
    async seal(publicKey, context, plain) {
      await breathe();
      const own = generateKeyPairSync('x25519');
      const ephemeral = rawPublic(own.publicKey);
      const shared = diffieHellman({ privateKey: own.privateKey, publicKey: recipientOf(publicKey) });
      const encrypt = createCipheriv(cipher, messageKey(shared, ephemeral, publicKey, context), nonce, {
        authTagLength: tagLength,
      });
      const parts = [ephemeral, encrypt.update(plain), encrypt.final()];
      return new Uint8Array(Buffer.concat([...parts, encrypt.getAuthTag()]));
    },
    async open(keys, context, sealed) {
      await breathe();
      return sealed.length < sealOverhead ? undefined : opened(keys, context, sealed);
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

function opened(keys: KeyPair, context: Uint8Array, sealed: Uint8Array): Uint8Array | undefined {
  try {
    const ephemeral = sealed.subarray(0, keyLength);
    const [privateKey, publicKey] = [privateOf('x25519', keys.privateKey), publicOf('x25519', ephemeral)];
    const shared = diffieHellman({ privateKey, publicKey });
    const decrypt = createDecipheriv(cipher, messageKey(shared, ephemeral, keys.publicKey, context), nonce, {
      authTagLength: tagLength,
    });
    decrypt.setAuthTag(sealed.subarray(sealed.length - tagLength));
    const plain = decrypt.update(sealed.subarray(keyLength, sealed.length - tagLength));
    decrypt.final();
    return new Uint8Array(plain);
  } catch {
    return undefined;
  }
}

function messageKey(shared: Uint8Array, ephemeral: Uint8Array, recipient: Uint8Array, context: Uint8Array): Uint8Array {
  const info = messageInfo(ephemeral, recipient, context);
  return new Uint8Array(hkdfSync('sha256', shared, new Uint8Array(), info, keyLength));
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
