/** Characters that take no room: soft hyphens, zero-width spaces and joiners. Within a word they mean nothing. */
const SIGNS = '\\u00ad\\u200b-\\u200d\\u2060\\ufeff';
const INVISIBLE = new RegExp(`[${SIGNS}]`);
const EACH = new RegExp(INVISIBLE, 'g');
const LETTERS = "[\\p{L}\\p{M}\\p{N}_'’]+";
const WORD = new RegExp(`${LETTERS}(?:[${SIGNS}]+${LETTERS})*[${SIGNS}]*`, 'gu');
const AT_END = new RegExp(`[${SIGNS}]+$`);

/**
 * A text in which the invisible characters within a word stand behind its letters, and those behind a word are spaces: it is as long as
 * before, its words can be read, and each ends where it ended.
 */
export function withWholeWords(text: string): string {
  return INVISIBLE.test(text) ? text.replace(WORD, wholeWord) : text;
}

function wholeWord(word: string): string {
  if (!INVISIBLE.test(word)) {
    return word;
  }
  const written = word.replace(AT_END, '');
  const letters = written.replace(EACH, '');
  return letters + (written.match(EACH)?.join('') ?? '') + ' '.repeat(word.length - written.length);
}
