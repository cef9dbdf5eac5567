import { capitalLike } from './mend.js';
import type { Part, Passage } from './passage.js';
import { connectors, subordinators } from './words.js';

/** Replaces the tokens of a clause by a statement; the first letter is as large as it was. */
export function statement(passage: Passage, from: number, to: number, parts: readonly Part[]): Passage {
  return passage.replace(from, to, cased(passage, from, parts));
}

/**
 * Replaces a clause by a question. What depends on it stays inside of the question; what can stand by itself becomes a sentence
 * of its own.
 */
export function question(passage: Passage, from: number, to: number, parts: readonly Part[]): Passage {
  const { count, original } = passage;
  if (!canAsk(passage, from)) {
    return passage;
  }
  const asked = cased(passage, from, parts);
  if (to >= count) {
    return closeWith(passage, from, to, asked, '?');
  }
  const gap = original.slice(passage.endOf(to - 1), passage.startOf(to));
  const isOpen = connectors.has(passage.word(to));
  if (subordinators.has(passage.word(to)) && !isOpen && !/[:;.–—]/.test(gap)) {
    return closeWith(passage.replace(from, to, asked), 0, -1, [], '?');
  }
  const next = isOpen && passage.word(to) !== 'but' ? to + 1 : to;
  if (next >= count || /[([]/.test(gap)) {
    return closeWith(passage, from, to, asked, '?');
  }
  const start = passage.startOf(next);
  const first = original.charAt(start);
  return passage.cut(passage.startOf(from), start + 1, [...asked, '? ', first.toUpperCase()]);
}

/** Whether a question can begin at a token: at the start of a clause that depends on no other. */
function canAsk(passage: Passage, from: number): boolean {
  return from === 0 || (passage.tokens[from]?.cut ?? 0) > 0 || beforeQuestions.has(passage.word(from - 1));
}

const beforeQuestions = new Set('but please seriously honestly'.split(' '));

/** Puts a mark at the end of the sentence in place of its own. */
function closeWith(passage: Passage, from: number, to: number, parts: readonly Part[], mark: string): Passage {
  const made = to < 0 ? passage : passage.replace(from, to, parts);
  return withEnd(made, mark);
}

/** The passage with this mark at its end; marks of emphasis and brackets behind it stay. */
export function withEnd(passage: Passage, mark: string): Passage {
  const { original, masked } = passage;
  let end = original.trimEnd().length;
  let start = end;
  while (
    start > 0 &&
    (/[.?!…\s]/.test(original.charAt(start - 1)) || masked.charAt(start - 1) !== original.charAt(start - 1))
  ) {
    const sign = original.charAt(start - 1);
    if (masked.charAt(start - 1) !== sign) {
      if (/[*_~"'”’]/.test(sign) === false) {
        break;
      }
    }
    start--;
  }
  const tail = original.slice(start, end);
  const marks = /[.?!…]+/.exec(tail);
  if (marks === null) {
    const last = passage.count > 0 ? passage.endOf(passage.count - 1) : original.length;
    const isOpen = /[.:]/.test(mark) || last >= end;
    return isOpen ? passage.cut(last, last, [mark]) : passage.cut(last, last, [mark]);
  }
  start += marks.index;
  end = start + marks[0].length;
  return passage.cut(start, end, [mark]);
}

/** Parts of which the first letter is as large as that of the token they take the place of. */
function cased(passage: Passage, from: number, parts: readonly Part[]): readonly Part[] {
  const [first, ...rest] = parts;
  if (first === undefined) {
    return parts;
  }
  if (typeof first === 'string') {
    return [capitalLike(passage, from, first), ...rest];
  }
  if ('start' in first) {
    return parts;
  }
  const start = passage.startOf(first[0]);
  const text = passage.text(first[0], first[1]);
  const made = capitalLike(passage, from, text);
  const isSame = made === text || passage.masked.charAt(start) !== text.charAt(0);
  return isSame ? parts : [made.charAt(0), { start: start + 1, end: start + text.length }, ...rest];
}
