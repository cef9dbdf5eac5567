import type { Finding, TextRange } from '../finding.js';
import type { OwnPhrase } from '../toneSettings.js';

/** Finds fixed phrases in a text. */
export interface PhraseFinder {
  /** Ranges of the phrases in the text, with the index of the phrase. */
  find(text: string): readonly (TextRange & { readonly index: number })[];
}

/** A finder for phrases as whole words, in any case, with any white space between the words and any apostrophe. `undefined` for none. */
export function phraseFinder(phrases: readonly string[]): PhraseFinder | undefined {
  const sources = phrases.map(phraseSource);
  const used = sources.flatMap((source, index) => (source === undefined ? [] : [{ source, index }]));
  if (used.length === 0) {
    return undefined;
  }
  const pattern = new RegExp(used.map(({ source }) => `(${source})`).join('|'), 'giu');
  return {
    find: (text) =>
      [...text.matchAll(pattern)].map((match) => {
        const group = match.slice(1).findIndex((value) => value !== undefined);
        return { start: match.index, end: match.index + match[0].length, index: used[group]?.index ?? 0 };
      }),
  };
}

function phraseSource(phrase: string): string | undefined {
  const words = phrase
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) {
    return undefined;
  }
  const escaped = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/['’]/g, "['’]"));
  return `(?<![\\p{L}\\p{N}_])${escaped.join('\\s+')}(?![\\p{L}\\p{N}_])`;
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
