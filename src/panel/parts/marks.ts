import type { Finding, Suggestion } from '../../tone/finding.js';
import { blanksIn } from '../../tone/rewrite/blanks.js';

/** A run of text that is drawn in one way. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** Cuts the text at the edges of the findings. Findings that overlap are drawn as one; those past the end are dropped. */
export function pieces(text: string, findings: readonly Finding[]): readonly Piece[] {
  const result: Piece[] = [];
  let at = 0;
  for (const { range } of [...findings].sort((a, b) => a.range.start - b.range.start)) {
    const start = Math.max(at, range.start);
    const end = Math.min(text.length, range.end);
    if (end <= start) {
      continue;
    }
    if (start > at) {
      result.push({ text: text.slice(at, start), marked: false });
    }
    result.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) {
    result.push({ text: text.slice(at), marked: false });
  }
  return result;
}

/** The finding under the caret, or the nearest one before it; without a caret the first. */
export function findingAt(findings: readonly Finding[], caret: number): Finding | undefined {
  const under = findings.find(({ range }) => range.start <= caret && caret <= range.end);
  const before = findings.filter(({ range }) => range.end <= caret).at(-1);
  return under ?? before ?? findings[0];
}

/**
 * Findings of an older text that still stand in the newer one, moved along with it, so that underlines don't flicker
 * while someone types. One that the typing touched is dropped until the next check.
 */
export function carryOver(findings: readonly Finding[], older: string, newer: string): readonly Finding[] {
  const head = commonHead(older, newer);
  const tail = commonTail(older.slice(head), newer.slice(head));
  const touchedEnd = older.length - tail;
  const shift = newer.length - older.length;
  return findings.flatMap((finding) => {
    if (finding.range.end < head) {
      return [finding];
    }
    return finding.range.start > touchedEnd ? [moved(finding, shift)] : [];
  });
}

function moved(finding: Finding, by: number): Finding {
  const range = { start: finding.range.start + by, end: finding.range.end + by };
  const suggestions = finding.suggestions.map((suggestion) => ({
    ...suggestion,
    range: { start: suggestion.range.start + by, end: suggestion.range.end + by },
  }));
  return { ...finding, range, suggestions };
}

/** The range that a person fills in after a rewrite: its first blank, or the end of what was put in. */
export function selectionAfter(suggestion: Suggestion): { readonly start: number; readonly end: number } {
  const { length } = suggestion.newText;
  const [blank = { start: length, end: length }] = blanksIn(suggestion.newText);
  return { start: suggestion.range.start + blank.start, end: suggestion.range.start + blank.end };
}

function commonHead(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) {
    at += 1;
  }
  return at;
}

function commonTail(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a.charCodeAt(a.length - 1 - at) === b.charCodeAt(b.length - 1 - at)) {
    at += 1;
  }
  return at;
}
