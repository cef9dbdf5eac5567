/** Rows of numbers, one after the other: row `n` is from `starts[n]` to before `starts[n + 1]`. */
export interface RowTable {
  readonly starts: readonly number[];
  readonly values: readonly number[];
}

/** The same, to be read fast. */
export interface Rows {
  readonly starts: Int32Array;
  readonly values: Int32Array;
}

/** Puts rows one after the other. */
export function rowTable(rows: readonly (readonly number[])[]): RowTable {
  const starts = [0];
  for (const row of rows) {
    starts.push((starts.at(-1) ?? 0) + row.length);
  }
  return { starts, values: rows.flat() };
}

export function rowsOf({ starts, values }: RowTable): Rows {
  return { starts: new Int32Array(starts), values: new Int32Array(values) };
}
