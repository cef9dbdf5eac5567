import type { TableName } from './sentenceScore.js';
import weights from './weights.json';

/** Kinds of text by whom they speak to: somebody, a team that looks at its own work, or everyone. */
export type Surface = 'comment' | 'notes' | 'document';

/** Scores (log odds before calibration, matched rules added) from which a sentence is found. */
export interface Thresholds {
  readonly table: TableName;
  readonly default: number;
  readonly gentle: number;
  /** From here on a finding that only the score made is sure. */
  readonly sure: number;
  /** A rule about the people of an incident speaks from here on, in incident files alone. */
  readonly incidentRule: number;
}

const tableOf: Readonly<Record<Surface, TableName>> = { comment: 'comment', notes: 'comment', document: 'document' };

/** Thresholds of a surface. */
export function thresholdsOf(surface: Surface): Thresholds {
  return { ...weights.thresholds[surface], table: tableOf[surface] };
}

/** Log odds that a matched rule adds to the score of its sentence; 0 for rules that carry no weight. */
export function ruleWeight(rule: string, table: TableName): number {
  const known: Readonly<Record<string, number>> = weights.rules[table];
  return known[rule] ?? 0;
}

/** Log odds that all matched rules of a sentence add. In a comment the strongest one counts, in a document they add up. */
export function bonusOf(ruleWeights: readonly number[], table: TableName): number {
  return table === 'comment' ? Math.max(0, ...ruleWeights) : ruleWeights.reduce((sum, weight) => sum + weight, 0);
}

/** The most that matched rules can add together. */
export function mostOfRules(table: TableName): number {
  return weights.most[table];
}
