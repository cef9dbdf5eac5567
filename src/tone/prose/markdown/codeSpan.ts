const BACKTICK = 0x60;

/** Where the code span at a backtick ends, before `end`: a run of backticks is closed by the next run of the same length. */
export function codeSpanEnd(text: string, at: number, end: number): number | undefined {
  const first = pastBackticks(text, at, end);
  for (let next = text.indexOf('`', first); next >= 0 && next < end; ) {
    const after = pastBackticks(text, next, end);
    if (after - next === first - at) {
      return after;
    }
    next = text.indexOf('`', after);
  }
  return undefined;
}

/** Past a run of backticks, before `end`. */
export function pastBackticks(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && text.charCodeAt(next) === BACKTICK) {
    next += 1;
  }
  return next;
}
