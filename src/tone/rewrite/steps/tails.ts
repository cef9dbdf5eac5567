import { isA } from '../../lexicon/lexicon.js';
import { baseIn, formOf } from '../../lexicon/verbs.js';
import { isPlural, objectEnd } from '../clause.js';
import { statement } from '../compose.js';
import type { Part, Passage } from '../passage.js';
import type { StepFinder } from '../step.js';
import { clauseEnd, without } from './removals.js';

const LEAVE = 'Leave the accusation out';
const HAPPENED = 'Say what happened';

/** Words with which a part begins that a sentence can do without. */
const openings = new Set(
  'because since which as if while though although unless so and but or instead rather than like without whereas given despite just only especially where when even thanks due for from by with before after until'.split(
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

/** Takes the last part of a clause out, from a word that joins it to its end. */
export const tails: StepFinder = function* (passage) {
  const { tokens, count } = passage;
  for (let at = 2; at < count; at++) {
    const word = passage.word(at);
    if (
      !openings.has(word) ||
      (loose.has(word) && (tokens[at]?.cut ?? 0) === 0 && !followers.has(passage.word(at + 1)))
    ) {
      continue;
    }
    for (const end of new Set([clauseEnd(passage, at + 1), stretchEnd(passage, at + 1)])) {
      if (end - at > 1) {
        yield { label: LEAVE, passage: without(passage, at, end), worth: 0.55 };
      }
    }
  }
};

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
      isA(word, 'swear') ||
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
    const base = bearers.has(passage.word(at)) ? baseIn(passage.word(at + 1), 'ing') : undefined;
    if (base === undefined) {
      continue;
    }
    const start = opening(passage, at);
    const end = clauseEnd(passage, at + 2);
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

function opening({ tokens }: Passage, from: number): number {
  let at = from;
  while (at > 0 && (tokens[at]?.cut ?? 0) === 0) {
    at--;
  }
  return at;
}
