import { readIgnoreMark } from './ignoreMark.js';
import { lineEnd } from './lines.js';
import { readParagraph } from './plainProse.js';
import { type Chunk, emptyChunk, type IgnoreMark, type ProseReader, TO_THE_END } from './prose.js';

/** Commit messages (`git-commit`, `scminput`): comment lines, the diff under the scissors and trailers are out. */
export const commitProse: ProseReader = {
  read(text, from, complete) {
    const chunk = REST.test(text.slice(from, lineEnd(text, from)))
      ? emptyChunk(text.length - from, TO_THE_END)
      : readMessage(text, from);
    return complete || from + chunk.reach < text.length ? chunk : undefined;
  },
};

/** From this line on nothing is the writer's: git's scissors, or the diff that `commit --verbose` shows. */
const REST = /^(?:[#;] -+ >8 -+|diff --git )/;

function readMessage(text: string, from: number): Chunk {
  const end = restStart(text, from);
  const chunk = readParagraph(text.slice(0, end), from, isComment);
  const reach = end < text.length ? Math.min(chunk.reach, end - from + 12) : chunk.reach;
  return { ...chunk, reach, marks: commentMarks(text, from, from + chunk.length) };
}

/** Where the rest starts within this paragraph, or the text's end. */
function restStart(text: string, from: number): number {
  const rest = /\n(?=[#;] -+ >8 -+|diff --git )/g;
  rest.lastIndex = from;
  const match = rest.exec(text);
  return match === null ? text.length : match.index + 1;
}

function isComment(line: string): boolean {
  return line.startsWith('#') || /^[ \t]*>/.test(line);
}

/** `# tone-ignore` on a comment line: git drops the line, and the paragraph after it is left alone. */
function commentMarks(text: string, from: number, end: number): IgnoreMark[] {
  const marks: IgnoreMark[] = [];
  for (let at = from; at < end; at = lineEnd(text, at)) {
    const next = Math.min(end, lineEnd(text, at));
    const mark = text.charAt(at) === '#' ? readIgnoreMark(text.slice(at, next), at - from, next - from) : undefined;
    if (mark !== undefined) {
      const covered = restOfParagraph(text, next, end, from);
      marks.push(mark.kind === 'next' && covered !== undefined ? { ...mark, covers: covered } : mark);
    }
  }
  return marks;
}

function restOfParagraph(
  text: string,
  start: number,
  end: number,
  from: number,
): { start: number; end: number } | undefined {
  return text.slice(start, end).trim() === '' ? undefined : { start: start - from, end: end - from };
}
