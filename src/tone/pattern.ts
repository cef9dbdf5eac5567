import { inflect } from './lexicon/inflect.js';
import { wordsOf } from './lexicon.js';
import type { Tag } from './parser.js';

/**
 * How a rule writes what it looks for: words one after the other.
 *
 * - `word`, `this/that` a word or one of several; `%class` a class of the lexicon; `&break` a verb in all its forms;
 *   `#Tag` a part of speech; `@person` a person's name or handle; `_` any word. They mix: `you/%crowd/#Noun`.
 * - `!x` one word that is not x; `x?` maybe; `x*` none to three; `x+` one to three.
 * - `..` up to three words of the same clause, `...` up to eight; a comma may be crossed by `,..` and `,...` only.
 * - `,` a comma may stand here; `^` the start of a clause, `$` its end; `=name` marks the place where a slot begins.
 * - `{a b|c}` either; `{a b|}` maybe.
 */
export type PatternText = string;

/** One word's test. All that is listed is an alternative. */
export interface Test {
  readonly words: ReadonlySet<string>;
  readonly tags: readonly Tag[];
  readonly person: boolean;
  readonly any: boolean;
  readonly negated: boolean;
  readonly source: string;
}

export type Step =
  | { readonly kind: 'word'; readonly test: Test; readonly min: number; readonly max: number }
  | { readonly kind: 'gap'; readonly max: number; readonly commas: boolean }
  | { readonly kind: 'comma' }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' }
  | { readonly kind: 'mark'; readonly name: string };

/** Words of which one must be in the sentence. */
export interface Required {
  readonly key: string;
  readonly words: ReadonlySet<string>;
}

/** A pattern without alternatives between its steps. */
export interface Pattern {
  readonly source: string;
  readonly steps: readonly Step[];
  /** One entry per word that must be there: without one of each, the pattern cannot match. */
  readonly required: readonly Required[];
}

/** `a {b|c} d` to `a b d`, `a c d`; nested braces are not needed and not read. */
function expandBraces(text: string): readonly string[] {
  const open = text.indexOf('{');
  const close = text.indexOf('}', open);
  if (open < 0 || close < 0) {
    return [text];
  }
  const tails = expandBraces(text.slice(close + 1));
  const options = text.slice(open + 1, close).split('|');
  return options.flatMap((option) => tails.map((tail) => `${text.slice(0, open)}${option}${tail}`));
}

function compileTest(text: string): Test {
  const negated = text.startsWith('!');
  const words = new Set<string>();
  const tags: Tag[] = [];
  let person = false;
  let any = false;
  for (const part of (negated ? text.slice(1) : text).split('/')) {
    if (part === '_') {
      any = true;
    } else if (part === '@person') {
      person = true;
    } else if (part.startsWith('%')) {
      for (const word of wordsOf(part.slice(1))) {
        words.add(word);
      }
    } else if (part.startsWith('#')) {
      tags.push(part.slice(1) as Tag);
    } else if (part.startsWith('&')) {
      const forms = inflect(part.slice(1));
      for (const word of [forms.base, forms.s, ...forms.past, forms.ing]) {
        words.add(word);
      }
    } else {
      words.add(part);
    }
  }
  return { words, tags, person, any, negated, source: text };
}

function compileStep(text: string): Step {
  switch (text) {
    case ',':
      return { kind: 'comma' };
    case '^':
      return { kind: 'start' };
    case '$':
      return { kind: 'end' };
    case '..':
    case ',..':
      return { kind: 'gap', max: 3, commas: text.startsWith(',') };
    case '...':
    case ',...':
      return { kind: 'gap', max: 8, commas: text.startsWith(',') };
  }
  if (text.startsWith('=')) {
    return { kind: 'mark', name: text.slice(1) };
  }
  const last = text.slice(-1);
  const body = /[?*+]$/.test(text) && text.length > 1 ? text.slice(0, -1) : text;
  const bounds: readonly [number, number] =
    body === text ? [1, 1] : last === '?' ? [0, 1] : last === '*' ? [0, 3] : [1, 3];
  return { kind: 'word', test: compileTest(body), min: bounds[0], max: bounds[1] };
}

/** Compiles what a rule looks for; braces give several patterns. @throws RangeError on an unknown word class. */
export function compilePattern(text: PatternText): readonly Pattern[] {
  return expandBraces(text).map((source) => {
    const steps = source
      .split(' ')
      .filter((part) => part !== '')
      .map(compileStep);
    const required = steps.flatMap((step) =>
      step.kind === 'word' && step.min > 0 && isClosed(step.test)
        ? [{ key: step.test.source, words: step.test.words }]
        : [],
    );
    return { source, steps, required };
  });
}

/** Only words can satisfy it, so that their absence rules the pattern out. */
function isClosed(test: Test): boolean {
  return (
    !test.negated && !test.any && !test.person && test.tags.length === 0 && test.words.size > 0 && !test.words.has("'s")
  );
}
