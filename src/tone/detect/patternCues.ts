import { anchors, bounds, gaps, type Piece } from '../pattern/patternText.js';
import { commonnessOf, personList, type WordList } from '../pattern/wordList.js';
import { compileTest, isBounded } from '../pattern/wordTest.js';

/** Words of which one must be in the sentence. */
export interface Required {
  readonly key: string;
  readonly lists: readonly WordList[];
  /** How many words it can at most be behind the required word before it. */
  readonly reach: number;
}

/** What a pattern cannot do without, in its order. */
export type Cue = readonly Required[];

/** A part of a pattern as wide as so many words, and the word that it cannot do without, which may stand anywhere in it. */
interface Part {
  readonly width: number;
  readonly needs?: Omit<Required, 'reach'>;
}

/**
 * The pattern can match only where all words of one of these cues are in the sentence, in their order and not too far apart. The braces
 * with the most idioms are told apart, option by option, since "over" alone is no cue for "get over it".
 */
export function cuesOf(pieces: readonly Piece[]): readonly Cue[] {
  const apart = pieces.reduce<Piece | undefined>(
    (best, piece) => (idioms(piece) > idioms(best) ? piece : best),
    undefined,
  );
  const options = apart === undefined || 'step' in apart ? [[]] : apart.options;
  return options.map((option) =>
    withReach(pieces.flatMap((piece) => (piece === apart ? option.map(partOfStep) : partOf(piece)))),
  );
}

/** None where an alternative can do without any certain word: telling the others apart would rule nothing out. */
function idioms(piece: Piece | undefined): number {
  return piece === undefined || 'step' in piece || piece.optional || neededByAny(piece.options) === undefined
    ? 0
    : piece.options.filter((option) => option.length > 1).length;
}

function withReach(parts: readonly Part[]): Cue {
  const cue: Required[] = [];
  let since = 0;
  for (const { width, needs } of parts) {
    if (needs === undefined) {
      since += width;
    } else {
      cue.push({ ...needs, reach: since + width - 1 });
      since = width;
    }
  }
  return cue;
}

function partOf(piece: Piece): Part {
  if ('step' in piece) {
    return partOfStep(piece.step);
  }
  const width = Math.max(
    ...piece.options.map((option) => option.reduce((sum, step) => sum + partOfStep(step).width, 0)),
  );
  const needs = piece.optional ? undefined : neededByAny(piece.options);
  return needs === undefined ? { width } : { width, needs };
}

function partOfStep(step: string): Part {
  const gap = gaps[step];
  if (gap !== undefined) {
    return { width: gap.max };
  }
  if (anchors[step] !== undefined || step.startsWith('=')) {
    return { width: 0 };
  }
  const bound = step.length > 1 ? bounds[step.slice(-1)] : undefined;
  const [min, max] = bound ?? [1, 1];
  const test = compileTest(bound === undefined ? step : step.slice(0, -1));
  const lists = test.person ? [...test.lists, personList] : test.lists;
  return min === 0 || !isBounded(test) ? { width: max } : { width: max, needs: { key: test.source, lists } };
}

const known = new Map<string, Part['needs']>();

/** Of each alternative its rarest word: one of them must be there. None when an alternative can do without. */
function neededByAny(options: readonly (readonly string[])[]): Part['needs'] {
  const key = options.map((option) => option.join(' ')).join('|');
  if (!known.has(key)) {
    const each = options.map(rarestOf);
    const lists = [...new Set(each.flatMap((needs) => needs?.lists ?? []))];
    known.set(key, each.includes(undefined) ? undefined : { key, lists });
  }
  return known.get(key);
}

function rarestOf(steps: readonly string[]): Part['needs'] {
  return steps
    .map((step) => partOfStep(step).needs)
    .filter((needs) => needs !== undefined)
    .sort((a, b) => commonnessOf(a.lists) - commonnessOf(b.lists))[0];
}
