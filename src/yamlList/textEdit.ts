/** A half-open range in a text, in UTF-16 code units from its start. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Replaces the text at {@link range}; an empty range inserts. Offsets are those of the text before any edit of the same list. */
export interface TextEdit {
  readonly range: TextRange;
  readonly newText: string;
}

/** Applies edits that do not overlap, in any order. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  // Adding strings up is left to the engine, which copies a long text once; joining an array of them is many times slower.
  let result = '';
  let at = 0;
  for (const { range, newText } of ordered) {
    result += text.slice(at, range.start) + newText;
    at = range.end;
  }
  return result + text.slice(at);
}

/** The smallest single edit that turns `before` into `after`, or `undefined` when they are the same. */
export function differenceOf(before: string, after: string): TextEdit | undefined {
  if (before === after) {
    return undefined;
  }
  const shorter = Math.min(before.length, after.length);
  const start = commonLength(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
  const tail = commonLength(
    shorter - start,
    (from, to) =>
      before.slice(before.length - to, before.length - from) === after.slice(after.length - to, after.length - from),
  );
  return { range: { start, end: before.length - tail }, newText: after.slice(start, after.length - tail) };
}

/** The length of the longest equal run from 0, found by halving: comparing slices is far quicker than comparing characters. */
function commonLength(limit: number, equal: (from: number, to: number) => boolean): number {
  let low = 0;
  let high = limit;
  while (low < high) {
    const middle = low + Math.ceil((high - low) / 2);
    if (equal(low, middle)) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}
