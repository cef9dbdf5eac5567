/**
 * What people wrote, put into Markdown so that it reads as they wrote it and cannot become anything else. Emphasis and code between
 * backticks stay, as people use them when they write. What would be a link, a picture, raw HTML or a block is shown as it was typed;
 * an address that was typed in full stays one. Control characters, and those that turn the direction of a text, are left out.
 */

/** One list item; further lines stay in its paragraph. */
export function item(text: string, indent = ''): string {
  const lines = linesOf(text).map(plainLine);
  return [lines[0] ?? '', ...lines.slice(1).map((line) => `${indent}  ${line}`)]
    .join('\n')
    .replace(/^/, `${indent}- `)
    .trimEnd();
}

/** One list item on one line, with a box that is ticked or not. */
export function task(text: string, done: boolean): string {
  return `- [${done ? 'x' : ' '}] ${inline(text)}`;
}

/** Text on one line, for a heading or the middle of a sentence. */
export function inline(text: string): string {
  const line = linesOf(text).join(' ').replace(/\s+/gu, ' ');
  // A heading would drop the signs at its end.
  return plainLine(line).replace(/(?<=\s)(?=#+$)/u, '\\');
}

/** The lines that hold something, without what cannot be seen. */
function linesOf(text: string): readonly string[] {
  return text
    .split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/u)
    .map((line) =>
      line
        .replace(/\t/g, ' ')
        .replace(/[\p{Cc}\p{Bidi_C}]/gu, '')
        .replace(/\p{Cs}/gu, '\ufffd')
        .trim(),
    )
    .filter((line) => line !== '');
}

/** Code between one or two backticks; more of them could start a block. */
const code = /(?<!`)(`{1,2})(?!`).+?(?<!`)\1(?!`)/gu;
/** An address takes in all up to the next blank, also the backtick that would begin code. */
const address = /[:@.]\S*$/u;

function plainLine(line: string): string {
  const written: string[] = [];
  let at = 0;
  for (const { 0: span, index } of line.matchAll(code)) {
    const words = line.slice(at, index);
    written.push(plainWords(words), address.test(words) ? plainWords(span) : span);
    at = index + span.length;
  }
  return withoutBlock(written.join('') + plainWords(line.slice(at)));
}

/**
 * Whatever means something in Markdown, written so that it stands for itself. Where an address may come before, a backslash would
 * become a part of it, and so raw HTML and signs by name are kept apart in another way.
 */
function plainWords(text: string): string {
  return text
    .replace(/\\(?=[!-/:-@[-`{-~]|$)|[[`]/gu, '\\$&')
    .replace(/&(?=#?\w+;)/gu, '&amp;')
    .replace(/<(?=[a-z/!?])/giu, '&lt;');
}

/** Headings, lists, quotes, fences, lines under a heading, lines across, and the lines that make tables. */
const block = /^(?=(?:#{1,6}|[-+*])(?:\s|$)|>|~~~|=+\s*$|([-_*])(?:\s*\1){2,}\s*$|[|:\s]*-[-|:\s]*$)/u;

function withoutBlock(line: string): string {
  return line.replace(block, '\\').replace(/^(\d{1,9})(?=[.)](?:\s|$))/u, '$1\\');
}
