import { isA } from '../../lexicon/lexicon.js';
import { baseIn, formOf, verbsOf } from '../../lexicon/verbs.js';
import { statement } from '../compose.js';
import { isPlural, objectEnd } from '../nounPhrase.js';
import type { Part, Passage } from '../passage.js';
import type { StepFinder } from '../step.js';
import { adverbs, ergative } from '../words.js';
import { without } from './removals.js';

const LEAVE = 'Leave the accusation out';
const HAPPENED = 'Say what happened';

/** Words with which a part begins that a sentence can do without. */
const openings = new Set(
  'because bc cuz coz that who since which as if while though although unless so and but or instead rather than like without whereas given despite just only especially where when even thanks due for from by with before after until'.split(
    ' ',
  ),
);
/** Openings that begin a part only where a person or a clause follows. */
const loose = new Set(
  'so and but or as like for from by with just only when where if before after until than since even'.split(' '),
);
const followers = new Set(
  'you your i we they he she who whoever nobody someone somebody anyone that this it if as people not maybe perhaps the a an any every some then now what why how is are was do does did'.split(
    ' ',
  ),
);
/** After "in", "of" and "by" these are told as acts: "their carelessness in skipping the review". */
const bearers = new Set('in of by for about with at from'.split(' '));

const faults = new Set(
  'incompetence arrogance carelessness negligence laziness stupidity ignorance sloppiness recklessness failure inability habit brilliance wisdom genius hurry haste rush'.split(
    ' ',
  ),
);

/** Takes the last part of a clause out, from a word that joins it to its end. */
export const tails: StepFinder = function* (passage) {
  const { tokens, count } = passage;
  for (let at = 2; at < count; at++) {
    const word = passage.word(at);
    if (
      !openings.has(word) ||
      (bound.has(word) && !relatives.has(passage.word(at + 1)) && isVerbal(passage, at - 1)) ||
      (loose.has(word) && (tokens[at]?.cut ?? 0) === 0 && !followers.has(passage.word(at + 1)))
    ) {
      continue;
    }
    for (const end of new Set([passage.reading.clauseEnd(at), stretchEnd(passage, at + 1)])) {
      if (end - at > 1 && canGo(passage, at, end)) {
        yield { label: LEAVE, passage: without(passage, at, end), worth: 0.55 };
      }
    }
  }
};

const relatives = new Set(
  'was is were are you nobody any every marketing sales management qa ops they even will would can apparently no someone somebody only'.split(
    ' ',
  ),
);
const indefinite = new Set(
  'anyone everyone someone people those person nobody anybody everybody somebody all one'.split(' '),
);
const unfinished = new Set(
  'is was are be am were it that to and the a an my your our of or not all just only so very'.split(' '),
);
const predicates = new Set('is was are were has have had does do did will would should can could'.split(' '));
const conditions = new Set('if when because since although though while as unless'.split(' '));
const persons = new Set('you your they their he his she her'.split(' '));

/** Whether a sentence stands without a part of it: it does not end in the middle, and keeps its predicate and its main clause. */
function canGo(passage: Passage, from: number, to: number): boolean {
  const { tokens } = passage;
  const isPart = (tokens[from]?.cut ?? 0) === 0;
  const [word, before] = [passage.word(from), passage.word(from - 1)];
  if (
    isPart &&
    ((word === 'that' && !relatives.has(passage.word(from + 1))) ||
      (word === 'who' && indefinite.has(before)) ||
      adverbs.has(before))
  ) {
    return false;
  }
  if (unfinished.has(passage.word(from - 1)) || (passage.word(from) === 'if' && !persons.has(passage.word(from + 1)))) {
    return false;
  }
  if (isPart && ['from', 'for', 'by', 'with'].includes(passage.word(from)) && !persons.has(passage.word(from + 1))) {
    return false;
  }
  for (let at = from + 1; at < to; at++) {
    const isOwn = passage.word(from) !== 'like' && (tokens[at]?.cut ?? 0) === 0;
    if (!isOwn && predicates.has(passage.word(at))) {
      return false;
    }
  }
  return to < passage.count || !leavesCondition(passage, from);
}

/** Whether a token says what its sentence is about: "is", "has". */
export const isPredicate = (passage: Passage, at: number): boolean => predicates.has(passage.word(at));

/** What is left at the end is a clause that waits for another. */
export function leavesCondition(passage: Passage, end: number): boolean {
  let at = passage.reading.clauseStart(end - 1);
  while (['and', 'but', 'so'].includes(passage.word(at))) {
    at++;
  }
  return conditions.has(passage.word(at)) && at < end;
}

/** Behind a verb these begin what it says: "it tells me where". */
const bound = new Set('where what how why that who if when which'.split(' '));

function isVerbal(passage: Passage, at: number): boolean {
  const word = passage.word(at);
  return (
    (passage.tokens[at + 1]?.cut ?? 0) === 0 &&
    (verbsOf(word).length > 0 || ['me', 'us', 'you', 'him', 'them', 'it', 'is', 'was', 'are'].includes(word))
  );
}

function stretchEnd({ tokens, count }: Passage, from: number): number {
  let at = from;
  while (at < count && tokens[at]?.cut !== 2) {
    at++;
  }
  return at;
}

/** Takes a remark in brackets out. */
export const brackets: StepFinder = function* (passage) {
  for (const { index, 0: found } of passage.masked.matchAll(/\s*\([^()]*\)/g)) {
    if (passage.original.slice(index, index + found.length) === found) {
      yield { label: LEAVE, passage: passage.cut(index, index + found.length, []), worth: 0.7 };
    }
  }
};

const softeners = new Set(
  'apparently obviously clearly conveniently evidently magically somehow even just really actually simply honestly seriously literally blatantly blindly lazily carelessly stubbornly always never-ending still again fucking damn damned bloody goddamn freaking stupid idiotic ridiculous pathetic moronic lame crappy shitty dumb precious brilliant glorious infamous usual typical so-called'.split(
    ' ',
  ),
);

/** Takes single words out that sharpen a sentence. */
export const sharpeners: StepFinder = function* (passage) {
  let made = passage;
  for (let at = passage.count - 1; at >= 0; at--) {
    const word = passage.word(at);
    const isSharp =
      softeners.has(word) ||
      (isA(word, 'swear') && passage.word(at - 1) !== 'the') ||
      (isA(word, 'insult') && at + 1 < passage.count && (passage.tokens[at + 1]?.cut ?? 1) === 0);
    if (isSharp && made.count > 2) {
      made = without(made, at, at + 1);
    }
  }
  if (made !== passage) {
    yield { label: LEAVE, passage: made, worth: 0.8 };
  }
};

/** "Factor 2: the squad's arrogance in skipping the canary stage" becomes "Factor 2: the canary stage was skipped". */
export const nouns: StepFinder = function* (passage) {
  for (let at = 1; at + 2 < passage.count; at++) {
    const isFault =
      bearers.has(passage.word(at)) && (faults.has(passage.word(at - 1)) || isA(passage.word(at - 1), 'disgrace'));
    const base = isFault ? baseIn(passage.word(at + 1), 'ing') : undefined;
    if (base === undefined) {
      continue;
    }
    const start = passage.reading.clauseStart(at);
    const end = passage.reading.clauseEnd(at + 1);
    const to = objectEnd(passage, at + 2, end);
    if (to > at + 2) {
      const tail: readonly Part[] = to < end ? [' ', [to, end]] : [];
      const be = isPlural(passage, at + 2, to) ? 'were' : 'was';
      yield {
        label: HAPPENED,
        passage: statement(passage, start, end, [[at + 2, to], ` ${be} ${formOf(base, 'participle')}`, ...tail]),
        worth: 0.5,
      };
    }
  }
};

/** "Breaking the API in a patch release is amateur hour" becomes "The API broke in a patch release". */
export const verdicts: StepFinder = function* (passage) {
  for (let at = 0; at + 3 < passage.count; at++) {
    const isOpen = at === 0 || (passage.tokens[at]?.cut ?? 0) > 0;
    const base = isOpen ? baseIn(passage.word(at), 'ing') : undefined;
    const end = base === undefined ? -1 : verdictAt(passage, at + 1);
    const to = end < 0 ? -1 : objectEnd(passage, at + 1, end);
    if (base !== undefined && to > at + 1 && !hasGerund(passage, to, end)) {
      const be = isPlural(passage, at + 1, to) ? 'were' : 'was';
      const verb = ergative.has(base) ? formOf(base, 'past') : `${be} ${formOf(base, 'participle')}`;
      const tail: readonly Part[] = to < end ? [' ', [to, end]] : [];
      const close = passage.reading.clauseEnd(end);
      yield {
        label: HAPPENED,
        passage: statement(passage, at, close, [[at + 1, to], ` ${verb}`, ...tail]),
        worth: 0.8,
      };
    }
  }
};

function hasGerund(passage: Passage, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (passage.word(at) === 'and' && [1, 2].some((step) => baseIn(passage.word(at + step), 'ing') !== undefined)) {
      return true;
    }
  }
  return false;
}

/** Where "is a disgrace" begins; -1 where nothing is said of what was done. */
function verdictAt(passage: Passage, from: number): number {
  for (let at = from; at < passage.count && (passage.tokens[at]?.cut ?? 0) === 0; at++) {
    if (['is', 'was', 'shows', 'tells', 'says'].includes(passage.word(at))) {
      return at;
    }
  }
  return -1;
}

/** "because Tom is careless and pasted it" becomes "because Tom pasted it". */
export const traits: StepFinder = function* (passage) {
  for (let at = 1; at + 3 < passage.count; at++) {
    const and = [2, 3, 4].map((step) => at + step).find((place) => passage.word(place) === 'and');
    const isBe = ['is', 'was', 'are', 'were'].includes(passage.word(at));
    if (isBe && and !== undefined && baseIn(passage.word(and + 1), 'past', 's') !== undefined) {
      yield { label: LEAVE, passage: without(passage, at, and + 1), worth: 0.7 };
    }
  }
};
