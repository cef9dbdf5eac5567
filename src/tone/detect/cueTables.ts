import { type CueTable, cueTableOf } from './cueTable.js';
import { Pattern } from '../pattern/pattern.js';
import { ruleSet } from '../rules/ruleSet.js';
import { signs } from './signList.js';
import { wordWeights } from './wordWeights.js';

/** The tables of all scans. */
export interface CueTables {
  readonly rules: CueTable;
  readonly signs: CueTable;
}

/** The tables for the rules and for the weak signs. Bundles hold what this returns instead of this file: see esbuild.js. */
export function cueTables(): CueTables {
  const compiled = (texts: readonly string[]): readonly Pattern[] => texts.map((text) => new Pattern(text));
  return {
    rules: cueTableOf(compiled(ruleSet.flatMap(({ match }) => match)), wordWeights()),
    signs: cueTableOf(compiled(signs.flatMap(({ match = [] }) => match)), new Map()),
  };
}
