import { codeMark } from '../language/tokens.js';
import { verbsOf } from '../lexicon/verbs.js';
import type { Passage } from './passage.js';
import { adjuncts, adverbs, determiners } from './words.js';

/** Past the words that an act was done to, from the word behind its verb; equal to `from` where there are none. */
export function objectEnd(passage: Passage, from: number, end: number): number {
  let at = from;
  for (; at < end; at++) {
    const word = passage.word(at);
    if (word === 'from' && at > from && days.has(passage.word(at + 1))) {
      at++;
      continue;
    }
    if (word === 'and' && at > from && isNominal(passage, at + 1) && at + 1 < end) {
      continue;
    }
    if (
      (adjuncts.has(word) && !(at === from && determiners.has(word))) ||
      (at > from && adverbs.has(word)) ||
      isManner(word)
    ) {
      break;
    }
    if (at > from && verbsOf(word).some(({ form }) => form === 'ing') && passage.word(at - 1) !== 'the') {
      break;
    }
  }
  const first = passage.word(from);
  if (at === from + 1 && determiners.has(first) && !demonstratives.has(first)) {
    return from;
  }
  const stands =
    determiners.has(first) ||
    first === codeMark ||
    ['it', 'me', 'us', 'him', 'them', 'everything', 'everyone', 'anything', 'anyone', 'people'].includes(first) ||
    isNominal(passage, from);
  return stands ? at : from;
}

const demonstratives = new Set('this that these those all both some any one two three another'.split(' '));

const days = new Set('yesterday today monday tuesday wednesday thursday friday saturday sunday'.split(' '));

/** "quickly", but not "nightly". */
function isManner(word: string): boolean {
  return (
    /[a-z]ly$/.test(word) &&
    !/^(?:nightly|daily|weekly|monthly|hourly|yearly|early|only|family|reply|assembly|supply|friendly)$/.test(word)
  );
}

function isNominal(passage: Passage, at: number): boolean {
  const word = passage.word(at);
  const token = passage.tokens[at];
  return (
    determiners.has(word) ||
    word === codeMark ||
    /[a-z]s$/.test(word) ||
    /\d/.test(word) ||
    token?.capital === true ||
    /(?:tion|ment|ity|ness|ing|er|or|ce|al)$/.test(word)
  );
}

/** Whether words that stand for a thing ask for a verb in the plural. */
export function isPlural(passage: Passage, from: number, to: number): boolean {
  const words = Array.from({ length: to - from }, (_, at) => passage.word(from + at));
  const of = words.findIndex((word) => word === 'of' || word === 'for' || word === 'in');
  const head = (of > 0 ? words[of - 1] : words.at(-1)) ?? '';
  const first = words[0] ?? '';
  if (['this', 'that', 'a', 'an', 'each', 'every', 'everything', 'it', 'everyone', 'anything'].includes(first)) {
    return false;
  }
  return (
    words.includes('and') ||
    ['these', 'those', 'people', 'data', 'us', 'them', 'both', 'two', 'three'].includes(first) ||
    /[^suia]s$/.test(head) ||
    /(?:schema|delta|lambda|replica|quota)s$/.test(head) ||
    head === 'people'
  );
}
