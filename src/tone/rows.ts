/** Rows of numbers, one after the other: row `n` is from `starts[n]` to before `starts[n + 1]`. */
export interface Rows {
  readonly starts: Int32Array;
  readonly values: Int32Array;
}

/** Packs rows, for reading them fast. */
export function rowsOf(rows: readonly (readonly number[])[]): Rows {
  const starts = new Int32Array(rows.length + 1);
  for (let row = 0; row < rows.length; row++) {
    starts[row + 1] = (starts[row] ?? 0) + (rows[row]?.length ?? 0);
  }
  const values = new Int32Array(starts[rows.length] ?? 0);
  for (let row = 0; row < rows.length; row++) {
    values.set(rows[row] ?? [], starts[row]);
  }
  return { starts, values };
}
