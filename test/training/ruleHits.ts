import { activeIn } from '../../src/tone/detect/activeRules.js';
import { patternHits } from '../../src/tone/detect/patternHits.js';
import { Reading } from '../../src/tone/pattern/reading.js';
import { ruleSet } from '../../src/tone/rules/ruleSet.js';
import { strictest } from '../../src/tone/sentenceContext.js';
import { Dataset, fitLogistic } from './logistic.js';

const everything = activeIn({ ...strictest, incident: false });
const inIncident = activeIn(strictest);

/** Rules that carry a weight: all that speak without being asked for, outside of incident files too. */
export const weighedRules: readonly string[] = ruleSet
  .filter(({ level, needs, match }) => level !== 'opt-in' && !needs?.includes('incident') && match.length > 0)
  .map(({ id }) => id);

const numbers = new Map(weighedRules.map((id, at) => [id, at]));

/** The numbers of the rules that match in a sentence, each once. */
export function rulesIn(masked: string): readonly number[] {
  const reading = new Reading(masked, masked, strictest.people, strictest.tools);
  const hits = patternHits(everything, reading, ({ rule }) => numbers.has(rule.id));
  return [...new Set(hits.map(({ active }) => numbers.get(active.rule.id) ?? 0))];
}

/** Whether a rule about the people of an incident matches. */
export function namesCause(masked: string): boolean {
  const reading = new Reading(masked, masked, strictest.people, strictest.tools, true);
  return patternHits(inIncident, reading, ({ rule }) => rule.needs?.includes('incident') === true).length > 0;
}

/** A sentence with its score from a table that was not fitted on it. */
export interface StackRow {
  readonly score: number;
  readonly rules: readonly number[];
  readonly blames: boolean;
  readonly weight: number;
}

const PENALTY = 1.5;

/**
 * Fits what each rule adds to the score of its sentence.
 * @returns log odds on the scale of the score, by number of the rule; never below 0.
 */
export function fitRules(rows: readonly StackRow[]): readonly number[] {
  const data = new Dataset();
  for (const { score, rules, blames, weight } of rows) {
    const places = Int32Array.from([0, ...rules.map((rule) => rule + 1)]);
    const values = Float32Array.from([score, ...rules.map(() => 1)]);
    data.add(places, values, blames ? 1 : 0, weight);
  }
  const { weights } = fitLogistic(data, { penalty: PENALTY, rounds: 300, least: 1e-8, size: weighedRules.length + 1 });
  const slope = weights[0] as number;
  return weighedRules.map((_, at) => Math.max(0, (weights[at + 1] as number) / slope));
}

/** Hits of a rule that tell nothing by themselves. */
const FEWEST_HITS = 3;
/** The lowest score at which a matched rule may speak. */
const LOWEST = -2.5;
/** The table that is fitted on all text gives a sentence another score than the folds did; most differ by less. */
const SLACK = 0.15;
/** The score from which a rule speaks that hits too little to be judged. */
const UNPROVEN = -1;

/**
 * What each rule adds to the score of its sentence, so that the sentences of its hits that reach the limit blame with a precision.
 * @returns log odds by number of the rule; never below 0.
 */
export function bonusesFor(rows: readonly StackRow[], limit: number, precision: number): readonly number[] {
  return weighedRules.map((_, rule) => {
    const hits = rows.filter(({ rules }) => rules.includes(rule)).sort((a, b) => b.score - a.score);
    let right = 0;
    let all = 0;
    let bonus = 0;
    for (const { score, blames, weight } of hits) {
      all += weight;
      right += blames ? weight : 0;
      // A part of a wrong hit is taken for granted: few hits prove little.
      if (score >= LOWEST && all >= FEWEST_HITS && right / (all + 0.3) >= precision) {
        bonus = limit - score + SLACK;
      }
    }
    const isUnproven = all < FEWEST_HITS && right === all;
    return isUnproven ? limit - UNPROVEN : Math.max(0, bonus);
  });
}
