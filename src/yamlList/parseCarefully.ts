import {
  Composer,
  type CST,
  type Document,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type LineCounter,
  type Node,
  type ParsedNode,
  Parser,
  type Schema,
  visit,
  YAMLParseError,
} from 'yaml';

/** The most lists and maps within each other that are read. */
export const deepest = 100;

/** Choices of the caller. */
export interface CarefulOptions {
  readonly schema?: Schema;
  /** Learns where the lines start. */
  readonly lines?: LineCounter;
}

/**
 * Parses YAML that may come from anywhere. It does what `parseDocument` of the library does, with two differences, both against texts
 * that were made to be slow or to end the process: what nests deeper than {@link deepest} is not read, and keys that stand twice are
 * no error, see {@link doubledKeys}.
 * @returns `undefined` for a text that nests too deep.
 */
export function parseCarefully(
  text: string,
  { schema, lines }: CarefulOptions = {},
): Document.Parsed<ParsedNode> | undefined {
  const tokens = tokensOf(text, lines);
  if (tokens === undefined) {
    return undefined;
  }
  const options = { prettyErrors: false, uniqueKeys: false, logLevel: 'error' } as const;
  const composer = new Composer<ParsedNode>({ ...options, ...(schema && { schema }) });
  const [document, other] = composer.compose(tokens, true, text.length);
  if (document !== undefined && other !== undefined) {
    const [start, end] = other.range;
    const message = 'Source contains multiple documents; one is read.';
    document.errors.push(new YAMLParseError([start, end], 'MULTIPLE_DOCS', message));
  }
  return document;
}

/** The syntax tree of a text. The parser keeps a stack of its own; what comes after it works by recursion and needs a limit. */
function tokensOf(text: string, lines: LineCounter | undefined): readonly CST.Token[] | undefined {
  const parser = new Parser(lines?.addNewLine);
  lines?.addNewLine(0);
  const tokens: CST.Token[] = [];
  for (const piece of new Lexer().lex(text)) {
    tokens.push(...parser.next(piece));
    if (parser.stack.length > deepest) {
      return undefined;
    }
  }
  tokens.push(...parser.end());
  return tokens;
}

/** The keys that stand a second time in the same map. The library finds them too, but compares each key with all others. */
export function doubledKeys(document: Document.Parsed): readonly Node[] {
  const doubled: Node[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const known = new Set<unknown>();
      for (const { key } of items) {
        if (isScalar(key)) {
          doubled.push(...(known.has(key.value) ? [key] : []));
          known.add(key.value);
        }
      }
    },
  });
  return doubled;
}

/**
 * The value of a node as plain data; `undefined` for an alias. Keys that are maps or lists are left out: the library's own conversion
 * takes minutes for some hundred of them within each other.
 */
export function plainData(node: unknown): unknown {
  if (isMap(node)) {
    return Object.fromEntries(
      node.items.flatMap(({ key, value }) => (isScalar(key) ? [[String(key.value ?? ''), plainData(value)]] : [])),
    );
  }
  if (isSeq(node)) {
    return node.items.map(plainData);
  }
  // What is left out, as in `{a}`, is no node.
  return isScalar(node) ? node.value : node === null ? null : undefined;
}
