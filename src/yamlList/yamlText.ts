import { scalarText } from './scalarText.js';
import type { Plain } from './value.js';

/** How the file around it is written. */
export interface Style {
  readonly lineEnd: string;
  /** How much further in a list stands than its key: 0 or 2, as a rule. */
  readonly listIndent: number;
  /** The order in which keys are written; a new key finds its place by it. */
  readonly keyOrder: readonly string[];
}

/** Behind a key: what follows the colon, on the same line or on the next ones. */
export function entryText(value: Plain, indent: number, style: Style): string {
  if (typeof value === 'string') {
    return ` ${scalarText(value, { indent, flow: false, lineEnd: style.lineEnd })}`;
  }
  return blockText(value, indent, style);
}

/** A map or a list in lines of its own, each with a line end before it. */
export function blockText(value: Exclude<Plain, string>, indent: number, style: Style): string {
  if (isList(value)) {
    return value.map((item) => style.lineEnd + itemText(item, indent + style.listIndent, style)).join('');
  }
  const inner = indent + 2;
  return Object.entries(value)
    .map(([key, part]) => `${style.lineEnd}${' '.repeat(inner)}${key}:${entryText(part, inner, style)}`)
    .join('');
}

/** An item with its dash at a column. `gap` is what stands from the dash to its first key. */
export function itemText(value: Plain, indent: number, style: Style, gap = 2): string {
  const dash = `${' '.repeat(indent)}-${' '.repeat(gap - 1)}`;
  if (typeof value === 'string' || isList(value)) {
    return `${dash}${typeof value === 'string' ? scalarText(value, { indent, flow: false, lineEnd: style.lineEnd }) : '[]'}`;
  }
  const inner = indent + gap;
  const lines = Object.entries(value).map(([key, part]) => `${key}:${entryText(part, inner, style)}`);
  return dash + lines.join(style.lineEnd + ' '.repeat(inner));
}

/** In braces and brackets, on one line. */
export function flowText(value: Plain, style: Style): string {
  if (typeof value === 'string') {
    return scalarText(value, { indent: 0, flow: true, lineEnd: style.lineEnd });
  }
  if (isList(value)) {
    return `[${value.map((item) => flowText(item, style)).join(', ')}]`;
  }
  const pairs = Object.entries(value).map(([key, part]) => `${key}: ${flowText(part, style)}`);
  return `{ ${pairs.join(', ')} }`;
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}
