/**
 * Prose: which characters of a document its writer says in their own words. A document is read in chunks that stand alone:
 * what a chunk holds follows from the text from its start on, so after an edit only the chunks that looked at the edited
 * place are read again, whatever the size of the document.
 */

/** Markup: reads as nothing, becomes spaces. */
export const SPACE = 0;
/** Code, URLs, paths, identifiers: reads as one noun, becomes U+E000. */
export const CODE = 1;
/** Quoted speech: somebody else's words, becomes U+E001. */
export const QUOTE = 2;

export type MaskKind = typeof SPACE | typeof CODE | typeof QUOTE;

/** A paragraph, heading, list item's text or table cell: sentences never cross its ends. Offsets count from the chunk's start. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** Ranges that are not the writer's words: triples of start, end, {@link MaskKind}, in any order; they may overlap. */
  readonly masks: readonly number[];
}

/** An inline directive such as `<!-- tone-ignore blame/you-always -->`. */
export interface IgnoreMark {
  readonly kind: 'next' | 'start' | 'end';
  /** Where the directive stands, from the chunk's start. */
  readonly start: number;
  readonly end: number;
  /** Rule or family ids; empty means every rule. */
  readonly rules: readonly string[];
  /** For `next`: what it covers, from the chunk's start; missing where the next block is in the next chunk. */
  readonly covers?: { readonly start: number; readonly end: number };
}

/** A piece of a document that was read on its own. */
export interface Chunk {
  /** The next chunk starts here. Never 0. */
  readonly length: number;
  /** How far the reader looked, from the chunk's start, to decide all this: an edit up to there makes the chunk stale. */
  readonly reach: number;
  readonly segments: readonly Segment[];
  readonly marks: readonly IgnoreMark[];
  /** Where the first block ends, for an ignore mark at the end of the chunk before. */
  readonly firstBlockEnd: number;
  /** The file says of itself that it is a postmortem, a retro or an incident report (front matter, first chunk only). */
  readonly incident: boolean;
}

/** Reads documents of one kind. */
export interface ProseReader {
  /**
   * Reads the chunk that starts at `from`.
   * @param text a part of the document.
   * @param from the start of a line in it, below its length.
   * @param complete whether `text` reaches the end of the document.
   * @param first whether `from` is the start of the document.
   * @returns `undefined` when the answer depends on text beyond `text`; never when it is complete.
   */
  read(text: string, from: number, complete: boolean, first: boolean): Chunk | undefined;
}

/** The reach of a chunk that depends on where the document ends: more than any text has, and still a small integer to the machine. */
export const TO_THE_END = 0x3fff_ffff;

/** A chunk with nothing of the writer's in it. */
export function emptyChunk(length: number, reach: number, marks: readonly IgnoreMark[] = [], incident = false): Chunk {
  return { length, reach, segments: [], marks, firstBlockEnd: length, incident };
}

/** The most characters that a chunk or a single unbroken block may have; longer ones are cut, so that no step takes long. */
export const CHUNK_LIMIT = 8192;
