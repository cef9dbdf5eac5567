import type { Finding } from '../finding.js';
import type { Match } from '../pattern/matcher.js';
import { Reading } from '../pattern/reading.js';
import { type Draft, drafts, leaveOut } from '../rewrite/rewrite.js';
import type { Rewrite, Rule } from '../rules/rule.js';
import { isTooShort, scoreSentence } from '../score/sentenceScore.js';
import { thresholdsOf } from '../score/thresholds.js';
import { strictest } from '../sentenceContext.js';
import { activeIn } from './activeRules.js';
import { patternHits } from './patternHits.js';

/** Rewrites that fit any accusation, for sentences that a rule's own do not fit. */
const anyway: readonly Rewrite[] = [
  {
    label: 'Say what happened and what helps',
    text: 'When <what happened>, <what it led to>. Could we <what would help>?',
  },
  { label: 'Say what you need', text: 'I need <what would help>, because <what matters to you>.' },
];

/** Who has to find nothing in a rewrite: the rules, or the score as well. */
export type Judges = 'rules' | 'rules and score';

/**
 * At most three rewrites that nobody finds fault with, each of another kind; the last leaves the accusation out.
 * @param judges only the rules where what is offered may not depend on how the score was fitted.
 */
export function suggestionsFor(
  rule: Rule,
  reading: Reading,
  match: Match,
  judges: Judges = 'rules and score',
): Finding['suggestions'] {
  const chosen: Draft[] = [];
  const take = (options: readonly Draft[], most: number): void => {
    const good = chosen.length < most ? options.find((option) => isSound(option, reading, judges)) : undefined;
    if (good !== undefined && !chosen.some((other) => other.suggestion.label === good.suggestion.label)) {
      chosen.push(good);
    }
  };
  for (const options of drafts(rule.level === 'opt-in' ? rule.rewrite : [...rule.rewrite, ...anyway], reading, match)) {
    take(options, 2);
  }
  if (rule.level !== 'opt-in') {
    take([leaveOut(reading, match)], 3);
  }
  return chosen.map((draft) => draft.suggestion);
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
  const asProse = text.replace(/<[^<>\n]{1,80}>/g, (found) => ' '.repeat(found.length));
  const sentences = new Set([text, ...text.split(/(?<=[.?!])\s+/), ...asProse.split(/(?<=[.?!])\s+/)]);
  const active = activeIn(strictest);
  const { gentle, table } = thresholdsOf('comment');
  return [...sentences].every((sentence) => {
    const reading = new Reading(sentence, sentence, strictest.people, strictest.tools, true);
    const isQuiet =
      judges === 'rules' || isTooShort(reading.tokens) || scoreSentence(sentence, reading.tokens, table) < gentle;
    return isQuiet && patternHits(active, reading, () => true).length === 0;
  });
}
