import type { Finding } from './finding.js';
import type { Chunk, ProseReader } from './prose.js';
import type { SentenceChecker } from './sentenceChecker.js';

/** One replacement, in the shape of VS Code's content changes; several are applied one after the other, in their order. */
export interface TextChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/** A chunk that is read, or a stretch that is still to be read (`chunk` is undefined). */
export interface Entry {
  readonly text: string;
  /** Of the text; beside it, since all entries are walked over at each edit. */
  readonly length: number;
  /** How far its reader looked; for a stretch that is not read, its length. */
  readonly reach: number;
  readonly chunk: Chunk | undefined;
  /** Offsets from the entry's start. */
  found: readonly Finding[];
  /** {@link found} as it was last handed out, and for which start of the entry. */
  placed: { readonly at: number; readonly found: readonly Finding[] } | undefined;
  /** Who checked it: under other settings it is stale. */
  by: SentenceChecker | undefined;
  /** A sentence waits for the parser. */
  waits: boolean;
  /** It is no longer part of the document. */
  dropped: boolean;
}

/** How much of the text after a stretch is shown to the reader at first. */
const LOOKAHEAD = 256;

/** A document as a list of chunks. An edit turns the chunks whose readers saw the place into a stretch that is read anew; no other chunk is touched. */
export class ChunkList {
  readonly #reader: ProseReader;
  readonly #onDrop: (entry: Entry) => void;
  #entries: Entry[];
  #length: number;
  /** Stretches that are still to be read. */
  #unread: number;
  /** All entries before this one are read. */
  #readUpTo = 0;

  /** @param onDrop called with each entry that stops being part of the document. */
  constructor(text: string, reader: ProseReader, onDrop: (entry: Entry) => void) {
    this.#reader = reader;
    this.#onDrop = onDrop;
    this.#length = text.length;
    this.#entries = text === '' ? [] : [newEntry(text)];
    this.#unread = this.#entries.length;
  }

  /** Of the document. */
  get length(): number {
    return this.#length;
  }

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** Whether everything is read. */
  get isRead(): boolean {
    return this.#unread === 0;
  }

  /** Applies a change; cheap. */
  apply(change: TextChange): void {
    const start = Math.min(Math.max(0, change.rangeOffset), this.#length);
    const end = Math.min(start + Math.max(0, change.rangeLength), this.#length);
    const { first, last, offset } = this.#touched(start, end);
    const removed = this.#entries.slice(first, last);
    const old = removed.length === 1 ? (removed[0]?.text ?? '') : removed.map(({ text }) => text).join('');
    const text = old.slice(0, start - offset) + change.text + old.slice(end - offset);
    this.#length += change.text.length - (end - start);
    this.#replace(first, last, text);
  }

  /** The entries from the first whose reader saw the place on, up to the last that the range touches. */
  #touched(start: number, end: number): { first: number; last: number; offset: number } {
    const entries = this.#entries;
    let first = -1;
    let offset = 0;
    let at = 0;
    let index = 0;
    for (; index < entries.length; index += 1) {
      const entry = entries[index];
      if (entry === undefined || (first >= 0 && at >= end)) {
        break;
      }
      if (first < 0 && at + entry.reach >= start) {
        first = index;
        offset = at;
      }
      at += entry.length;
    }
    return first < 0
      ? { first: entries.length, last: entries.length, offset: at }
      : { first, last: Math.max(index, first + 1), offset };
  }

  /** Puts text that is to be read in the place of entries. At the document's start the next entry is read again too: being first matters. */
  #replace(first: number, last: number, text: string): void {
    let end = last;
    let joined = text;
    if (joined === '' && first === 0 && end < this.#entries.length) {
      joined = this.#entries[end]?.text ?? '';
      end += 1;
    }
    for (let i = first; i < end; i += 1) {
      this.#drop(this.#entries[i]);
    }
    const entries = joined === '' ? [] : [newEntry(joined)];
    this.#unread += entries.length;
    this.#readUpTo = Math.min(this.#readUpTo, first);
    this.#entries.splice(first, end - first, ...entries);
  }

  #drop(entry: Entry | undefined): void {
    if (entry !== undefined) {
      this.#unread -= entry.chunk === undefined ? 1 : 0;
      entry.dropped = true;
      this.#onDrop(entry);
    }
  }

  /** Reads one chunk at the start of the first stretch that is unread, and returns it. */
  readNext(): Entry | undefined {
    const index = this.#nextUnread();
    const entry = this.#entries[index];
    if (entry === undefined) {
      return undefined;
    }
    const chunk = this.#read(entry, index);
    let end = index + 1;
    let rest = entry.text;
    for (; rest.length < chunk.length && end < this.#entries.length; end += 1) {
      rest += this.#entries[end]?.text ?? '';
      this.#drop(this.#entries[end]);
    }
    const read: Entry = { ...newEntry(rest.slice(0, chunk.length)), chunk, reach: chunk.reach };
    const left = rest.length > chunk.length ? [newEntry(rest.slice(chunk.length))] : [];
    this.#unread += left.length - 1;
    this.#entries.splice(index, end - index, read, ...left);
    return read;
  }

  #nextUnread(): number {
    while (this.#readUpTo < this.#entries.length && this.#entries[this.#readUpTo]?.chunk !== undefined) {
      this.#readUpTo += 1;
    }
    return this.#readUpTo;
  }

  #read(entry: Entry, index: number): Chunk {
    let seen = entry.text;
    let next = index + 1;
    for (let least = LOOKAHEAD; ; least *= 2) {
      for (const target = seen.length + least; seen.length < target && next < this.#entries.length; next += 1) {
        seen += this.#entries[next]?.text ?? '';
      }
      const complete = next >= this.#entries.length;
      const chunk = this.#reader.read(seen, 0, complete, index === 0);
      if (chunk !== undefined) {
        return chunk;
      }
    }
  }
}

function newEntry(text: string): Entry {
  return {
    text,
    length: text.length,
    reach: text.length,
    chunk: undefined,
    found: [],
    placed: undefined,
    by: undefined,
    waits: false,
    dropped: false,
  };
}
