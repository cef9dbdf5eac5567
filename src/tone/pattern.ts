import type { Tag } from './parser.js';
import { commonnessOf, isListed, listsOf, type WordList } from './wordList.js';

/**
 * How a rule writes what it looks for: words one after the other.
 *
 * - `word`, `this/that` a word or one of several; `%class` a class of the lexicon; `&break` a verb in all its forms;
 *   `#Tag` a part of speech; `@person` a person's name or handle; `_` any word. They mix: `you/%crowd/#Noun`.
 * - `!x` one word that is not x; `x?` maybe; `x*` none to three; `x+` one to three.
 * - `..` up to three words of the same clause, `...` up to eight; a comma may be crossed by `,..` and `,...` only.
 * - `,` a comma may stand here; `^` the start of a clause, `$` its end; `=name` marks the place where a slot begins, `=/name` where it ends.
 * - `{a b|c}` either; `{a b|}` maybe. Braces do not nest.
 */
export type PatternText = string;

/** One word's test. All that is listed is an alternative. */
export interface Test {
  readonly lists: readonly WordList[];
  readonly tags: readonly Tag[];
  readonly person: boolean;
  readonly any: boolean;
  readonly negated: boolean;
  readonly source: string;
}

/** Words of which one must be in the sentence. */
export interface Required {
  readonly key: string;
  readonly lists: readonly WordList[];
}

/** A pattern as a chain; `next` is undefined at its end. */
export type Node =
  | {
      readonly kind: 'word';
      readonly test: Test;
      readonly min: number;
      readonly max: number;
      readonly next: Node | undefined;
    }
  | { readonly kind: 'gap'; readonly max: number; readonly commas: boolean; readonly next: Node | undefined }
  | { readonly kind: 'either'; readonly options: readonly (Node | undefined)[]; readonly next: undefined }
  | { readonly kind: 'comma' | 'start' | 'end'; readonly next: Node | undefined }
  | { readonly kind: 'mark'; readonly name: string; readonly next: Node | undefined };

/** A pattern, read when it is first needed: its cues for the scan, its chain for the first sentence that has them, which most never do. */
export class Pattern {
  private parts: readonly Piece[] | undefined;
  private lists: readonly (readonly Required[])[] | undefined;
  private chain: Node | undefined;
  private begin: { readonly lists: readonly WordList[] | undefined } | undefined;

  constructor(readonly source: PatternText) {}

  /** The pattern can match only where all words of one of these lists are in the sentence. */
  get cues(): readonly (readonly Required[])[] {
    this.lists ??= cuesOf(this.pieces);
    return this.lists;
  }

  private get pieces(): readonly Piece[] {
    this.parts ??= pieces(this.source);
    return this.parts;
  }

  get head(): Node | undefined {
    this.chain ??= chainOf(this.pieces);
    return this.chain;
  }

  /** Whether it asks for parts of speech, which only the parser knows. */
  get asksParser(): boolean {
    return this.source.includes('#');
  }

  /** The words with which it begins; `undefined` where it may begin with any. */
  get openings(): readonly WordList[] | undefined {
    if (this.begin === undefined) {
      this.begin = { lists: openingsOf(this.head) };
    }
    return this.begin.lists;
  }
}

/** What the first word of a chain can be, if it is one of certain words. */
function openingsOf(node: Node | undefined): readonly WordList[] | undefined {
  switch (node?.kind) {
    case 'word': {
      const rest = node.min === 0 ? openingsOf(node.next) : [];
      return isClosed(node.test) && rest !== undefined ? [...node.test.lists, ...rest] : undefined;
    }
    case 'either': {
      const each = node.options.map(openingsOf);
      return each.includes(undefined) ? undefined : joined(each.flatMap((lists) => lists ?? []));
    }
    case 'comma':
    case 'start':
    case 'mark':
      return openingsOf(node.next);
    default:
      return undefined;
  }
}

/** Short lists made one, so that a word is looked up in few. */
function joined(lists: readonly WordList[]): readonly WordList[] {
  const long = lists.filter((list) => list.size > 30);
  const short = lists.filter((list) => list.size <= 30);
  return [...new Set(long), new Set(short.flatMap((list) => [...list]))];
}

const tests = new Map<string, Test>();

function compileTest(source: string): Test {
  let test = tests.get(source);
  if (test === undefined) {
    test = readTest(source);
    tests.set(source, test);
  }
  return test;
}

function readTest(source: string): Test {
  const negated = source.startsWith('!');
  const text = negated ? source.slice(1) : source;
  const parts = text.split('/');
  const tags = parts.filter((part) => part.startsWith('#')).map((part) => part.slice(1) as Tag);
  return {
    lists: listsOf(text),
    tags,
    person: parts.includes('@person'),
    any: parts.includes('_'),
    negated,
    source,
  };
}

const gaps: Readonly<Record<string, { readonly max: number; readonly commas: boolean }>> = {
  '..': { max: 3, commas: false },
  ',..': { max: 3, commas: true },
  '...': { max: 8, commas: false },
  ',...': { max: 8, commas: true },
};
const anchors: Readonly<Record<string, 'comma' | 'start' | 'end'>> = { ',': 'comma', '^': 'start', $: 'end' };
const bounds: Readonly<Record<string, readonly [number, number]>> = { '?': [0, 1], '*': [0, 3], '+': [1, 3] };

function compileStep(text: string, next: Node | undefined): Node {
  const gap = gaps[text];
  if (gap !== undefined) {
    return { kind: 'gap', ...gap, next };
  }
  const anchor = anchors[text];
  if (anchor !== undefined) {
    return { kind: anchor, next };
  }
  if (text.startsWith('=')) {
    return { kind: 'mark', name: text.slice(1), next };
  }
  const bound = text.length > 1 ? bounds[text.slice(-1)] : undefined;
  const [min, max] = bound ?? [1, 1];
  return { kind: 'word', test: compileTest(bound === undefined ? text : text.slice(0, -1)), min, max, next };
}

/** A step outside of braces, or the alternatives inside of a pair. */
type Piece =
  | { readonly step: string }
  | { readonly options: readonly (readonly string[])[]; readonly optional: boolean };

function pieces(text: PatternText): readonly Piece[] {
  const found: Piece[] = [];
  for (const match of text.matchAll(/\{([^{}]*)\}(\?)?|([^\s{}]+)/g)) {
    if (match[3] !== undefined) {
      found.push({ step: match[3] });
    } else {
      const options = (match[1] ?? '').split('|').map((option) => option.split(' ').filter((word) => word !== ''));
      found.push({ options, optional: match[2] === '?' });
    }
  }
  return found;
}

function chain(steps: readonly string[], next: Node | undefined): Node | undefined {
  return steps.reduceRight<Node | undefined>((rest, step) => compileStep(step, rest), next);
}

/** The words that a run of steps cannot do without, rarest first. */
function requiredOf(steps: readonly string[]): readonly Required[] {
  return steps
    .filter(
      (step) =>
        gaps[step] === undefined &&
        anchors[step] === undefined &&
        !step.startsWith('=') &&
        !(step.length > 1 && /[?*]$/.test(step)),
    )
    .map((step) => compileTest(step.length > 1 && step.endsWith('+') ? step.slice(0, -1) : step))
    .filter(isClosed)
    .map(({ source, lists }) => ({ key: source, lists }))
    .sort((a, b) => commonnessOf(a.lists) - commonnessOf(b.lists));
}

/** Of each alternative its rarest word: one of them must be there. None when an alternative can do without. */
function requiredOfEither(options: readonly (readonly string[])[]): readonly Required[] {
  const key = options.map((option) => option.join(' ')).join('|');
  let required = eithers.get(key);
  if (required === undefined) {
    required = unionOf(options, key);
    eithers.set(key, required);
  }
  return required;
}

const eithers = new Map<string, readonly Required[]>();

function unionOf(options: readonly (readonly string[])[], key: string): readonly Required[] {
  const each = options.map((option) => requiredOf(option)[0]);
  const lists = new Set<WordList>();
  for (const required of each) {
    if (required === undefined) {
      return [];
    }
    for (const list of required.lists) {
      lists.add(list);
    }
  }
  return [{ key, lists: [...lists] }];
}

/** Only words can satisfy it, so that their absence rules the pattern out. */
function isClosed(test: Test): boolean {
  return (
    !test.negated &&
    !test.any &&
    !test.person &&
    test.tags.length === 0 &&
    test.lists.length > 0 &&
    !isListed(test.lists, "'s")
  );
}

function chainOf(parts: readonly Piece[]): Node | undefined {
  let head: Node | undefined;
  for (const piece of [...parts].reverse()) {
    if ('step' in piece) {
      head = compileStep(piece.step, head);
    } else {
      const after = head;
      const options = piece.options.map((option) => chain(option, after));
      head = { kind: 'either', options: piece.optional ? [...options, after] : options, next: undefined };
    }
  }
  return head;
}

/** The braces with the most idioms are told apart, option by option, since "over" alone is no cue for "get over it". */
function cuesOf(parts: readonly Piece[]): readonly (readonly Required[])[] {
  const apart = parts.reduce<Piece | undefined>(
    (best, piece) => (idioms(piece) > idioms(best) ? piece : best),
    undefined,
  );
  const common = parts.filter((piece) => piece !== apart).flatMap(requiredOfPiece);
  if (apart === undefined || 'step' in apart) {
    return [common];
  }
  return apart.options.map((option) => [...common, ...requiredOf(option)]);
}

function idioms(piece: Piece | undefined): number {
  return piece === undefined || 'step' in piece || piece.optional
    ? 0
    : piece.options.filter((option) => option.length > 1).length;
}

function requiredOfPiece(piece: Piece): readonly Required[] {
  if ('step' in piece) {
    return requiredOf([piece.step]);
  }
  return piece.optional ? [] : requiredOfEither(piece.options);
}
