import { sentencesOf } from '../../../src/tone/document/chunkText.js';
import { readerFor } from '../../../src/tone/prose/readers.js';

/** A text's sentences as the rules read them: `□` for each masked stretch of code, `“”` for each of quoted speech, spaces folded. */
export function proseOf(text: string, languageId = 'markdown'): string[] {
  const reader = readerFor(languageId);
  const sentences: string[] = [];
  for (let at = 0; at < text.length; ) {
    const chunk = reader.read(text, at, true, at === 0);
    if (chunk === undefined) {
      throw new Error(`No chunk at ${at}`);
    }
    sentences.push(
      ...sentencesOf(text.slice(at, at + chunk.length), chunk).map(({ masked }) => readable(masked.trim())),
    );
    at += chunk.length;
  }
  return sentences;
}

function readable(masked: string): string {
  return masked
    .replace(/\uE000+/g, '□')
    .replace(/\uE001+/g, '“”')
    .replace(/ +/g, ' ');
}
