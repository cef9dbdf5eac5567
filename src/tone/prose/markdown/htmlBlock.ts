import { lineEnd } from '../lines.js';

/** HTML blocks that go on over blank lines (CommonMark 4.6, conditions 1 to 5), with what ends them. */
const RAW: readonly (readonly [RegExp, RegExp])[] = [
  [/ {0,3}<!--/y, /-->/g],
  [/ {0,3}<(?:script|pre|style|textarea)(?=[\s>]|$)/iy, /<\/(?:script|pre|style|textarea)>/gi],
  [/ {0,3}<\?/y, /\?>/g],
  [/ {0,3}<!\[CDATA\[/y, /\]\]>/g],
  [/ {0,3}<![A-Za-z]/y, />/g],
];

/** The end of such a block that starts on this line: the line that closes it is part of it, an open one takes all. */
export function htmlBlockEnd(text: string, start: number): number | undefined {
  if (!/^ {0,3}</.test(text.slice(start, start + 4))) {
    return undefined;
  }
  for (const [opening, closing] of RAW) {
    opening.lastIndex = start;
    if (opening.test(text)) {
      closing.lastIndex = start + 2;
      const found = closing.exec(text);
      return found === null ? text.length : lineEnd(text, closing.lastIndex);
    }
  }
  return undefined;
}
