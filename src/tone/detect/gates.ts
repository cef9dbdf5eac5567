import type { Match } from '../pattern/matcher.js';
import type { Reading } from '../pattern/reading.js';

/** What speaks for innocence. Every rule passes every gate, but those it names in `ungated`. */
export type GateName = 'hypothetical' | 'negated' | 'reported' | 'first-person' | 'generic' | 'apology';

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

function inPast(reading: Reading, match: Match): boolean {
  for (let at = match.from; at < match.to; at++) {
    if (pastMarks.has(reading.word(at)) || reading.hasTag(at, 'Past')) {
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

/** "He said that you …": someone else's words. The writer's own "I said" does not count. */
export function isReported(reading: Reading, index: number): boolean {
  for (const at of before(index, 5, reading.stretchStart(index))) {
    if (reports.has(reading.word(at))) {
      const speaker = [reading.word(at - 1), reading.word(at - 2), reading.word(at - 3)];
      return !speaker.some((word) => word === 'i' || word === 'we' || word === 'you');
    }
  }
  return false;
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

const gates: Readonly<Record<GateName, (reading: Reading, match: Match) => boolean>> = {
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
