import type { Finding, TextRange } from '../finding.js';
import type { ProseReader } from '../prose/prose.js';
import { ChunkList, type Entry, type TextChange } from './chunkList.js';
import { type Sentence, sentencesOf } from './chunkText.js';
import { ignoredRanges, isIgnored, type MarkedChunk } from './ignores.js';
import { movedFinding, placedFinding } from './placedFinding.js';
import type { SentenceChecker } from './sentenceChecker.js';

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
}

/** Chunks in which nothing is suspect are looked at together, up to about so many characters. */
const LOOK_AT_ONCE = 2048;

/** A document that is edited: what it holds is kept by chunk, with offsets from the chunk's start, so that nothing moves when text before it changes. */
export class TrackedText {
  readonly languageId: string;
  readonly #face: CheckerFace;
  readonly #chunks: ChunkList;
  /** Chunks with a directive to leave something alone. */
  #marked = 0;
  /** What is to be checked, the next one last: what was just edited comes before the rest of a long document. */
  readonly #unchecked: Entry[] = [];
  #fresh: Entry[] = [];
  #by: SentenceChecker | undefined;
  #findings: readonly Finding[] | undefined;

  constructor(text: string, languageId: string, reader: ProseReader, face: CheckerFace) {
    this.languageId = languageId;
    this.#face = face;
    this.#chunks = new ChunkList(text, reader, (entry) => this.#dropped(entry));
  }

  /** The current length, to notice that an edit was missed. */
  get length(): number {
    return this.#chunks.length;
  }

  /** Whether the file's own front matter makes it a postmortem or retro. */
  get incident(): boolean {
    return this.#chunks.first?.chunk?.incident ?? false;
  }

  /** Whether {@link steps} has something to do. */
  get pending(): boolean {
    return (
      !this.#chunks.isRead ||
      this.#fresh.length > 0 ||
      this.#unchecked.length > 0 ||
      this.#by !== this.#face.sentences(this.incident)
    );
  }

  /** Applies changes; cheap. What they touched is read and checked by {@link steps}. */
  edit(changes: readonly TextChange[]): void {
    for (const change of changes) {
      this.#chunks.apply(change);
    }
    this.#findings = undefined;
  }

  /**
   * Does what is left to do, yielding after every piece of work of about a millisecond, so that a host can pause. Edits may come in
   * between, and whoever runs the steps may drop them anywhere and begin anew.
   */
  *steps(): Generator<void, void, void> {
    while (this.pending) {
      while (!this.#chunks.isRead) {
        this.#read();
        yield;
      }
      this.#plan();
      yield;
      yield* this.#by?.warmUp() ?? [];
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

  /** Places of the current text that a search finds in its paragraphs. */
  find(search: (text: string) => readonly TextRange[]): readonly TextRange[] {
    const found: TextRange[] = [];
    let at = 0;
    for (const { length, text } of this.#chunks.entries()) {
      for (const { start, end } of search(text)) {
        found.push({ start: at + start, end: at + end });
      }
      at += length;
    }
    return found;
  }

  #read(): void {
    for (const entry of this.#chunks.readNext()) {
      this.#face.work.read += entry.length;
      this.#marked += (entry.chunk?.marks.length ?? 0) > 0 ? 1 : 0;
      this.#fresh.push(entry);
    }
    this.#findings = undefined;
  }

  #dropped(entry: Entry): void {
    this.#marked -= entry.chunk !== undefined && entry.chunk.marks.length > 0 ? 1 : 0;
  }

  /** Puts what is to be checked in order: in that of the document, what is new before what is left. Under other settings that is everything. */
  #plan(): void {
    const by = this.#face.sentences(this.incident);
    const again = this.#by !== by;
    const next = again ? [...this.#chunks.entries()].filter((entry) => entry.by !== by) : this.#fresh;
    this.#by = by;
    this.#fresh = [];
    if (again) {
      this.#unchecked.length = 0;
    }
    for (let at = next.length - 1; at >= 0; at--) {
      const entry = next[at];
      if (entry !== undefined) {
        entry.by = undefined;
        this.#unchecked.push(entry);
      }
    }
  }

  *#check(): Generator<void, void, void> {
    let looked = 0;
    while (this.#chunks.isRead && this.#by !== undefined) {
      const entry = this.#unchecked.at(-1);
      if (entry === undefined) {
        return;
      }
      if (entry.dropped || entry.by === this.#by) {
        this.#unchecked.pop();
        continue;
      }
      const sentences = this.#sentences(entry, this.#by);
      if (sentences.length === 0) {
        this.#settle(entry, this.#by, undefined);
      } else {
        yield* this.#checkSentences(sentences, entry, this.#by);
      }
      looked += entry.length;
      if (looked >= LOOK_AT_ONCE || sentences.length > 0) {
        looked = 0;
        yield;
      }
    }
  }

  *#checkSentences(sentences: readonly Sentence[], entry: Entry, by: SentenceChecker): Generator<void, void, void> {
    let found: Finding[] | undefined;
    for (const { masked, start, end } of sentences) {
      const checked = by.checked;
      for (const finding of by.check(masked, entry.text, start, end)) {
        found ??= [];
        found.push(placedFinding(finding, start, entry.text, this.languageId));
      }
      if (by.checked !== checked) {
        yield;
      }
    }
    this.#face.work.sentences += sentences.length;
    if (!entry.dropped) {
      this.#settle(entry, by, found);
    }
  }

  /** Keeps what a chunk has given. */
  #settle(entry: Entry, by: SentenceChecker, found: Finding[] | undefined): void {
    if (found !== undefined || entry.found.length > 0) {
      entry.found = found ?? [];
      this.#chunks.foundIn(entry);
    }
    entry.placed = undefined;
    entry.by = by;
    this.#findings = undefined;
  }

  /** The sentences of a chunk; none where no word of it gives cause to look at them. They are not kept: most chunks are looked at once. */
  #sentences({ text, chunk }: Entry, by: SentenceChecker): readonly Sentence[] {
    return chunk !== undefined && by.mayFind(text) ? sentencesOf(text, chunk) : [];
  }

  #collect(): readonly Finding[] {
    const findings: Finding[] = [];
    let at = 0;
    for (const page of this.#chunks.pages) {
      page.hasFindings ??= page.entries.some(({ found }) => found.length > 0);
      if (page.hasFindings) {
        collectFrom(page.entries, at, findings);
      }
      at += page.length;
    }
    if (this.#marked === 0 || findings.length === 0) {
      return findings;
    }
    const ignored = ignoredRanges(this.#markedChunks());
    return findings.filter((finding) => !isIgnored(finding, ignored));
  }

  *#markedChunks(): Generator<MarkedChunk> {
    let start = 0;
    for (const { length, chunk } of this.#chunks.entries()) {
      if (chunk !== undefined) {
        yield { start, length: chunk.length, firstBlockEnd: chunk.firstBlockEnd, marks: chunk.marks };
      }
      start += length;
    }
  }
}

/** Adds the findings of entries, of which the first begins at an offset. */
function collectFrom(entries: readonly Entry[], from: number, findings: Finding[]): void {
  let at = from;
  for (const entry of entries) {
    if (entry.found.length > 0) {
      if (entry.placed?.at !== at) {
        const start = at;
        entry.placed = { at, found: entry.found.map((finding) => movedFinding(finding, start)) };
      }
      findings.push(...entry.placed.found);
    }
    at += entry.length;
  }
}
