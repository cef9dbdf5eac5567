import { maskedText } from './masking.js';
import type { Chunk } from './prose.js';
import { eachSentence } from './sentence.js';
import { writtenParts } from './writtenLines.js';

/** One sentence of a chunk. */
export interface Sentence {
  /** Offsets from the chunk's start. */
  readonly start: number;
  readonly end: number;
  /** As the rules read it, of the same length. */
  readonly masked: string;
}

/** The sentences of a chunk, in order. */
export function sentencesOf(text: string, chunk: Chunk): Sentence[] {
  const sentences: Sentence[] = [];
  for (const segment of chunk.segments) {
    for (const part of writtenParts(text, segment)) {
      const masked = maskedText(text, part);
      eachSentence(masked, (start, end) => {
        sentences.push({ start: part.start + start, end: part.start + end, masked: masked.slice(start, end) });
      });
    }
  }
  return sentences;
}
