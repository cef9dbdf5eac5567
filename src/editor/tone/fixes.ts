import type { Finding, Suggestion, TextRange } from '../../tone/finding.js';
import { blanksIn } from '../../tone/rewrite/blanks.js';

/** A part of a replacement: as it stands, or something that only the writer knows. */
export type Piece = { readonly text: string } | { readonly ask: string };

/** Cuts the blanks out of a replacement, so that an editor can stop there. */
export function piecesOf(newText: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { start, end } of blanksIn(newText)) {
    if (start > from) {
      pieces.push({ text: newText.slice(from, start) });
    }
    pieces.push({ ask: newText.slice(start, end) });
    from = end;
  }
  if (from < newText.length) {
    pieces.push({ text: newText.slice(from) });
  }
  return pieces;
}

/** Whether something in a rewrite waits for the writer. */
export function asks({ newText }: Suggestion): boolean {
  return blanksIn(newText).length > 0;
}

/** Whether a rewrite can be made without the writer: nothing in it waits for them, and it takes no sentence away. */
export function standsAlone(suggestion: Suggestion): boolean {
  return suggestion.deletes !== true && !asks(suggestion);
}

/** A form with its blanks filled, in their order; an empty answer leaves the blank. */
export function filled(suggestion: Suggestion, answers: readonly string[]): Suggestion {
  let at = 0;
  const parts = piecesOf(suggestion.newText).map((piece) =>
    'ask' in piece ? answers[at++]?.trim() || piece.ask : piece.text,
  );
  return { ...suggestion, newText: parts.join('') };
}

/** The question of a blank: `which change?` of `[which change?]`. */
export function questionOf(blank: string): string {
  return blank.slice(1, -1);
}

/**
 * The rewrites that can be made together: of each finding the best one that `fits`, and none that touches another.
 * @returns in the order of the text.
 */
export function together(
  findings: readonly Finding[],
  fits: (suggestion: Suggestion) => boolean,
): readonly Suggestion[] {
  const chosen: Suggestion[] = [];
  for (const finding of findings) {
    const suggestion = finding.suggestions.find(fits);
    if (suggestion !== undefined && chosen.every((other) => !touch(other.range, suggestion.range))) {
      chosen.push(suggestion);
    }
  }
  return chosen.sort((a, b) => a.range.start - b.range.start);
}

/** Whether two ranges share a place; an empty range (a cursor) touches what it stands at. */
export function touch(a: TextRange, b: TextRange): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** One line for a menu, not longer than `most` characters. */
export function oneLine(text: string, most = 80): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}
