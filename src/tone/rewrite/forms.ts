import type { Suggestion } from '../finding.js';
import { codeMark } from '../language/tokens.js';
import { baseOf, isA } from '../lexicon/lexicon.js';
import { isPerson, type Match } from '../pattern/matcher.js';
import type { Reading } from '../pattern/reading.js';
import type { Rewrite } from '../rules/rule.js';

/** The most words of the writer's own that a rewrite takes over. */
const maxSlotWords = 10;
const subordinators = new Set(
  'if when because since although while as unless after before though whenever until once that which who whom whose whoever given despite instead besides for with by'.split(
    ' ',
  ),
);
const connectors = new Set('and but or so then because plus also yet'.split(' '));
/** With these begins what can stand without the clause before: it has a subject of its own, or asks for something. */
const starters = new Set(
  'i we it this that these those the a an my our there here please let what where some each every both all one'.split(
    ' ',
  ),
);
/** Words that would carry the accusation, or the accused, into the rewrite. */
const unfit = new Set(
  'you yourself yours u i me he him she her they them us who why what myself fault themselves which where lol because and but if when even'.split(
    ' ',
  ),
);
const dropped = new Set(
  'always never just even fucking damn bloody freaking goddamn again actually simply obviously clearly all whole entire constantly'.split(
    ' ',
  ),
);
/** Slots that hold a verb and what it acts on: a verb alone says too little. */
const clauses = new Set(['do', 'did', 'alt', 'ask', 'req']);
/** Slots for what was damaged: they end before when and how. */
const damaged = new Set(['obj', 'now', 'event', 'hasty', 'broken', 'open', 'cost', 'gone', 'page', 'thing']);
/** Who is spoken of instead of spoken to. */
const absent = new Set('they he she them him her nobody noone whoever someone'.split(' '));
/** What nobody can be asked to do in another's place. */
const inward = new Set('read know think listen learn care understand bother take'.split(' '));
/** In a request, what a person may do themself: the clause stays whole, `told anyone` becomes `tell someone`. */
const requestUnfit = new Set('you yourself i he she him fault anything nothing and but'.split(' '));
const affirmed = new Map([
  ['anyone', 'someone'],
  ['anybody', 'somebody'],
  ['any', 'some'],
]);
/** What was broken ends where the telling of when and how begins: `the build` of `the build with the last commit`. */
const adjuncts = new Set('with in on at by for from during after before since without through via again'.split(' '));
const subjects: Readonly<Record<string, string>> = { them: 'they', him: 'he' };

function slotText(reading: Reading, match: Match, name: string): string | undefined {
  const from = match.slots.get(name);
  if (from === undefined || from >= reading.tokens.length) {
    return undefined;
  }
  const request = name === 'req';
  const to =
    match.slots.get(`/${name}`) ?? (request ? reading.clauseEnd(from) : slotEnd(reading, from, damaged.has(name)));
  if (to <= from || to - from > maxSlotWords) {
    return undefined;
  }
  const words: string[] = [];
  for (let at = from; at < to; at++) {
    const word = reading.word(at);
    if (
      (request ? requestUnfit : unfit).has(word) ||
      isA(word, 'insult') ||
      isA(word, 'swear') ||
      isA(word, 'hardConduct') ||
      isA(word, 'trash')
    ) {
      return undefined;
    }
    if (!dropped.has(word)) {
      words.push(request ? requested(reading, at, from) : word === 'your' ? ' the' : piece(reading, at));
    }
  }
  const text = words.join('').trim();
  const tooShort = text === '' || (clauses.has(name) && words.length < 2);
  return tooShort ? undefined : from === 0 ? lowerStart(text) : text;
}

function requested(reading: Reading, at: number, from: number): string {
  const word = reading.word(at);
  if (at === from) {
    return baseOf(word);
  }
  const positive = affirmed.get(word);
  return positive === undefined ? piece(reading, at) : ` ${positive}`;
}

/** Past the last word of a slot: at the end of its clause, or before a subordinate one. */
function slotEnd(reading: Reading, from: number, bare: boolean): number {
  const end = reading.clauseEnd(from);
  for (let at = from + 1; at < end; at++) {
    if (bare && adjuncts.has(reading.word(at))) {
      return at;
    }
    if (
      subordinators.has(reading.word(at)) &&
      !['for', 'with', 'by', 'that', 'before', 'after'].includes(reading.word(at))
    ) {
      return at;
    }
  }
  return end;
}

/** A word with the space or the mark before it, as it was written. */
function piece(reading: Reading, at: number): string {
  const token = reading.tokens[at];
  const previous = reading.tokens[at - 1];
  if (token === undefined) {
    return '';
  }
  const between = previous === undefined ? '' : reading.original.slice(previous.end, token.start);
  const gap = /\s/.test(between) ? ' ' : between;
  return gap + reading.original.slice(token.start, token.end);
}

/** Names of files and of what is in them keep their small letters. */
function capital(text: string): string {
  return /^[^\s]*(?:[_./:\d(]|\p{Ll}\p{Lu})/u.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

/** Whom a request goes to: the one who is spoken to, or anyone, where the sentence is about somebody else. */
function addressee(reading: Reading, match: Match): string | undefined {
  for (let at = match.from; at < match.to; at++) {
    const word = reading.word(at);
    if (word === 'you' || word === 'your') {
      return 'you';
    }
    if (absent.has(word) || isPerson(reading, at) || isA(word, 'crowd') || isA(word, 'org') || isA(word, 'area')) {
      const asked = match.slots.get('req') ?? match.slots.get('do') ?? match.to;
      return inward.has(baseOf(reading.word(asked))) ? undefined : 'someone';
    }
  }
  return 'you';
}

function fill(rewrite: Rewrite, reading: Reading, match: Match): string | undefined {
  let missing = rewrite.when !== undefined && !match.slots.has(rewrite.when);
  const text = rewrite.text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const found = name === 'who' ? addressee(reading, match) : slotText(reading, match, name.toLowerCase());
    missing ||= found === undefined;
    const word = found === undefined ? '' : (subjects[found] ?? found);
    return name.charAt(0) === name.charAt(0).toUpperCase() ? capital(word) : word;
  });
  return missing ? undefined : text.replace(/ {2,}/g, ' ').replace(alreadyDated, '$1');
}

/** `today by [when?]`: the writer has said when. */
const alreadyDated = /\b(today|tonight|tomorrow|now|immediately|at once|asap|this week|by \p{Lu}\p{L}+) by \[when\?\]/u;

/** Where the sentence itself is, without the spaces around it. */
function sentenceRange(text: string): { start: number; end: number } {
  const start = text.length - text.trimStart().length;
  return { start, end: Math.max(start, text.trimEnd().length) };
}

function lowerStart(text: string): string {
  return /^(?:I\b|[A-Z]{2}|\[)/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** The first word that is not a name called out. */
function opening(reading: Reading): number {
  return reading.word(0).startsWith('@') ? 1 : 0;
}

/** Whether what follows a clause, if anything does, is a sentence by itself. */
function standsAlone(reading: Reading, end: number): boolean {
  const at = connectors.has(reading.word(end)) ? end + 1 : end;
  const token = reading.tokens[at];
  return token === undefined || starters.has(token.word) || token.word === codeMark || isPerson(reading, at);
}

/** The clause that accuses, when the rest of the sentence can stand without it. */
function clauseOf(reading: Reading, match: Match): { first: number; end: number } | undefined {
  let first = reading.clauseStart(match.from);
  while (first < match.from && connectors.has(reading.word(first))) {
    first++;
  }
  const end = reading.clauseEnd(Math.max(match.from, match.to - 1));
  const rest = first + (reading.tokens.length - end);
  const alone =
    rest < 4 ||
    subordinators.has(reading.word(first)) ||
    subordinators.has(reading.word(0)) ||
    !standsAlone(reading, end) ||
    (first > 0 && !standsAlone(reading, opening(reading)));
  return alone ? undefined : { first, end };
}

/** A suggestion with the whole sentence as it would read, so that the caller can check it. */
export interface Draft {
  /** Its new text is one of few: nothing of the sentence is in it. */
  readonly isFixed: boolean;
  readonly suggestion: Suggestion;
  readonly sentence: string;
}

function draft(reading: Reading, label: string, start: number, end: number, newText: string): Draft {
  const { original } = reading;
  return {
    isFixed: false,
    suggestion: { label, range: { start, end }, newText },
    sentence: original.slice(0, start) + newText + original.slice(end),
  };
}

/** Replaces only the accusing clause and keeps its punctuation. */
function clauseDraft(reading: Reading, match: Match, label: string, text: string): Draft | undefined {
  const clause = clauseOf(reading, match);
  const first = reading.tokens[clause?.first ?? -1];
  const last = reading.tokens[(clause?.end ?? 0) - 1];
  if (clause === undefined || first === undefined || last === undefined || /[.?!] /.test(text)) {
    return undefined;
  }
  const end = clauseClose(reading, clause.end, last.end, text);
  if (end === undefined) {
    return undefined;
  }
  const body = end > last.end ? text : text.replace(/[.?!]+$/, '');
  return draft(reading, label, first.start, end, clause.first === 0 && first.capital ? body : lowerStart(body));
}

/** Where what replaces a clause ends: before the sentence's own mark, or behind it where a question takes the place of a statement or the other way round. */
function clauseClose(reading: Reading, end: number, close: number, text: string): number | undefined {
  const asks = text.endsWith('?');
  if (end < reading.tokens.length) {
    return asks ? undefined : close;
  }
  const last = sentenceRange(reading.original).end;
  return asks === reading.question ? close : /^[\s.?!]+$/.test(reading.original.slice(close, last)) ? last : undefined;
}

function sentenceDraft(reading: Reading, label: string, text: string): Draft {
  const { start, end } = sentenceRange(reading.original);
  const begun = reading.tokens[0];
  return draft(
    reading,
    label,
    start,
    end,
    begun?.capital === false && /^\p{L}/u.test(reading.original.slice(start)) ? lowerStart(text) : text,
  );
}

/** Takes out what was found and mends the seam: no comma at the front, a capital where there was one. */
function matchDraft(reading: Reading, match: Match, label: string, text: string): Draft | undefined {
  const first = reading.tokens[match.from];
  const last = reading.tokens[match.to - 1];
  if (first === undefined || last === undefined) {
    return undefined;
  }
  const tail = /^[\s,:;–—-]*/.exec(reading.original.slice(last.end))?.[0] ?? '';
  const end = text === '' ? last.end + tail.length : last.end;
  if (text !== '') {
    return draft(reading, label, first.start, end, first.capital ? capital(text) : lowerStart(text));
  }
  const next = reading.original.charAt(end);
  if (!/[\p{L}\p{N}`]/u.test(next)) {
    return undefined;
  }
  return draft(reading, label, first.start, end + 1, first.capital ? next.toUpperCase() : next);
}

/** Takes the whole sentence away. */
export function deleteSentence(reading: Reading): Draft {
  const { start, end } = sentenceRange(reading.original);
  const made = draft(reading, 'Delete this sentence', start, end, '');
  return { ...made, suggestion: { ...made.suggestion, deletes: true } };
}

/** All that a rule offers for a match, best first; the narrower form of each before the wider. */
export function* drafts(rewrites: readonly Rewrite[], reading: Reading, match: Match): Generator<readonly Draft[]> {
  for (const rewrite of rewrites) {
    const text = fill(rewrite, reading, match);
    if (text === undefined) {
      continue;
    }
    const isFixed = text !== '' && !rewrite.text.includes('{');
    const found =
      rewrite.scope === 'match'
        ? [matchDraft(reading, match, rewrite.label, text)]
        : [clauseDraft(reading, match, rewrite.label, text), sentenceDraft(reading, rewrite.label, text)];
    yield found.filter((draft) => draft !== undefined).map((draft) => ({ ...draft, isFixed }));
  }
}
