import type { Passage } from './passage.js';

/** A text whose first letter is as large as that of a token. Names of things in code keep theirs, and so does "I". */
export function capitalLike(passage: Passage, at: number, text: string): string {
  const token = passage.tokens[at];
  if (token === undefined || /^(?:I\b|@)/.test(text) || /^\S*(?:[_./:\d(]|\p{Ll}\p{Lu}|\p{Lu}{2})/u.test(text)) {
    return text;
  }
  const isFirst = at === 0;
  const first = text.charAt(0);
  return token.capital && (isFirst || /[.?!]\s*$/.test(passage.original.slice(0, token.start)))
    ? first.toUpperCase() + text.slice(1)
    : isProper(text)
      ? text
      : first.toLowerCase() + text.slice(1);
}

/** Days and months keep their capital. */
function isProper(text: string): boolean {
  return /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^(?:January|February|March|April|June|July|August|September|October|November|December)/.test(
    text,
  );
}

/** Mends the seams that taking words out has left: doubled spaces, commas at an edge, spaces before marks, a small first letter. */
export function mended(passage: Passage, hadCapital: boolean, hadMark: boolean): Passage {
  let made = passage;
  for (const [seam, by] of hadMark ? seams.slice(1) : seams) {
    for (let found = seam.exec(made.masked); found !== null; found = seam.exec(made.masked)) {
      const start = found.index;
      const end = start + found[0].length;
      if (made.original.slice(start, end) !== found[0]) {
        break;
      }
      made = made.cut(start, end, [by.replace('$1', found[1] ?? '')]);
    }
  }
  const first = made.masked.search(/\p{L}/u);
  const token = made.tokens[0];
  if (
    hadCapital &&
    first >= 0 &&
    token?.start === first &&
    /\p{Ll}/u.test(made.original.charAt(first)) &&
    !isName(made)
  ) {
    made = made.cut(first, first + 1, [made.original.charAt(first).toUpperCase()]);
  }
  return made;
}

function isName({ original, tokens }: Passage): boolean {
  const [token] = tokens;
  const word = original.slice(token?.start, token?.end);
  return /[_.\d@]|\p{Ll}\p{Lu}/u.test(word);
}

const seams: readonly (readonly [RegExp, string])[] = [
  [/^[,;:–—-]\s+/, ''],
  [/,(?:\s*,)+/, ','],
  [/ {2,}(?=\S)/, ' '],
  [/ +(?=[,;.?!](?:\s|$))/, ''],
  [/,\s*(?=[.?!]+\s*$)/, ''],
  [/ [–—-](?=[.?!]*\s*$)/, ''],
  [/([.?!])\s*,\s*/, '$1 '],
  [/ (?:and|but|so|or|because)(?=[.?!]*\s*$)/, ''],
  [/^(?:And|and|But|but|So|so) (?=\S)/, ''],
];
