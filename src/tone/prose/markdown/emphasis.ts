import type { TextRange } from '../../finding.js';

/**
 * Widens a range that will be replaced so that emphasis does not lose one of its two marks: in `**You always** break it`, what is
 * replaced starts before the first asterisk.
 */
export function withWholeEmphasis(text: string, range: TextRange): TextRange {
  const slice = text.slice(range.start, range.end);
  if (!/[*_~]/.test(slice)) {
    return range;
  }
  const [orphan, ...others] = orphans(slice);
  if (orphan === undefined || others.length > 0) {
    return range;
  }
  if (text.slice(0, range.start).endsWith(orphan)) {
    return { start: range.start - orphan.length, end: range.end };
  }
  return text.startsWith(orphan, range.end) ? { start: range.start, end: range.end + orphan.length } : range;
}

/** Runs of marks in the slice whose other half is outside. Code spans hold no marks; an underscore within a word is none. */
function orphans(slice: string): string[] {
  const open: string[] = [];
  for (const [run] of slice.replace(/`[^`]*`/g, '').matchAll(/\*+|~~|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu)) {
    if (open.at(-1) === run) {
      open.pop();
    } else {
      open.push(run);
    }
  }
  return open;
}
