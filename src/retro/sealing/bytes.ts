/** Bytes, and how they travel. */
import { bytesToUtf8, concatBytes, utf8ToBytes } from '@noble/ciphers/utils.js';

const letters = utf8ToBytes('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');
/** 255 for what is no letter of it. */
const values = new Uint8Array(256).fill(255);
letters.forEach((letter, value) => {
  values[letter] = value;
});

/** What a platform may have of its own: newer browsers and Node's `Uint8Array`, and Node's `Buffer`. A batch has a megabyte. */
interface Platform {
  readonly Uint8Array: {
    fromBase64?(text: string, options: { readonly alphabet: 'base64url' }): Uint8Array;
  };
  readonly Buffer?: {
    from(text: string, encoding: 'base64url'): Uint8Array;
    from(bytes: ArrayBufferLike, offset: number, length: number): { toString(encoding: 'base64url'): string };
  };
}
const platform = globalThis as unknown as Platform;

interface Encodes {
  toBase64?(options: { readonly alphabet: 'base64url'; readonly omitPadding: true }): string;
}

/** base64url without padding. */
export function toBase64(bytes: Uint8Array): string {
  const own = (bytes as Encodes).toBase64?.({ alphabet: 'base64url', omitPadding: true });
  const { Buffer: node } = platform;
  return own ?? node?.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64url') ?? writtenOut(bytes);
}

/** @returns nothing when the text is not base64url, or not the one way to write its bytes */
export function fromBase64(text: string): Uint8Array | undefined {
  const { Uint8Array: own, Buffer: node } = platform;
  try {
    const bytes = own.fromBase64?.(text, { alphabet: 'base64url' }) ?? node?.from(text, 'base64url');
    if (bytes !== undefined) {
      // Both overlook what should not be there; then it is written differently.
      return toBase64(bytes) === text ? bytes : undefined;
    }
  } catch {
    return undefined;
  }
  return readOut(text);
}

/** Without a branch in the loop. */
function writtenOut(bytes: Uint8Array): string {
  const text = new Uint8Array(4 * Math.ceil(bytes.length / 3));
  for (let i = 0, at = 0; i < bytes.length; i += 3, at += 4) {
    const three = (byteAt(bytes, i) << 16) | (byteAt(bytes, i + 1) << 8) | byteAt(bytes, i + 2);
    text[at] = byteAt(letters, three >> 18);
    text[at + 1] = byteAt(letters, (three >> 12) & 63);
    text[at + 2] = byteAt(letters, (three >> 6) & 63);
    text[at + 3] = byteAt(letters, three & 63);
  }
  return bytesToUtf8(text.subarray(0, Math.ceil((bytes.length * 4) / 3)));
}

function readOut(text: string): Uint8Array | undefined {
  const rest = text.length % 4;
  const letterBytes = utf8ToBytes(text);
  if (rest === 1 || letterBytes.length !== text.length) {
    return undefined;
  }
  const bytes = new Uint8Array(3 * Math.ceil(text.length / 4));
  // What is missing in the last four stands for nothing, as `A` does.
  const padded = rest === 0 ? letterBytes : utf8ToBytes(`${text}${'A'.repeat(4 - rest)}`);
  let strange = 0;
  for (let i = 0, at = 0; i < padded.length; i += 4, at += 3) {
    const a = byteAt(values, byteAt(padded, i));
    const b = byteAt(values, byteAt(padded, i + 1));
    const c = byteAt(values, byteAt(padded, i + 2));
    const d = byteAt(values, byteAt(padded, i + 3));
    strange |= a | b | c | d;
    bytes[at] = (a << 2) | (b >> 4);
    bytes[at + 1] = (b << 4) | (c >> 2);
    bytes[at + 2] = (c << 6) | d;
  }
  const length = Math.floor((text.length * 3) / 4);
  // The bits after the last byte are nobody's, and have to be nothing.
  const clean = rest === 0 || bytes[length] === 0;
  return strange < 128 && clean ? bytes.subarray(0, length) : undefined;
}

/** Nothing counts as 0. */
function byteAt(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
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
