/** Layers of an envelope, and batches of envelopes. */
import { concatBytes } from '@noble/ciphers/utils.js';
import { fromBase64, listed, number32, toBase64 } from './bytes.js';
import { inLanes, type KeyPair, type SealingCrypto, sealOverhead } from './crypto.js';
import type { Batch } from './messages.js';

/** Which of the two times that each mixer is wrapped around an envelope. */
export type Layer = 'outer' | 'inner';

/** What a layer is bound to: the round with all its people and keys (`transcript`), and the place of the mixer. */
export function layerContext(layer: Layer, transcript: Uint8Array, place: number): Uint8Array {
  return listed(layer, transcript, number32(place));
}

/** Wraps it once for each key, so that the holder of the first key opens first. */
export async function wrapped(
  crypto: SealingCrypto,
  layer: Layer,
  transcript: Uint8Array,
  publicKeys: readonly Uint8Array[],
  content: Uint8Array,
): Promise<Uint8Array> {
  let sealed = content;
  for (let place = publicKeys.length - 1; place >= 0; place -= 1) {
    sealed = await crypto.seal(publicKeys[place] ?? new Uint8Array(), layerContext(layer, transcript, place), sealed);
  }
  return sealed;
}

/** Takes one layer off each envelope. An entry that does not open is absent. */
export function peeled(
  crypto: SealingCrypto,
  layer: Layer,
  transcript: Uint8Array,
  place: number,
  keys: KeyPair,
  envelopes: readonly (Uint8Array | undefined)[],
): Promise<(Uint8Array | undefined)[]> {
  const context = layerContext(layer, transcript, place);
  return inLanes(crypto.lanes, envelopes, async (sealed) =>
    sealed === undefined ? undefined : crypto.open(keys, context, sealed),
  );
}

/** Takes all inner layers off. An envelope that was spoiled by its own sender is absent. */
export async function opened(
  crypto: SealingCrypto,
  transcript: Uint8Array,
  keys: readonly KeyPair[],
  envelopes: readonly Uint8Array[],
): Promise<(Uint8Array | undefined)[]> {
  let rest: (Uint8Array | undefined)[] = [...envelopes];
  for (const [place, pair] of keys.entries()) {
    rest = await peeled(crypto, 'inner', transcript, place, pair, rest);
  }
  return rest;
}

/** Bytes of an envelope around `content` bytes that still has so many layers. */
export function sizeWith(layers: number, content: number): number {
  return content + layers * sealOverhead;
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
