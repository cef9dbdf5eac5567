import type { TextRange } from '../finding.js';

/** A place that only the writer can fill: `[which change?]`. Plain text, Markdown and commit messages leave it as it is. */
const blank = /\[[^[\]\n]{1,80}\?\](?![([])/g;

/** Where the blanks of a text are, in order. */
export function blanksIn(text: string): readonly TextRange[] {
  return [...text.matchAll(blank)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
}

/** Blanks of a text that are among those that are offered; others are the writer's own words. */
export function openBlanks(text: string, offered: ReadonlySet<string>): readonly TextRange[] {
  return text.includes('?]') ? blanksIn(text).filter(({ start, end }) => offered.has(text.slice(start, end))) : [];
}

/** A text with each blank as a word, so that it can be judged as if it were filled in. */
export function withoutBlanks(text: string): string {
  return text.replace(blank, (found) => ' '.repeat(found.length));
}
