import type { Segment } from './prose.js';

/**
 * Lines in the middle of prose that a machine wrote: diffs, logs with a time and a level, stack traces, and trailers of commits.
 * A line of a timeline ("10:02 Alice paged the on-call") is prose.
 */
const MACHINE_LINE = new RegExp(
  `^[ \\t]*(?:${[
    'diff --git ',
    'index [0-9a-f]{7,}\\.\\.',
    '@@ -\\d',
    '\\+\\+\\+ [\\w"/.]',
    '--- [\\w"/.]*/',
    '[+-](?=[^\\s+-])(?!\\d)[^\\n]*[;{}()=]\\s*$',
    '\\[?\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d\\S*\\s+(?:\\[|[A-Z]{4,}\\b|\\d+ |[\\w.-]+\\[\\d+\\])',
    '\\[?\\d\\d:\\d\\d:\\d\\d[.,\\d]*\\]?\\s+(?:\\[|[A-Z]{4,}\\b)',
    '(?:ERROR|WARN|INFO|DEBUG|TRACE|FATAL)\\s*(?:[:\\]\\[|]|\\s[\\w.]+[:\\]])',
    '\\[(?:ERROR|WARN|WARNING|INFO|DEBUG|TRACE|FATAL)\\]',
    'at [\\w$.<>\\[\\] ]+\\s?\\([^)\\n]*[.:][^)\\n]*\\)\\s*$',
    'at (?:async )?\\S+:\\d+:\\d+',
    'File "[^"\\n]+", line \\d',
    'Traceback \\(most recent call last\\)',
    'Caused by: [\\w.]+',
    '\\.\\.\\. \\d+ more\\b',
    '(?:[\\w$]+\\.)*[A-Z]\\w*(?:Error|Exception|Warning): ',
    '#\\d+\\s+0x[0-9a-f]+',
    '(?:npm (?:ERR!|WARN|error|warn)|make(?:\\[\\d+\\])?: \\*\\*\\*|\\$ \\w)',
    '(?:[A-Z][a-z]+(?:-[A-Za-z]+)*-(?:by|to|id|Id|By|Bug|on)|Change-Id|Closes-Bug|Partial-Bug|Related-Bug|Implements|Depends-On|CC|Cc): ?\\S',
  ].join('|')})`,
  'm',
);

/** The segment without the lines in it that a machine wrote; the same segment when there are none. */
export function writtenParts(text: string, segment: Segment): readonly Segment[] {
  const slice = text.slice(segment.start, segment.end);
  if (!MACHINE_LINE.test(slice)) {
    return [segment];
  }
  const parts: Segment[] = [];
  let partStart = 0;
  let lineStart = 0;
  const close = (end: number): void => {
    if (end > partStart) {
      parts.push({ start: segment.start + partStart, end: segment.start + end, masks: segment.masks });
    }
  };
  while (lineStart < slice.length) {
    const newline = slice.indexOf('\n', lineStart);
    const next = newline < 0 ? slice.length : newline + 1;
    if (MACHINE_LINE.test(slice.slice(lineStart, next))) {
      close(lineStart);
      partStart = next;
    }
    lineStart = next;
  }
  close(slice.length);
  return parts;
}
