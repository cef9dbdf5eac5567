import { wordsOf } from '../lexicon/lexicon.js';
import { charges } from './signCombinations.js';
import { signs } from './signList.js';
import { signWeights } from './signWeights.js';

/** What one word alone brings to the sum: the scan adds these up to find sentences worth weighing. */
export function wordWeights(): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  const add = (words: Iterable<string>, weight: number): void => {
    for (const word of words) {
      weights.set(word, (weights.get(word) ?? 0) + weight);
    }
  };
  for (const sign of signs) {
    if (sign.words !== undefined) {
      add(wordsOf(sign.words), signWeights[sign.name] ?? 0);
    }
  }
  const pair = ((signWeights.charge ?? 0) + (signWeights['you+charge'] ?? 0)) / 2;
  for (const name of charges) {
    add(wordsOf(name), pair);
  }
  add(wordsOf('hostile'), signWeights['they+hostile'] ?? 0);
  return weights;
}
