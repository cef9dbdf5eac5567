// npm run tone:train [-- --data FOLDER] [--comments]: fits the weights of the tone score and writes src/tone/score/weights.json.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { tokenize } from '../../src/tone/language/tokens.js';
import { blockScales, visitWord } from '../../src/tone/score/features.js';
import type { TableName } from '../../src/tone/score/sentenceScore.js';
import { bonusOf } from '../../src/tone/score/thresholds.js';
import weights from '../../src/tone/score/weights.json';
import { hasPersonWord } from '../../src/tone/score/wordFacts.js';
import { readComments, readDocuments, readWritten } from './corpus.js';
import { type CrossFit, crossFit, crossFitDocuments, type Data, stackRows, type Total } from './crossFit.js';
import { fitDocumentTable, sentencesByRepository } from './documentTable.js';
import { documentLimit, figuresOf, plantedHeard, scoredComments, three, writtenByWriter } from './figures.js';
import type { Model } from './logistic.js';
import { calibrate, quantile, thresholdAt } from './measures.js';
import { bonusesFor, fitRules, rulesIn, type StackRow, weighedRules } from './ruleHits.js';
import { say } from './say.js';
import { featuresOf } from './sentences.js';
import { type FitRow, fitTable, rounded } from './table.js';

const FOLDS = 5;
/** How much of the weights of real text counts in the table for comments, see {@link fitTable}. */
const REAL_SHARE = 0.5;
/** Weights kept in each table. */
const KEPT = { comment: 45_000, document: 45_000 };
/** A limit that nothing reaches. */
const NEVER = 99;
const root = join(__dirname, '..', '..', '..');

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    comments: { type: 'boolean', default: false },
    out: { type: 'string', default: join(root, 'src/tone/score/weights.json') },
  },
});

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
  const documents =
    folder === undefined ? [] : sentencesByRepository(readDocuments(join(folder, 'documents-dev.jsonl.gz')));
  return { written, comments, documents };
}

/** The least charge of a word that makes its sentence worth a score: nearly all that is found must have such a word or name a person. */
function triggerOf(model: Model, cross: CrossFit, total: Total, limit: number): number {
  const found = stackRows(cross).filter((row) => row.blames && total(row) >= limit);
  const charges = found
    .map(({ masked }) => tokenize(masked).map(({ word }) => word))
    .filter((words) => !words.some(hasPersonWord))
    .map((words) => Math.max(...words.map((word) => chargeOf(model, word))));
  const share = Math.max(0, 1 - (found.length * 0.008) / Math.max(1, charges.length));
  return quantile(charges, share);
}

function chargeOf({ weights }: Model, word: string): number {
  let sum = 0;
  visitWord(word, (place, block) => {
    sum += (weights[place] ?? 0) * (blockScales[block] ?? 1);
  });
  return sum;
}

function totalOf(weights: readonly number[], table: TableName): Total {
  return ({ score, rules }) =>
    score +
    bonusOf(
      rules.map((rule) => weights[rule] ?? 0),
      table,
    );
}

/** The most that the rules of one sentence add, among all labelled text. */
function mostAdded(cross: CrossFit, weights: readonly number[], table: TableName): number {
  return stackRows(cross).reduce(
    (most, { rules }) =>
      Math.max(
        most,
        bonusOf(
          rules.map((rule) => weights[rule] ?? 0),
          table,
        ),
      ),
    0,
  );
}

function byRule(weights: readonly number[]): Record<string, number> {
  return Object.fromEntries(weighedRules.map((rule, at) => [rule, three(weights[at] ?? 0)]));
}

type RulesOf = (masked: string) => readonly number[];

/** Rules of a sentence, worked out once. */
function rememberedRules(): RulesOf {
  const memory = new Map<string, readonly number[]>();
  return (masked) => {
    const known = memory.get(masked) ?? rulesIn(masked);
    memory.set(masked, known);
    return known;
  };
}

/** A part of the weights file: a table, what its rules add, and its limits. */
interface Part {
  readonly cross: CrossFit;
  readonly total: Total;
  readonly rules: readonly number[];
  readonly calibration: { readonly slope: number; readonly offset: number };
}

function commentPart(data: Data, quiet: readonly FitRow[], rulesOf: RulesOf) {
  const cross = crossFit(data, FOLDS, (rows) => fitTable([...rows, ...quiet], REAL_SHARE), rulesOf);
  const alone = totalOf([], 'comment');
  const comments = scoredComments(cross, alone);
  const written = cross.written.map((row) => ({ score: row.score, blames: row.blames }));
  const sure = comments.length > 0 ? comments.filter(({ group }) => group !== 'soft') : written;
  const ordinary = cross.written.filter(({ row }) => row.kind === 'plain').map(alone);
  const limits = {
    default: Math.max(thresholdAt(sure, 0.925).score, quantile(ordinary, 0.0008)),
    gentle: Math.max(thresholdAt(sure, 0.885).score, quantile(ordinary, 0.003)),
    sure: thresholdAt(sure, 0.96).score,
  };
  const rules = bonusesFor(stackRows(cross), limits.default, 0.9);
  const total = totalOf(rules, 'comment');
  const withRules = { ...limits, incidentRule: -5 };
  const figures = figuresOf(cross, total, withRules);
  say(`comments ${JSON.stringify(withRules)} ${JSON.stringify(figures)}`);
  for (const line of writtenByWriter(cross, total, limits.gentle)) {
    say(line);
  }
  return {
    cross,
    total,
    rules,
    calibration: calibrate(comments.length > 0 ? comments : written),
    limits: withRules,
    figures,
  };
}

function documentPart(data: Data, rulesOf: RulesOf) {
  const { cross, sentences, megabytes, documents } = crossFitDocuments(data);
  const quiet = sentences
    .filter(({ score }) => score > -1)
    .map(({ masked, score }): StackRow => ({ score, rules: rulesOf(masked), blames: false, weight: 1 }));
  const judged = crossRules(cross, rulesOf);
  const rules = fitRules([...stackRows(judged), ...quiet]);
  const total = totalOf(rules, 'document');
  const scored = sentences.map(({ masked, score, document }) => ({
    document,
    score: total({ score, rules: rulesOf(masked) }),
  }));
  const written = judged.written.map((row) => ({ score: total(row), blames: row.blames }));
  // Without documents the written rows have to tell; such weights are for trying out.
  const limitAt = (perMegabyte: number, share = 1): number =>
    documents > 0
      ? documentLimit(scored, { megabytes, documents }, perMegabyte, share)
      : thresholdAt(written, 0.97 - perMegabyte / 100).score;
  for (const rate of [0.3, 0.5, 1, 1.5, 2, 3, 5]) {
    const limit = limitAt(rate);
    const files =
      new Set(scored.filter(({ score }) => score >= limit).map(({ document }) => document)).size / documents;
    say(
      `documents ${rate}/MB: score ${limit.toFixed(2)}, ${(100 * files).toFixed(1)} % of files, planted heard ${plantedHeard(judged, total, limit)}`,
    );
  }
  const limits = {
    default: limitAt(2, 0.025),
    gentle: limitAt(3),
    sure: limitAt(0.3),
    incidentRule: NEVER,
  };
  const all = [
    ...stackRows(judged).map((row) => ({ score: total(row), blames: row.blames })),
    ...scored.map(({ score }) => ({ score, blames: false })),
  ];
  const figures = {
    megabytes: three(megabytes),
    plantedHeard: Object.fromEntries([1, 2, 5].map((rate) => [rate, plantedHeard(judged, total, limitAt(rate))])),
  };
  return { cross: judged, total, rules, calibration: calibrate(all), limits, figures };
}

/** The same cross fit, with the rules of each sentence. */
function crossRules({ comments, written }: CrossFit, rulesOf: RulesOf): CrossFit {
  return {
    comments: comments.map(({ comment, sentences }) => ({
      comment,
      sentences: sentences.map((row) => ({ ...row, rules: rulesOf(row.masked) })),
    })),
    written: written.map((row) => ({ ...row, rules: rulesOf(row.masked) })),
  };
}

/** Log odds by which notes ask for more than comments at the default level. */
const NOTES_MORE = 0.3;

/** Limits of notes: a team speaks of its own work, so they stand between comments and documents. */
function notesLimits(limits: { readonly default: number; readonly gentle: number; readonly sure: number }) {
  return {
    default: limits.default + NOTES_MORE,
    gentle: (limits.default + limits.gentle) / 2,
    sure: limits.sure + NOTES_MORE,
    incidentRule: -8,
  };
}

/** The weights file without what only the comments decide. */
type Kept = Readonly<
  Record<'tables' | 'calibration' | 'rules' | 'most' | 'trigger' | 'thresholds' | 'figures', object>
>;

async function main(): Promise<void> {
  const data = readData();
  const sentences = data.documents.flatMap((group) => group.sentences);
  say(
    `${data.written.length} written sentences, ${data.comments.length} comments, ${sentences.length} sentences of documents`,
  );
  const rulesOf = rememberedRules();
  const quiet = sentences
    .filter((_, at) => at % 40 === 0)
    .map((masked): FitRow => ({ ...featuresOf(masked), blames: false, weight: 0.2, isReal: true }));
  const comments = commentPart(data, quiet, rulesOf);
  const rows = [...data.comments.flatMap((comment) => comment.sentences), ...data.written].filter(
    ({ weight }) => weight > 0,
  );
  const comment = rounded(fitTable([...rows, ...quiet], REAL_SHARE), KEPT.comment);
  const kept: Kept = options.comments ? weights : documentFile(data, rows, sentences, rulesOf);
  const file = {
    version: 1,
    tables: { ...kept.tables, comment: comment.table },
    calibration: { ...kept.calibration, comment: rounded3(comments.calibration) },
    rules: { ...kept.rules, comment: byRule(comments.rules) },
    most: { ...kept.most, comment: mostOf(comments, 'comment') },
    trigger: {
      ...kept.trigger,
      comment: three(triggerOf(comment.model, comments.cross, comments.total, comments.limits.gentle)),
    },
    thresholds: {
      ...kept.thresholds,
      comment: rounded3(comments.limits),
      notes: rounded3(notesLimits(comments.limits)),
    },
    figures: { ...kept.figures, ...comments.figures },
  };
  writeFileSync(options.out, `${JSON.stringify(file)}\n`);
  say(`wrote ${options.out}`);
}

/** What the documents decide, in the shape of the weights file. */
function documentFile(data: Data, rows: readonly FitRow[], sentences: readonly string[], rulesOf: RulesOf): Kept {
  const documents = documentPart(data, rulesOf);
  const document = rounded(fitDocumentTable(rows, sentences), KEPT.document);
  const trigger = three(triggerOf(document.model, documents.cross, documents.total, documents.limits.gentle));
  return {
    tables: { ...weights.tables, document: document.table },
    calibration: { ...weights.calibration, document: rounded3(documents.calibration) },
    rules: { ...weights.rules, document: byRule(documents.rules) },
    most: { ...weights.most, document: mostOf(documents, 'document') },
    trigger: { ...weights.trigger, document: trigger },
    thresholds: { ...weights.thresholds, document: rounded3(documents.limits) },
    figures: { ...weights.figures, documents: documents.figures },
  };
}

function mostOf({ cross, rules }: Part, table: TableName): number {
  return three(mostAdded(cross, rules, table));
}

function rounded3<T extends Record<string, number>>(limits: T): T {
  return Object.fromEntries(Object.entries(limits).map(([name, value]) => [name, three(value)])) as T;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
