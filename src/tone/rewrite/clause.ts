import { isA } from '../lexicon/lexicon.js';
import { baseIn, verbsOf } from '../lexicon/verbs.js';
import { isPerson } from '../pattern/matcher.js';
import type { Passage } from './passage.js';
import { absolutes, adjuncts, adverbs, connectors, determiners, modals, negations } from './words.js';

/** How a predicate speaks of its verb. */
export type Manner =
  /** "You broke it", "you always break it", "you keep breaking it". */
  | 'act'
  /** "You never test", "you did not test", "you forgot to test". */
  | 'omission'
  /** "You should have tested". */
  | 'counterfactual'
  /** "You need to test". */
  | 'demand';

/** A clause that says of somebody what they do, did or should do. Numbers are those of tokens. */
export interface Clause {
  readonly passage: Passage;
  /** Where the subject begins, and past its end. */
  readonly from: number;
  readonly subjectEnd: number;
  readonly manner: Manner;
  readonly isPast: boolean;
  /** "always", "never", "keep": said of more than one time. */
  readonly isHabit: boolean;
  readonly base: string;
  /** Past the verb. */
  readonly rest: number;
  /** Past the last word of the clause. */
  readonly end: number;
}

const pronouns = new Set('you they he she'.split(' '));
const nobody = new Set('nobody noone no-one'.split(' '));
const groups = new Set(
  'team folks guys people reviewers reviewer maintainers maintainer devs developers developer author authors engineers ops qa management'.split(
    ' ',
  ),
);

/** Past the subject that begins at a token, where it is somebody who can be accused; -1 where there is none. */
export function subjectEndAt({ reading }: Passage, at: number): number {
  const word = reading.word(at);
  if (word === 'you') {
    return ['people', 'guys', 'folks', 'all', 'lot'].includes(reading.word(at + 1)) ? at + 2 : at + 1;
  }
  if (word === 'no' && reading.word(at + 1) === 'one') {
    return groupEnd(reading, at + 2);
  }
  if (pronouns.has(word) || isPerson(reading, at)) {
    return at + 1;
  }
  if (nobody.has(word)) {
    return groupEnd(reading, at + 1);
  }
  if (departments.has(word)) {
    return at + 1;
  }
  if (word === 'the' || word === 'your' || word === 'our') {
    const far = [1, 2, 3].find(
      (step) => groups.has(reading.word(at + step)) && (reading.tokens[at + step]?.cut ?? 1) === 0,
    );
    return far === undefined ? -1 : at + far + 1;
  }
  return -1;
}

const departments = new Set(
  'qa marketing platform ops sales support management legal hr devops security infra admins approvers reviewers maintainers'.split(
    ' ',
  ),
);

/** Past "on your team" behind "nobody". */
function groupEnd({ tokens }: Passage['reading'], at: number): number {
  if (['on', 'in', 'from', 'of'].includes(tokens[at]?.word ?? '') && determiners.has(tokens[at + 1]?.word ?? '')) {
    const far = [2, 3].find((step) => groups.has(tokens[at + step]?.word ?? ''));
    return far === undefined ? at : at + far + 1;
  }
  return at;
}

/** All clauses of a passage that tell of somebody. */
export function clausesOf(passage: Passage): readonly Clause[] {
  const found: Clause[] = [];
  for (let at = 0; at < passage.count; at++) {
    const clause = clauseAt(passage, at);
    if (clause !== undefined) {
      found.push(clause);
    }
  }
  return found;
}

/** The clause whose subject begins at a token; `undefined` where there is none. */
export function clauseAt(passage: Passage, from: number): Clause | undefined {
  const subjectEnd = subjectEndAt(passage, from);
  if (subjectEnd < 0 || subjectEnd >= passage.count || !opens(passage, from)) {
    return undefined;
  }
  const isNobody = nobody.has(passage.word(from)) || passage.word(from) === 'no';
  return predicateAt(passage, from, subjectEnd, isNobody);
}

/** Whether a clause can begin at a token: behind a cut or a word that joins, and not inside of "the one thing | you have never missed". */
export function opens(passage: Passage, at: number): boolean {
  const before = passage.word(at - 1);
  return (
    at === 0 ||
    (passage.tokens[at]?.cut ?? 0) > 0 ||
    connectors.has(before) ||
    joining.has(before) ||
    (at === 1 && isPerson(passage.reading, 0)) ||
    (adverbs.has(before) && (at === 1 || (passage.tokens[at - 1]?.cut ?? 0) > 0)) ||
    opensAt(passage, at)
  );
}

const joining = new Set(
  'because since if when while that although though unless until as how why whether where before after believe think see hope wish like please maybe perhaps'.split(
    ' ',
  ),
);

interface Helpers {
  readonly words: ReadonlySet<string>;
  readonly isNegated: boolean;
  readonly isHabit: boolean;
  /** The first word that is none. */
  readonly next: number;
}

const helpers = new Set(
  'do does did have has had is are was were am be been can will would could should might must may'.split(' '),
);

function helpersFrom(passage: Passage, start: number, negated: boolean): Helpers {
  const words = new Set<string>();
  let isNegated = negated;
  let isHabit = false;
  let at = start;
  for (; at < passage.count && (at === start || passage.tokens[at]?.cut !== 2); at++) {
    const word = passage.word(at);
    if (negations.has(word)) {
      isNegated = true;
      isHabit ||= word === 'never';
    } else if (adverbs.has(word) && !(word === 'least' || word === 'at')) {
      isHabit ||= absolutes.has(word);
    } else if (
      helpers.has(word) &&
      (helpers.has(passage.word(at + 1)) ||
        negations.has(passage.word(at + 1)) ||
        adverbs.has(passage.word(at + 1)) ||
        verbsOf(passage.word(at + 1)).length > 0)
    ) {
      words.add(word);
    } else {
      break;
    }
  }
  return { words, isNegated, isHabit, next: at };
}

const omitting = new Set(
  'forgot forget forgets forgotten failed fail fails refuse refused refuses neglect neglected neglects'.split(' '),
);
const managing = new Set('manage manages managed decide decides decided choose chose chooses dare dared'.split(' '));
const needing = new Set('need needs have has ought'.split(' '));
const keeping = new Set('keep keeps kept keeping'.split(' '));

/** What a predicate says: how, of which verb, and where that verb stands. */
interface Predicate {
  readonly manner: Manner;
  readonly base: string | undefined;
  readonly at: number;
  readonly isPast: boolean;
  readonly isHabit?: boolean;
}

function predicateAt(passage: Passage, from: number, subjectEnd: number, isNobody: boolean): Clause | undefined {
  const found = helpersFrom(passage, subjectEnd, isNobody);
  const predicate =
    infinitiveIn(passage, found) ?? botheredIn(passage, found) ?? modalIn(passage, found) ?? verbIn(passage, found);
  if (predicate === undefined) {
    return undefined;
  }
  const { manner, base, at, isPast, isHabit = found.isHabit } = predicate;
  return base === undefined || base === 'be' || (base === 'have' && manner === 'act')
    ? undefined
    : { passage, from, subjectEnd, manner, isPast, isHabit, base, rest: at + 1, end: endOf(passage, at + 1) };
}

function isPastForm(word: string, { words }: Helpers): boolean {
  return baseIn(word, 'past') !== undefined && !words.has('do') && !words.has('does');
}

/** "forgot to test", "managed to break", "need to test". */
function infinitiveIn(passage: Passage, found: Helpers): Predicate | undefined {
  const { next, isNegated } = found;
  const word = passage.word(next);
  if (passage.word(next + 1) !== 'to') {
    return undefined;
  }
  const at = afterAdverbs(passage, next + 2);
  const base = baseIn(passage.word(at), 'base');
  const isPast = isPastForm(word, found);
  if (omitting.has(word)) {
    return { manner: 'omission', base, at, isPast };
  }
  if (isNegated) {
    return undefined;
  }
  return managing.has(word)
    ? { manner: 'act', base, at, isPast }
    : needing.has(word)
      ? { manner: 'demand', base, at, isPast: false }
      : undefined;
}

/** "could not be bothered to test", "keep breaking". */
function botheredIn(passage: Passage, { next, isNegated, words }: Helpers): Predicate | undefined {
  const at = bothers(passage, next);
  if (at !== undefined && isNegated) {
    const isPast = words.has('did') || words.has('could');
    return { manner: 'omission', base: baseIn(passage.word(at), 'base', 'ing'), at, isPast };
  }
  return keeping.has(passage.word(next))
    ? { manner: 'act', base: baseIn(passage.word(next + 1), 'ing'), at: next + 1, isPast: false, isHabit: true }
    : undefined;
}

/** "should have tested", "should test", "had better test". */
function modalIn(passage: Passage, { next, isNegated, words }: Helpers): Predicate | undefined {
  const isBetter = passage.word(next) === 'better';
  if (!isBetter && ![...words].some((one) => modals.has(one))) {
    return undefined;
  }
  const at = isBetter ? afterAdverbs(passage, next + 1) : next;
  const word = passage.word(at);
  return words.has('have')
    ? { manner: isNegated ? 'act' : 'counterfactual', base: baseIn(word, 'participle'), at, isPast: true }
    : { manner: isNegated ? 'act' : 'demand', base: baseIn(word, 'base'), at, isPast: false };
}

/** "broke", "have broken", "are breaking", "did not test". */
function verbIn(passage: Passage, found: Helpers): Predicate | undefined {
  const { next: at, isNegated, words } = found;
  const word = passage.word(at);
  const manner = isNegated ? 'omission' : 'act';
  if (words.has('have') || words.has('has') || words.has('had')) {
    return { manner, base: baseIn(word, 'participle'), at, isPast: true };
  }
  if (['is', 'are', 'was', 'were', 'am'].some((one) => words.has(one))) {
    return { manner, base: baseIn(word, 'ing'), at, isPast: words.has('was') || words.has('were') };
  }
  if (words.has('can') || words.has('will') || words.has('may')) {
    return isNegated ? { manner, base: baseIn(word, 'base'), at, isPast: false } : undefined;
  }
  return { manner, base: baseIn(word, 'base', 's', 'past'), at, isPast: words.has('did') || isPastForm(word, found) };
}

/** The verb behind "bother to", "be bothered to" or "take the time to"; `undefined` where there is none. */
function bothers(passage: Passage, at: number): number | undefined {
  const start = passage.word(at) === 'be' ? at + 1 : at;
  if (!['bother', 'bothered', 'arsed', 'care', 'cared', 'bothers'].includes(passage.word(start))) {
    return undefined;
  }
  const next = afterAdverbs(passage, passage.word(start + 1) === 'to' ? start + 2 : start + 1);
  return baseIn(passage.word(next), 'base', 'ing') === undefined ? undefined : next;
}

export function afterAdverbs(passage: Passage, at: number): number {
  let next = at;
  while (passage.is(next, adverbs)) {
    next++;
  }
  return next;
}

/** Where a clause ends: at a comma or a hard cut, or before a connector that opens a clause of its own. */
function endOf(passage: Passage, rest: number): number {
  const { reading, count } = passage;
  for (let at = rest; at < count; at++) {
    if ((reading.tokens[at]?.cut ?? 0) > 0) {
      return at;
    }
    if ((connectors.has(reading.word(at)) && opensClause(passage, at + 1)) || (at > rest && opensAt(passage, at))) {
      return at;
    }
  }
  return count;
}

const nominative = new Set('i we you they he she'.split(' '));

/** Whether a pronoun opens a clause behind one that ended without a mark: "when you renamed it | you never told us". */
function opensAt(passage: Passage, at: number): boolean {
  const before = passage.word(at - 1);
  return (
    nominative.has(passage.word(at)) &&
    !['of', 'way', 'time', 'what'].includes(before) &&
    !adjuncts.has(before) &&
    verbsOf(before).length === 0 &&
    isFiniteVerb(passage, afterAdverbs(passage, at + 1))
  );
}

/** Whether a clause with a subject or a predicate of its own begins at a token. */
function opensClause(passage: Passage, at: number): boolean {
  const word = passage.word(at);
  return (
    ['i', 'we', 'it', 'you', 'they', 'he', 'she', 'now', 'then', 'please', 'there', 'that', 'this'].includes(word) ||
    verbsOf(word).some(({ form }) => form === 'past' || form === 'participle') ||
    subjectEndAt(passage, at) > 0 ||
    (determiners.has(word) && [2, 3, 4].some((step) => isFiniteVerb(passage, at + step)))
  );
}

function isFiniteVerb(passage: Passage, at: number): boolean {
  const word = passage.word(at);
  return (
    isA(word, 'be') ||
    isA(word, 'modal') ||
    ['has', 'does', 'did', 'had'].includes(word) ||
    baseIn(word, 'past') !== undefined
  );
}
