import { isAlias, isMap, isScalar, isSeq, type ParsedNode } from 'yaml';

/**
 * What stands in a YAML text, with offsets into that text. Every scalar is text: dates, numbers and `yes` mean what was written.
 * Aliases are never followed, so that no text can grow in memory.
 */
export type Value = TextValue | MapValue | ListValue | AliasValue;

interface Located {
  readonly start: number;
  /** The end of what is written, without comments or blank lines after it. */
  readonly end: number;
  /** It carries an anchor: others may point at it. */
  readonly anchored: boolean;
}

export interface TextValue extends Located {
  readonly kind: 'text';
  readonly text: string;
  /** `none`: nothing is written, as after `owner:`. */
  readonly style: 'plain' | 'single' | 'double' | 'block' | 'none';
}

export interface MapValue extends Located {
  readonly kind: 'map';
  /** In braces. */
  readonly flow: boolean;
  readonly entries: readonly Entry[];
}

export interface ListValue extends Located {
  readonly kind: 'list';
  /** In brackets. */
  readonly flow: boolean;
  readonly items: readonly Value[];
}

export interface AliasValue extends Located {
  readonly kind: 'alias';
}

export interface Entry {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: Value;
}

/** Deeper than this nobody writes by hand; what lies below reads as empty. */
const deepest = 40;

/** Reads a node of `yaml`, parsed with the `failsafe` schema. */
export function readNode(node: ParsedNode | null, fallback: number, depth = 0): Value {
  if (!node || depth > deepest) {
    return { kind: 'text', text: '', style: 'none', start: fallback, end: fallback, anchored: false };
  }
  const [start, end] = node.range;
  if (isAlias(node)) {
    return { kind: 'alias', start, end, anchored: false };
  }
  const anchored = node.anchor !== undefined;
  if (isMap(node)) {
    const entries = node.items.map((pair) => entryOf(pair.key, pair.value, depth));
    return {
      kind: 'map',
      flow: node.flow === true,
      entries,
      start,
      end: node.flow ? end : lastEnd(entries, end),
      anchored,
    };
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => readNode(item as ParsedNode, start, depth + 1));
    return {
      kind: 'list',
      flow: node.flow === true,
      items,
      start,
      end: node.flow ? end : (items.at(-1)?.end ?? end),
      anchored,
    };
  }
  const text = isScalar(node) && typeof node.value === 'string' ? node.value : '';
  return { kind: 'text', text, style: styleOf(node.type, start === end), start, end, anchored };
}

function entryOf(key: ParsedNode, value: ParsedNode | null, depth: number): Entry {
  const [keyStart, keyEnd] = key.range;
  const name = isScalar(key) && typeof key.value === 'string' ? key.value : '';
  return { key: name, keyStart, keyEnd, value: readNode(value, keyEnd, depth + 1) };
}

function lastEnd(entries: readonly Entry[], fallback: number): number {
  const last = entries.at(-1);
  return last ? Math.max(last.keyEnd, last.value.end) : fallback;
}

function styleOf(type: string | undefined, empty: boolean): TextValue['style'] {
  switch (type) {
    case 'QUOTE_SINGLE':
      return 'single';
    case 'QUOTE_DOUBLE':
      return 'double';
    case 'BLOCK_LITERAL':
    case 'BLOCK_FOLDED':
      return 'block';
    default:
      return empty ? 'none' : 'plain';
  }
}

/** The first entry with a key. */
export function entryAt(value: Value, key: string): Entry | undefined {
  return value.kind === 'map' ? value.entries.find((entry) => entry.key === key) : undefined;
}

/** Text, lists and maps without offsets: what is compared to know whether an edit did what was meant. */
export type Plain = string | readonly Plain[] | { readonly [key: string]: Plain };

/** @returns `null` characters stand for an alias, which has no value of its own. */
export function plainOf(value: Value): Plain {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'map':
      return Object.fromEntries(value.entries.map((entry) => [entry.key, plainOf(entry.value)]));
    case 'list':
      return value.items.map(plainOf);
    case 'alias':
      return '\0alias';
  }
}
