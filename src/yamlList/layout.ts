/**
 * Where the items of a list stand, found line by line without parsing: what makes it possible to parse and to write one item among ten
 * thousand. Only the layout that everyone writes is seen; for all others the whole text is parsed.
 *
 * ```yaml
 * version: 1          header
 * commitments:
 *   - id: 7f3a9c21    block 0, up to the next `-` at this indentation
 *     promise: …
 * other: …            footer
 * ```
 */
export interface Layout {
  /** How far the `-` stand in; -1 while the list is empty. */
  readonly indent: number;
  /** Where each block starts: at the line of its `-`. The last number is where the footer starts. */
  readonly starts: readonly number[];
  /** The line after the key of the list. */
  readonly listStart: number;
}

const space = 32;
const newline = 10;
const carriageReturn = 13;
const hash = 35;
const dash = 45;

/** @returns `undefined` when the layout is not the common one. */
export function findLayout(text: string, listKey: string): Layout | undefined {
  const found = new RegExp(`^\\uFEFF?${listKey}[ ]*:[ ]*(?:#[^\\n\\r]*)?(?:\\r?\\n|(?![^]))`, 'm').exec(text);
  if (!found || /^(?:%|\.\.\.)/m.test(text.slice(0, found.index))) {
    return undefined;
  }
  const listStart = found.index + found[0].length;
  const indent = firstIndent(text, listStart);
  if (indent === undefined) {
    return undefined;
  }
  const { starts, end } = scanBlocks(text, listStart, text.length, indent);
  return { indent, starts: [...starts, end], listStart };
}

/** The indentation of the first item, -1 when there is none, `undefined` when something else stands there. */
function firstIndent(text: string, from: number): number | undefined {
  for (let at = from; at < text.length; at = nextLine(text, at)) {
    const first = firstInLine(text, at);
    if (isBlank(text, first) || text.charCodeAt(first) === hash) {
      continue;
    }
    if (isDash(text, first)) {
      return first - at;
    }
    return first === at && isFooter(text, at) ? -1 : undefined;
  }
  return -1;
}

/**
 * The starts of the blocks between two offsets, and where the footer starts, if it starts there. Lines that stand further in belong to
 * the item, and so do those that make no sense where they stand: parsing the item will say what is wrong with them.
 */
export function scanBlocks(text: string, from: number, to: number, indent: number): { starts: number[]; end: number } {
  const starts: number[] = [];
  for (let at = from; at < to; at = nextLine(text, at)) {
    const first = firstInLine(text, at);
    if (first - at === indent && isDash(text, first)) {
      starts.push(at);
    } else if (first === at && isFooter(text, at)) {
      return { starts, end: at };
    }
  }
  return { starts, end: to };
}

/** A key, or the end of the document, at the very start of a line. */
function isFooter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === newline || code === carriageReturn || code === hash || code === space) {
    return false;
  }
  const line = text.slice(at, Math.min(nextLine(text, at), at + 200));
  return /^(?:---|\.\.\.)(?:\s|$)|^[^\s#:<>=-][^:]*:(?:\s|$)/.test(line);
}

function firstInLine(text: string, at: number): number {
  let first = at;
  while (text.charCodeAt(first) === space) {
    first++;
  }
  return first;
}

function isDash(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== dash) {
    return false;
  }
  const next = text.charCodeAt(at + 1);
  return next === space || isBlank(text, at + 1);
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === newline || code === carriageReturn || at >= text.length;
}

export function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/**
 * How much of a block is its item: blank lines, and comments that stand no further in than the `-`, are no part of the item above them.
 */
export function contentLength(block: string, indent: number): number {
  let end = block.length;
  while (end > 0) {
    const at = lineStart(block, end - 1);
    const first = firstInLine(block, at);
    const outside = isBlank(block, first) || (block.charCodeAt(first) === hash && first - at <= indent);
    if (!outside || at === 0) {
      break;
    }
    end = at;
  }
  return end;
}

/**
 * How long the comment is that ends a text, right above the item that follows; not further up than `floor`.
 */
export function commentLength(text: string, floor: number, indent: number): number {
  let at = text.length;
  while (at > floor) {
    const above = lineStart(text, at - 1);
    const first = firstInLine(text, above);
    if (above < floor || text.charCodeAt(first) !== hash || first - above > indent) {
      break;
    }
    at = above;
  }
  return text.length - at;
}
