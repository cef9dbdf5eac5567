/**
 * What is inside of an envelope, and its one size. The sizes hold the longest thing that the limits of the retro allow, so that
 * neither a short nor a long text, nor a script that needs more bytes, can be told from outside.
 */
import { bytesToUtf8, utf8ToBytes } from '@noble/ciphers/utils.js';
import { limits } from '../limits.js';
import type { BoxName } from '../model.js';
import { number32 } from './bytes.js';
import type { Purpose } from './messages.js';

/** A card, without an id: that comes out of its key, so that it says nothing and nobody can choose it (`cardId`). */
export interface CardContent {
  readonly kind: 'card';
  /** The place of the prompt in the question (`question.ts`). */
  readonly prompt: number;
  readonly text: string;
  readonly alias?: string;
  /** Ed25519, 32 bytes; made for this card alone. */
  readonly key: Uint8Array;
}

/** Something that only the writer of a card may do. */
export interface AmendContent {
  readonly kind: 'amend';
  readonly change: 'edit' | 'withdraw' | 'answer';
  /** Empty for `withdraw`. */
  readonly text: string;
  readonly key: Uint8Array;
  /** By the card's key, over `amendMessage`. */
  readonly signature: Uint8Array;
}

/** The place of a topic in the question, and how many votes it gets. */
export type GivenVotes = readonly [topic: number, votes: number];

export type Content =
  /** Nothing to say. */
  | { readonly kind: 'blank' }
  /** Someone has more cards than fit into one round. It stands alone, so that no card is marked by it. */
  | { readonly kind: 'more' }
  | CardContent
  | AmendContent
  | { readonly kind: 'votes'; readonly votes: readonly GivenVotes[] }
  | { readonly kind: 'answers'; readonly answers: readonly number[] };

/** Bytes inside of an envelope of each purpose. */
export function contentSize(purpose: Purpose): number {
  switch (purpose) {
    case 'cards':
    case 'amend':
      return 1280;
    case 'vote':
      return 256;
    default:
      return 16;
  }
}

/**
 * Whether everyone can open everything once more: votes, so that they can be counted again. Of cards each panel looks for its own on
 * the board; of secret questions only the sum is for all.
 */
export function isCountedAgain(purpose: Purpose): boolean {
  return purpose === 'vote';
}

/** Whether answers are added up and gone, so that two counts could be compared. */
export function isCounted(purpose: Purpose): boolean {
  return purpose !== 'cards' && purpose !== 'amend';
}

/** The box that a round asks about, if it does. */
export function boxOf(purpose: Purpose): BoxName | undefined {
  return purpose.startsWith('ballot/') ? (purpose.slice('ballot/'.length) as BoxName) : undefined;
}

/** How many envelopes each of so many people hands in. In a large room it takes more rounds, not larger ones. */
export function slotsFor(purpose: Purpose, people: number): number {
  return purpose === 'cards' ? Math.min(10, Math.max(4, Math.floor(400 / people))) : 1;
}

const kinds = ['blank', 'more', 'card', 'amend', 'votes', 'answers'] as const;
const changes = ['edit', 'withdraw', 'answer'] as const;

/** @throws RangeError when it does not fit, which the limits of the retro rule out */
export function packed(content: Content, purpose: Purpose): Uint8Array {
  const writer = new Writer(contentSize(purpose));
  writer.byte(kinds.indexOf(content.kind));
  switch (content.kind) {
    case 'card':
      writer.raw(content.key);
      writer.byte(content.prompt);
      writer.text(content.alias ?? '');
      writer.text(content.text);
      break;
    case 'amend':
      writer.raw(content.key);
      writer.raw(content.signature);
      writer.byte(changes.indexOf(content.change));
      writer.text(content.text);
      break;
    case 'votes':
      writer.votes(content.votes);
      break;
    case 'answers':
      writer.byte(content.answers.length);
      content.answers.forEach((answer) => {
        writer.byte(answer);
      });
      break;
    default:
      break;
  }
  return writer.bytes;
}

/** Nothing when these bytes are no content; whoever made them spoiled their own envelope. Limits are judged by the core's schema. */
export function unpacked(bytes: Uint8Array): Content | undefined {
  try {
    const reader = new Reader(bytes);
    const kind = kinds[reader.byte()];
    return kind === undefined ? undefined : read(kind, reader);
  } catch {
    return undefined;
  }
}

function read(kind: Content['kind'], reader: Reader): Content | undefined {
  switch (kind) {
    case 'card': {
      const [key, prompt, alias, text] = [reader.raw(32), reader.byte(), reader.text(), reader.text()];
      return { kind, key, prompt, text, ...(alias === '' ? {} : { alias }) };
    }
    case 'amend': {
      const [key, signature, change] = [reader.raw(32), reader.raw(64), changes[reader.byte()]];
      return change === undefined ? undefined : { kind, key, signature, change, text: reader.text() };
    }
    case 'votes': {
      const votes = Array.from({ length: reader.byte() }, (): GivenVotes => [reader.short(), reader.byte()]);
      return { kind, votes };
    }
    case 'answers':
      return { kind, answers: Array.from({ length: reader.byte() }, () => reader.byte()) };
    default:
      return { kind };
  }
}

class Writer {
  readonly bytes: Uint8Array;
  private at = 0;

  constructor(size: number) {
    this.bytes = new Uint8Array(size);
  }

  byte(value: number): void {
    if (!Number.isSafeInteger(value) || value < 0 || value > 255 || this.at >= this.bytes.length) {
      throw new RangeError('This does not fit into an envelope.');
    }
    this.bytes[this.at] = value;
    this.at += 1;
  }

  raw(bytes: Uint8Array): void {
    this.bytes.set(bytes, this.at);
    this.at += bytes.length;
  }

  /** As UTF-8 or UTF-16, whichever is shorter: so no script needs more than two bytes for a unit. */
  text(text: string): void {
    const utf8 = utf8ToBytes(text);
    const wide = utf8.length > 2 * text.length || bytesToUtf8(utf8) !== text;
    const bytes = wide ? utf16(text) : utf8;
    this.raw(number32((bytes.length << 1) | (wide ? 1 : 0)).subarray(2));
    this.raw(bytes);
  }

  votes(votes: readonly GivenVotes[]): void {
    const given = votes.filter(([, count]) => count > 0);
    if (given.length > limits.votesBudget) {
      throw new RangeError('More topics than votes.');
    }
    this.byte(given.length);
    for (const [topic, count] of given) {
      this.byte(topic >> 8);
      this.byte(topic & 255);
      this.byte(count);
    }
  }
}

class Reader {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  byte(): number {
    return this.raw(1)[0] ?? 0;
  }

  raw(length: number): Uint8Array {
    if (this.at + length > this.bytes.length) {
      throw new RangeError('The envelope ends before its content.');
    }
    this.at += length;
    return this.bytes.slice(this.at - length, this.at);
  }

  short(): number {
    const [high = 0, low = 0] = this.raw(2);
    return (high << 8) | low;
  }

  text(): string {
    const header = this.short();
    const bytes = this.raw(header >> 1);
    return (header & 1) === 0 ? bytesToUtf8(bytes) : fromUtf16(bytes);
  }
}

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 * text.length);
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    bytes[2 * i] = unit >> 8;
    bytes[2 * i + 1] = unit & 255;
  }
  return bytes;
}

function fromUtf16(bytes: Uint8Array): string {
  const units: number[] = [];
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    units.push(((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0));
  }
  return String.fromCharCode(...units);
}
