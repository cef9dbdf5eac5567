import type { Finding, TextRange } from '../finding.js';
import type { IgnoreMark } from '../prose/prose.js';
import { familyOf } from '../sentenceContext.js';

/** A part of a document where some or all rules are silent, by the writer's own word. */
export interface IgnoredRange extends TextRange {
  /** Rule or family ids; empty means every rule. */
  readonly rules: readonly string[];
}

/** A chunk as far as ignoring goes, with its place in the document. */
export interface MarkedChunk {
  readonly start: number;
  readonly length: number;
  readonly firstBlockEnd: number;
  readonly marks: readonly IgnoreMark[];
}

/** What the marks of a document cover, in document offsets. An open range goes to the end. */
export function ignoredRanges(chunks: Iterable<MarkedChunk>): IgnoredRange[] {
  const ranges: IgnoredRange[] = [];
  let waiting: IgnoreMark[] = [];
  let open: IgnoredRange[] = [];
  for (const chunk of chunks) {
    if (chunk.firstBlockEnd > 0 && waiting.length > 0 && hasContent(chunk)) {
      ranges.push(
        ...waiting.map(({ rules }) => ({ start: chunk.start, end: chunk.start + chunk.firstBlockEnd, rules })),
      );
      waiting = [];
    }
    for (const mark of chunk.marks) {
      const end = chunk.start + mark.end;
      if (mark.kind === 'start') {
        open.push({ start: end, end: Number.MAX_SAFE_INTEGER, rules: mark.rules });
      } else if (mark.kind === 'end') {
        const closed = open.filter(({ rules }) => mark.rules.length === 0 || sameRules(rules, mark.rules));
        ranges.push(...closed.map((range) => ({ ...range, end: chunk.start + mark.start })));
        open = open.filter((range) => !closed.includes(range));
      } else if (mark.covers === undefined) {
        waiting.push(mark);
      } else {
        ranges.push({ start: chunk.start + mark.covers.start, end: chunk.start + mark.covers.end, rules: mark.rules });
      }
    }
  }
  return [...ranges, ...open];
}

function hasContent(chunk: MarkedChunk): boolean {
  return chunk.marks.length === 0 || chunk.firstBlockEnd > (chunk.marks[0]?.end ?? 0);
}

function sameRules(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((rule) => b.includes(rule));
}

/** Whether one of the ranges silences the finding. */
export function isIgnored(finding: Finding, ranges: readonly IgnoredRange[]): boolean {
  return ranges.some(
    ({ start, end, rules }) =>
      finding.range.start >= start &&
      finding.range.start < end &&
      (rules.length === 0 || rules.includes(finding.rule) || rules.includes(familyOf(finding.rule))),
  );
}
