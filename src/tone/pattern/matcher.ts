import { isCommonWord } from '../language/english.js';
import { clauseCut } from '../language/tokens.js';
import { isA } from '../lexicon/lexicon.js';
import { classesOf } from '../lexicon/wordClasses.js';
import type { Node, Pattern } from './pattern.js';
import type { Reading } from './reading.js';
import { isListed } from './wordList.js';
import type { Test } from './wordTest.js';

/** Where a pattern was found: tokens `from` to before `to`, and where its slots begin. */
export interface Match {
  readonly from: number;
  readonly to: number;
  readonly slots: ReadonlyMap<string, number>;
}

/** No pattern may try more than this on one sentence: what is not found by then is not there. */
const budget = 4000;

/** Whether a word is a known person: by mention, by the people of the repository, or by a common given name that is not a tool. */
export function isPerson(reading: Reading, index: number): boolean {
  const token = reading.tokens[index];
  if (token === undefined) {
    return false;
  }
  if (token.word.startsWith('@')) {
    return !isTool(reading, token.word.slice(1));
  }
  if (reading.people.has(token.word)) {
    return true;
  }
  return (
    token.capital &&
    !isTool(reading, token.word) &&
    (isA(token.word, 'name') || (reading.namesAnyone && isName(reading, index)))
  );
}

const letters = /^\p{Lu}\p{Ll}+$/u;

/** Whether a word can only be a name: written like one, and neither a word of English that is known here nor a part of a longer name. */
function isName({ tokens, original }: Reading, index: number): boolean {
  const token = tokens[index];
  const next = tokens[index + 1];
  return (
    token !== undefined &&
    letters.test(original.slice(token.start, token.end)) &&
    !isCommonWord(token.word) &&
    classesOf(token.word).length === 0 &&
    (next === undefined || next.cut > 0 || !next.capital)
  );
}

function isTool(reading: Reading, word: string): boolean {
  return reading.tools.has(word) || (isA(word, 'tool') && !reading.people.has(word));
}

/** @param guess whether a part of speech is taken to be whatever is asked for. */
function fits(test: Test, reading: Reading, index: number, guess: boolean): boolean {
  if (test.any || isListed(test.lists, reading.word(index)) || (test.person && isPerson(reading, index))) {
    return !test.negated;
  }
  if (test.tags.length === 0) {
    return test.negated;
  }
  return guess || test.tags.some((wanted) => reading.hasTag(index, wanted)) !== test.negated;
}

/** Finds one pattern at one place. Backtracks within a budget. */
class Attempt {
  private spent = 0;
  private from = 0;
  /** Most attempts come to nothing before they mark a place. */
  private slots: Map<string, number> | undefined;

  constructor(
    private readonly head: Node | undefined,
    private readonly reading: Reading,
    private readonly guess: boolean,
  ) {}

  at(from: number): Match | undefined {
    this.slots?.clear();
    this.from = from;
    const to = this.run(this.head, from, false);
    return to === undefined || (to === from && !this.guess) ? undefined : { from, to, slots: new Map(this.slots) };
  }

  get exhausted(): boolean {
    return this.spent > budget;
  }

  /** Where the rest of the pattern ends when it begins at a word. `comma` says that a comma may stand before that word. */
  private run(node: Node | undefined, index: number, comma: boolean): number | undefined {
    if (node === undefined) {
      return index;
    }
    if (++this.spent > budget) {
      return undefined;
    }
    switch (node.kind) {
      case 'start':
        return this.reading.startsClause(index) ? this.run(node.next, index, true) : undefined;
      case 'end':
        return this.reading.endsClause(index) ? this.run(node.next, index, comma) : undefined;
      case 'comma':
        return this.run(node.next, index, true);
      case 'mark':
        this.slots ??= new Map();
        this.slots.set(node.name, index);
        return this.run(node.next, index, comma);
      case 'either':
        return this.either(node.options, index, comma);
      case 'gap':
        return this.gap(node, index);
      case 'word':
        return this.words(node, index, comma);
    }
  }

  private either(options: readonly (Node | undefined)[], index: number, comma: boolean): number | undefined {
    for (const option of options) {
      const found = this.run(option, index, comma);
      if (found !== undefined) {
        return found;
      }
    }
    return undefined;
  }

  /** Fewest words first. */
  private gap(node: Node & { kind: 'gap' }, index: number): number | undefined {
    for (let count = 0; count <= node.max; count++) {
      if (count > 0 && !this.mayCross(index + count - 1, node.commas)) {
        return undefined;
      }
      const found = this.run(node.next, index + count, node.commas);
      if (found !== undefined) {
        return found;
      }
    }
    return undefined;
  }

  /** Most words first. */
  private words(node: Node & { kind: 'word' }, index: number, comma: boolean): number | undefined {
    let count = 0;
    while (
      count < node.max &&
      this.mayCross(index + count, comma && count === 0) &&
      fits(node.test, this.reading, index + count, this.guess)
    ) {
      count++;
    }
    for (; count >= node.min; count--) {
      const found = this.run(node.next, index + count, comma && count === 0);
      if (found !== undefined) {
        return found;
      }
    }
    return undefined;
  }

  private mayCross(index: number, commas: boolean): boolean {
    const token = this.reading.tokens[index];
    if (token === undefined) {
      return false;
    }
    return index === this.from || token.cut === 0 || (commas && token.cut !== clauseCut);
  }
}

/** Every place where a pattern is found, without overlap, in order. */
export function matches(pattern: Pattern, reading: Reading): readonly Match[] {
  return mayMatch(pattern, reading) ? find(pattern, reading, false) : none;
}

const none: readonly Match[] = [];

/**
 * Whether a pattern can be there as far as is known without the parser. Whatever part of speech a word has, a pattern that does not
 * match when every word has the one that is asked for does not match.
 */
export function mayMatch(pattern: Pattern, reading: Reading): boolean {
  return !pattern.asksParser || reading.isParsed || find(pattern, reading, true).length > 0;
}

function find(pattern: Pattern, reading: Reading, guess: boolean): readonly Match[] {
  const { head, openings } = pattern;
  const { tokens } = reading;
  const attempt = new Attempt(head, reading, guess);
  let found: Match[] | undefined;
  for (let from = 0; from < tokens.length; ) {
    const opens = openings === undefined || isListed(openings, tokens[from]?.word ?? '');
    const match = opens ? attempt.at(from) : undefined;
    if (attempt.exhausted) {
      // What was not tried could be there.
      return guess ? [{ from: 0, to: tokens.length, slots: noSlots }] : (found ?? none);
    }
    if (match === undefined) {
      from++;
    } else {
      found ??= [];
      found.push(match);
      from = guess ? tokens.length : match.to;
    }
  }
  return found ?? none;
}

const noSlots: ReadonlyMap<string, number> = new Map();
