/** What people wrote, put into Markdown so that it reads as they wrote it and cannot become anything else. */

/** One list item; further lines stay inside of it. */
export function item(text: string, indent = ''): string {
  const lines = text.trim().split(/\r\n|[\n\r\u2028\u2029]/u);
  return lines.map((line, index) => `${indent}${index === 0 ? '- ' : '  '}${plainLine(line)}`.trimEnd()).join('\n');
}

/** Text on one line, for a heading or the middle of a sentence. */
export function inline(text: string): string {
  return plainLine(text.replace(/\s+/gu, ' ').trim());
}

/**
 * Inline Markdown stays, as people use it when they write. What would start a block, raw HTML, or fetch a picture from elsewhere
 * is shown as it was typed.
 */
function plainLine(line: string): string {
  return line
    .trim()
    .replace(/^(?=(?:#{1,6}|[-+*>])(?:\s|$)|```|~~~|\||={1,}\s*$|-{2,}\s*$|_{3,}\s*$|\*{3,}\s*$)/u, '\\')
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/u, '$1\\')
    .replace(/<(?=[a-z/!?])/giu, '\\<')
    .replace(/!\[/gu, '!\\[');
}
