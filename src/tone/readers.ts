import { commitProse } from './commitProse.js';
import { markdownProse } from './markdownProse.js';
import { plainProse } from './plainProse.js';
import type { ProseReader } from './prose.js';

const PROSE = new Map<string, ProseReader>([
  ['markdown', markdownProse],
  ['plaintext', plainProse],
  ['git-commit', commitProse],
  ['scminput', commitProse],
]);

/** Whether a language is prose as a whole; in others only comments are. */
export function isProseLanguage(languageId: string): boolean {
  return PROSE.has(languageId);
}

/** The reader for a language. */
export function readerFor(languageId: string): ProseReader {
  return PROSE.get(languageId) ?? plainProse;
}
