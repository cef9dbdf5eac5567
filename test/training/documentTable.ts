import { isEnglish } from '../../src/tone/language/english.js';
import { tokenize } from '../../src/tone/language/tokens.js';
import { blockScales, visitFeatures } from '../../src/tone/score/features.js';
import { hasPersonWord } from '../../src/tone/score/wordFacts.js';
import type { CleanDocument } from './corpus.js';
import { groupBy } from './groupBy.js';
import type { Model } from './logistic.js';
import { featuresOf, readSentences } from './sentences.js';
import { type FitRow, fitTable } from './table.js';

/** Sentences of documents, as the engine reads them. */
export interface DocumentSentences {
  readonly repository: string;
  /** Characters of the documents. */
  readonly size: number;
  readonly sentences: readonly string[];
  /** For each sentence the number of its document. */
  readonly documents: readonly number[];
}

/** Splits documents into sentences, by repository; sentences that no person is named in and those that are not English are left out. */
export function sentencesByRepository(documents: readonly CleanDocument[]): readonly DocumentSentences[] {
  const groups = groupBy(documents, ({ id }) => id.split(/[/:]/).slice(0, 2).join('/'));
  return [...groups].map(([repository, members]) => {
    const sentences: string[] = [];
    const numbers: number[] = [];
    for (const [number, { text }] of members.entries()) {
      for (const { masked } of readSentences(text)) {
        const words = tokenize(masked).map(({ word }) => word);
        if (words.some(hasPersonWord) && isEnglish(words)) {
          sentences.push(masked);
          numbers.push(number);
        }
      }
    }
    return { repository, size: members.reduce((sum, { text }) => sum + text.length, 0), sentences, documents: numbers };
  });
}

/** The score of a sentence, without keeping its features. */
export function scoreText({ weights, bias }: Model, masked: string): number {
  let sum = 0;
  let squares = 0;
  const tokens = tokenize(masked);
  visitFeatures(masked, tokens, (place, _, block) => {
    const scale = blockScales[block] ?? 1;
    sum += (weights[place] as number) * scale;
    squares += scale * scale;
  });
  return bias + sum / Math.sqrt(Math.max(1, squares));
}

const RANDOM = 12_000;
const RANDOM_WEIGHT = 0.3;
const HARD_FROM = -2;
const HARD_MOST = 6000;
const WORST = 600;
const ROUNDS = 2;
const REAL_SHARE = 1;

function rowOf(masked: string, weight: number): FitRow {
  return { ...featuresOf(masked), blames: false, weight, isReal: true };
}

/** Every so-many-th sentence, so that about {@link RANDOM} are taken. */
function sample(sentences: readonly string[]): readonly string[] {
  const every = Math.max(1, Math.floor(sentences.length / RANDOM));
  return sentences.filter((_, at) => at % every === 0);
}

/**
 * Fits the table for documents: the given rows, sentences of documents as clean ones, and in further rounds those clean sentences that
 * the table of the round before scored highest.
 */
export function fitDocumentTable(rows: readonly FitRow[], sentences: readonly string[]): Model {
  const random = sample(sentences).map((masked) => rowOf(masked, RANDOM_WEIGHT));
  let model = fitTable([...rows, ...random], REAL_SHARE);
  for (let round = 0; round < ROUNDS; round++) {
    const scored = sentences
      .map((masked) => ({ masked, score: scoreText(model, masked) }))
      .filter(({ score }) => score > HARD_FROM)
      .sort((a, b) => b.score - a.score)
      .slice(0, HARD_MOST);
    const hard = scored.map(({ masked }, at) => rowOf(masked, at < WORST ? 3 : 1));
    model = fitTable([...rows, ...random, ...hard], REAL_SHARE);
  }
  return model;
}
