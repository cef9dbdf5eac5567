import { commentSyntax } from '../prose/commentSyntax.js';
import { lineEnd } from '../prose/lines.js';
import type { Chunk, Segment } from '../prose/prose.js';
import { isProseLanguage, readerFor } from '../prose/readers.js';

/** Text to insert at a place in a document. */
export interface Insertion {
  readonly offset: number;
  readonly insert: string;
}

/**
 * The insertion that makes the place be left alone from now on.
 * @param offset within the finding.
 * @param rule only this rule; without it, all.
 * @returns `undefined` where nothing can be written that is not part of what is said: the commit box.
 */
export function ignoreHere(text: string, offset: number, languageId: string, rule?: string): Insertion | undefined {
  const directive = rule === undefined ? 'tone-ignore' : `tone-ignore ${rule}`;
  if (languageId === 'scminput') {
    return undefined;
  }
  if (!isProseLanguage(languageId)) {
    return aboveComment(text, offset, languageId, directive);
  }
  const place = segmentAt(text, offset, languageId);
  if (languageId === 'markdown') {
    return place === undefined ? undefined : inMarkdown(text, place, directive);
  }
  const start = text.lastIndexOf('\n', (place?.start ?? offset) - 1) + 1;
  const line = languageId === 'git-commit' ? `# ${directive}` : `<!-- ${directive} -->`;
  return { offset: start, insert: line + newline(text) };
}

/** A paragraph or heading of its own gets a line above; a text in a list, a table or a longer block gets the comment at its end. */
function inMarkdown(text: string, place: { start: number; end: number }, directive: string): Insertion {
  const comment = `<!-- ${directive} -->`;
  const lineStart = text.lastIndexOf('\n', place.start - 1) + 1;
  const alone = lineStart === place.start || /^ {0,3}#{1,6}[ \t]*$/.test(text.slice(lineStart, place.start));
  if (alone) {
    return { offset: lineStart, insert: comment + newline(text) };
  }
  const end = place.start + text.slice(place.start, place.end).trimEnd().length;
  return { offset: end, insert: ` ${comment}` };
}

/** The text of a block that the offset is in. */
function segmentAt(text: string, offset: number, languageId: string): { start: number; end: number } | undefined {
  const reader = readerFor(languageId);
  for (let at = 0; at < text.length; ) {
    const chunk: Chunk | undefined = reader.read(text, at, true, at === 0);
    if (chunk === undefined || chunk.length <= 0) {
      return undefined;
    }
    if (offset < at + chunk.length) {
      const found = chunk.segments.find((segment) => holds(segment, offset - at));
      return found && { start: at + found.start, end: at + found.end };
    }
    at += chunk.length;
  }
  return undefined;
}

function holds(segment: Segment, offset: number): boolean {
  return offset >= segment.start && offset < segment.end;
}

/** A line comment above the comment; in languages without one, a block comment. */
function aboveComment(text: string, offset: number, languageId: string, directive: string): Insertion {
  const syntax = commentSyntax(languageId);
  const [marker] = syntax.line;
  const [open = '/*', close = '*/'] = syntax.block[0] ?? [];
  const start = commentStart(text, offset, languageId);
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart, lineEnd(text, lineStart)))?.[0] ?? '';
  const comment = marker === undefined ? `${open} ${directive} ${close}` : `${marker.trim()} ${directive}`;
  return { offset: lineStart, insert: indent + comment + newline(text) };
}

function commentStart(text: string, offset: number, languageId: string): number {
  return segmentAt(text, offset, languageId)?.start ?? offset;
}

function newline(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
