import type { Finding } from '../finding.js';
import type { Chunk, ProseReader } from '../prose/prose.js';
import { EntryPages, type Page, type Place } from './entryPages.js';
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
  /** Of the text; beside it, since many entries are walked over at each edit. */
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
  /** It is no longer part of the document. */
  dropped: boolean;
  /** Where it is; none before it is part of a document. */
  page: Page | undefined;
}

/** How much of the text after a stretch is shown to the reader at first. */
const LOOKAHEAD = 256;

/** Chunks are read together up to about so many characters. */
const AT_ONCE = 2048;

/** A document as a list of chunks. An edit turns the chunks whose readers saw the place into a stretch that is read anew; no other chunk is touched. */
export class ChunkList {
  readonly #reader: ProseReader;
  readonly #onDrop: (entry: Entry) => void;
  readonly #entries: EntryPages;
  #length: number;

  /** @param onDrop called with each entry that stops being part of the document. */
  constructor(text: string, reader: ProseReader, onDrop: (entry: Entry) => void) {
    this.#reader = reader;
    this.#onDrop = onDrop;
    this.#length = text.length;
    this.#entries = new EntryPages(text === '' ? [] : [newEntry(text)]);
  }

  /** Of the document. */
  get length(): number {
    return this.#length;
  }

  get first(): Entry | undefined {
    return this.#entries.first;
  }

  get pages(): readonly Page[] {
    return this.#entries.pages;
  }

  /** All entries, in their order. */
  entries(): Iterable<Entry> {
    return this.#entries.all();
  }

  /** Its findings are others now. */
  foundIn({ page }: Entry): void {
    if (page !== undefined) {
      page.hasFindings = undefined;
    }
  }

  /** Whether everything is read. */
  get isRead(): boolean {
    return this.#entries.unread === 0;
  }

  /** Applies a change; cheap. */
  apply(change: TextChange): void {
    const start = Math.min(Math.max(0, change.rangeOffset), this.#length);
    const end = Math.min(start + Math.max(0, change.rangeLength), this.#length);
    const { place, start: offset } = this.#entries.reaching(start);
    let count = 0;
    let old = '';
    for (const { text } of this.#entries.from(place)) {
      if (count > 0 && offset + old.length >= end) {
        break;
      }
      old += text;
      count += 1;
    }
    const text = old.slice(0, start - offset) + change.text + old.slice(end - offset);
    this.#length += change.text.length - (end - start);
    this.#replace(place, count, text);
  }

  /** Puts text that is to be read in the place of entries. At the document's start the next entry is read again too: being first matters. */
  #replace(place: Place, count: number, text: string): void {
    const atStart = isStart(place);
    const dropped: Entry[] = [];
    let joined = text;
    for (const entry of this.#entries.from(place)) {
      if (dropped.length >= count && !(atStart && joined === '')) {
        break;
      }
      joined = dropped.length >= count ? entry.text : joined;
      dropped.push(entry);
    }
    this.#entries.replace(place, dropped.length, joined === '' ? [] : [newEntry(joined)]);
    for (const entry of dropped) {
      this.#drop(entry);
    }
  }

  #drop(entry: Entry): void {
    entry.dropped = true;
    this.#onDrop(entry);
  }

  /** Reads what is at the start of the first stretch that is unread, and returns it: a chunk, or several short ones. */
  readNext(): readonly Entry[] {
    const place = this.#entries.nextUnread();
    if (place === undefined) {
      return [];
    }
    const chunk = this.#read(place);
    const used: Entry[] = [];
    let rest = '';
    for (const entry of this.#entries.from(place)) {
      if (used.length > 0 && rest.length >= chunk.length) {
        break;
      }
      rest += entry.text;
      used.push(entry);
    }
    const read = [newEntry(rest.slice(0, chunk.length), chunk)];
    const left = this.#readOn(rest.slice(chunk.length), chunk.length, read);
    this.#entries.replace(place, used.length, left === '' ? read : [...read, newEntry(left)]);
    for (const entry of used.slice(1)) {
      this.#drop(entry);
    }
    return read;
  }

  /**
   * Reads on in a stretch as long as that is little work and nothing after it matters: finding one's place takes longer than a short chunk.
   * @param done how many characters of the stretch are read.
   * @returns what is left of it.
   */
  #readOn(stretch: string, done: number, read: Entry[]): string {
    let left = stretch;
    for (let all = done; all < AT_ONCE && left !== ''; ) {
      const chunk = this.#reader.read(left, 0, false, false);
      if (chunk === undefined) {
        break;
      }
      read.push(newEntry(left.slice(0, chunk.length), chunk));
      left = left.slice(chunk.length);
      all += chunk.length;
    }
    return left;
  }

  #read(place: Place): Chunk {
    const following = this.#entries.from(place);
    let seen = following.next().value?.text ?? '';
    let next = following.next();
    for (let least = LOOKAHEAD; ; least *= 2) {
      for (const target = seen.length + least; seen.length < target && next.done !== true; next = following.next()) {
        seen += next.value.text;
      }
      const chunk = this.#reader.read(seen, 0, next.done === true, isStart(place));
      if (chunk !== undefined) {
        return chunk;
      }
    }
  }
}

function isStart({ page, index }: Place): boolean {
  return page === 0 && index === 0;
}

const none: readonly Finding[] = [];

function newEntry(text: string, chunk?: Chunk): Entry {
  return {
    text,
    length: text.length,
    reach: chunk?.reach ?? text.length,
    chunk,
    found: none,
    placed: undefined,
    by: undefined,
    dropped: false,
    page: undefined,
  };
}
