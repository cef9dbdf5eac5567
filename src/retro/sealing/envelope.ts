/**
 * Envelopes, and batches of them. In the middle is the content, behind a lock that opens with the inner keys of all mixers together;
 * around it is one layer for each mixer's outer key. Lock and layers are made in one way: an ephemeral key, from its secret with the
 * recipient a key for this one message (the DHKEM of RFC 9180, section 4.1; a lock joins the secrets with all its recipients), and
 * the encrypted rest.
 */
import { concatBytes } from '@noble/ciphers/utils.js';
import { fromBase64, listed, number32, same, toBase64 } from './bytes.js';
import { inLanes, type KeyPair, type SealingCrypto, tagSize } from './crypto.js';
import type { Base64, Batch, InnerKey } from './messages.js';
import { object } from './objected.js';
import type { Secret, Stash } from './stash.js';

const ephemeralSize = 32;
/** Bytes that a layer adds, and a lock. */
const overhead = ephemeralSize + tagSize;

/**
 * Locks a content, for all of these together: with a key less it stays closed.
 * @param transcript the round with all its people and keys
 * @param inner the inner keys of all mixers, in their order
 */
export async function locked(
  crypto: SealingCrypto,
  stash: Stash,
  transcript: Uint8Array,
  inner: readonly Uint8Array[],
  content: Uint8Array,
): Promise<Uint8Array> {
  const own = await stash.ephemeral();
  const secrets = await Promise.all(inner.map((key) => own.secretWith(key)));
  const secret = { ephemeral: own.publicKey, secret: concatBytes(...secrets) };
  return closed(crypto, secret, lockContext(transcript, inner), content);
}

/** Opens the lock of each envelope. One that was spoiled by its own sender is absent. */
export async function opened(
  crypto: SealingCrypto,
  transcript: Uint8Array,
  keys: readonly KeyPair[],
  envelopes: readonly Uint8Array[],
): Promise<(Uint8Array | undefined)[]> {
  const publicKeys = keys.map((pair) => pair.publicKey);
  return inLanes(crypto.lanes, envelopes, (sealed) => open(crypto, keys, lockContext(transcript, publicKeys), sealed));
}

/**
 * Wraps it once for each mixer, so that the first opens first.
 * @param outer the mixers' outer keys, in their order
 */
export async function wrapped(
  crypto: SealingCrypto,
  stash: Stash,
  transcript: Uint8Array,
  outer: readonly Uint8Array[],
  content: Uint8Array,
): Promise<Uint8Array> {
  let sealed = content;
  for (const [place, key] of [...outer.entries()].reverse()) {
    sealed = closed(crypto, await stash.secretWith(key), layerContext(transcript, place, key), sealed);
  }
  return sealed;
}

/** Takes one layer off each envelope. An entry that does not open is absent. */
export function peeled(
  crypto: SealingCrypto,
  transcript: Uint8Array,
  place: number,
  keys: KeyPair,
  envelopes: readonly Uint8Array[],
): Promise<(Uint8Array | undefined)[]> {
  const context = layerContext(transcript, place, keys.publicKey);
  return inLanes(crypto.lanes, envelopes, (sealed) => open(crypto, [keys], context, sealed));
}

/** Bytes of a locked envelope around `content` bytes that still has so many layers. */
export function sizeWith(layers: number, content: number): number {
  return content + (layers + 1) * overhead;
}

function lockContext(transcript: Uint8Array, inner: readonly Uint8Array[]): Uint8Array {
  return listed('lock', transcript, ...inner);
}

function layerContext(transcript: Uint8Array, place: number, key: Uint8Array): Uint8Array {
  return listed('layer', transcript, number32(place), key);
}

/** `context` is bound: who opens has to know the same. */
function closed(
  crypto: SealingCrypto,
  { ephemeral, secret }: Secret,
  context: Uint8Array,
  plain: Uint8Array,
): Uint8Array {
  return concatBytes(ephemeral, crypto.encrypt(keyFor(crypto, secret, ephemeral, context), plain));
}

async function open(
  crypto: SealingCrypto,
  keys: readonly KeyPair[],
  context: Uint8Array,
  sealed: Uint8Array,
): Promise<Uint8Array | undefined> {
  const ephemeral = sealed.subarray(0, ephemeralSize);
  const secrets = sealed.length < overhead ? undefined : await crypto.secrets(keys, ephemeral);
  if (secrets === undefined) {
    return undefined;
  }
  const key = keyFor(crypto, concatBytes(...secrets), ephemeral, context);
  return crypto.decrypt(key, sealed.subarray(ephemeralSize));
}

/**
 * The key of one message. It comes from the ephemeral key as it is written too: another way to write it (X25519 knows several for one
 * secret) gives another key and does not open, so nobody can make a copy of an envelope that looks different and opens to the same.
 */
function keyFor(crypto: SealingCrypto, secret: Uint8Array, ephemeral: Uint8Array, context: Uint8Array): Uint8Array {
  return crypto.derive(secret, listed('envelope', ephemeral, context));
}

export function batchOf(envelopes: readonly Uint8Array[]): Batch {
  return toBase64(concatBytes(...envelopes));
}

/** What is wrong with a batch, or its envelopes. Whether one is there twice is looked at byte by byte. */
export function envelopesOf(
  batch: Batch,
  count: number,
  size: number,
): { readonly envelopes: readonly Uint8Array[] } | { readonly wrong: 'count' | 'duplicate' } {
  const bytes = fromBase64(batch);
  if (bytes === undefined || bytes.length !== count * size) {
    return { wrong: 'count' };
  }
  const envelopes = Array.from({ length: count }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
  return anyTwice(envelopes) ? { wrong: 'duplicate' } : { envelopes };
}

/** @returns whether two of them are the same; two with one ephemeral key count as the same, no honest sender makes them */
export function anyTwice(envelopes: readonly Uint8Array[]): boolean {
  const seen = new Set(envelopes.map((envelope) => toBase64(envelope.subarray(0, 32))));
  return seen.size < envelopes.length;
}

/** The mixers' key pairs, when these are the private halves of what they published. @throws Objected */
export async function keyPairs(
  crypto: SealingCrypto,
  mixers: readonly InnerKey[],
  privateKeys: readonly Base64[],
): Promise<readonly KeyPair[]> {
  return inLanes(crypto.lanes, [...mixers.entries()], async ([index, mixer]) => {
    const privateKey = fromBase64(privateKeys[index] ?? '');
    const publicKey = privateKey?.length === 32 ? await crypto.boxPublicKey(privateKey) : undefined;
    const known = fromBase64(mixer.key);
    if (privateKey === undefined || publicKey === undefined || known === undefined || !same(publicKey, known)) {
      return object('opened', index);
    }
    return { privateKey, publicKey };
  });
}
