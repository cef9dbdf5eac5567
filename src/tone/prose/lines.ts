/** The offset after the line break that ends the line at `at`, or the text's length. */
export function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline + 1;
}

/** Whether there is nothing but white space between the two offsets. */
export function isBlank(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (code !== 32 && (code < 9 || code > 13)) {
      return false;
    }
  }
  return true;
}

/** The start of the first line at or after `at` that is not blank, or the text's length. `at` is the start of a line. */
export function skipBlankLines(text: string, at: number): number {
  let start = at;
  while (start < text.length) {
    const end = lineEnd(text, start);
    if (!isBlank(text, start, end)) {
      return start;
    }
    start = end;
  }
  return start;
}

/** Columns of white space before the first character of the line; a tab counts to the next multiple of four. */
export function indentOf(text: string, lineStart: number): { columns: number; at: number } {
  let columns = 0;
  let at = lineStart;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 32) {
      columns += 1;
    } else if (code === 9) {
      columns += 4 - (columns % 4);
    } else {
      break;
    }
  }
  return { columns, at };
}

/** Where to cut a text that is too long: after white space and before a letter, within `[least, most)`; never inside of a surrogate pair. */
export function cutPoint(text: string, least: number, most: number): number {
  for (let at = most; at > least; at -= 1) {
    const letter = text.charCodeAt(at) | 32;
    if (text.charCodeAt(at - 1) === 32 && letter >= 97 && letter <= 122) {
      return at;
    }
  }
  const code = text.charCodeAt(most);
  return code >= 0xdc00 && code <= 0xdfff && most - 1 > least ? most - 1 : most;
}
