import { sentencesOf } from '../../src/tone/document/chunkText.js';
import { tokenize } from '../../src/tone/language/tokens.js';
import { CHUNK_LIMIT } from '../../src/tone/prose/prose.js';
import { readerFor } from '../../src/tone/prose/readers.js';
import { blockScales, visitFeatures } from '../../src/tone/score/features.js';

/** A sentence as the engine reads it. */
export interface ReadSentence {
  readonly masked: string;
  readonly original: string;
}

/** The sentences of a text, split and masked as the engine does it. */
export function readSentences(text: string, languageId = 'markdown'): ReadSentence[] {
  const found: ReadSentence[] = [];
  const reader = readerFor(languageId);
  for (let at = 0; at < text.length; ) {
    const end = at + 4 * CHUNK_LIMIT;
    const chunk =
      reader.read(text.slice(at, end), 0, end >= text.length, at === 0) ??
      reader.read(text.slice(at), 0, true, at === 0);
    if (chunk === undefined) {
      break;
    }
    const piece = text.slice(at, at + chunk.length);
    for (const { masked, start, end: last } of sentencesOf(piece, chunk)) {
      found.push({ masked, original: piece.slice(start, last) });
    }
    at += chunk.length;
  }
  return found;
}

/** The features of a sentence: their places, and what each counts. */
export interface Features {
  readonly places: Int32Array;
  readonly values: Float32Array;
}

/** The features of a sentence, scaled to length 1 over all of them. */
export function featuresOf(masked: string): Features {
  const places: number[] = [];
  const values: number[] = [];
  let squares = 0;
  visitFeatures(masked, tokenize(masked), (place, _, block) => {
    const scale = blockScales[block] ?? 1;
    places.push(place);
    values.push(scale);
    squares += scale * scale;
  });
  const length = Math.sqrt(Math.max(1, squares));
  return { places: Int32Array.from(places), values: Float32Array.from(values, (value) => value / length) };
}
