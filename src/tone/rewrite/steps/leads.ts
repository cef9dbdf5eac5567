import { baseIn, formOf } from '../../lexicon/verbs.js';
import { matches } from '../../pattern/matcher.js';
import { Pattern } from '../../pattern/pattern.js';
import type { PatternText } from '../../pattern/patternText.js';
import { afterAdverbs } from '../clause.js';
import { question, statement, withEnd } from '../compose.js';
import { isPlural, objectEnd } from '../nounPhrase.js';
import type { Part, Passage } from '../passage.js';
import type { Step, StepFinder } from '../step.js';
import { ergative } from '../words.js';
import { without } from './removals.js';

const RESTATE = 'Leave the reminder out';
const STATE = 'State the problem';
const ASK = 'Ask for it';

/** Openings behind which the sentence says what it has to say. */
const restating: readonly PatternText[] = [
  '{as|like} i %adv* {have|had}? %adv* {said|told you|told them|mentioned|explained|wrote|written|pointed out|stated|asked|noted} ...',
  '{as|like} {was|has been}? %adv* {said|told|mentioned|explained|discussed|agreed} ...',
  'i {have|had}? %adv* {told|said|mentioned|explained|warned|repeated} {to}? {you|them|everyone|this team|the team}? {already|before|twice|again|repeatedly|many times|several times|a hundred times|a thousand times|times|last week|ages ago|yesterday|on monday}* {that|this}?',
  'i {keep|kept} {telling|saying|repeating|explaining|reminding} {to}? {you|them|everyone}? {that}?',
  'how {many times|often} {do|must|will|should|shall|did|have} i {have|need}? {to}? {said|told|asked|say|tell|explain|repeat|ask|remind} {to}? {you|them|this|it|you people|you guys}? {this|it|again|that}? {that}?',
  '{it is|it was|this is} %adv* {your|all your|entirely your|their|his|her|@person} {fault|mistake|doing|failure} {that|if}',
  '{because|thanks} {of|to} {you|your team|them|him|her|@person|your lot|you people|you guys} ,',
  '{because|thanks} {of|to} {you|them|him|her|@person|you people|you guys}',
  '{i|we} {can not|could not|still can not} %adv* believe {that|how}?',
  '{it is|it was|that is} %adv* {obvious|clear|evident|apparent|amazing|unbelievable|incredible|ridiculous|pathetic|typical|funny|interesting|sad|shocking|disappointing|impressive|remarkable|outrageous|a joke|a shame|beyond me|insane|laughable|hilarious} {that|how|why}',
  '{how many times have i|have i not} _ ...',
  '{apparently|clearly|obviously|evidently|seriously|honestly|so|well|wow|great|nice|oh|right|sure|funny how|funny that|interesting that|glad to see that|glad to see|good to know that|i see that|i see|i love how|i love that|love how|nice to see that|nice to see|amazing how|amazing that|shame that|too bad|news flash|newsflash|hello}',
  '{fantastic|brilliant|great|wonderful|awesome|lovely|perfect|amazing|excellent|congratulations|congrats|bravo|nice|super|splendid|terrific|marvellous|good job|great job|well done|nice work}',
  '{what|which} part of _ _? _? _? {do|did|is|was} {not|you}* ...',
];
const patterns = restating.map((text) => ({
  pattern: new Pattern(`^ ${text.replace(/ \.\.\.$/, '')}`),
  isOpen: text.endsWith('...'),
}));

/** Takes what opens a sentence out of it: reminders, exclamations, who is at fault. */
export const leads: StepFinder = function* (passage) {
  const { reading, count } = passage;
  for (const { pattern, isOpen } of patterns) {
    for (const { from, to } of matches(pattern, reading)) {
      const isJoined = from > 0 && reading.tokens[from]?.cut !== 2;
      if (isJoined && to - from < 2) {
        continue;
      }
      const next = isOpen ? passage.reading.clauseEnd(to - 1) : to;
      const isClosed =
        (reading.tokens[next]?.cut ?? 0) > 0 ||
        ['that', 'this', 'if', 'to', 'how'].includes(reading.word(next - 1)) ||
        /^(?:i|because|thanks|funny|glad|good|nice|amazing|shame|it|how|so|oh|well|apparently|clearly|obviously|evidently|too)$/.test(
          reading.word(from),
        );
      const isCut = reading.word(next) === 'times' || reading.word(next) === 'already';
      if (isCut || next >= count || (!isClosed && reading.word(next) !== 'to')) {
        continue;
      }
      yield* openedBy(passage, from, next);
    }
  }
};

function* openedBy(passage: Passage, from: number, next: number): Iterable<Step> {
  const { count } = passage;
  const lead = passage.word(next - 1) === 'to' ? next : passage.word(next) === 'to' ? next + 1 : -1;
  if (lead > 0 && lead < count) {
    const not = passage.word(next) === 'not' || passage.word(next - 1) === 'not';
    const base = baseIn(passage.word(lead), 'base');
    if (base !== undefined) {
      yield {
        label: ASK,
        passage: question(passage, from, passage.reading.clauseEnd(lead), [
          not ? 'Could you not ' : 'Could you ',
          [lead, passage.reading.clauseEnd(lead)],
        ]),
        worth: 0.85,
      };
    }
    return;
  }
  const made = without(passage, from, next);
  yield { label: RESTATE, passage: /\?/.test(passage.masked.slice(-3)) ? withEnd(made, '.') : made, worth: 0.8 };
}

const praise = new Set(
  'great nice good fantastic awesome brilliant excellent amazing wonderful lovely thanks thank congratulations congrats kudos way well props'.split(
    ' ',
  ),
);
const links = new Set(
  'job work going on for you so much a lot one done to by very once again team everyone guys in'.split(' '),
);

/** "Great job breaking the build again" becomes "The build broke again". */
export const sarcasm: StepFinder = function* (passage) {
  for (let at = 0; at < passage.count; at++) {
    if (!praise.has(passage.word(at)) || (at > 0 && (passage.tokens[at]?.cut ?? 0) === 0)) {
      continue;
    }
    let next = at + 1;
    while ((links.has(passage.word(next)) || passage.word(next).startsWith('@')) && next < at + 6) {
      next++;
    }
    next = afterAdverbs(passage, next);
    const base =
      baseIn(passage.word(next), 'ing') ??
      (passage.word(at) === 'way' ? baseIn(passage.word(next), 'base') : undefined);
    if (base !== undefined && next > at + 1) {
      yield* plainly(passage, at, next + 1, base);
    }
  }
};

/** What was done, as what happened: for "breaking the build". */
function* plainly(passage: Passage, from: number, verbEnd: number, base: string): Iterable<Step> {
  const end = passage.reading.clauseEnd(verbEnd - 1);
  const to = objectEnd(passage, verbEnd, end);
  if (to <= verbEnd) {
    return;
  }
  const article = passage.word(verbEnd) === 'your';
  const subject: readonly Part[] = article ? ['the ', [verbEnd + 1, to]] : [[verbEnd, to]];
  const tail: readonly Part[] = to < end ? [' ', [to, end]] : [];
  const be = isPlural(passage, verbEnd, to) ? 'were' : 'was';
  const verb = ergative.has(base) ? formOf(base, 'past') : `${be} ${formOf(base, 'participle')}`;
  const name = called(passage, from, verbEnd);
  const made = statement(passage, from, end, [...name, ...subject, ` ${verb}`, ...tail]);
  yield { label: STATE, passage: withEnd(made, '.'), worth: 0.85 };
}

function called(passage: Passage, from: number, to: number): readonly Part[] {
  for (let at = from; at < to; at++) {
    if (passage.word(at).startsWith('@')) {
      return [[at, at + 1], ', '];
    }
  }
  return [];
}

/** Verbs that ask for nothing when they open a sentence, or for something that cannot be asked. */
const statal = new Set(
  'be let have thank look see do say get go come try imagine learn grow note like hope will need'.split(' '),
);

/** "Rename the field and add a test" becomes "Could you rename the field and add a test?", "stop pushing" "please do not push". */
export const commands: StepFinder = function* (passage) {
  const { count } = passage;
  for (let at = 0; at < count; at++) {
    const isOpen = at === 0 || (passage.tokens[at]?.cut ?? 0) > 0 || passage.word(at - 1) === 'then';
    const start = ['please', 'just', 'now', 'simply', 'then', 'maybe', 'perhaps'].includes(passage.word(at))
      ? at + 1
      : at;
    if (!isOpen || start >= count) {
      continue;
    }
    const from = at;
    const end = commandEnd(passage, start);
    const word = passage.word(start);
    if ((word === 'stop' || word === 'quit') && baseIn(passage.word(start + 1), 'ing') !== undefined) {
      const base = baseIn(passage.word(start + 1), 'ing') ?? '';
      yield {
        label: ASK,
        passage: question(passage, from, end, ['Could you not ', base, ...rest(start + 2, end)]),
        worth: 0.7,
      };
      yield {
        label: ASK,
        passage: statement(passage, from, end, ['Please do not ', base, ...rest(start + 2, end)]),
        worth: 0.65,
      };
    } else if (
      word === 'do' &&
      passage.word(start + 1) === 'not' &&
      baseIn(passage.word(start + 2), 'base') !== undefined &&
      !statal.has(passage.word(start + 2))
    ) {
      yield { label: ASK, passage: question(passage, from, end, ['Could you not ', [start + 2, end]]), worth: 0.5 };
    } else if (baseIn(word, 'base') !== undefined && !statal.has(word) && startsCommand(passage, start)) {
      yield {
        label: ASK,
        passage: question(passage, from, end, ['Could you ', ...passage.lower(start, end)]),
        worth: 0.9,
      };
    }
  }
};

function rest(from: number, end: number): readonly Part[] {
  return from < end ? [' ', [from, end]] : [];
}

/** A verb in its base form that is no noun: something that it acts on follows, or nothing. */
function startsCommand(passage: Passage, at: number): boolean {
  const next = passage.word(at + 1);
  const isAlone = at + 1 >= passage.count;
  return (
    (isAlone && at < 2) ||
    (!isAlone && (passage.tokens[at + 1]?.cut ?? 0) > 0) ||
    objectEnd(passage, at + 1, passage.count) > at + 1 ||
    ['up', 'out', 'off', 'down', 'to', 'on', 'in', 'for', 'at', 'with'].includes(next)
  );
}

/** Past what is asked for: commas and "and" with a further verb go on with it. */
function commandEnd(passage: Passage, start: number): number {
  const { count, reading } = passage;
  for (let at = start + 1; at < count; at++) {
    const cut = reading.tokens[at]?.cut ?? 0;
    const goesOn = reading.word(at) === 'and' && baseIn(reading.word(at + 1), 'base') !== undefined;
    if (cut === 2 || (cut === 1 && !goesOn)) {
      return at;
    }
    if (reading.word(at) === 'or' && ['i', 'we', 'you', 'find', 'else'].includes(reading.word(at + 1))) {
      return at;
    }
  }
  return count;
}

/** "Thanks to your change, the deploy failed" becomes "With this change, the deploy failed". */
export const causes: StepFinder = function* (passage) {
  for (let at = 0; at + 3 < passage.count; at++) {
    const pair = `${passage.word(at)} ${passage.word(at + 1)}`;
    if (
      (pair === 'thanks to' || pair === 'because of' || pair === 'due to') &&
      ['your', 'their', 'his'].includes(passage.word(at + 2))
    ) {
      yield { label: 'Speak of the code', passage: statement(passage, at, at + 3, ['With the']), worth: 0.8 };
    }
  }
};
