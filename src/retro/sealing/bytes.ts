/** Bytes, and how they travel. */
import { bytesToUtf8, concatBytes, utf8ToBytes } from '@noble/ciphers/utils.js';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const letters = utf8ToBytes(alphabet);
const values = new Int16Array(128).fill(-1);
letters.forEach((letter, value) => {
  values[letter] = value;
});

/** base64url without padding. Written out: a page without a secure context, Node and a worker have no common way. */
export function toBase64(bytes: Uint8Array): string {
  const text = new Uint8Array(Math.ceil((bytes.length * 4) / 3));
  let at = 0;
  for (let i = 0; i < bytes.length; i += 3) {
    const three = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    for (let shift = 18; shift >= 0 && at < text.length; shift -= 6) {
      text[at] = letters[(three >> shift) & 63] ?? 0;
      at += 1;
    }
  }
  return bytesToUtf8(text);
}

/** @returns nothing when the text is not base64url, or not the one way to write its bytes */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 === 1) {
    return undefined;
  }
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const value = code < 128 ? (values[code] ?? -1) : -1;
    if (value < 0) {
      return undefined;
    }
    bits = ((bits << 6) | value) & 0xffffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[at] = (bits >> held) & 255;
      at += 1;
    }
  }
  return (bits & ((1 << held) - 1)) === 0 ? bytes : undefined;
}

export function same(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

export function number32(value: number): Uint8Array {
  return new Uint8Array([value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]);
}

/**
 * Several things as one, each with its length before it: two different lists never give the same bytes.
 * Everything that is hashed, signed or bound to a key goes through here, with a label that says what it is for.
 */
export function listed(label: string, ...parts: readonly (string | Uint8Array)[]): Uint8Array {
  const all = [`common-ground/1 ${label}`, ...parts].map((part) =>
    typeof part === 'string' ? utf8ToBytes(part) : part,
  );
  return concatBytes(...all.flatMap((part) => [number32(part.length), part]));
}
