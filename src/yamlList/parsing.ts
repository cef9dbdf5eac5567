import { Lexer, type ParsedNode, parseDocument, Schema, type YAMLError } from 'yaml';
import type { Problem } from './problem.js';
import { readNode, type Value } from './value.js';

/** One schema for all texts: making it anew for each item would double the time of reading a file. */
const schema = new Schema({ schema: 'failsafe', merge: false });
const options = { schema, prettyErrors: false, logLevel: 'error', strict: true } as const;

export interface ParsedText {
  readonly value: Value;
  /** Errors of the text, with offsets into it. */
  readonly problems: readonly Problem[];
}

/** Parses a text, or the piece of a text that is one item. Never throws. */
export function parseText(text: string): ParsedText {
  try {
    const document = parseDocument<ParsedNode>(text, { ...options });
    const problems = document.errors.map(problemOf);
    return { value: readNode(document.contents, 0), problems };
  } catch (error) {
    return { value: readNode(null, 0), problems: [unreadable(text, error)] };
  }
}

function problemOf(error: YAMLError): Problem {
  const [start, end] = error.pos;
  const range = { start, end: Math.max(start, end) };
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return {
        code: 'tabs',
        message: 'YAML does not allow tabs at the start of a line: use spaces.',
        range,
        severity: 'error',
        args: {},
      };
    case 'DUPLICATE_KEY':
      return {
        code: 'duplicate-key',
        message: 'This key stands here twice; only one can count.',
        range,
        severity: 'error',
        args: {},
      };
    case 'BAD_ALIAS':
      return { code: 'anchors', message: error.message, range, severity: 'error', args: { detail: error.message } };
    case 'MULTIPLE_DOCS':
      return {
        code: 'several-documents',
        message: 'The list ends at this line (---): a second YAML document begins here, and is not read.',
        range,
        severity: 'error',
        args: {},
      };
    default: {
      const detail = error.message.replace(/\s+/g, ' ');
      return {
        code: 'yaml',
        message: `This cannot be read as YAML: ${detail}`,
        range,
        severity: 'error',
        args: { detail },
      };
    }
  }
}

/** `yaml` walks nested brackets by recursion: a text that nests too deep ends the stack. */
function unreadable(text: string, error: unknown): Problem {
  const detail = error instanceof RangeError ? 'nested too deep' : String(error);
  return {
    code: 'yaml',
    message: `This cannot be read as YAML: ${detail}`,
    range: { start: 0, end: text.length },
    severity: 'error',
    args: { detail },
  };
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
