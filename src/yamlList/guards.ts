import type { Problem } from './problem.js';

/** A larger file is not read: ten thousand items take less. In UTF-16 units. */
export const largestText = 4 * 1024 * 1024;

/** What makes a text no list at all, before anything of it is parsed. The file is shown as it is, and nothing is written to it. */
export function guard(text: string): Problem | undefined {
  if (text.length > largestText) {
    const args = { megabytes: (text.length / 1024 / 1024).toFixed(1) };
    const message = `This file holds ${args.megabytes} MB; up to 4 MB are read. Move what has ended to a file of another name.`;
    return { code: 'too-large', message, range: { start: 0, end: 0 }, severity: 'error', args };
  }
  const binary = text.indexOf('\0');
  if (binary >= 0) {
    const message = 'This is not text: it holds a NUL character.';
    return { code: 'binary', message, range: { start: binary, end: binary + 1 }, severity: 'error', args: {} };
  }
  return undefined;
}

const markers = /^(?:<{7}|={7}|>{7}|\|{7})(?:[ \t].*)?$/gm;

/** Lines that git left where two branches disagree: one problem for each. Scalars cannot hold such lines unless indented. */
export function conflictMarkers(text: string): readonly Problem[] {
  if (!text.includes('<<<<<<<') && !text.includes('>>>>>>>')) {
    return [];
  }
  return [...text.matchAll(markers)].map((match) => ({
    code: 'conflict-markers',
    message: 'Two branches disagree here, and git left both: choose, or keep both.',
    range: { start: match.index, end: match.index + match[0].trimEnd().length },
    severity: 'error',
    args: {},
    blocking: true,
  }));
}
