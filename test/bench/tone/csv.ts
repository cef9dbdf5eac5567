import { readFileSync } from 'node:fs';

/** One labelled text. */
export interface Row {
  readonly id: string;
  readonly text: string;
  /** Whether a person would feel blamed. */
  readonly blames: boolean;
  /** A finer class, the part of `sub` before the bar. */
  readonly group: string;
}

/** Reads a CSV file with a header (RFC 4180: quotes doubled inside quotes, line breaks allowed inside quotes). */
export function readCsv(path: string): Record<string, string>[] {
  const [header = [], ...rows] = cells(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  return rows
    .filter((row) => row.length > 1 || (row[0] ?? '') !== '')
    .map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
}

/** Reads rows with the columns `id`, `text`, `label` and perhaps `sub`. */
export function readRows(path: string): Row[] {
  return readCsv(path).map((row, index) => ({
    id: row.id || String(index + 1),
    text: row.text ?? '',
    blames: row.label === '1',
    group: (row.sub ?? '').split('|')[0] ?? '',
  }));
}

function cells(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|\n|\r|$)/gy;
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    if (match === null) {
      throw new Error(`The CSV breaks at character ${cell.lastIndex}.`);
    }
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] !== ',') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

/** FNV-1a, folded to one bit: the same id falls in the same half for ever. */
export function half(id: string): 0 | 1 {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193) >>> 0;
  }
  return (((hash >>> 16) ^ hash ^ (hash >>> 7)) & 1) as 0 | 1;
}
