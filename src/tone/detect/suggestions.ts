import type { Finding, Suggestion, TextRange } from '../finding.js';
import type { Match } from '../pattern/matcher.js';
import { Reading } from '../pattern/reading.js';
import { blanksIn, withoutBlanks } from '../rewrite/blanks.js';
import { contentOf } from '../rewrite/content.js';
import { type Draft, deleteSentence, drafts } from '../rewrite/forms.js';
import { markupOf, Passage } from '../rewrite/passage.js';
import { editBetween, keptBy, namesIn, rewritesOf } from '../rewrite/search.js';
import type { Rewrite, Rule } from '../rules/rule.js';
import { isTooShort, scoreSentence } from '../score/sentenceScore.js';
import { bonusOf, ruleWeight, thresholdsOf } from '../score/thresholds.js';
import { strictest } from '../sentenceContext.js';
import { activeIn } from './activeRules.js';
import { patternHits } from './patternHits.js';

/** Forms that fit any accusation, for sentences that a rule's own do not fit. */
const anyway: readonly Rewrite[] = [
  {
    label: 'Say what happened and what helps',
    text: 'When [what happened?], [what it led to?]. Could we [what would help?]?',
  },
  { label: 'Say what you need', text: 'I need [what?], because [why?].' },
];

/** Every blank that a rewrite may have. */
export function offeredBlanks(rules: readonly Rule[]): ReadonlySet<string> {
  const texts = [...rules.flatMap(({ rewrite }) => rewrite), ...anyway].map(({ text }) => text);
  return new Set(texts.flatMap((text) => blanksIn(text).map(({ start, end }) => text.slice(start, end))));
}

/** Who has to find nothing in a rewrite: the rules, or the score as well. */
export type Judges = 'rules' | 'rules and score';

/** The most rewrites that need nothing from the writer. */
const MOST_READY = 2;
/** A filled form that keeps less of the sentence is no rewrite of it. */
const LEAST_KEPT = 0.6;

/**
 * At most four rewrites that nobody finds fault with: first those that need nothing from the writer, then a form with blanks and to take
 * the sentence away; the latter comes before the form where nothing but the accusation would be lost.
 * @param place of the finding in the sentence.
 * @param judges only the rules where what is offered may not depend on how the score was fitted.
 */
export function suggestionsFor(
  rule: Rule,
  reading: Reading,
  match: Match,
  place: TextRange,
  judges: Judges = 'rules and score',
): Finding['suggestions'] {
  if (rule.level === 'opt-in') {
    return soundDrafts(rule.rewrite, reading, match, judges).slice(0, 2);
  }
  const offered = soundDrafts([...rule.rewrite, ...anyway], reading, match, judges);
  const passage = new Passage(reading.original, reading.masked);
  const keeps = (one: Suggestion): boolean => keptBy(passage, applied(reading.original, one)) >= LEAST_KEPT;
  const filled = offered.filter((one) => blanksIn(one.newText).length === 0 && keeps(one));
  const ready = distinct([...changesOf(passage, place, judges), ...filled]).slice(0, MOST_READY);
  const form = markupOf(passage).some((run) => run.includes('<'))
    ? undefined
    : offered
        .map((one) => withNames(passage, one))
        .find(({ newText }) => blanksIn(newText).length > 0 && isCleanForm(newText, judges));
  const forms = form === undefined ? [] : [form];
  const gone = deleteSentence(reading).suggestion;
  return saysMore(passage, place) || tellsFeeling.test(rule.id)
    ? [...ready, ...forms, gone]
    : [...ready, gone, ...forms];
}

/** Whether nothing is found in a form, nor in what its links say. */
function isCleanForm(text: string, judges: Judges): boolean {
  return isClean(withoutBlanks(text).replace(/[[\]]|\([^()]*\)/g, ' '), judges);
}

/** A form that also holds what it would lose of the sentence: who is called to, code, links and numbers. */
function withNames(passage: Passage, form: Suggestion): Suggestion {
  const lost = namesIn(passage).filter(
    (name) => !/^[\d:]+$/.test(name) && !applied(passage.original, form).includes(name),
  );
  const called = lost.filter((name) => name.startsWith('@'));
  const meant = lost.filter((name) => !name.startsWith('@'));
  const opening = called.length === 0 ? '' : `${called.join(', ')}: `;
  const about = meant.length === 0 ? '' : ` It is about ${meant.join(', ')}.`;
  const isSentence = /[.?!]$/.test(form.newText);
  if (meant.length > 0 && !isSentence) {
    return { ...form, newText: '' };
  }
  return lost.length === 0 ? form : { ...form, newText: `${opening}${form.newText}${about}` };
}

function applied(text: string, { range, newText }: Suggestion): string {
  return text.slice(0, range.start) + newText + text.slice(range.end);
}

/** Rules about feelings: these are worth to be said in other words. */
const tellsFeeling = /^(?:feel-cause|pseudo)\//;

/** Whether a sentence says something beside what was found in it, so that it would be a loss. */
function saysMore(passage: Passage, { start, end }: TextRange): boolean {
  const outside = passage.cut(start, end, [' ']);
  return namesIn(passage).length > 0 || contentOf(outside).size > 1;
}

/** Changes of the sentence itself, best first. */
function changesOf(passage: Passage, place: TextRange, judges: Judges): readonly Suggestion[] {
  const accusation = passage.original.slice(place.start, place.end);
  return rewritesOf(passage, accusation, (text) => residueOf(text, judges)).map(({ label, passage: made }) =>
    editBetween(label, passage.original, made.original),
  );
}

/** One of each label: two ways of the same kind are no choice. */
function distinct(all: readonly Suggestion[]): readonly Suggestion[] {
  return all.filter(({ label }, at) => all.findIndex((other) => other.label === label) === at);
}

/** What a rule offers and nobody finds fault with, one for each of its forms. */
function soundDrafts(
  rewrites: readonly Rewrite[],
  reading: Reading,
  match: Match,
  judges: Judges,
): readonly Suggestion[] {
  return [...drafts(rewrites, reading, match)].flatMap((options) => {
    const sound = options.find((option) => isSound(option, reading, judges));
    return sound === undefined ? [] : [sound.suggestion];
  });
}

function isSound({ sentence, suggestion: { newText }, isFixed }: Draft, reading: Reading, judges: Judges): boolean {
  const isGood = (text: string): boolean =>
    isFixed && text === newText ? isKnownClean(text, judges) : isClean(text, judges);
  return sentence !== reading.original && isGood(sentence) && isGood(newText);
}

/** Rewrites that take over nothing of the sentence, with the answer: there are as many as rules have. */
const knownClean: Readonly<Record<Judges, Map<string, boolean>>> = { rules: new Map(), 'rules and score': new Map() };

function isKnownClean(text: string, judges: Judges): boolean {
  const clean = knownClean[judges].get(text) ?? isClean(text, judges);
  knownClean[judges].set(text, clean);
  return clean;
}

/** Whether neither a rule, with everything on, nor the score finds anything in a text, read whole and sentence by sentence. */
export function isClean(text: string, judges: Judges = 'rules and score'): boolean {
  const asProse = withoutBlanks(text);
  const sentences = new Set([text, ...sentencesIn(text), ...sentencesIn(asProse)]);
  return [...sentences].every((sentence) => isQuiet(sentence, sentence, judges) !== undefined);
}

/** The highest score of a passage, read whole and sentence by sentence; `undefined` where it may read as blame. */
export function residueOf({ original, masked }: Passage, judges: Judges = 'rules and score'): number | undefined {
  let highest = Number.NEGATIVE_INFINITY;
  let at = 0;
  for (const part of [masked, ...sentencesIn(masked)]) {
    const start = part === masked ? 0 : masked.indexOf(part, at);
    at = part === masked ? 0 : start + part.length;
    const score = scoreWithRules(part, original.slice(start, start + part.length), judges);
    if (score === undefined) {
      return undefined;
    }
    highest = Math.max(highest, score);
  }
  return highest;
}

/** The score of a sentence with what its rules add; `undefined` where that is near a threshold. */
function scoreWithRules(masked: string, original: string, judges: Judges): number | undefined {
  const { gentle, table } = thresholdsOf('comment');
  const reading = new Reading(masked, original, strictest.people, strictest.tools, true);
  const isShort = judges === 'rules' || isTooShort(reading.tokens);
  const score = isShort ? SILENT : scoreSentence(masked, reading.tokens, table);
  const hits = patternHits(activeIn(strictest), reading, ({ rule }) => rule.level !== 'opt-in');
  const added = bonusOf(
    hits.map(({ active: { rule } }) => ruleWeight(rule.id, table)),
    table,
  );
  const total = score + added;
  const isFound = hits.length > 0 && (isShort || total + MARGIN >= gentle);
  return isFound || total >= gentle ? undefined : total;
}

/** Below any score. */
const SILENT = -9;
/** How far from the threshold a rewrite has to stay that a rule has something to say of. */
const MARGIN = 1;

function sentencesIn(text: string): readonly string[] {
  return text.split(/(?<=[.?!])\s+/);
}

/** The score of a sentence in which nothing is found; `undefined` where something is. */
function isQuiet(masked: string, original: string, judges: Judges): number | undefined {
  const { gentle, table } = thresholdsOf('comment');
  const reading = new Reading(masked, original, strictest.people, strictest.tools, true);
  const score =
    judges === 'rules' || isTooShort(reading.tokens) ? SILENT : scoreSentence(masked, reading.tokens, table);
  return score < gentle && patternHits(activeIn(strictest), reading, () => true).length === 0 ? score : undefined;
}
