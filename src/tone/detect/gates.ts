import { clauseCut, commaCut } from '../language/tokens.js';
import { baseOf, isA } from '../lexicon/lexicon.js';
import type { Match } from '../pattern/matcher.js';
import type { Reading } from '../pattern/reading.js';
import type { GateName } from '../rules/rule.js';

const conditions = new Set('if unless whether suppose supposing assuming lest'.split(' '));
const occasions = new Set('when whenever until once before after where while every'.split(' '));
const denials = new Set('not never no nobody without nor neither hardly cannot none'.split(' '));
const denialVerbs = new Set(
  'think believe mean say saying imply implying suggest suggesting call calling blame blaming want wanting intend trying claim claiming'.split(
    ' ',
  ),
);
const reports = new Set(
  'said says saying say claimed claims claiming told tells argued argues thinks thought believes believed heard called calls suggested suggests implied implies accused quote quoting quoted'.split(
    ' ',
  ),
);
/** Verbs that report only where what was said follows: "wrote that you …", "wrote: you …". */
const writings = new Set(
  'wrote writes states stated complains complained insists insisted alleges alleged asserts asserted remarked commented replied answered responded shouted yelled screamed texted emailed messaged posted hinted insinuated asked asks'.split(
    ' ',
  ),
);
/** Those that what was said follows at once, and not who was told. */
const direct = new Set('wrote writes states stated complains complained insists insisted alleges alleged'.split(' '));
const namings = new Set('call called calls accused heard thinks thought believes believed'.split(' '));
/** To whom and when something was said: what stands between that and the verb. */
const asides = new Set(
  'to me us him her them everyone people in on again back today yesterday once later this that'.split(' '),
);
const views = new Set('words opinion view eyes'.split(' '));
const sayings = new Set('words message comment reply answer feedback complaint verdict review quote'.split(' '));
const subjects = new Set(
  'you i we he she it they this that there nobody everyone people the a your my our his her their'.split(' '),
);
const told = new Set('you i we he she they nobody everyone people'.split(' '));
const articles = new Set('the a an some many most all several our my his her their both'.split(' '));
const echoes = new Set('so it that this as the'.split(' '));
const selves = new Set('i me my myself we our us ourselves'.split(' '));
const others = new Set('you your they he she their his her them who'.split(' '));
const otherVerbs = new Set(
  'with of by to from at about against blame wish think hope want deal dealing tell telling told ask see for on when that if'.split(
    ' ',
  ),
);
const pastMarks = new Set('did was were had have has'.split(' '));
const apologies = new Set('sorry apologies apologize apologise forgive excuse'.split(' '));

/** Words before a place, nearest first, within its clause. */
function* before(index: number, most: number, start: number): Generator<number> {
  for (let at = index - 1; at >= start && at >= index - most; at--) {
    yield at;
  }
}

/** "If you always …", "in case you …", "when you break …" (but not "when you broke …"): about no one. */
function hypothetical(reading: Reading, match: Match): boolean {
  const start = reading.clauseStart(match.from);
  for (const at of before(match.from + 1, 14, start)) {
    const word = reading.word(at);
    if (conditions.has(word) || (word === 'case' && reading.word(at - 1) === 'in')) {
      return true;
    }
    if (occasions.has(word) && at >= match.from - 2 && !inPast(reading, match)) {
      return true;
    }
  }
  return false;
}

/** Whether a word looks like a verb in the past; irregular ones from the lexicon. */
function isPastForm(word: string): boolean {
  return (word.length > 4 && word.endsWith('ed')) || (baseOf(word) !== word && !/(?:s|ing)$/.test(word));
}

function inPast(reading: Reading, match: Match): boolean {
  for (let at = match.from; at < match.to; at++) {
    if (pastMarks.has(reading.word(at)) || isPastForm(reading.word(at))) {
      return true;
    }
  }
  return false;
}

/** "I don't think you are …", "not your fault", "nobody is …", "without blaming anyone". */
function negated(reading: Reading, match: Match): boolean {
  const start = reading.clauseStart(match.from);
  for (const at of before(match.from, 5, start)) {
    const word = reading.word(at);
    if (!denials.has(word)) {
      continue;
    }
    const near = match.from - at <= 2;
    const next = reading.word(at + 1);
    if (near || denialVerbs.has(next) || denialVerbs.has(reading.word(at + 2))) {
      return !(word === 'not' && (reading.word(at - 1) === 'why' || next === 'only'));
    }
  }
  return false;
}

/** "He said that you …", "according to Tom, you …", "you …, he said": someone else's words. The writer's own "I said" does not count. */
export function isReported(reading: Reading, index: number): boolean {
  const start = reading.stretchStart(index);
  const verb = lastReport(reading, index, start);
  return (
    (verb !== undefined && isByOthers(reading, verb)) ||
    isAttributed(reading, start, index) ||
    followsColon(reading, start) ||
    isAttributedLater(reading, index)
  );
}

/** The nearest verb before a place that says that what follows was said. */
function lastReport(reading: Reading, index: number, start: number): number | undefined {
  for (const at of before(index, 6, start)) {
    const word = reading.word(at);
    if ((reports.has(word) && index - at <= 5) || (writings.has(word) && leadsTo(reading, at, index))) {
      return at;
    }
  }
  return undefined;
}

/** "wrote you …", "wrote to me that you …", not "wrote this". */
function leadsTo(reading: Reading, verb: number, index: number): boolean {
  let at = verb + 1;
  while (at < index && reading.word(at) !== 'that' && (at === verb + 2 || asides.has(reading.word(at)))) {
    at++;
  }
  if (at < index && reading.word(at) === 'that') {
    return subjects.has(reading.word(at + 1)) || reading.tokens[at + 1]?.capital === true;
  }
  const begins = told.has(reading.word(index)) && !articles.has(reading.word(index + 1));
  return verb + 1 === index && direct.has(reading.word(verb)) && begins;
}

/** Whether neither the writer nor the reader says it. */
function isByOthers(reading: Reading, verb: number): boolean {
  const last = reading.word(verb - 1);
  const isOwn = [1, 2, 3].some((back) => ['i', 'we', 'you'].includes(reading.word(verb - back)));
  return !isOwn && last !== 'me' && last !== 'us';
}

/** "According to Tom", "in their words" between two places. */
function isAttributed(reading: Reading, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const word = reading.word(at);
    if (word === 'according' && reading.word(at + 1) === 'to' && personEnd(reading, at + 2) !== undefined) {
      return true;
    }
    if (word === 'in' && isTheirs(reading, at + 1, end, views)) {
      return true;
    }
  }
  return false;
}

/** Past somebody else by name, pronoun or role; a tool or a log is nobody, since the writer takes its word for their own. */
function personEnd(reading: Reading, from: number): number | undefined {
  const at = articles.has(reading.word(from)) ? from + 1 : from;
  const word = reading.word(at);
  const isKnown =
    word.startsWith('@') || reading.people.has(word) || ['he', 'she', 'they', 'him', 'her', 'them'].includes(word);
  const isRole = isA(word, 'crowd') || isA(word, 'person');
  const isTool = reading.tools.has(word) || isA(word, 'tool') || isA(word, 'org');
  const isName =
    at === from && reading.tokens[at]?.capital === true && !isTool && !selves.has(word) && !others.has(word);
  return isKnown || isRole || isName ? at + 1 : undefined;
}

/** "their words", "Tom's own message" from a place on. */
function isTheirs(reading: Reading, from: number, end: number, things: ReadonlySet<string>): boolean {
  const owner = reading.word(from);
  const at =
    owner === 'his' || owner === 'her' || owner === 'their'
      ? from + 1
      : reading.word(from + 1) === "'s"
        ? from + 2
        : end;
  const thing = reading.word(at) === 'own' ? at + 1 : at;
  return thing < end && things.has(reading.word(thing));
}

/** "He wrote: you …". */
function followsColon(reading: Reading, start: number): boolean {
  const end = reading.tokens[start - 1]?.end;
  if (end === undefined || !/^\s*:/.test(reading.masked.slice(end, reading.tokens[start]?.start))) {
    return false;
  }
  const least = reading.stretchStart(start - 1);
  for (const at of before(start, 4, least)) {
    const word = reading.word(at);
    if (isSpeech(word)) {
      return isByOthers(reading, at);
    }
    if (!asides.has(word)) {
      break;
    }
  }
  return isAttributed(reading, least, start) || isTheirs(reading, least, start, sayings);
}

function isSpeech(word: string): boolean {
  return (reports.has(word) && !namings.has(word)) || writings.has(word);
}

/** "you …, he said", "you …, says Tom", "you …, according to them": at the end of the stretch that a word is in. */
function isAttributedLater(reading: Reading, index: number): boolean {
  let from = index;
  let end = index + 1;
  for (; end < reading.tokens.length && reading.tokens[end]?.cut !== clauseCut; end++) {
    from = reading.tokens[end]?.cut === commaCut ? end : from;
  }
  if (from === index || end - from > 6) {
    return false;
  }
  return isAttributed(reading, from, end) || isTag(reading, from, end);
}

/** "he said yesterday", "says Tom", but not "Tom said so", "I said". */
function isTag(reading: Reading, from: number, end: number): boolean {
  if (isSpeech(reading.word(from))) {
    return personEnd(reading, from + 1) === end;
  }
  const verb = personEnd(reading, from);
  return verb !== undefined && verb < end && isSpeech(reading.word(verb)) && !echoes.has(reading.word(verb + 1));
}

/** "I'm an idiot", "my stupid mistake", "we always forget": the writer's own. Not "I blame you", "I have to deal with …". */
function firstPerson(reading: Reading, match: Match): boolean {
  for (let at = match.from; at < match.to; at++) {
    const word = reading.word(at);
    if (others.has(word)) {
      return false;
    }
    if (word === 'myself') {
      return true;
    }
  }
  for (const at of before(match.from, 4, reading.clauseStart(match.from))) {
    const word = reading.word(at);
    if (others.has(word) || (otherVerbs.has(word) && !selves.has(reading.word(at + 1)))) {
      return false;
    }
    if (selves.has(word)) {
      return true;
    }
  }
  return false;
}

/** "Someone might …", "some jerk could …": nobody in particular. */
function generic(reading: Reading, match: Match): boolean {
  const first = reading.word(match.from);
  const previous = reading.word(match.from - 1);
  return (
    (previous === 'some' || first === 'some') &&
    reading.tokens.some((token) => conditions.has(token.word) || token.word === 'could' || token.word === 'might')
  );
}

/** "Sorry for being dense": an apology. */
function apology(reading: Reading, match: Match): boolean {
  for (const at of before(match.from, 4, reading.clauseStart(match.from))) {
    if (apologies.has(reading.word(at))) {
      return true;
    }
  }
  return false;
}

/** A single word that is written as the name of a person or a product: "Snowflake" inside of a sentence, "Karen Chu". */
function isProperName({ tokens, original }: Reading, { from, to }: Match): boolean {
  const token = tokens[from];
  const next = tokens[from + 1];
  const isOne =
    to === from + 1 && token !== undefined && /^\p{Lu}\p{Ll}+$/u.test(original.slice(token.start, token.end));
  const isFollowed = next !== undefined && next.cut === 0 && next.capital;
  const before = tokens[from - 1];
  const opens = from === 0 || (token?.cut ?? 0) === 2 || (before?.capital === true && from === 1);
  return isOne && (isFollowed || !opens);
}

const gates: Readonly<Record<GateName, (reading: Reading, match: Match) => boolean>> = {
  'proper-name': isProperName,
  hypothetical,
  negated,
  reported: (reading, match) => isReported(reading, match.from),
  'first-person': firstPerson,
  generic,
  apology,
};

const gateList = Object.entries(gates) as [GateName, (typeof gates)[GateName]][];

/** Whether something in the sentence speaks for innocence, and what. */
export function gateThatHolds(reading: Reading, match: Match, ungated: readonly GateName[] = []): GateName | undefined {
  for (const [name, holds] of gateList) {
    if (!ungated.includes(name) && holds(reading, match)) {
      return name;
    }
  }
  return undefined;
}
