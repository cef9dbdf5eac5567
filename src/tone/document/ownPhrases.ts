import type { Finding, TextRange } from '../finding.js';
import { longestPhrase, type OwnPhrase } from '../toneSettings.js';

/** Finds fixed phrases in a text. */
export interface PhraseFinder {
  /** Ranges of the phrases in the text, with the index of the phrase. */
  find(text: string): readonly (TextRange & { readonly index: number })[];
}

/**
 * A finder for phrases as whole words, in any case, with any white space between the words and any apostrophe. `undefined` for none.
 * Where several phrases begin at the same place, the first of the list is found. Phrases over {@link longestPhrase} are not looked for.
 */
export function phraseFinder(phrases: readonly string[]): PhraseFinder | undefined {
  const root: Branch = { next: new Map() };
  phrases.forEach((phrase, index) => {
    const { signs } = signsOf(phrase.trim());
    if (signs.length > 0 && phrase.length <= longestPhrase) {
      grow(root, signs, index);
    }
  });
  return root.next.size === 0 ? undefined : { find: (text) => findAll(root, text) };
}

/** A place in the tree of all phrases: phrases with the same beginning share it. */
interface Branch {
  readonly next: Map<string, Branch>;
  /** The first phrase that ends here. */
  index?: number;
}

function grow(root: Branch, signs: readonly string[], index: number): void {
  let branch = root;
  for (const sign of signs) {
    const next = branch.next.get(sign) ?? { next: new Map() };
    branch.next.set(sign, next);
    branch = next;
  }
  branch.index ??= index;
}

/** A text as phrases are compared: one sign for each character, without case, and one blank for all white space between two others. */
interface Signs {
  readonly signs: readonly string[];
  /** The offset of each sign, and that of the end. */
  readonly offsets: readonly number[];
}

function signsOf(text: string): Signs {
  const signs: string[] = [];
  const offsets: number[] = [];
  for (const { 0: found, index } of text.matchAll(/\s+|./gsu)) {
    signs.push(/^\s/.test(found) ? ' ' : withoutCase(found));
    offsets.push(index);
  }
  return { signs, offsets: [...offsets, text.length] };
}

/** One character for all of its cases. A few have no other case of one character. */
function withoutCase(character: string): string {
  if (character === '’') {
    return "'";
  }
  const folded = character.toUpperCase().toLowerCase();
  return [...folded].length === 1 ? folded : character.toLowerCase();
}

function findAll(root: Branch, text: string): readonly (TextRange & { readonly index: number })[] {
  const { signs, offsets } = signsOf(text);
  const found: (TextRange & { readonly index: number })[] = [];
  for (let at = 0; at < signs.length; ) {
    const phrase = isWord(signs[at - 1]) ? undefined : phraseAt(root, signs, at);
    if (phrase !== undefined) {
      found.push({ start: offsets[at] ?? 0, end: offsets[phrase.end] ?? text.length, index: phrase.index });
    }
    at = phrase?.end ?? at + 1;
  }
  return found;
}

function phraseAt(
  root: Branch,
  signs: readonly string[],
  start: number,
): { readonly index: number; readonly end: number } | undefined {
  let found: { index: number; end: number } | undefined;
  let branch: Branch | undefined = root;
  for (let at = start; branch !== undefined; at++) {
    const { index } = branch;
    if (index !== undefined && index < (found?.index ?? Number.POSITIVE_INFINITY) && !isWord(signs[at])) {
      found = { index, end: at };
    }
    branch = branch.next.get(signs[at] ?? '');
  }
  return found;
}

function isWord(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}_]/u.test(sign);
}

/** The rule id of a finding that the team's own words made. */
export const OWN_PHRASE_RULE = 'team/own-phrase';

/** The finding for one of the team's own phrases. */
export function ownPhraseFinding(own: OwnPhrase, text: string, range: TextRange): Finding {
  return {
    rule: OWN_PHRASE_RULE,
    level: own.level,
    range,
    text,
    message: own.why ?? 'Your team would rather say this in other words.',
    evidence: ['a phrase on your team’s list'],
    suggestions: own.suggestions
      .slice(0, 3)
      .map((newText) => ({ label: `Say “${newText}”`, range, newText: likeCase(text, newText) })),
  };
}

/** A capital at the start stays one. */
function likeCase(old: string, replacement: string): string {
  const first = old.charAt(0);
  return first !== first.toLowerCase() ? replacement.charAt(0).toUpperCase() + replacement.slice(1) : replacement;
}
