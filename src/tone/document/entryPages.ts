import type { Entry } from './chunkList.js';

/** A few entries that follow each other, and what holds for all of them: an edit walks over pages, not over every entry. */
export interface Page {
  readonly entries: Entry[];
  /** Of the text of all. */
  length: number;
  /** How far the reader that looked furthest looked, from the page's start. */
  reach: number;
  /** Stretches that are still to be read. */
  unread: number;
  /** Whether entries have findings; not known after a change. */
  hasFindings: boolean | undefined;
}

/** Where an entry is. */
export interface Place {
  readonly page: number;
  readonly index: number;
}

/** A page that grows beyond this is cut in two. */
const MOST = 128;

/** The entries of a document in their order. Whatever its size, finding and replacing some takes about as long. */
export class EntryPages {
  readonly #pages: Page[] = [];

  constructor(entries: readonly Entry[]) {
    this.#pages.push(pageOf([...entries]));
  }

  /** In their order; at least one, which may be empty. */
  get pages(): readonly Page[] {
    return this.#pages;
  }

  /** Stretches that are still to be read. */
  get unread(): number {
    return this.#pages.reduce((sum, page) => sum + page.unread, 0);
  }

  get first(): Entry | undefined {
    return this.#pages[0]?.entries[0];
  }

  *all(): Generator<Entry, void, void> {
    for (const { entries } of this.#pages) {
      yield* entries;
    }
  }

  /** The entries from a place on. */
  *from({ page, index }: Place): Generator<Entry, void, void> {
    for (let number = page; number < this.#pages.length; number += 1) {
      const entries = this.#pages[number]?.entries ?? [];
      for (let at = number === page ? index : 0; at < entries.length; at += 1) {
        const entry = entries[at];
        if (entry !== undefined) {
          yield entry;
        }
      }
    }
  }

  /** The first stretch that is still to be read. */
  nextUnread(): Place | undefined {
    const page = this.#pages.findIndex(({ unread }) => unread > 0);
    const index = this.#pages[page]?.entries.findIndex(({ chunk }) => chunk === undefined);
    return index === undefined ? undefined : { page, index };
  }

  /** The first entry whose reader looked as far as an offset, and where it starts; past the last one if there is none. */
  reaching(offset: number): { readonly place: Place; readonly start: number } {
    let start = 0;
    for (const [page, { entries, length, reach }] of this.#pages.entries()) {
      if (start + reach >= offset) {
        let index = 0;
        for (; start + (entries[index]?.reach ?? offset) < offset; index += 1) {
          start += entries[index]?.length ?? 0;
        }
        return { place: { page, index }, start };
      }
      start += length;
    }
    const page = this.#pages.length - 1;
    return { place: { page, index: this.#pages[page]?.entries.length ?? 0 }, start };
  }

  /** Puts entries in the place of so many from a place on. */
  replace({ page, index }: Place, count: number, added: readonly Entry[]): void {
    const entries = this.#pages[page]?.entries ?? [];
    const here = Math.min(count, entries.length - index);
    entries.splice(index, here, ...added);
    for (let left = count - here; left > 0; ) {
      const next = this.#pages[page + 1]?.entries ?? [];
      const some = next.splice(0, left);
      left = some.length === 0 ? 0 : left - some.length;
      this.#settle(page + 1);
    }
    this.#settle(page);
  }

  /** A page has changed: none but the only one stays empty, and none grows too long. */
  #settle(page: number): void {
    const changed = this.#pages[page];
    const entries = changed?.entries ?? [];
    if (changed !== undefined && entries.length > 0 && entries.length <= MOST) {
      measure(changed);
      return;
    }
    const parts = entries.length > MOST ? [entries.slice(0, MOST / 2), entries.slice(MOST / 2)] : [entries];
    const kept = parts.filter(({ length }) => length > 0 || this.#pages.length === 1);
    this.#pages.splice(page, 1, ...kept.map(pageOf));
  }
}

function pageOf(entries: Entry[]): Page {
  const page: Page = { entries, length: 0, reach: -1, unread: 0, hasFindings: undefined };
  measure(page);
  return page;
}

function measure(page: Page): void {
  page.length = 0;
  page.reach = -1;
  page.unread = 0;
  page.hasFindings = undefined;
  for (const entry of page.entries) {
    page.reach = Math.max(page.reach, page.length + entry.reach);
    page.length += entry.length;
    page.unread += entry.chunk === undefined ? 1 : 0;
    entry.page = page;
  }
}
