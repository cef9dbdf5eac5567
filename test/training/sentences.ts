import { sentencesOf } from '../../src/tone/document/chunkText.js';
import { tokenize } from '../../src/tone/language/tokens.js';
import { readerFor } from '../../src/tone/prose/readers.js';
import { tableSize, visitFeatures } from '../../src/tone/score/features.js';

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
    const rest = text.slice(at, at + 40_000);
    const chunk = reader.read(rest, 0, at + 40_000 >= text.length, at === 0) ?? reader.read(text.slice(at), 0, true, at === 0);
    if (chunk === undefined) {
      break;
    }
    const piece = rest.slice(0, chunk.length);
    for (const { masked, start, end } of sentencesOf(piece, chunk)) {
      found.push({ masked, original: piece.slice(start, end) });
    }
    at += chunk.length;
  }
  return found;
}

const seen = new Int32Array(tableSize);
let generation = 0;

/** The places of the features of a sentence by block, each once. */
export function blocksOf(masked: string): Int32Array[] {
  generation += 1;
  const blocks: number[][] = [[], [], [], [], [], []];
  visitFeatures(masked, tokenize(masked), (place, _, block) => {
    if (seen[place] !== generation) {
      seen[place] = generation;
      blocks[block]?.push(place);
    }
  });
  return blocks.map((b) => Int32Array.from(b));
}
