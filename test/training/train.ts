// npm run tone:train [-- --data FOLDER] [--figures]: fits the weights of the tone score and writes src/tone/score/weights.json.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { blockScales, hasPersonWord, visitWord } from '../../src/tone/score/features.js';
import { tokenize } from '../../src/tone/language/tokens.js';
import { foldOf, type LabelledComment, readComments, readDocuments, readWritten, type WrittenRow } from './corpus.js';
import { fitDocumentTable, scoreText, sentencesByRepository } from './documentTable.js';
import { groupBy } from './groupBy.js';
import type { Model } from './logistic.js';
import { averagePrecision, atThreshold, calibrate, quantile, type Scored, thresholdAt } from './measures.js';
import { fitRules, namesCause, prepareRules, rulesIn, type StackRow, weighedRules } from './ruleHits.js';
import { featuresOf } from './sentences.js';
import { type FitRow, fitTable, rounded, scoreRow } from './table.js';

const FOLDS = 5;
/** Folds for documents: two repositories each. */
const DOCUMENT_FOLDS = 3;
/** How much of the weights of real text counts in the table for comments, see {@link fitTable}. */
const REAL_SHARE = 0.8;
/** Weights kept in each table. */
const KEPT = { comment: 45_000, document: 45_000 };
const root = join(__dirname, '..', '..', '..');

const { values: options } = parseArgs({
  options: { data: { type: 'string' }, out: { type: 'string', default: join(root, 'src/tone/score/weights.json') } },
});

interface Data {
  readonly written: readonly WrittenRow[];
  readonly comments: readonly LabelledComment[];
  readonly documents: ReturnType<typeof sentencesByRepository>;
}

function say(text: string): void {
  console.log(`${(process.uptime() / 60).toFixed(1)} min  ${text}`);
}

function readData(): Data {
  const folder = options.data;
  const written = readWritten(join(root, 'test', 'corpus'));
  const comments =
    folder === undefined
      ? []
      : [
          ...readComments(join(folder, 'blame-pool.csv'), () => true),
          ...readComments(join(folder, 'blame-dev.csv'), (id) => id.startsWith('incv-')),
        ];
  const documents = folder === undefined ? [] : sentencesByRepository(readDocuments(join(folder, 'documents-dev.jsonl.gz')));
  return { written, comments, documents };
}

/** A sentence with what the folds said of it. */
interface Judged extends StackRow {
  readonly masked: string;
}

interface JudgedComment {
  readonly comment: LabelledComment;
  readonly sentences: readonly Judged[];
}

/** A written sentence; `isNamed` where it stands in an incident file and a rule about its people matches. */
interface JudgedRow extends Judged {
  readonly row: WrittenRow;
  readonly isNamed: boolean;
}

/** Scores of a table for all labelled text, each from a fit without the fold that the text is in. */
interface CrossFit {
  readonly comments: readonly JudgedComment[];
  readonly written: readonly JudgedRow[];
}

/** Writers in turn, so that a writer is in one fold as a whole. */
function writerFolds(written: readonly WrittenRow[], count: number): ReadonlyMap<string, number> {
  return new Map([...new Set(written.map(({ writer }) => writer))].map((writer, at) => [writer, at % count]));
}

function crossFit(
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
        score: scoreRow(model, row),
        rules: rules(row.masked),
        blames: row.blames,
        weight: row.weight,
      }));
      comments.push({ comment, sentences });
    }
    for (const row of data.written.filter(({ writer }) => folds.get(writer) === fold)) {
      written.push({ row, isNamed: row.surface === 'incident' && namesCause(row.masked), masked: row.masked, score: scoreRow(model, row), rules: rules(row.masked), blames: row.blames, weight: row.weight });
    }
    say(`fold ${fold + 1} of ${count}`);
  }
  return { comments, written };
}

type Total = (row: Pick<StackRow, 'score' | 'rules'>) => number;

function scoredComments({ comments }: CrossFit, total: Total): readonly (Scored & { group: string })[] {
  return comments
    .filter(({ sentences }) => sentences.length > 0)
    .map(({ comment, sentences }) => ({ score: Math.max(...sentences.map(total)), blames: comment.blames, group: comment.group }));
}

const three = (value: number): number => Math.round(value * 1000) / 1000;

function figuresOf(cross: CrossFit, total: Total, limits: { readonly default: number; readonly gentle: number }) {
  const comments = scoredComments(cross, total);
  const sure = comments.filter(({ group }) => group !== 'soft');
  const written = cross.written.map((row) => ({ score: row.isNamed ? Math.max(total(row), limits.default) : total(row), blames: row.blames, kind: row.row.kind, writer: row.row.writer }));
  const plain = written.filter(({ kind }) => kind === 'plain');
  const at = (items: readonly Scored[], limit: number) => {
    const { precision, recall } = atThreshold(items, limit);
    return { precision: three(precision), recall: three(recall) };
  };
  const share = (items: readonly Scored[], limit: number): number => three(items.filter(({ score }) => score >= limit).length / items.length);
  return {
    comments: {
      count: comments.length,
      averagePrecision: three(averagePrecision(sure)),
      default: at(sure, limits.default),
      gentle: at(sure, limits.gentle),
      softFlagged: share(comments.filter(({ group }) => group === 'soft'), limits.gentle),
      harshCodeFlagged: share(comments.filter(({ group }) => group === 'harsh-code'), limits.default),
    },
    written: {
      count: written.length,
      writers: new Set(written.map(({ writer }) => writer)).size,
      averagePrecision: three(averagePrecision(written)),
      default: at(written, limits.default),
      gentle: at(written, limits.gentle),
      recallAt93: three(thresholdAt(written, 0.93).recall),
      precisionAt75: three(precisionAtRecall(written, 0.75)),
      plainFlagged: { default: share(plain, limits.default), gentle: share(plain, limits.gentle) },
    },
  };
}

function precisionAtRecall(items: readonly Scored[], recall: number): number {
  const hits = items.filter(({ blames }) => blames).map(({ score }) => score);
  return atThreshold(items, quantile(hits, recall)).precision;
}

function stackRows({ comments, written }: CrossFit): readonly Judged[] {
  return [...comments.flatMap(({ sentences }) => sentences), ...written].filter(({ weight }) => weight > 0);
}

/** The least charge of a word that makes its sentence worth a score: nearly all that is found must have such a word or name a person. */
function triggerOf(model: Model, cross: CrossFit, total: Total, limit: number): number {
  const found = stackRows(cross).filter((row) => row.blames && total(row) >= limit);
  const charges = found
    .map(({ masked }) => tokenize(masked).map(({ word }) => word))
    .filter((words) => !words.some(hasPersonWord))
    .map((words) => Math.max(...words.map((word) => chargeOf(model, word))));
  const share = Math.max(0, 1 - (found.length * 0.01) / Math.max(1, charges.length));
  return quantile(charges, share);
}


function chargeOf({ weights }: Model, word: string): number {
  let sum = 0;
  visitWord(word, (place, block) => {
    sum += (weights[place] ?? 0) * (blockScales[block] ?? 1);
  });
  return sum;
}

function totalOf(weights: readonly number[]): Total {
  return ({ score, rules }) => rules.reduce((sum, rule) => sum + (weights[rule] ?? 0), score);
}

/** The most that the rules of one sentence add, among all labelled text. */
function mostAdded(cross: CrossFit, weights: readonly number[]): number {
  return Math.max(0, ...stackRows(cross).map(({ rules }) => rules.reduce((sum, rule) => sum + (weights[rule] ?? 0), 0)));
}

function byRule(weights: readonly number[]): Record<string, number> {
  return Object.fromEntries(weighedRules.map((rule, at) => [rule, three(weights[at] ?? 0)]));
}

/** Scores of the sentences of documents, each from a fit without its repository; only those that may come near a threshold. */
interface DocumentCross {
  readonly cross: CrossFit;
  readonly sentences: readonly { readonly masked: string; readonly score: number; readonly document: string }[];
  readonly megabytes: number;
  readonly documents: number;
}

const NEAR = -3;

function crossFitDocuments(data: Data, rules: (masked: string) => readonly number[]): DocumentCross {
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
    rules,
  );
  const megabytes = data.documents.reduce((sum, { size }) => sum + size, 0) / 1e6;
  return { cross, sentences, megabytes, documents: data.documents.reduce((sum, { documents }) => sum + (documents.at(-1) ?? 0) + 1, 0) };
}

/** The share of accusing rows of at most 200 characters that are heard in a document at a threshold. */
function plantedHeard({ comments }: CrossFit, total: Total, limit: number): number {
  const short = comments.filter(
    ({ comment, sentences }) => comment.blames && sentences.length > 0 && sentences.reduce((sum, { masked }) => sum + masked.length, 0) <= 200,
  );
  return three(short.filter(({ sentences }) => sentences.some((row) => total(row) >= limit)).length / short.length);
}

async function main(): Promise<void> {
  await prepareRules();
  const data = readData();
  say(`${data.written.length} written sentences, ${data.comments.length} comments, ${data.documents.reduce((sum, { sentences }) => sum + sentences.length, 0)} sentences of documents`);
  const memory = new Map<string, readonly number[]>();
  const rules = (masked: string): readonly number[] => {
    const known = memory.get(masked) ?? rulesIn(masked);
    memory.set(masked, known);
    return known;
  };
  const some = data.documents.flatMap(({ sentences }) => sentences.filter((_, at) => at % 40 === 0));
  const quiet = some.map((masked): FitRow => ({ ...featuresOf(masked), blames: false, weight: 0.2, isReal: true }));
  const cross = crossFit(data, FOLDS, (rows) => fitTable([...rows, ...quiet], REAL_SHARE), rules);
  const commentRules = fitRules(stackRows(cross));
  const total = totalOf(commentRules);
  const sure = scoredComments(cross, total).filter(({ group }) => group !== 'soft');
  const ordinary = cross.written.filter(({ row }) => row.kind === 'plain').map(total);
  const limits = {
    default: Math.max(thresholdAt(sure, 0.93).score, quantile(ordinary, 0.0015)),
    gentle: Math.max(thresholdAt(sure, 0.9).score, quantile(ordinary, 0.004)),
    sure: thresholdAt(sure, 0.96).score,
  };
  say(`comments ${JSON.stringify(limits)} ${JSON.stringify(figuresOf(cross, total, limits))}`);
  const lines = writtenByWriter(cross, total, limits.gentle);
  console.log(lines.join('\n'));

  const inDocuments = crossFitDocuments(data, rules);
  const quietRows = inDocuments.sentences
    .filter(({ score }) => score > -1)
    .map(({ masked, score }): StackRow => ({ score, rules: rules(masked), blames: false, weight: 1 }));
  const documentRules = fitRules([...stackRows(inDocuments.cross), ...quietRows]);
  const documentTotal = totalOf(documentRules);
  const scored = inDocuments.sentences.map(({ masked, score, document }) => ({ document, score: documentTotal({ score, rules: rules(masked) }) }));
  const rate = (perMegabyte: number): number => quantile(scored.map(({ score }) => score), (perMegabyte * inDocuments.megabytes) / scored.length);
  for (const perMegabyte of [0.3, 0.5, 1, 1.5, 2, 3, 5]) {
    const limit = rate(perMegabyte);
    const touched = new Set(scored.filter(({ score }) => score >= limit).map(({ document }) => document)).size;
    say(`documents ${perMegabyte}/MB: score ${limit.toFixed(2)}, ${((100 * touched) / inDocuments.documents).toFixed(1)} % of files, planted heard ${plantedHeard(inDocuments.cross, documentTotal, limit)}`);
  }
  const documentLimits = { default: rate(1.2), gentle: rate(2), sure: rate(0.3) };
  const incidentLimits = { default: rate(4), gentle: rate(8), sure: rate(1) };

  const rows = [...data.comments.flatMap(({ sentences }) => sentences), ...data.written].filter(({ weight }) => weight > 0);
  const comment = rounded(fitTable([...rows, ...quiet], REAL_SHARE), KEPT.comment);
  const document = rounded(fitDocumentTable(rows, data.documents.flatMap(({ sentences }) => sentences)), KEPT.document);
  say('fitted on everything');
  const all = scoredComments(cross, total);
  const short = ({ slope, offset }: { slope: number; offset: number }) => ({ slope: three(slope), offset: three(offset) });
  const weights = {
    version: 1,
    tables: { comment: comment.table, document: document.table },
    calibration: {
      comment: short(calibrate(all)),
      document: short(calibrate([...stackRows(inDocuments.cross).map((row) => ({ score: documentTotal(row), blames: row.blames })), ...scored.map(({ score }) => ({ score, blames: false }))])),
    },
    rules: { comment: byRule(commentRules), document: byRule(documentRules) },
    most: { comment: three(mostAdded(cross, commentRules)), document: three(mostAdded(inDocuments.cross, documentRules)) },
    trigger: {
      comment: three(triggerOf(comment.model, cross, total, limits.gentle)),
      document: three(triggerOf(document.model, inDocuments.cross, documentTotal, documentLimits.gentle)),
    },
    thresholds: {
      comment: { ...rounded3(limits), incidentRule: -2 },
      incident: { ...rounded3(incidentLimits), incidentRule: -4 },
      document: { ...rounded3(documentLimits), incidentRule: 99 },
    },
    figures: {
      ...figuresOf(cross, total, limits),
      documents: { megabytes: three(inDocuments.megabytes), plantedHeardAtTwo: plantedHeard(inDocuments.cross, documentTotal, rate(2)) },
    },
  };
  writeFileSync(options.out, `${JSON.stringify(weights)}\n`);
  say(`wrote ${options.out}`);
}

function rounded3<T extends Record<string, number>>(limits: T): T {
  return Object.fromEntries(Object.entries(limits).map(([name, value]) => [name, three(value)])) as T;
}

function writtenByWriter({ written }: CrossFit, total: Total, limit: number): readonly string[] {
  return [...groupBy(written, ({ row }) => row.writer)].map(([writer, rows]) => {
    const items = rows.map((row) => ({ score: total(row), blames: row.blames }));
    const { precision, recall } = atThreshold(items, limit);
    return `  ${writer}: AP ${three(averagePrecision(items))}, at gentle P ${three(precision)} R ${three(recall)}, R at P .93 ${three(thresholdAt(items, 0.93).recall)}`;
  });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
