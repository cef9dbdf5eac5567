import { isCommonWord } from '../language/english.js';
import { clauseCut } from '../language/tokens.js';
import { isA } from '../lexicon/lexicon.js';
import { classesOf } from '../lexicon/wordClasses.js';
import type { Node, Pattern } from './pattern.js';
import type { Reading } from './reading.js';
import { isListed } from './wordList.js';
import { hasEnding, type Test } from './wordTest.js';

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

function fits(test: Test, reading: Reading, index: number): boolean {
  const word = reading.word(index);
  const isOne =
    test.any || isListed(test.lists, word) || (test.person && isPerson(reading, index)) || hasEnding(test, word);
  return isOne !== test.negated;
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
  ) {}

  at(from: number): Match | undefined {
    this.slots?.clear();
    this.from = from;
    const to = this.run(this.head, from, false);
    return to === undefined || to === from ? undefined : { from, to, slots: new Map(this.slots) };
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
      fits(node.test, this.reading, index + count)
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
export function matches({ head, openings }: Pattern, reading: Reading): readonly Match[] {
  const { tokens } = reading;
  const attempt = new Attempt(head, reading);
  let found: Match[] | undefined;
  for (let from = 0; from < tokens.length && !attempt.exhausted; ) {
    const opens = openings === undefined || isListed(openings, tokens[from]?.word ?? '');
    const match = opens ? attempt.at(from) : undefined;
    if (match === undefined || attempt.exhausted) {
      from++;
    } else {
      found ??= [];
      found.push(match);
      from = match.to;
    }
  }
  return found ?? none;
}

const none: readonly Match[] = [];
