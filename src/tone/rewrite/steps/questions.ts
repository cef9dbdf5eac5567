import { baseIn, type FormName, formOf } from '../../lexicon/verbs.js';
import { matches } from '../../pattern/matcher.js';
import { Pattern } from '../../pattern/pattern.js';
import { afterAdverbs, subjectEndAt } from '../clause.js';
import { question, statement } from '../compose.js';
import { isPlural, objectEnd } from '../nounPhrase.js';
import type { Part, Passage } from '../passage.js';
import type { Step, StepFinder } from '../step.js';
import { isDeed, negations } from '../words.js';

const REASON = 'Ask about the reason';
const ASK = 'Ask for it';
const HAPPENED = 'Say what happened';
const PROPOSE = 'Propose it';
const STATE = 'Ask how it stands';

const inward = new Set('understand know care think realise realize believe see want mean like love expect'.split(' '));
const auxiliary = new Set('do does did have has are is were was would could can should will'.split(' '));

/** A question to a person: its helper, subject and verb. */
interface Asked {
  readonly passage: Passage;
  /** Where the question begins, with its question word. */
  readonly from: number;
  readonly word: string;
  readonly helper: string;
  readonly isNegated: boolean;
  readonly base: string;
  readonly verbEnd: number;
  readonly end: number;
}

/** "Why did you add it?" becomes "What was the reason for adding it?". */
export const questions: StepFinder = function* (passage) {
  for (let at = 0; at < passage.count; at++) {
    const asked = askedAt(passage, at);
    if (asked !== undefined) {
      yield* honest(asked);
    }
    yield* whoDid(passage, at);
    yield* thinking(passage, at);
  }
};

function askedAt(passage: Passage, from: number): Asked | undefined {
  const isOpen =
    from === 0 ||
    (passage.tokens[from]?.cut ?? 0) > 0 ||
    ['and', 'but', 'so', 'seriously', 'lol', 'omg', 'bro', 'tbh', 'oh', 'wait', 'um'].includes(passage.word(from - 1));
  const first = passage.word(from);
  const word = ['why', 'how', 'when', 'what'].includes(first) ? first : '';
  const at = word === '' ? from : afterCurse(passage, from + 1);
  const helper = passage.word(at);
  const negatedAt = negations.has(passage.word(at + 1)) ? at + 2 : at + 1;
  const subjectEnd = isOpen && auxiliary.has(helper) ? subjectEndAt(passage, negatedAt) : -1;
  if (subjectEnd < 0) {
    return undefined;
  }
  const before = skipped(passage, subjectEnd);
  const verb = lead(passage, before.next);
  const base = baseIn(passage.word(verb), ...formsAfter(helper));
  return base === undefined || base === 'be' || inward.has(base)
    ? undefined
    : {
        passage,
        from,
        word,
        helper,
        isNegated: negatedAt > at + 1 || before.isNegated,
        base,
        verbEnd: verb + 1,
        end: passage.reading.clauseEnd(verb),
      };
}

/** Past "on earth" and "the hell". */
function afterCurse(passage: Passage, at: number): number {
  const [one, two, three] = [passage.word(at), passage.word(at + 1), passage.word(at + 2)];
  if (['on', 'the', 'in'].includes(one) && ['earth', 'hell', 'heck', 'fuck', 'world'].includes(two)) {
    return at + 2;
  }
  return one === 'in' && two === 'the' && three === 'world' ? at + 3 : at;
}

/** Past adverbs and negations. */
function skipped(passage: Passage, start: number): { readonly next: number; readonly isNegated: boolean } {
  let next = start;
  let isNegated = false;
  while (negations.has(passage.word(next)) || afterAdverbs(passage, next) > next) {
    isNegated ||= negations.has(passage.word(next));
    next = negations.has(passage.word(next)) ? next + 1 : afterAdverbs(passage, next);
  }
  return { next, isNegated };
}

function formsAfter(helper: string): readonly FormName[] {
  if (helper === 'have' || helper === 'has') {
    return ['participle'];
  }
  return ['are', 'is', 'were', 'was'].includes(helper) ? ['ing'] : ['base'];
}

/** Past "bother to" and "go and". */
function lead(passage: Passage, at: number): number {
  if (
    ['bother', 'bothered', 'manage', 'have', 'going', 'planning', 'dare'].includes(passage.word(at)) &&
    passage.word(at + 1) === 'to'
  ) {
    return afterAdverbs(passage, at + 2);
  }
  return at;
}

function tailOf({ verbEnd, end }: Asked): readonly Part[] {
  return verbEnd < end ? [' ', [verbEnd, end]] : [];
}

function* honest(asked: Asked): Iterable<Step> {
  const { passage, from, word, helper, isNegated, base, end } = asked;
  const tail = tailOf(asked);
  const made = (label: string, parts: readonly Part[], worth: number): Step => ({
    label,
    passage: question(passage, from, end, parts),
    worth,
  });
  if (word === 'why' && isNegated) {
    yield made(PROPOSE, ['Could we ', base, ...tail], 0.9);
    yield* passive(asked, 'was not', 0.4);
    return;
  }
  if (word === 'why') {
    const be = ['did', 'were', 'was', 'have', 'has'].includes(helper) ? 'was' : 'is';
    yield made(REASON, [`What ${be} the reason for `, formOf(base, 'ing'), ...tail], 0.9);
    return;
  }
  if (word === 'how') {
    yield* passive(asked, 'was', 0.8);
    return;
  }
  if (word === 'when') {
    yield made(ASK, ['When could you ', base, ...tail], 0.8);
    return;
  }
  if (word === '') {
    yield* passiveQuestion(asked);
    if (helper !== 'did' && helper !== 'have' && helper !== 'has') {
      yield made(ASK, ['Could you ', base, ...tail], 0.6);
    }
  }
}

/** What was acted on, with the rest of the clause; `undefined` where the verb acts on nothing. */
function acted({
  passage,
  verbEnd,
  end,
}: Asked): { readonly subject: Part; readonly tail: readonly Part[]; readonly isPlural: boolean } | undefined {
  const to = objectEnd(passage, verbEnd, end);
  if (to <= verbEnd || ['me', 'us', 'him', 'them', 'you'].includes(passage.word(verbEnd))) {
    return undefined;
  }
  const from = passage.word(verbEnd) === 'your' ? verbEnd + 1 : verbEnd;
  return { subject: [from, to], tail: to < end ? [' ', [to, end]] : [], isPlural: isPlural(passage, verbEnd, to) };
}

function* passive(asked: Asked, be: string, worth: number): Iterable<Step> {
  const { passage, from, base, isNegated, end, verbEnd } = asked;
  const object = acted(asked);
  if (object === undefined || !isDeed(base)) {
    return;
  }
  const verb = `${object.isPlural ? be.replace('was', 'were') : be}${isNegated && !be.includes('not') ? ' not' : ''} ${formOf(base, 'participle')}`;
  const article = passage.word(verbEnd) === 'your' ? ['the '] : [];
  yield {
    label: HAPPENED,
    passage: withoutQuestion(statement(passage, from, end, [...article, object.subject, ` ${verb}`, ...object.tail])),
    worth,
  };
}

function withoutQuestion(passage: Passage): Passage {
  const found = /[?!]+(?=[^\p{L}]*$)/u.exec(passage.masked);
  return found === null ? passage : passage.cut(found.index, found.index + found[0].length, ['.']);
}

function* passiveQuestion(asked: Asked): Iterable<Step> {
  const { passage, from, base, isNegated, end, verbEnd, helper } = asked;
  const object = acted(asked);
  if (object === undefined || !['did', 'have', 'has', 'do'].includes(helper) || !isDeed(base)) {
    return;
  }
  const be = helper === 'do' ? (object.isPlural ? 'Are' : 'Is') : object.isPlural ? 'Were' : 'Was';
  const article = passage.word(verbEnd) === 'your' ? 'the ' : '';
  const verb = ` ${isNegated ? 'not ' : ''}${formOf(base, 'participle')}`;
  yield {
    label: STATE,
    passage: question(passage, from, end, [`${be} ${article}`, object.subject, verb, ...object.tail]),
    worth: 0.8,
  };
}

/** "Who approved this?" becomes "How was this approved?". */
function* whoDid(passage: Passage, from: number): Iterable<Step> {
  if (
    !passage.reading.question ||
    passage.word(from) !== 'who' ||
    (from > 0 && (passage.tokens[from]?.cut ?? 0) === 0)
  ) {
    return;
  }
  const at = afterAdverbs(passage, ['on', 'the'].includes(passage.word(from + 1)) ? from + 3 : from + 1);
  const base = baseIn(passage.word(at), 'past');
  const end = passage.reading.clauseEnd(at);
  const to = objectEnd(passage, at + 1, end);
  if (base === undefined || to <= at + 1) {
    return;
  }
  const be = isPlural(passage, at + 1, to) ? 'were' : 'was';
  const tail: Part[] = to < end ? [' ', [to, end]] : [];
  yield {
    label: REASON,
    passage: question(passage, from, end, [`How ${be} `, [at + 1, to], ` ${formOf(base, 'participle')}`, ...tail]),
    worth: 0.7,
  };
}

/** "What were you thinking when you merged this?" becomes "What was the thinking behind merging this?". */
function* thinking(passage: Passage, from: number): Iterable<Step> {
  const words = [0, 1, 2, 3].map((step) => passage.word(from + step)).join(' ');
  if (words !== 'what were you thinking' && words !== 'what was he thinking') {
    return;
  }
  const next = from + 4;
  const verb = passage.word(next) === 'when' ? afterAdverbs(passage, next + 2) : next;
  const base = baseIn(passage.word(verb), 'past', 'ing');
  const end = base === undefined ? next : passage.reading.clauseEnd(verb);
  const parts: readonly Part[] =
    base === undefined
      ? ['What was the thinking behind this']
      : [
          'What was the thinking behind ',
          formOf(base, 'ing'),
          ...(verb + 1 < end ? [' ', [verb + 1, end] as const] : []),
        ];
  yield { label: REASON, passage: question(passage, from, end, parts), worth: 0.8 };
}

const requests = [
  '{would|will|did|does} it {kill|hurt|have killed|have hurt} {you|them|him|her|anyone|somebody} to',
  '{how hard|how difficult} {is|was|can} it {be}? {for you}? to',
  '{is|was} it %adv* {too|so} {much|hard|difficult} {to ask}? {for you}? {of you}? to',
  '{can|could|would|will} {you|they|someone|somebody|anyone|we} %adv* {for once}? {please}? %adv* {bother to|try to|manage to|be bothered to|try and|go and|finally|ever}?',
  '{you|they} {might|may} want to {consider}? ',
  '{maybe|perhaps} {try|consider|next time}',
  '{how about|what about} {you}?',
  '{try|consider} {actually|maybe|perhaps}?',
  '{learn|remember} %adv* to',
].map((text) => new Pattern(`^ ${text}`));
const reasons = [
  '{what} {on earth|in the world|the hell|exactly}? {possessed|made|makes|led|drove|convinced} {you|them|him|her|@person} to?',
  '{what} {gives|gave} {you|them|him|her} the {right|idea} to',
  '{who} {gave|gives} {you|them|him|her} {the}? {right|permission|authority} to',
].map((text) => new Pattern(`^ ${text}`));

/** "Would it kill you to add a test?" becomes "Could you add a test?", "what possessed you to add it" "what was the reason for adding it". */
export const asking: StepFinder = function* (passage) {
  for (const [label, patterns] of [
    [ASK, requests],
    [REASON, reasons],
  ] as const) {
    for (const pattern of patterns) {
      for (const { from, to } of matches(pattern, passage.reading)) {
        if (from > 0 && (passage.tokens[from]?.cut ?? 0) === 0) {
          continue;
        }
        const at = afterAdverbs(passage, to);
        const base = baseIn(passage.word(at), 'base', 'ing');
        const end = passage.reading.clauseEnd(at);
        if (base !== undefined && base !== 'be') {
          const verb = label === ASK ? `Could you ${base}` : `What was the reason for ${formOf(base, 'ing')}`;
          const tail: readonly Part[] = at + 1 < end ? [' ', [at + 1, end]] : [];
          yield { label, passage: question(passage, from, end, [verb, ...tail]), worth: 0.9 };
        }
      }
    }
  }
};
