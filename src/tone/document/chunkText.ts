import { maskedText } from '../prose/masking.js';
import type { Chunk, Segment } from '../prose/prose.js';
import { eachSentence } from '../language/sentence.js';
import { writtenParts } from '../prose/writtenLines.js';

/** One sentence of a chunk. */
export interface Sentence {
  /** Offsets from the chunk's start. */
  readonly start: number;
  readonly end: number;
  /** As the rules read it, of the same length. */
  readonly masked: string;
}

/**
 * The sentences of a chunk that are in one of some stretches, in order.
 * @param stretches pairs of start and end, in order, each ending where a sentence does; all of the chunk if left out.
 * @param from where the chunk begins, as the stretches count.
 */
export function sentencesOf(
  text: string,
  chunk: Chunk,
  stretches: readonly number[] = [0, text.length],
  from = 0,
): Sentence[] {
  const sentences: Sentence[] = [];
  for (const segment of chunk.segments) {
    if (isWithin(segment, stretches, from)) {
      for (const part of writtenParts(text, segment)) {
        for (const piece of within(part, stretches, from)) {
          addSentences(text, piece, sentences);
        }
      }
    }
  }
  return sentences;
}

function addSentences(text: string, segment: Segment, sentences: Sentence[]): void {
  const masked = maskedText(text, segment);
  eachSentence(masked, (start, end) => {
    sentences.push({ start: segment.start + start, end: segment.start + end, masked: masked.slice(start, end) });
  });
}

/** Whether something of a segment is in the stretches. */
function isWithin({ start, end }: Segment, stretches: readonly number[], from: number): boolean {
  for (let at = 0; at < stretches.length; at += 2) {
    if (Math.max(start, (stretches[at] ?? 0) - from) < Math.min(end, (stretches[at + 1] ?? 0) - from)) {
      return true;
    }
  }
  return false;
}

/** What of a segment is in the stretches. */
function within(segment: Segment, stretches: readonly number[], from: number): readonly Segment[] {
  const pieces: Segment[] = [];
  for (let at = 0; at < stretches.length; at += 2) {
    const start = Math.max(segment.start, (stretches[at] ?? 0) - from);
    const end = Math.min(segment.end, (stretches[at + 1] ?? 0) - from);
    if (start < end) {
      pieces.push(start === segment.start && end === segment.end ? segment : { start, end, masks: segment.masks });
    }
  }
  return pieces;
}
