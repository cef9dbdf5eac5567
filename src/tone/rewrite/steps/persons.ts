import { codeMark } from '../../language/tokens.js';
import { isA } from '../../lexicon/lexicon.js';
import { baseIn, formOf } from '../../lexicon/verbs.js';
import { afterAdverbs, clausesOf, subjectEndAt } from '../clause.js';
import { question, statement } from '../compose.js';
import type { Part, Passage } from '../passage.js';
import type { StepFinder } from '../step.js';
import { connectors, isDeed, subordinators } from '../words.js';
import { without } from './removals.js';
import { isPredicate, leavesCondition } from './tails.js';

const FEELING = 'Say how it was for you';
const CODE = 'Speak of the code';
const TOGETHER = 'Look at it together';
const LEAVE = 'Leave the accusation out';

/** "You made me feel ignored" becomes "I felt ignored". */
export const feelings: StepFinder = function* (passage) {
  for (let at = 0; at + 2 < passage.count; at++) {
    const subject = subjectEndAt(passage, at);
    if (subject < 0) {
      continue;
    }
    const verb = afterAdverbs(passage, subject);
    const made = passage.word(verb);
    const who = { me: 'I', us: 'we' }[passage.word(verb + 1)];
    if (!['make', 'makes', 'made', 'making'].includes(made) || who === undefined) {
      continue;
    }
    const feels = passage.word(verb + 2) === 'feel';
    const next = feels ? verb + 3 : verb + 2;
    if (next >= passage.count || (!feels && baseIn(passage.word(next), 'base') !== undefined)) {
      continue;
    }
    const past = made === 'made';
    const be = feels ? (past ? 'felt' : 'feel') : past ? (who === 'I' ? 'was' : 'were') : who === 'I' ? 'am' : 'are';
    const end = passage.reading.clauseEnd(next);
    yield { label: FEELING, passage: statement(passage, at, end, [`${who} ${be} `, [next, end]]), worth: 0.9 };
  }
};

const changes = new Set('change pr commit patch branch refactor fix code'.split(' '));

/** "Your function leaks" becomes "The function leaks". */
export const owners: StepFinder = function* (passage) {
  const { tokens, count } = passage;
  let made = passage;
  for (let at = count - 2; at >= 0; at--) {
    const token = tokens[at];
    if (token?.word === 'your' && tokens[at + 1]?.start !== token.end && isMade(passage, at + 1)) {
      const word = changes.has(passage.word(at + 1)) ? 'this' : 'the';
      made = made.cut(token.start, token.end, [token.capital ? word.charAt(0).toUpperCase() + word.slice(1) : word]);
    }
  }
  if (made !== passage) {
    yield { label: CODE, passage: made, worth: 0.7 };
  }
};

/** A thing that somebody wrote: the word behind "your", or one of the two after it. */
function isMade(passage: Passage, at: number): boolean {
  return [0, 1, 2].some(
    (step) =>
      (step === 0 || (passage.tokens[at + step]?.cut ?? 1) === 0) &&
      (isA(passage.word(at + step), 'device') ||
        isA(passage.word(at + step), 'artifact') ||
        written.has(passage.word(at + step)) ||
        passage.word(at + step) === codeMark),
  );
}

const written = new Set(
  'change pr prs commit commits patch branch refactor refactoring fix code script query class module api test tests implementation migration config logic loop parser design comment comments description name names naming diff merge service endpoint schema rollback deploy library package plugin component page form feature release approach solution abstraction version code-review'.split(
    ' ',
  ),
);

const grasping = new Set('understand get know grasp see realise realize comprehend read'.split(' '));

/** "You don't understand how the cache works" becomes "Could we go through how the cache works together?". */
export const understanding: StepFinder = function* (passage) {
  for (const { manner, base, from, rest, end, passage: own } of clausesOf(passage)) {
    if (manner === 'omission' && grasping.has(base) && rest < end) {
      yield {
        label: TOGETHER,
        passage: question(own, from, end, ['Could we look at ', [rest, end], ' together']),
        worth: base === 'read' ? 0.3 : 0.7,
      };
    }
  }
  for (let at = 0; at < passage.count; at++) {
    const words = [0, 1, 2, 3].map((step) => passage.word(at + step)).join(' ');
    const next = words.startsWith('you have no idea') || words.startsWith('you have no clue') ? at + 4 : -1;
    const about = passage.word(next) === 'about' || passage.word(next) === 'of' ? next + 1 : next;
    let end = about;
    while (end > 0 && end < passage.count && (end === about || (passage.tokens[end]?.cut ?? 0) === 0)) {
      end++;
    }
    if (next > 0 && end > about) {
      yield {
        label: TOGETHER,
        passage: question(passage, at, end, ['Could we look at ', [about, end], ' together']),
        worth: 0.7,
      };
    }
  }
};

/** "Whoever merged this should be ashamed" becomes "This was merged". */
export const whoever: StepFinder = function* (passage) {
  for (let at = 0; at < passage.count; at++) {
    const isOne =
      passage.word(at) === 'whoever' ||
      (['person', 'genius', 'idiot', 'people', 'guy', 'developer', 'someone', 'somebody'].includes(passage.word(at)) &&
        passage.word(at + 1) === 'who');
    const verb = afterAdverbs(passage, passage.word(at) === 'whoever' ? at + 1 : at + 2);
    const base = isOne ? baseIn(passage.word(verb), 'past') : undefined;
    if (base === undefined || !isDeed(base)) {
      continue;
    }
    const start = ['the', 'which', 'some', 'what'].includes(passage.word(at - 1)) ? at - 1 : at;
    const end = finite(passage, verb + 1);
    const to = objectLimit(passage, verb + 1, end);
    const close = passage.reading.clauseEnd(end - 1);
    if (to > verb + 1 && to < end) {
      const tail: readonly Part[] = [' ', [to, end]];
      yield {
        label: 'Speak of the code',
        passage: statement(passage, start, close, [[verb + 1, to], ` was ${formOf(base, 'participle')}`, ...tail]),
        worth: 0.7,
      };
    }
  }
};

const finiteWords = new Set(
  'should must deserves needs clearly obviously is was has had did does could can would will owes ought'.split(' '),
);

function finite(passage: Passage, from: number): number {
  let at = from;
  while (
    at < passage.count &&
    !finiteWords.has(passage.word(at)) &&
    (at === from || (passage.tokens[at]?.cut ?? 0) === 0)
  ) {
    at++;
  }
  return at;
}

function objectLimit(passage: Passage, from: number, end: number): number {
  let at = from;
  while (at < end && !subordinators.has(passage.word(at))) {
    at++;
  }
  return at;
}

/** Takes a whole clause out where the rest of the sentence stands by itself. */
export const clauses: StepFinder = function* (passage) {
  const { tokens, count } = passage;
  const starts = [0, ...tokens.flatMap(({ cut }, at) => (at > 0 && cut > 0 ? [at] : []))];
  for (const [index, from] of starts.entries()) {
    const to = starts[index + 1] ?? count;
    if (to - from === count) {
      continue;
    }
    const isLast = to >= count;
    if (from === 0 && !isLast && passage.word(0).startsWith('@') && to > 2 && remains(passage, 1, to)) {
      const start = passage.endOf(0);
      yield { label: LEAVE, passage: passage.cut(start, passage.startOf(to), [', ']), worth: 0.5 };
    }
    const next = passage.word(to);
    const isBound =
      !isLast &&
      (subordinators.has(next) || (connectors.has(next) && next !== 'and' && next !== 'but' && next !== 'so'));
    const bindsBack = subordinators.has(passage.word(from)) && from === 0;
    if (
      !isBound &&
      !bindsBack &&
      !isPredicate(passage, from) &&
      remains(passage, from, to) &&
      !(isLast && leavesCondition(passage, from))
    ) {
      yield { label: LEAVE, passage: without(passage, from, to), worth: 0.5 };
    }
  }
};

/** What stays begins with the predicate of a subject that is gone. */
function opensPredicate(passage: Passage, first: number, from: number): boolean {
  const word = passage.word(first);
  const isForm =
    ['is', 'was', 'are', 'were', 'has', 'have', 'had'].includes(word) ||
    (baseIn(word, 's') !== undefined && baseIn(word, 'base') === undefined);
  return from === 0 && isForm && !passage.reading.question;
}

/** What stays has a verb or asks for something: it is no fragment. */
function remains(passage: Passage, from: number, to: number): boolean {
  const rest = Array.from({ length: passage.count }, (_, at) => at).filter((at) => at < from || at >= to);
  const first = rest[0] ?? 0;
  const word = passage.word(first);
  if (rest.length < 3 || (subordinators.has(word) && !['this', 'that'].includes(word))) {
    return false;
  }
  const isSpan =
    /^(?:a|an|one|two|three|four|five|several|\d+)$/.test(word) &&
    /^(?:minute|hour|day|week|month|year)s?$/.test(passage.word(first + 1));
  if (isSpan || opensPredicate(passage, first, from)) {
    return false;
  }
  return rest.some(
    (at) =>
      baseIn(passage.word(at), 'base', 's', 'past', 'participle') !== undefined ||
      ['is', 'are', 'was', 'were', 'can', 'should', 'will', 'could', 'has'].includes(passage.word(at)),
  );
}
