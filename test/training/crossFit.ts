import { tokenize } from '../../src/tone/language/tokens.js';
import { isTooShort } from '../../src/tone/score/sentenceScore.js';
import { foldOf, type LabelledComment, type WrittenRow } from './corpus.js';
import { fitDocumentTable, scoreText, type sentencesByRepository } from './documentTable.js';
import type { Model } from './logistic.js';
import { namesCause, type StackRow } from './ruleHits.js';
import { say } from './say.js';
import { type FitRow, scoreRow } from './table.js';

/** Folds for documents: two repositories each. */
const DOCUMENT_FOLDS = 3;

/** All labelled text. */
export interface Data {
  readonly written: readonly WrittenRow[];
  readonly comments: readonly LabelledComment[];
  readonly documents: ReturnType<typeof sentencesByRepository>;
}

/** A sentence with what the folds said of it. */
export interface Judged extends StackRow {
  readonly masked: string;
}

export interface JudgedComment {
  readonly comment: LabelledComment;
  readonly sentences: readonly Judged[];
}

/** A written sentence; `isNamed` where it stands in an incident file and a rule about its people matches. */
interface JudgedRow extends Judged {
  readonly row: WrittenRow;
  readonly isNamed: boolean;
}

/** Scores of a table for all labelled text, each from a fit without the fold that the text is in. */
export interface CrossFit {
  readonly comments: readonly JudgedComment[];
  readonly written: readonly JudgedRow[];
}

/** Log odds to take from a sentence that is too short to be found by its score alone. */
function brevity(masked: string, rules: readonly number[]): number {
  return rules.length === 0 && isTooShort(tokenize(masked)) ? NEVER : 0;
}

/** More than any score. */
const NEVER = 99;

/** Writers in turn, so that a writer is in one fold as a whole. */
function writerFolds(written: readonly WrittenRow[], count: number): ReadonlyMap<string, number> {
  return new Map([...new Set(written.map(({ writer }) => writer))].map((writer, at) => [writer, at % count]));
}

export function crossFit(
  data: Data,
  count: number,
  fitFold: (rows: readonly FitRow[], fold: number) => Model,
  rules: (masked: string) => readonly number[],
): CrossFit {
  const folds = writerFolds(data.written, count);
  const comments: JudgedComment[] = [];
  const written: JudgedRow[] = [];
  for (let fold = 0; fold < count; fold++) {
    const isHeld = (comment: LabelledComment): boolean => foldOf(comment.id, count) === fold;
    const rows = [
      ...data.comments.filter((comment) => !isHeld(comment)).flatMap(({ sentences }) => sentences),
      ...data.written.filter(({ writer }) => folds.get(writer) !== fold),
    ].filter(({ weight }) => weight > 0);
    const model = fitFold(rows, fold);
    for (const comment of data.comments.filter(isHeld)) {
      const sentences = comment.sentences.map((row) => ({
        masked: row.masked,
        score: scoreRow(model, row) - brevity(row.masked, rules(row.masked)),
        rules: rules(row.masked),
        blames: row.blames,
        weight: row.weight,
      }));
      comments.push({ comment, sentences });
    }
    for (const row of data.written.filter(({ writer }) => folds.get(writer) === fold)) {
      written.push({
        row,
        isNamed: row.surface === 'incident' && namesCause(row.masked),
        masked: row.masked,
        score: scoreRow(model, row) - brevity(row.masked, rules(row.masked)),
        rules: rules(row.masked),
        blames: row.blames,
        weight: row.weight,
      });
    }
    say(`fold ${fold + 1} of ${count}`);
  }
  return { comments, written };
}

/** The score of a sentence with what its rules add. */
export type Total = (row: Pick<StackRow, 'score' | 'rules'>) => number;

/** All labelled sentences that are fitted on; those that no score can find tell nothing of what rules add. */
export function stackRows({ comments, written }: CrossFit): readonly Judged[] {
  return [...comments.flatMap(({ sentences }) => sentences), ...written].filter(
    ({ weight, score }) => weight > 0 && score > -NEVER / 2,
  );
}

/** Scores of the sentences of documents, each from a fit without its repository; only those that may come near a threshold. */
export interface DocumentCross {
  readonly cross: CrossFit;
  readonly sentences: readonly { readonly masked: string; readonly score: number; readonly document: string }[];
  readonly megabytes: number;
  readonly documents: number;
}

const NEAR = -3;

export function crossFitDocuments(data: Data): DocumentCross {
  const sentences: { masked: string; score: number; document: string }[] = [];
  const groupOf = (at: number): number => at % DOCUMENT_FOLDS;
  const cross = crossFit(
    data,
    DOCUMENT_FOLDS,
    (rows, fold) => {
      const rest = data.documents.filter((_, at) => groupOf(at) !== fold).flatMap((group) => group.sentences);
      const model = fitDocumentTable(rows, rest);
      for (const group of data.documents.filter((_, at) => groupOf(at) === fold)) {
        for (const [at, masked] of group.sentences.entries()) {
          const score = scoreText(model, masked);
          if (score > NEAR) {
            sentences.push({ masked, score, document: `${group.repository}/${group.documents[at]}` });
          }
        }
      }
      return model;
    },
    () => [],
  );
  const megabytes = data.documents.reduce((sum, { size }) => sum + size, 0) / 1e6;
  return {
    cross,
    sentences,
    megabytes,
    documents: data.documents.reduce((sum, { documents }) => sum + (documents.at(-1) ?? 0) + 1, 0),
  };
}
