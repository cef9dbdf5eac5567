/** Names of people: what a name can be, and which names look the same. Their form is in `plainName.ts`. */
import { limits } from './limits.js';
import { looks } from './lookAlikes.js';
import { joiners, plainName, scripts } from './plainName.js';
import type { RefusalCode } from './refusal.js';

/** What keeps a text from being a name. */
export type NameProblem = Extract<RefusalCode, `name/${string}`>;

/** Controls, unassigned and private characters, halves of characters; and blanks that Unicode counts among signs. */
const unseen = new RegExp(
  `(?![${joiners}])\\p{C}|[\\u2800\\ufffc\\ufffd\\u{1d159}\\u{13441}\\u{13442}\\u{16fe4}]`,
  'u',
);
/** A mark that has no letter, a mark around a character, more than three marks of no script or eight of any on one letter. */
const marks = new RegExp(
  `(?:^|[^\\p{L}\\p{M}\\p{N}${joiners}])\\p{M}|\\p{Me}|(?:(?=\\p{M})\\p{Script=Inherited}){4}|\\p{M}{9}`,
  'u',
);
const brackets = /(?![„‚])[\p{Ps}\p{Pe}<>]/u;
/** Scripts that people write within one word of another script, as in "Annaさん". */
const partners = scripts('Hani|Hira|Kana|Bopo|Hang|Thai|Laoo');
/** The other scripts. No word is written in two of them, and the letters of one may look like those of another. */
const alphabets =
  'Latn|Cyrl|Grek|Armn|Geor|Hebr|Arab|Syrc|Thaa|Deva|Beng|Guru|Gujr|Orya|Taml|Telu|Knda|Mlym|Sinh|Mymr|Khmr|Tibt|Ethi|Mong|Cher|Cans|Copt|Lisu'
    .split('|')
    .map((script) => new RegExp(`[${scripts(script)}]`, 'u'));
const rareAlphabet = new RegExp(
  `(?![${partners}\\p{Script=Common}\\p{Script=Inherited}])(?!${alphabets.map(({ source }) => source).join('|')})\\p{L}`,
  'u',
);

/** Why this cannot be a name; nothing when it can. @param name in the form that {@link plainName} gives */
export function nameProblem(name: string): NameProblem | undefined {
  if (unseen.test(name)) {
    return 'name/unseen';
  }
  if (!/[\p{L}\p{N}]/u.test(name)) {
    return 'name/empty';
  }
  if (name.length > limits.name) {
    return 'name/long';
  }
  if (marks.test(name.normalize('NFD'))) {
    return 'name/marks';
  }
  if (brackets.test(name)) {
    return 'name/brackets';
  }
  if (name.split(/[^\p{L}\p{M}]+/u).some(mixesAlphabets)) {
    return 'name/mixed';
  }
  return roleProblem(name);
}

function mixesAlphabets(word: string): boolean {
  return [...alphabets, rareAlphabet].filter((alphabet) => alphabet.test(word)).length > 1;
}

/** Words that are the panel's to say: who facilitates, and what the whole team owns. */
function roleProblem(name: string): NameProblem | undefined {
  if (looksLike(name, 'team') || looksLike(name, 'the team')) {
    return 'name/team';
  }
  return lookOf(name).lower.replaceAll('i', 'l').includes('facllltat') ? 'name/role' : undefined;
}

/**
 * An alias in the form in which it is kept. What cannot be in a name is left out, since a card is never refused for its alias.
 * @param people names that would put words into someone's mouth
 * @returns nothing when nothing is left, or when it reads as one of these names or as a role
 */
export function usableAlias(text: string, people: readonly string[]): string | undefined {
  const shown = plainName(text)
    .replace(new RegExp(`${unseen.source}|\\p{Me}`, 'gu'), '')
    .replace(new RegExp(brackets, 'gu'), ' ')
    .replace(/(\p{M}{3})\p{M}+/gu, '$1');
  const alias = plainName([...shown].slice(0, limits.name).join(''));
  const isSomeone = roleProblem(alias) !== undefined || people.some((name) => looksLike(name, alias));
  return alias === '' || isSomeone ? undefined : alias;
}

/** Whether two names read as the same one: written in the same letters, or in letters that look like them, whatever their case. */
export function looksLike(one: string, other: string): boolean {
  if (one === other) {
    return true;
  }
  const [a, b] = [lookOf(one), lookOf(other)];
  return (
    a.written === b.written ||
    a.lower === b.lower ||
    a.upper === b.upper ||
    // "NOOR ALl" beside "Noor Ali".
    a.upper === b.written ||
    a.written === b.upper
  );
}

/** What a name looks like: as it is written, in small letters and in capitals. A capital I is an l to the eye, a small i is not. */
interface Look {
  readonly written: string;
  readonly lower: string;
  readonly upper: string;
}

/** Names are compared again with each view of a room. */
const lookOf = remembering((name: string): Look => {
  const plain = plainName(name);
  const forms = { written: look(plain), lower: look(plain.toLowerCase()), upper: look(plain.toUpperCase()) };
  // Of signs alone nothing would be left.
  return forms.written === '' ? { written: plain, lower: plain, upper: plain } : forms;
});

function look(text: string): string {
  const letters = text
    .normalize('NFD')
    // The dot of a Turkish capital İ, over an i that has one.
    .replace(/(?<=[ij])\u0307/gu, '')
    .replace(new RegExp(`[${joiners}]`, 'gu'), '');
  const looksSo = Array.from(letters, (character) => looks.get(character) ?? character).join('');
  // Apostrophes are often left out; other signs and symbols tell nobody apart.
  return looksSo
    .replace(/['’‘‛`]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** The same function, which keeps its last thousand answers. */
function remembering<T>(answer: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) {
      return before;
    }
    if (known.size >= 1000) {
      known.clear();
    }
    const now = answer(name);
    known.set(name, now);
    return now;
  };
}
