import type { CrossFit, DocumentCross, Total } from './crossFit.js';
import { groupBy } from './groupBy.js';
import { atThreshold, averagePrecision, quantile, type Scored, thresholdAt } from './measures.js';

/** Rounds to three digits. */
export const three = (value: number): number => Math.round(value * 1000) / 1000;

/** Comments with the highest score of their sentences. */
export function scoredComments({ comments }: CrossFit, total: Total): readonly (Scored & { group: string })[] {
  return comments
    .filter(({ sentences }) => sentences.length > 0)
    .map(({ comment, sentences }) => ({
      score: Math.max(...sentences.map(total)),
      blames: comment.blames,
      group: comment.group,
    }));
}

const share = (items: readonly Scored[], limit: number): number =>
  three(items.filter(({ score }) => score >= limit).length / items.length);

function precisionAndRecall(items: readonly Scored[], limit: number): { precision: number; recall: number } {
  const { precision, recall } = atThreshold(items, limit);
  return { precision: three(precision), recall: three(recall) };
}

function levelFigures(cross: CrossFit, total: Total, limit: number) {
  const comments = scoredComments(cross, total);
  const written = cross.written.map((row) => ({
    score: row.isNamed ? Math.max(total(row), limit) : total(row),
    blames: row.blames,
    kind: row.row.kind,
  }));
  const of = (group: string) => comments.filter((one) => one.group === group);
  return {
    comments: precisionAndRecall(
      comments.filter(({ group }) => group !== 'soft'),
      limit,
    ),
    softFlagged: share(of('soft'), limit),
    harshCodeFlagged: share(of('harsh-code'), limit),
    written: precisionAndRecall(written, limit),
    ordinaryFlagged: share(
      written.filter(({ kind }) => kind === 'plain'),
      limit,
    ),
  };
}

/** Figures of text that the fits had not seen, at both levels. */
export function figuresOf(cross: CrossFit, total: Total, limits: Readonly<Record<'default' | 'gentle', number>>) {
  const sure = scoredComments(cross, total).filter(({ group }) => group !== 'soft');
  const written = cross.written.map((row) => ({ score: total(row), blames: row.blames }));
  return {
    counts: { comments: cross.comments.length, written: written.length },
    averagePrecision: { comments: three(averagePrecision(sure)), written: three(averagePrecision(written)) },
    written: {
      recallAtPrecision93: three(thresholdAt(written, 0.93).recall),
      precisionAtRecall75: three(precisionAtRecall(written, 0.75)),
    },
    default: levelFigures(cross, total, limits.default),
    gentle: levelFigures(cross, total, limits.gentle),
  };
}

function precisionAtRecall(items: readonly Scored[], recall: number): number {
  const hits = items.filter(({ blames }) => blames).map(({ score }) => score);
  return atThreshold(items, quantile(hits, recall)).precision;
}

/** The share of accusing rows of at most 200 characters that are heard in a document at a threshold. */
export function plantedHeard({ comments }: CrossFit, total: Total, limit: number): number {
  const short = comments.filter(
    ({ comment, sentences }) =>
      comment.blames && sentences.length > 0 && sentences.reduce((sum, { masked }) => sum + masked.length, 0) <= 200,
  );
  return three(short.filter(({ sentences }) => sentences.some((row) => total(row) >= limit)).length / short.length);
}

/** A line for each writer, of text that the fit had not seen. */
export function writtenByWriter({ written }: CrossFit, total: Total, limit: number): readonly string[] {
  return [...groupBy(written, ({ row }) => row.writer)].map(([writer, rows]) => {
    const items = rows.map((row) => ({ score: total(row), blames: row.blames }));
    const { precision, recall } = atThreshold(items, limit);
    return `  ${writer}: AP ${three(averagePrecision(items))}, at gentle P ${three(precision)} R ${three(recall)}, R at P .93 ${three(thresholdAt(items, 0.93).recall)}`;
  });
}

/** The document limit at which a rate of findings and a share of documents both hold. */
export function documentLimit(
  scored: readonly { readonly score: number; readonly document: string }[],
  { megabytes, documents }: Pick<DocumentCross, 'megabytes' | 'documents'>,
  perMegabyte: number,
  share: number,
): number {
  const sorted = [...scored].sort((a, b) => b.score - a.score);
  const touched = new Set<string>();
  let limit = Number.POSITIVE_INFINITY;
  for (const [at, { score, document }] of sorted.entries()) {
    touched.add(document);
    if (at + 1 > perMegabyte * megabytes || touched.size > share * documents) {
      break;
    }
    limit = score;
  }
  return limit;
}
