/** Never end a sentence. */
export const ALWAYS = new Set([
  'e.g',
  'i.e',
  'eg',
  'ie',
  'cf',
  'vs',
  'mr',
  'mrs',
  'ms',
  'dr',
  'prof',
  'st',
  'resp',
  'viz',
  'al',
  'fig',
  'sec',
  'approx',
  'incl',
]);
/** End one only before a capital letter. */
export const SOMETIMES = new Set([
  'etc',
  'inc',
  'ltd',
  'jr',
  'sr',
  'a.k.a',
  'a.m',
  'p.m',
  'ca',
  'esp',
  'max',
  'min',
  'u.s',
]);
/** End none before a figure: "no. 5". */
export const NUMBERED = new Set(['no', 'nr', 'vol', 'art', 'pp', 'p', 'ch']);
