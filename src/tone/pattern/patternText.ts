/**
 * How a rule writes what it looks for: words one after the other.
 *
 * - `word`, `this/that` a word or one of several; `%class` a class of the lexicon; `&break` a verb in all its forms;
 *   `*ing` and `*ed` a word so inflected; `@person` a person's name or handle; `_` any word. They mix: `you/%crowd/*ing`.
 * - `!x` one word that is not x; `x?` maybe; `x*` none to three; `x+` one to three.
 * - `..` up to three words of the same clause, `...` up to eight; a comma may be crossed by `,..` and `,...` only.
 * - `,` a comma may stand here; `^` the start of a clause, `$` its end; `=name` marks the place where a slot begins, `=/name` where it ends.
 * - `{a b|c}` either; `{a b|}` maybe. Braces do not nest.
 */
export type PatternText = string;

/** Steps that stand for any words. */
export const gaps: Readonly<Record<string, { readonly max: number; readonly commas: boolean }>> = {
  '..': { max: 3, commas: false },
  ',..': { max: 3, commas: true },
  '...': { max: 8, commas: false },
  ',...': { max: 8, commas: true },
};
/** Steps that stand for a place. */
export const anchors: Readonly<Record<string, 'comma' | 'start' | 'end'>> = { ',': 'comma', '^': 'start', $: 'end' };
/** How often a word may come, by the sign behind it. */
export const bounds: Readonly<Record<string, readonly [number, number]>> = { '?': [0, 1], '*': [0, 3], '+': [1, 3] };

/** A step outside of braces, or the alternatives inside of a pair. */
export type Piece =
  | { readonly step: string }
  | { readonly options: readonly (readonly string[])[]; readonly optional: boolean };

/** Takes a pattern apart. */
export function pieces(text: PatternText): readonly Piece[] {
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
