import type { Token } from '../language/tokens.js';
import { tableSize } from './featureHash.js';
import { blockScales, sumFeatures, visitFeatures, visitWord } from './features.js';
import weights from './weights.json';
import { presenceOf, unpackTable, type WeightTable } from './weightTable.js';

/** The two weight tables: text that speaks to somebody, and text that speaks to everyone. */
export type TableName = 'comment' | 'document';

interface ReadTable extends WeightTable {
  readonly present: Uint8Array;
}
const tables = new Map<TableName, ReadTable>();

function tableFor(name: TableName): ReadTable {
  let table = tables.get(name);
  if (table === undefined) {
    const unpacked = unpackTable(weights.tables[name], tableSize);
    table = { ...unpacked, present: presenceOf(unpacked.entries) };
    tables.set(name, table);
  }
  return table;
}

/** What a word weighs by itself, in table steps times block scales; comparable between words of one table. */
export function wordCharge(word: string, name: TableName): number {
  const { entries, step } = tableFor(name);
  let sum = 0;
  visitWord(word, (place, block) => {
    sum += (entries[place] ?? 0) * (blockScales[block] ?? 1);
  });
  return sum * step;
}

/**
 * The log odds that a sentence blames, before calibration.
 * @param masked the sentence as the rules read it.
 */
export function scoreSentence(masked: string, tokens: readonly Token[], name: TableName): number {
  const { entries, present, step, bias } = tableFor(name);
  const { sum, squares } = sumFeatures(masked, tokens, entries, present);
  return bias + (sum * step) / Math.sqrt(Math.max(1, squares));
}

/** Whether a sentence has too few words to be judged by its score alone: "Huh?" and "oh no" say too little. */
export function isTooShort(tokens: readonly Token[]): boolean {
  return tokens.length < FEWEST;
}

const FEWEST = 3;

/** The share of each token in the score of a sentence, in the order of the tokens. */
export function sharesOf(masked: string, tokens: readonly Token[], name: TableName): Float64Array {
  const { entries, step } = tableFor(name);
  const shares = new Float64Array(tokens.length);
  let squares = 0;
  visitFeatures(masked, tokens, (place, token, block) => {
    const scale = blockScales[block] ?? 1;
    shares[token] = (shares[token] ?? 0) + (entries[place] as number) * scale;
    squares += scale * scale;
  });
  return shares.map((share) => (share * step) / Math.sqrt(Math.max(1, squares)));
}

/** Probability between 0 and 1 that a sentence with this score blames, calibrated on sentences that the table was not fitted on. */
export function probabilityOf(score: number, name: TableName): number {
  const { slope, offset } = weights.calibration[name];
  return 1 / (1 + Math.exp(-(slope * score + offset)));
}
