import { baseIn, formOf, verbsOf } from '../../lexicon/verbs.js';
import { isPerson } from '../../pattern/matcher.js';
import { type Clause, clausesOf } from '../clause.js';
import { question, statement } from '../compose.js';
import { isPlural, objectEnd } from '../nounPhrase.js';
import type { Part, Passage } from '../passage.js';
import type { Step, StepFinder } from '../step.js';
import { ergative, harms, isDeed, negations, subjectForms, telling } from '../words.js';

const HAPPENED = 'Say what happened';
const ASK = 'Ask for it';

/** "You broke the build" becomes "The build broke", "you never test it" becomes "could you test it?". */
export const acts: StepFinder = function* (passage) {
  for (const clause of clausesOf(passage)) {
    if (continues(clause) || isAsked(clause)) {
      continue;
    }
    if (clause.manner === 'act' || clause.manner === 'omission') {
      yield* happened(clause);
    }
    if (clause.manner !== 'act') {
      yield* requested(clause);
    } else if (!harms.has(clause.base) && clause.isHabit) {
      yield* stopped(clause);
    }
  }
};

/** A second act of the same person follows, which could not stay where it is. */
function continues({ passage, end }: Clause): boolean {
  const word = passage.word(end);
  return (
    (word === 'and' || word === 'but' || word === 'or') &&
    (passage.tokens[end]?.cut ?? 0) === 0 &&
    !['i', 'we', 'it', 'the', 'this', 'that', 'now', 'our', 'my', 'they', 'please', 'there', 'you'].includes(
      passage.word(end + 1),
    )
  );
}

const auxiliaries = new Set(
  'do does did have has are were will would could can should why how when what who is was if'.split(' '),
);

/** The clause is a question already: its helper stands before the subject. */
function isAsked({ passage, from }: Clause): boolean {
  return (
    from > 0 &&
    (passage.tokens[from]?.cut ?? 0) === 0 &&
    auxiliaries.has(passage.word(from - 1)) &&
    passage.word(from - 1) !== 'when' &&
    passage.word(from - 1) !== 'if'
  );
}

/** The name of who was called to, so that they are still told. */
function called({ passage, from }: Clause): readonly Part[] {
  return passage.word(from).startsWith('@') ? [[from, from + 1], ', '] : [];
}

function* happened(clause: Clause): Iterable<Step> {
  const { passage, from, rest, end, base, isPast, isHabit } = clause;
  const to = objectEnd(passage, rest, end);
  if (
    to <= rest ||
    hasSecondVerb(clause) ||
    passage.word(rest + 1) === 'own' ||
    !isDeed(base) ||
    inward.has(base) ||
    ['be', 'have', 'let'].includes(base)
  ) {
    return;
  }
  const words = passage.word(rest);
  if (['make', 'see', 'hear', 'help', 'watch'].includes(base) && subjectForms[words] !== undefined) {
    return;
  }
  const isOne = to === rest + 1;
  if (isOne && subjectForms[words] !== undefined) {
    yield* toldOf(clause);
    return;
  }
  const subject = thing(passage, rest, to);
  const plural = isPlural(passage, rest, to);
  const tail = tailOf(clause, to);
  const name = called(clause);
  const isNot = clause.manner === 'omission';
  if (ergative.has(base) && !isNot) {
    const past = isPast || isHabit;
    const again = isHabit && !/\bagain\b/.test(passage.masked) ? ' again' : '';
    const verb = past ? formOf(base, 'past') : plural ? base : formOf(base, 's');
    yield {
      label: HAPPENED,
      passage: statement(passage, from, end, [...name, ...subject, ` ${verb}${again}`, ...tail]),
      worth: 0.9,
    };
    yield {
      label: HAPPENED,
      passage: statement(passage, from, end, [...name, ...subject, ` ${verb}`, ...tail]),
      worth: 0.85,
    };
    return;
  }
  const be = isPast || isHabit ? (plural ? 'were' : 'was') : plural ? 'are' : 'is';
  const verb = ` ${be}${isNot ? ' not' : ''} ${formOf(base, 'participle')}`;
  const worth = isNot ? 0.55 : harms.has(base) ? 0.8 : 0.6;
  yield { label: HAPPENED, passage: statement(passage, from, end, [...name, ...subject, verb, ...tail]), worth };
}

/** A further act of the same person is told behind the first. */
function hasSecondVerb({ passage, rest, end }: Clause): boolean {
  for (let at = rest; at + 1 < end; at++) {
    const isNext = ['and', 'or', 'but'].includes(passage.word(at)) && verbsOf(passage.word(at + 1)).length > 0;
    if (isNext && baseIn(passage.word(at + 1), 'ing', 'past', 's') !== undefined) {
      return true;
    }
  }
  return false;
}

/** What follows the object; "without reading it" has lost who did not read. */
function tailOf({ passage, end }: Clause, to: number): readonly Part[] {
  let close = to;
  while (close < end && !(passage.word(close) === 'without' && baseIn(passage.word(close + 1), 'ing') !== undefined)) {
    close++;
  }
  return to < close ? [' ', [to, close]] : [];
}

/** "You ignored me" becomes "I was ignored", "you never told us" becomes "we were not told". */
function* toldOf(clause: Clause): Iterable<Step> {
  const { passage, from, rest, end, base, isPast, isHabit, manner } = clause;
  const who = subjectForms[passage.word(rest)] ?? '';
  if ((manner === 'omission' && !telling.has(base)) || hasSecondVerb(clause)) {
    return;
  }
  const be =
    isPast || isHabit
      ? who === 'I' || who === 'he' || who === 'she'
        ? 'was'
        : 'were'
      : who === 'I'
        ? 'am'
        : who === 'he' || who === 'she'
          ? 'is'
          : 'are';
  const verb = ` ${be}${manner === 'omission' ? ' not' : ''} ${formOf(base, 'participle')}`;
  const tail: Part[] = rest + 1 < end ? [' ', [rest + 1, end]] : [];
  yield {
    label: HAPPENED,
    passage: statement(passage, from, end, [...called(clause), who, verb, ...tail]),
    worth: 0.7,
  };
}

/** A thing as the subject of a sentence: what was "your" is "the". */
function thing(passage: Passage, from: number, to: number): readonly Part[] {
  if (passage.word(from) === 'your') {
    return ['the ', [from + 1, to]];
  }
  const form = to === from + 1 ? subjectForms[passage.word(from)] : undefined;
  return form === undefined ? [[from, to]] : [form];
}

const affirmed: Readonly<Record<string, string>> = {
  anyone: 'someone',
  anybody: 'someone',
  any: 'some',
  anything: 'something',
};

/** What a person is asked for, in the words of the clause. */
function asked({ passage, rest, end }: Clause): readonly Part[] {
  const parts: Part[] = [];
  let from = rest;
  for (let at = rest; at < end; at++) {
    const word = passage.word(at);
    const by = word === 'your' ? 'the' : word === 'yourself' ? undefined : affirmed[word];
    const drops = word === 'again' || word === 'ever' || word === 'even' || word === 'once';
    if (by !== undefined || drops) {
      if (at > from) {
        parts.push(' ', [from, at]);
      }
      if (by !== undefined) {
        parts.push(` ${by}`);
      }
      from = at + 1;
    }
  }
  if (end > from) {
    parts.push(' ', [from, end]);
  }
  return parts;
}

/** Whom a request goes to. */
function whom({ passage, from, subjectEnd }: Clause): readonly Part[] {
  const word = passage.word(from);
  if (word.startsWith('@')) {
    return [[from, from + 1], ', could you '];
  }
  if (word === 'you') {
    return ['Could you '];
  }
  return isPerson(passage.reading, from) ? ['Could ', [from, subjectEnd], ' '] : ['Could someone '];
}

const binding = new Set(
  'because since if that when while which who although though unless until as how why whether'.split(' '),
);

const after = new Set('when after once because since as'.split(' '));

/** It depends on another clause, in which no question can stand, or follows one that tells of a past event. */
function isBound({ passage, from }: Clause): boolean {
  if ((passage.tokens[from]?.cut ?? 0) !== 2 && binding.has(passage.word(from - 1))) {
    return true;
  }
  let at = from - 1;
  while (at >= 0 && passage.tokens[at + 1]?.cut !== 2 && !after.has(passage.word(at))) {
    at--;
  }
  return at >= 0 && passage.tokens[at + 1]?.cut !== 2;
}

const inward = new Set(
  'understand know care think realise realize believe learn see get listen want mean bother like'.split(' '),
);

function* requested(clause: Clause): Iterable<Step> {
  const { passage, from, end, base, manner } = clause;
  if ((inward.has(base) && manner !== 'demand') || base === 'do' || isBound(clause)) {
    return;
  }
  const rejects = base === 'stop' || base === 'quit' ? baseIn(passage.word(clause.rest), 'ing') : undefined;
  if (rejects !== undefined) {
    yield {
      label: ASK,
      passage: question(passage, from, end, [
        ...whom(clause),
        'not ',
        rejects,
        ...asked({ ...clause, rest: clause.rest + 1 }),
      ]),
      worth: 0.8,
    };
    return;
  }
  if (clause.isPast && passage.word(from).startsWith('no')) {
    return;
  }
  const isMine =
    !['us', 'me'].includes(passage.word(clause.rest)) &&
    passage.word(from) === 'you' &&
    (manner === 'counterfactual' || manner === 'demand');
  const parts = [base, ...asked(clause)];
  for (let at = clause.rest; at < end; at++) {
    if (negations.has(passage.word(at))) {
      return;
    }
  }
  if (parts.length === 1 && manner !== 'demand' && ['make', 'take', 'give'].includes(base)) {
    return;
  }
  if (isMine && manner === 'counterfactual') {
    yield { label: ASK, passage: question(passage, from, end, ['Could we ', ...parts]), worth: 0.85 };
  }
  yield {
    label: ASK,
    passage: question(passage, from, end, [...whom(clause), ...parts]),
    worth: manner === 'omission' ? 0.75 : 0.8,
  };
}

/** "You keep pinging me" becomes "Could you not ping me?". */
function* stopped(clause: Clause): Iterable<Step> {
  const { passage, from, end, base } = clause;
  if (passage.word(from) !== 'you' || inward.has(base)) {
    return;
  }
  yield { label: ASK, passage: question(passage, from, end, ['Could you not ', base, ...asked(clause)]), worth: 0.4 };
}
