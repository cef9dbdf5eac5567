import { clauseCut, type Token, tokenize } from '../language/tokens.js';

/** Words after which a clause begins, though no punctuation says so. */
const openers = new Set(
  'and but or so because cuz then please also just now well oh ah ugh hey yes no nope ok okay yeah yep lol wow sorry seriously honestly dude man guys bro mate folks although though yet still anyway btw maybe perhaps why that which like either jesus christ omg ffs wtf hmm again kindly simply instead'.split(
    ' ',
  ),
);

/** One sentence as the rules read it. */
export class Reading {
  readonly tokens: readonly Token[];
  readonly question: boolean;

  constructor(
    readonly masked: string,
    readonly original: string,
    /** Names and handles of people, and names of tools, in lower case. */
    readonly people: ReadonlySet<string>,
    readonly tools: ReadonlySet<string>,
    /** Whether any word with a capital letter that is no word of English may name a person. */
    readonly namesAnyone = false,
    tokens = tokenize(masked),
  ) {
    this.tokens = tokens;
    this.question = /\?[\s!?.)*_"'”]*$/.test(masked.trimEnd().slice(-20));
  }

  word(index: number): string {
    return this.tokens[index]?.word ?? '';
  }

  /** Whether a clause begins with this word. */
  startsClause(index: number): boolean {
    const token = this.tokens[index];
    if (token === undefined) {
      return false;
    }
    const before = this.tokens[index - 1];
    return token.cut > 0 || before === undefined || openers.has(before.word) || before.word.startsWith('@');
  }

  /** Whether a clause ends before this word. */
  endsClause(index: number): boolean {
    const token = this.tokens[index];
    return token === undefined || token.cut > 0;
  }

  /** The first word of the stretch between hard cuts that a word is in; commas do not end it. */
  stretchStart(index: number): number {
    let at = index;
    while (at > 0 && this.tokens[at]?.cut !== clauseCut) {
      at--;
    }
    return at;
  }

  /** The first word of the comma-separated clause that a word is in. */
  clauseStart(index: number): number {
    let at = index;
    while (at > 0 && (this.tokens[at]?.cut ?? 0) === 0) {
      at--;
    }
    return at;
  }

  /** Past the last word of the clause that a word is in. */
  clauseEnd(index: number): number {
    let at = index + 1;
    while (at < this.tokens.length && (this.tokens[at]?.cut ?? 0) === 0) {
      at++;
    }
    return at;
  }

  /** The writer's own words from one token to before another. */
  text(from: number, to: number): string {
    const first = this.tokens[from];
    const last = this.tokens[to - 1];
    return first === undefined || last === undefined ? '' : this.original.slice(first.start, last.end);
  }
}
