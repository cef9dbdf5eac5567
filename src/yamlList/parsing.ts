import { Lexer, type Node, Schema, type YAMLError } from 'yaml';
import { doubledKeys, parseCarefully } from './parseCarefully.js';
import type { Problem } from './problem.js';
import type { TextRange } from './textEdit.js';
import { readNode, type Value } from './value.js';

/** One schema for all texts: making it anew for each item would double the time of reading a file. */
const schema = new Schema({ schema: 'failsafe', merge: false });

export interface ParsedText {
  readonly value: Value;
  /** Errors of the text, with offsets into it. */
  readonly problems: readonly Problem[];
}

/**
 * The most of a text that is parsed in one piece, in UTF-16 units: a larger piece, made to be slow, could keep the editor waiting for
 * seconds. A piece is one item, or all around the items, or a whole file whose layout is not the common one.
 */
export const largestPiece = 60_000;

/** Parses a text, or the piece of a text that is one item. Never throws. */
export function parseText(text: string): ParsedText {
  if (text.length > largestPiece) {
    return { value: nothing, problems: [tooLarge(text)] };
  }
  try {
    const document = parseCarefully(text, { schema });
    if (document === undefined) {
      return { value: nothing, problems: [unreadable(text, 'nested too deep')] };
    }
    const value = readNode(document.contents, 0);
    const problems = [...tellErrors(text, value, document.errors), ...doubledKeys(document).map(doubledKey)];
    return { value, problems: problems.sort((a, b) => a.range.start - b.range.start).slice(0, mostErrors) };
  } catch (error) {
    return { value: nothing, problems: [unreadable(text, String(error))] };
  }
}

const nothing = readNode(null, 0);

/** More errors than these follow from the first, as a rule. */
const mostErrors = 3;

function tellErrors(text: string, value: Value, errors: readonly YAMLError[]): readonly Problem[] {
  const [first] = errors;
  const tab = /^[ ]*\t/m.exec(text);
  if (first && tab && tab.index <= lineEnd(text, first.pos[0])) {
    const end = tab.index + tab[0].length;
    return [problem('tabs', 'YAML does not allow tabs at the start of a line: use spaces.', { start: end - 1, end })];
  }
  return errors.slice(0, mostErrors).map((error) => inOneLine(text, problemOf(error, value)));
}

/** What is marked ends with its line and within the text. */
function inOneLine(text: string, found: Problem): Problem {
  const start = Math.min(found.range.start, text.length);
  const end = Math.min(Math.max(start, found.range.end), Math.max(start, lineEnd(text, start)));
  return { ...found, range: { start, end } };
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function problemOf(error: YAMLError, value: Value): Problem {
  const [start, end] = error.pos;
  const range = { start, end };
  switch (error.code) {
    case 'BAD_ALIAS':
      return problem('anchors', error.message, range, { detail: error.message });
    case 'MULTIPLE_DOCS':
      return problem('several-documents', 'Behind this line another YAML document begins, which is not read.', range);
    default: {
      const detail = error.message.replace(/\s+/g, ' ');
      const open = /closing|end with a/.test(detail) ? openAt(value, start) : undefined;
      return problem('yaml', `This cannot be read as YAML: ${detail}`, open ?? range, { detail });
    }
  }
}

/** What was opened and not closed is shown where it was opened, not where the text ended. */
function openAt(value: Value, at: number): TextRange | undefined {
  if (value.start > at || value.end < at - 1) {
    return undefined;
  }
  const inner =
    value.kind === 'map' ? value.entries.map((entry) => entry.value) : value.kind === 'list' ? value.items : [];
  const found = inner.map((part) => openAt(part, at)).find((range) => range !== undefined);
  const opens =
    value.kind === 'text' ? value.style === 'single' || value.style === 'double' : value.kind !== 'alias' && value.flow;
  return found ?? (opens ? { start: value.start, end: value.end } : undefined);
}

function doubledKey({ range }: Node): Problem {
  const [start, end] = range ?? [0, 0];
  return problem('duplicate-key', 'This key stands here twice; only one can count.', { start, end });
}

function tooLarge(text: string): Problem {
  const args = { characters: String(text.length), most: String(largestPiece) };
  const message = `This has ${args.characters} characters and is not read; up to ${args.most} are, in one item or around all of them.`;
  return problem('piece-too-large', message, { start: 0, end: lineEnd(text, 0) }, args);
}

function problem(code: string, message: string, range: TextRange, args: Problem['args'] = {}): Problem {
  return { code, message, range, severity: 'error', args };
}

function unreadable(text: string, detail: string): Problem {
  return problem('yaml', `This cannot be read as YAML: ${detail}`, { start: 0, end: lineEnd(text, 0) }, { detail });
}

/** The comments of a text, in order, as written from the `#`. */
export function commentsOf(text: string): readonly string[] {
  if (!text.includes('#')) {
    return [];
  }
  const comments: string[] = [];
  let scalar = false;
  for (const token of new Lexer().lex(text)) {
    if (!scalar && token.startsWith('#')) {
      comments.push(token.trimEnd());
    }
    // The lexer announces a plain or block scalar by this mark; what follows is its text, whatever it begins with.
    scalar = token === '\u001f';
  }
  return comments;
}
