import { printableJson, printableLine } from '../retro/printable.js';
import type { Finding } from '../tone/finding.js';
import { blanksIn } from '../tone/rewrite/blanks.js';
import { ruleSet } from '../tone/shared.js';
import { placesIn } from './tonePlaces.js';
import { sarif } from './toneSarif.js';

/** What one file gave. */
export interface Checked {
  /** As it was named on the command line; `<stdin>` for `-`. */
  readonly file: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}

export type Format = 'text' | 'json' | 'sarif';

/** The findings of all files in one of the formats, with a line break at the end; an empty text when there is nothing to say. */
export function report(checked: readonly Checked[], format: Format, version: string): string {
  switch (format) {
    case 'text':
      return checked.map(asText).join('');
    case 'json':
      return `${printableJson(checked.map(asJson), 2)}\n`;
    case 'sarif':
      return `${printableJson(sarif(checked, ruleSet, version), 2)}\n`;
  }
}

function asText({ file, text, findings }: Checked): string {
  const placeOf = placesIn(text);
  const lines = findings.flatMap((finding) => {
    const { line, column } = placeOf(finding.range.start);
    const rewrites = finding.suggestions.map(({ label, newText }) =>
      oneLine(newText === '' ? label : `${label}: ${newText}`),
    );
    const message = oneLine(`${finding.message} “${finding.text}” [${finding.rule}]`);
    return [`${file}:${line}:${column}: ${message}`, ...rewrites.map((rewrite) => `    ${rewrite}`)];
  });
  return lines.map((line) => `${printableLine(line)}\n`).join('');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function asJson({ file, text, findings }: Checked): object {
  const placeOf = placesIn(text);
  return {
    file,
    findings: findings.map((finding) => ({
      ...plainFinding(finding),
      ...placeOf(finding.range.start),
      text: finding.text,
      evidence: finding.evidence,
    })),
  };
}

/** A finding as the JSON formats write it. Offsets count UTF-16 code units from the start of the text. */
export function plainFinding({ range, rule, level, message, score, suggestions }: Finding): object {
  return {
    start: range.start,
    end: range.end,
    rule,
    level,
    ...(score === undefined ? {} : { score: Math.round(score * 1000) / 1000 }),
    message,
    rewrites: suggestions.map(({ label, range: replaced, newText }) => ({
      label,
      start: replaced.start,
      end: replaced.end,
      newText,
      blanks: blanksIn(newText),
    })),
  };
}
