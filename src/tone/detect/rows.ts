/** Rows of numbers, one after the other: row `n` is from `starts[n]` to before `starts[n + 1]`. */
export interface Rows {
  readonly starts: Int32Array;
  readonly values: Int32Array;
}

/** Puts rows one after the other. */
export function rowsOf(rows: readonly (readonly number[])[]): Rows {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, at) => {
    starts[at + 1] = (starts[at] ?? 0) + row.length;
  });
  return { starts, values: Int32Array.from(rows.flat()) };
}
