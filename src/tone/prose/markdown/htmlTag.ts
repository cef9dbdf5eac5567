import { CODE, type MaskKind, SPACE } from '../prose.js';

/** Tags of HTML that people write in the middle of prose. */
const KNOWN =
  /^<\/?(?:a|abbr|b|big|br|center|cite|code|del|details|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|samp|small|span|strike|strong|sub|summary|sup|t[dhrt]|table|u|ul|var)\b/i;

/** What a tag reads as. `Map<String>`, a tag that HTML does not know, right behind a word, is code. */
export function tagKind(text: string, from: number): MaskKind {
  return /\w/.test(text.charAt(from - 1)) && !KNOWN.test(text.slice(from, from + 12)) ? CODE : SPACE;
}

/** Where a tag ends that has no values in it; `undefined` where a parser should look. */
export function plainTagEnd(text: string, at: number): number | undefined {
  const tag = /<(?:\/[A-Za-z][\w-]*\s*|[A-Za-z][\w-]*(?:\s+[A-Za-z_][\w.-]*)*\s*\/?)>/y;
  tag.lastIndex = at;
  return tag.test(text) ? tag.lastIndex : undefined;
}
