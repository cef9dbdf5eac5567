/**
 * Writes texts of people into Markdown so that they read as they were typed and cannot become anything else. Emphasis and code between
 * backticks stay. Links, pictures, raw HTML and blocks are shown as they were typed; an address that was typed in full stays one.
 * Control characters, and those that turn the direction of a text, are left out.
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
function plainLine(line: string): string {
  const written: string[] = [];
  let at = 0;
  let seen = 0;
  let inAddress = false;
  for (const { 0: span, index } of line.matchAll(code)) {
    inAddress = endsInAddress(line.slice(seen, index), inAddress);
    seen = index + span.length;
    if (inAddress) {
      inAddress = endsInAddress(span, true);
    } else {
      written.push(plainWords(line.slice(at, index)), span);
      at = seen;
    }
  }
  return withoutBlock(written.join('') + plainWords(line.slice(at)));
}

/** Whether the end of a text may be in an address, which goes on up to the next blank, also over a backtick that would begin code. */
function endsInAddress(text: string, startsInAddress: boolean): boolean {
  const blank = text.lastIndexOf(' ');
  return (blank < 0 && startsInAddress) || /[:@.]/.test(text.slice(blank + 1));
}

/**
 * Escapes the signs that mean something in Markdown. `<` and `&` are written as entities, because a backslash right behind an address
 * becomes a part of the address and escapes nothing.
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
