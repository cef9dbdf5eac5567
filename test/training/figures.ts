import type { CrossFit, DocumentCross, Judged, Total } from './crossFit.js';
import { groupBy } from './groupBy.js';
import { atThreshold, averagePrecision, quantile, type Scored, thresholdAt } from './measures.js';
import { isDefaultRule } from './ruleHits.js';

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

/** Limits of one level: of the score alone, and of a matched rule. */
interface Limits {
  readonly score: number;
  readonly rule: number;
  readonly defaultOnly: boolean;
}

/** A total in which a matched rule counts as much as the lower limit for rules allows. */
function lifted(total: Total, { score, rule, defaultOnly }: Limits): Total {
  return (row) => {
    const sum = total(row);
    const speaks = row.rules.some((one) => !defaultOnly || isDefaultRule(one));
    return speaks ? Math.max(sum, sum + score - rule) : sum;
  };
}

const share = (items: readonly Scored[], limit: number): number =>
  three(items.filter(({ score }) => score >= limit).length / items.length);

function precisionAndRecall(items: readonly Scored[], limit: number): { precision: number; recall: number } {
  const { precision, recall } = atThreshold(items, limit);
  return { precision: three(precision), recall: three(recall) };
}

function levelFigures(cross: CrossFit, total: Total, limits: Limits) {
  const at = lifted(total, limits);
  const comments = scoredComments(cross, at);
  const written = cross.written.map((row) => ({
    score: row.isNamed ? Math.max(at(row), limits.score) : at(row),
    blames: row.blames,
    kind: row.row.kind,
  }));
  const of = (group: string) => comments.filter((one) => one.group === group);
  return {
    comments: precisionAndRecall(
      comments.filter(({ group }) => group !== 'soft'),
      limits.score,
    ),
    softFlagged: share(of('soft'), limits.score),
    harshCodeFlagged: share(of('harsh-code'), limits.score),
    written: precisionAndRecall(written, limits.score),
    ordinaryFlagged: share(
      written.filter(({ kind }) => kind === 'plain'),
      limits.score,
    ),
  };
}

/** Figures of text that the fits had not seen, at both levels. */
export function figuresOf(
  cross: CrossFit,
  total: Total,
  limits: Readonly<Record<'default' | 'gentle' | 'ruleDefault' | 'ruleGentle', number>>,
) {
  const sure = scoredComments(cross, total).filter(({ group }) => group !== 'soft');
  const written = cross.written.map((row) => ({ score: total(row), blames: row.blames }));
  return {
    counts: { comments: cross.comments.length, written: written.length },
    averagePrecision: { comments: three(averagePrecision(sure)), written: three(averagePrecision(written)) },
    written: {
      recallAtPrecision93: three(thresholdAt(written, 0.93).recall),
      precisionAtRecall75: three(precisionAtRecall(written, 0.75)),
    },
    default: levelFigures(cross, total, { score: limits.default, rule: limits.ruleDefault, defaultOnly: true }),
    gentle: levelFigures(cross, total, { score: limits.gentle, rule: limits.ruleGentle, defaultOnly: false }),
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

const STEP = 0.1;
const LOWEST = -2;

/**
 * The lowest total from which a matched rule may speak: of the texts that it adds to those found by the limit, at least `precision` blame.
 * @param defaultOnly only rules of the default level.
 */
export function ruleLimit(
  cross: CrossFit,
  total: Total,
  limit: number,
  precision: number,
  defaultOnly: boolean,
): number {
  const isWanted = ({ rules }: Judged): boolean => rules.some((rule) => !defaultOnly || isDefaultRule(rule));
  const best = (sentences: readonly Judged[]): number => Math.max(-99, ...sentences.filter(isWanted).map(total));
  const comments = cross.comments
    .filter(({ comment: { group }, sentences }) => group !== 'soft' && sentences.every((row) => total(row) < limit))
    .map(({ comment: { blames }, sentences }) => ({ score: best(sentences), blames }));
  const written = cross.written
    .filter((row) => total(row) < limit)
    .map((row) => ({ score: best([row]), blames: row.blames }));
  const added = [...comments, ...written].filter(({ score }) => score > -99);
  let found = limit;
  for (let at = limit; at >= LOWEST; at -= STEP) {
    const flagged = added.filter(({ score }) => score >= at);
    if (flagged.length > 0 && flagged.filter(({ blames }) => blames).length / flagged.length >= precision) {
      found = at;
    }
  }
  return found;
}
