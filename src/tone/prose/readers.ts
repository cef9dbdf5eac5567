import { codeCommentProse } from './codeCommentProse.js';
import { commitProse } from './commitProse.js';
import { markdownProse } from './markdown/markdownProse.js';
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

const comments = new Map<string, ProseReader>();

/** The reader for a language: prose as a whole, or the comments of code. */
export function readerFor(languageId: string): ProseReader {
  const prose = PROSE.get(languageId) ?? comments.get(languageId);
  if (prose !== undefined) {
    return prose;
  }
  const reader = codeCommentProse(languageId);
  comments.set(languageId, reader);
  return reader;
}
