import { type Sentence, sentencesOf } from './chunkText.js';
import { withWholeEmphasis } from './emphasis.js';
import type { Finding, TextRange } from './finding.js';
import { ignoredRanges, isIgnored, type MarkedChunk } from './ignores.js';
import type { Chunk, ProseReader } from './prose.js';
import type { SentenceChecker } from './sentenceChecker.js';

/** One replacement, in the shape of VS Code's content changes; several are applied one after the other, in their order. */
export interface TextChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/** Numbers for tests and benchmarks, never for time. */
export interface CheckerWork {
  /** Sentences that were looked at, from the cache or not. */
  sentences: number;
  /** Characters that were read as prose. */
  read: number;
}

/** What a tracked text asks of the checker that opened it; read anew at each step, since settings may change. */
export interface CheckerFace {
  /** The checker for sentences of this kind of document under the settings in force. */
  sentences(incident: boolean): SentenceChecker;
  readonly work: CheckerWork;
  readonly ready: boolean;
}

/** A chunk that is read, or a stretch that is still to be read (`chunk` is undefined). */
interface Entry {
  text: string;
  /** Of the text; beside it, since all entries are walked over at each edit. */
  length: number;
  /** How far its reader looked; for a stretch that is not read, its length. */
  reach: number;
  chunk: Chunk | undefined;
  sentences: readonly Sentence[];
  /** Offsets from the entry's start. */
  found: readonly Finding[];
  /** {@link found} as it was last handed out, and for which start of the entry. */
  placed: { readonly at: number; readonly found: readonly Finding[] } | undefined;
  /** Who checked it: under other settings it is stale. */
  by: SentenceChecker | undefined;
  /** A sentence waits for the parser. */
  waits: boolean;
}

/** How much of the text after a stretch is shown to the reader at first. */
const LOOKAHEAD = 256;

/** A document that is edited: what it holds is kept by chunk, with offsets from the chunk's start, so that nothing moves when text before it changes. */
export class TrackedText {
  readonly languageId: string;
  readonly #reader: ProseReader;
  readonly #face: CheckerFace;
  #entries: Entry[] = [];
  #length: number;
  #unread: number;
  /** All entries before this one are read. */
  #readUpTo = 0;
  #marked = 0;
  #unchecked: Entry[] = [];
  #waiting = 0;
  #by: SentenceChecker | undefined;
  #findings: readonly Finding[] | undefined;

  constructor(text: string, languageId: string, reader: ProseReader, face: CheckerFace) {
    this.languageId = languageId;
    this.#reader = reader;
    this.#face = face;
    this.#length = text.length;
    this.#entries = text === '' ? [] : [unread(text)];
    this.#unread = this.#entries.length;
  }

  /** The current length, to notice that an edit was missed. */
  get length(): number {
    return this.#length;
  }

  /** Whether the file's own front matter makes it a postmortem or retro. */
  get incident(): boolean {
    return this.#entries[0]?.chunk?.incident ?? false;
  }

  /** Whether {@link steps} has something to do. */
  get pending(): boolean {
    return (
      this.#unread > 0 ||
      this.#unchecked.length > 0 ||
      this.#by !== this.#face.sentences(this.incident) ||
      (this.#waiting > 0 && this.#face.ready)
    );
  }

  /** Whether a candidate waits for the parser: load it, then run {@link steps} again. */
  get needsParser(): boolean {
    return this.#waiting > 0 && !this.#face.ready;
  }

  /** Applies changes; cheap. What they touched is read and checked by {@link steps}. */
  edit(changes: readonly TextChange[]): void {
    for (const change of changes) {
      this.#apply(change);
    }
    this.#findings = undefined;
  }

  /** Does what is left to do, yielding after every piece of work of about a millisecond, so that a host can pause; edits may come in between. */
  *steps(): Generator<void, void, void> {
    while (this.pending) {
      while (this.#unread > 0) {
        this.#readNext();
        yield;
      }
      this.#renew();
      yield* this.#check();
    }
  }

  /** Runs {@link steps} to the end. */
  finish(): void {
    for (const _ of this.steps()) {
      // Nobody waits.
    }
  }

  /** What is known now, sorted by start, offsets in the current text. */
  findings(): readonly Finding[] {
    this.#findings ??= this.#collect();
    return this.#findings;
  }

  #apply(change: TextChange): void {
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
      this.#forget(this.#entries[i]);
    }
    const entries = joined === '' ? [] : [unread(joined)];
    this.#unread += entries.length;
    this.#readUpTo = Math.min(this.#readUpTo, first);
    this.#entries.splice(first, end - first, ...entries);
  }

  #forget(entry: Entry | undefined): void {
    if (entry === undefined) {
      return;
    }
    this.#unread -= entry.chunk === undefined ? 1 : 0;
    this.#marked -= entry.chunk !== undefined && entry.chunk.marks.length > 0 ? 1 : 0;
    this.#waiting -= entry.waits ? 1 : 0;
    entry.waits = false;
    entry.by = undefined;
    entry.chunk = undefined;
  }

  /** Reads one chunk at the start of the first stretch that is unread. */
  #readNext(): void {
    const index = this.#nextUnread();
    const entry = this.#entries[index];
    if (entry === undefined) {
      this.#unread = 0;
      return;
    }
    const { chunk, seen } = this.#read(entry, index);
    let end = index + 1;
    let rest = entry.text;
    while (rest.length < chunk.length && end < this.#entries.length) {
      const next = this.#entries[end];
      rest += next?.text ?? '';
      this.#forget(next);
      end += 1;
    }
    const read: Entry = { ...unread(rest.slice(0, chunk.length)), chunk, reach: chunk.reach };
    read.sentences = sentencesOf(seen.slice(0, chunk.length), chunk);
    this.#face.work.read += chunk.length;
    this.#marked += chunk.marks.length > 0 ? 1 : 0;
    this.#unchecked.push(read);
    this.#findings = undefined;
    if (rest.length > chunk.length) {
      this.#entries.splice(index, end - index, read, unread(rest.slice(chunk.length)));
    } else {
      this.#unread -= 1;
      this.#entries.splice(index, end - index, read);
    }
  }

  #nextUnread(): number {
    while (this.#readUpTo < this.#entries.length && this.#entries[this.#readUpTo]?.chunk !== undefined) {
      this.#readUpTo += 1;
    }
    return this.#readUpTo;
  }

  #read(entry: Entry, index: number): { chunk: Chunk; seen: string } {
    let seen = entry.text;
    let next = index + 1;
    for (let least = LOOKAHEAD; ; least *= 2) {
      for (const target = seen.length + least; seen.length < target && next < this.#entries.length; next += 1) {
        seen += this.#entries[next]?.text ?? '';
      }
      const complete = next >= this.#entries.length;
      const chunk = this.#reader.read(seen, 0, complete, index === 0);
      if (chunk !== undefined) {
        return { chunk, seen };
      }
    }
  }

  /** Under other settings everything is to be checked again. */
  #renew(): void {
    const by = this.#face.sentences(this.incident);
    if (this.#by !== by || (this.#waiting > 0 && this.#face.ready)) {
      this.#by = by;
      this.#unchecked = this.#entries.filter((entry) => entry.by !== by || entry.waits);
      for (const entry of this.#unchecked) {
        entry.by = undefined;
      }
    }
  }

  /** An entry stays in the list until it is done: whoever runs the steps may drop them anywhere and begin anew. */
  *#check(): Generator<void, void, void> {
    while (this.#unread === 0 && this.#by !== undefined) {
      const entry = this.#unchecked.at(-1);
      if (entry === undefined) {
        return;
      }
      if (entry.chunk === undefined || entry.by === this.#by) {
        this.#unchecked.pop();
      } else {
        yield* this.#checkEntry(entry, this.#by);
      }
    }
  }

  *#checkEntry(entry: Entry, by: SentenceChecker): Generator<void, void, void> {
    const found: Finding[] = [];
    let waits = false;
    for (const { masked, start, end } of entry.sentences) {
      const checked = by.checked;
      const findings = by.check(masked, entry.text, start, end);
      waits ||= findings === undefined;
      for (const finding of findings ?? []) {
        found.push(this.#whole(movedFinding(finding, start), entry.text));
      }
      if (by.checked !== checked) {
        yield;
      }
    }
    this.#face.work.sentences += entry.sentences.length;
    if (entry.chunk === undefined) {
      return;
    }
    this.#waiting += (waits ? 1 : 0) - (entry.waits ? 1 : 0);
    entry.waits = waits;
    entry.found = found;
    entry.placed = undefined;
    entry.by = by;
    this.#findings = undefined;
    yield;
  }

  /** A suggestion must not tear emphasis apart. */
  #whole(finding: Finding, text: string): Finding {
    if (this.languageId !== 'markdown') {
      return finding;
    }
    const suggestions = finding.suggestions.map((one) => ({ ...one, range: withWholeEmphasis(text, one.range) }));
    return { ...finding, suggestions };
  }

  #collect(): readonly Finding[] {
    const findings: Finding[] = [];
    let at = 0;
    for (const entry of this.#entries) {
      if (entry.found.length > 0) {
        if (entry.placed?.at !== at) {
          const start = at;
          entry.placed = { at, found: entry.found.map((finding) => movedFinding(finding, start)) };
        }
        findings.push(...entry.placed.found);
      }
      at += entry.length;
    }
    if (this.#marked === 0 || findings.length === 0) {
      return findings;
    }
    const ignored = ignoredRanges(this.#markedChunks());
    return findings.filter((finding) => !isIgnored(finding, ignored));
  }

  *#markedChunks(): Generator<MarkedChunk> {
    let start = 0;
    for (const { length, chunk } of this.#entries) {
      if (chunk !== undefined) {
        yield { start, length: chunk.length, firstBlockEnd: chunk.firstBlockEnd, marks: chunk.marks };
      }
      start += length;
    }
  }
}

function unread(text: string): Entry {
  return {
    text,
    length: text.length,
    reach: text.length,
    chunk: undefined,
    sentences: [],
    found: [],
    placed: undefined,
    by: undefined,
    waits: false,
  };
}

function movedFinding(finding: Finding, by: number): Finding {
  const move = ({ start, end }: TextRange): TextRange => ({ start: start + by, end: end + by });
  return {
    ...finding,
    range: move(finding.range),
    suggestions: finding.suggestions.map((suggestion) => ({ ...suggestion, range: move(suggestion.range) })),
  };
}
