import { eachSentence } from '../language/sentence.js';
import { maskedText } from '../prose/masking.js';
import type { Chunk, Segment } from '../prose/prose.js';
import { writtenParts } from '../prose/writtenLines.js';

/** One sentence of a chunk. */
export interface Sentence {
  /** Offsets from the chunk's start. */
  readonly start: number;
  readonly end: number;
  /** As the rules read it, of the same length. */
  readonly masked: string;
}

/** The sentences of a chunk, in order, each with the marks of emphasis, links and tags that stand right before and behind it. */
export function sentencesOf(text: string, chunk: Chunk): Sentence[] {
  const sentences: Sentence[] = [];
  for (const segment of chunk.segments) {
    for (const part of writtenParts(text, segment)) {
      addSentences(text, part, sentences);
    }
  }
  return sentences;
}

function addSentences(text: string, segment: Segment, sentences: Sentence[]): void {
  const masked = maskedText(text, segment);
  eachSentence(masked, (first, last) => {
    const isMarkup = (at: number): boolean => masked.charAt(at) === ' ' && !/\s/.test(text.charAt(segment.start + at));
    let start = first;
    while (start > 0 && isMarkup(start - 1)) {
      start--;
    }
    let end = last;
    while (end < masked.length && isMarkup(end)) {
      end++;
    }
    sentences.push({ start: segment.start + start, end: segment.start + end, masked: masked.slice(start, end) });
  });
}
