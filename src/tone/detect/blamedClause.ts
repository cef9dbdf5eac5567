import type { Reading } from '../pattern/reading.js';

/** Words that are no explanation by themselves. */
const small: ReadonlySet<string> = new Set(
  "a an the to of in on at is are was were be been do does did it its this that and or but so as for with by from i 's not".split(
    ' ',
  ),
);

/** How many words a finding by the score names. */
const NAMED = 3;

/** The clause with the largest share of the score, as tokens `from` to before `to`. */
export function clauseRange(reading: Reading, shares: Float64Array): { readonly from: number; readonly to: number } {
  let best = { from: 0, to: reading.tokens.length };
  let most = Number.NEGATIVE_INFINITY;
  for (let from = 0; from < reading.tokens.length; ) {
    const to = reading.clauseEnd(from);
    let sum = 0;
    for (let at = from; at < to; at++) {
      sum += shares[at] ?? 0;
    }
    if (sum > most) {
      most = sum;
      best = { from, to };
    }
    from = to;
  }
  return best.to - best.from < 2 ? { from: 0, to: reading.tokens.length } : best;
}

/** The words with the largest shares of the score, the largest first. */
export function heaviestWords(reading: Reading, shares: Float64Array): readonly string[] {
  return reading.tokens
    .map(({ word, start, end }, at) => ({ word, text: reading.original.slice(start, end), share: shares[at] ?? 0 }))
    .filter(({ word, share }) => share > 0 && !small.has(word))
    .sort((a, b) => b.share - a.share)
    .slice(0, NAMED)
    .map(({ text }) => text);
}
