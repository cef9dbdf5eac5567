import type { IgnoreMark } from './prose.js';

const DIRECTIVE = /\btone-ignore(-start|-end)?\b(?:[ \t]+([\w/, \t-]*[\w]))?/;

/**
 * Reads an ignore directive out of the text of one comment.
 * @param comment the comment with its marks, or without.
 * @param start where the comment starts, in the offsets of the result.
 */
export function readIgnoreMark(comment: string, start: number, end: number): IgnoreMark | undefined {
  const match = DIRECTIVE.exec(comment);
  if (match === null) {
    return undefined;
  }
  const rules = (match[2] ?? '').split(/[\s,]+/).filter((rule) => rule !== '' && /^\w[\w-]*(?:\/[\w-]+)?$/.test(rule));
  const kind = match[1] === '-start' ? 'start' : match[1] === '-end' ? 'end' : 'next';
  return { kind, start, end, rules };
}
