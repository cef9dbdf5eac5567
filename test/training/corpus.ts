import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readCsv } from '../bench/tone/csv.js';
import { type Features, featuresOf, readSentences } from './sentences.js';

/** A sentence to fit on. */
export interface Example extends Features {
  readonly masked: string;
  readonly original: string;
  readonly blames: boolean;
  /** How much it counts; below 1 where the label is less sure. */
  readonly weight: number;
  /** Whether people wrote it to each other; otherwise it was written for this product. */
  readonly isReal: boolean;
}

/** A labelled comment of several sentences. */
export interface LabelledComment {
  readonly id: string;
  readonly blames: boolean;
  /** `blame`, `soft`, `harsh-code` or `none`. */
  readonly group: string;
  readonly sentences: readonly Example[];
}

/** A sentence that was written for this product. A named person as the cause of an incident has weight 0: rules hear it, in incident files alone. */
export interface WrittenRow extends Example {
  readonly writer: string;
  readonly surface: string;
  /** A family or rule id for blame; `like/family` or `plain` for the rest. */
  readonly kind: string;
}

/** Weight of sentences whose label follows from the comment around them only. */
const AROUND = 0.3;
const UNSURE = 0.5;
const WRITTEN = 0.8;
/** Blaming sentences of real comments are few. */
const HIT = 2;

export function exampleOf(masked: string, original: string, blames: boolean, weight: number, isReal: boolean): Example {
  return { masked, original, blames, weight, isReal, ...featuresOf(masked) };
}

/** Reads the sentences of `test/corpus`: label, surface, kind and text, one row a line, one file a writer. */
export function readWritten(folder: string): WrittenRow[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.tsv'))
    .sort()
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('optin\t'))
        .flatMap((line, at) => writtenRows(line, file.slice(0, -'.tsv'.length), `${file}:${at + 1}`)),
    );
}

/** @throws Error when a row has not four cells or an unknown label. */
function writtenRows(line: string, writer: string, place: string): WrittenRow[] {
  const [label, surface, kind, text, ...rest] = line.split('\t');
  if (
    (label !== 'blame' && label !== 'ok') ||
    surface === undefined ||
    kind === undefined ||
    text === undefined ||
    rest.length > 0
  ) {
    throw new Error(`${place}: a row is label (blame or ok), surface, kind and text, with tabs between them.`);
  }
  return readSentences(text).map(({ masked, original }) => ({
    ...exampleOf(
      masked,
      original,
      label === 'blame',
      label === 'blame' && kind.startsWith('named-cause') ? 0 : WRITTEN,
      false,
    ),
    writer,
    surface,
    kind,
  }));
}

const letters = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '');

/**
 * Reads labelled comments: a CSV with `id`, `text`, `label` (1 blames), `sub`, and perhaps `span` (the clauses that blame, with `||`
 * between them) and `sure`.
 */
export function readComments(path: string, wanted: (id: string) => boolean): LabelledComment[] {
  return existsSync(path)
    ? readCsv(path)
        .filter(({ id = '' }) => wanted(id))
        .map(readComment)
    : [];
}

function readComment(row: Record<string, string>): LabelledComment {
  const blames = row.label === '1';
  const group = row.sub?.split('|')[0] ?? '';
  const spans = (row.span ?? '')
    .split('||')
    .map(letters)
    .filter((span) => span.length > 3);
  const known = row.sure === '0' ? UNSURE : 1;
  const read = readSentences(row.text ?? '');
  const hits = read.map(({ original }) => blames && (spans.length === 0 || isIn(letters(original), spans)));
  const isUnknown = blames && !hits.includes(true);
  const sentences = read.map(({ masked, original }, at) => {
    const hit = hits[at] ?? false;
    const isAround = (blames && !hit) || group === 'soft';
    return exampleOf(masked, original, hit, isUnknown ? 0 : known * (hit ? HIT : isAround ? AROUND : 1), true);
  });
  return { id: row.id ?? '', blames, group, sentences };
}

function isIn(sentence: string, spans: readonly string[]): boolean {
  return spans.some(
    (span) =>
      sentence.includes(span) ||
      (sentence.length > 5 && span.includes(sentence)) ||
      (sentence.length > 12 && span.includes(sentence.slice(0, 40))),
  );
}

/** A document that nearly nobody is blamed in. */
export interface CleanDocument {
  readonly id: string;
  readonly text: string;
}

/** Reads documents: JSON lines with `id` and `text`, gzipped. */
export function readDocuments(path: string): CleanDocument[] {
  return existsSync(path)
    ? gunzipSync(readFileSync(path))
        .toString('utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as CleanDocument)
    : [];
}

/** FNV-1a: the same text falls in the same fold for ever. */
export function foldOf(text: string, folds: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash % folds;
}
