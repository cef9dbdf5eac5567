import { type Document, isMap, isScalar, isSeq, parseDocument, stringify, type YAMLSeq } from 'yaml';
import type { RuleSwitch } from '../sentenceContext.js';

/** Where a new file starts. */
const FRESH = '# How Common Ground reads our texts. Everything here is optional.\nversion: 1\n';

/**
 * The team file with one more allowed phrase; comments, order and the lines that are there stay as they are.
 * @returns `undefined` when the file cannot be read as YAML and must not be touched; the same text when the phrase is there.
 */
export function allowPhrase(source: string, phrase: string): string | undefined {
  return edited(source, (document) => withPhrase(source, document, phrase));
}

function withPhrase(source: string, document: Document.Parsed, phrase: string): string | undefined {
  const list = document.get('allow', true);
  if (!isSeq(list)) {
    const replaceable = list === undefined || (isScalar(list) && list.value === null);
    return replaceable ? withKey(source, 'allow', [phrase]) : undefined;
  }
  if (list.items.some((item) => isScalar(item) && String(item.value).toLowerCase() === phrase.toLowerCase())) {
    return source;
  }
  return list.flow === true || list.items.length === 0
    ? rewritten(source, 'allow', phrase)
    : withItem(source, list, phrase);
}

/**
 * The team file with a rule or family switched.
 * @returns `undefined` when the file cannot be read as YAML and must not be touched.
 */
export function switchRule(source: string, rule: string, to: RuleSwitch): string | undefined {
  return edited(source, (document) => withRule(source, document, rule, to));
}

function withRule(source: string, document: Document.Parsed, rule: string, to: RuleSwitch): string | undefined {
  const rules = document.get('rules', true);
  if (rules === undefined || (isScalar(rules) && rules.value === null)) {
    return withKey(source, 'rules', { [rule]: to });
  }
  if (!isMap(rules)) {
    return undefined;
  }
  document.setIn(['rules', rule], to);
  return document.toString(PRINT);
}

/** Runs an edit over a file that can be read and written back; an alias to nothing can be read only. */
function edited(source: string, edit: (document: Document.Parsed) => string | undefined): string | undefined {
  const document = parseDocument(source);
  if (document.errors.length > 0 || !(document.contents === null || isMap(document.contents))) {
    return undefined;
  }
  try {
    return edit(document);
  } catch {
    return undefined;
  }
}

const PRINT = { lineWidth: 0, flowCollectionPadding: false } as const;

/** A new key at the end of the file, or with its value where it stood empty. */
function withKey(source: string, key: string, value: unknown): string {
  const document = parseDocument(source);
  if (document.has(key)) {
    document.set(key, document.createNode(value));
    return document.toString(PRINT);
  }
  const start = source.trim() === '' ? FRESH : source.endsWith('\n') ? source : `${source}${newline(source)}`;
  return start + stringify({ [key]: value }, PRINT).replaceAll('\n', newline(source));
}

/** One more line after the list's last item, indented like it. */
function withItem(source: string, list: YAMLSeq, phrase: string): string {
  const last = list.items.at(-1);
  const range = isScalar(last) || isMap(last) || isSeq(last) ? last.range : undefined;
  if (!range) {
    return rewritten(source, 'allow', phrase);
  }
  const dash = source.lastIndexOf('-', range[0] - 1);
  const indent = source.slice(source.lastIndexOf('\n', dash) + 1, dash);
  const lineBreak = source.indexOf('\n', range[1]);
  const line = `${indent}- ${stringify(phrase, PRINT).trim()}`;
  if (!/^[ ]*$/.test(indent)) {
    return rewritten(source, 'allow', phrase);
  }
  return lineBreak < 0
    ? `${source}${newline(source)}${line}${newline(source)}`
    : `${source.slice(0, lineBreak + 1)}${line}${newline(source)}${source.slice(lineBreak + 1)}`;
}

function rewritten(source: string, key: string, item: string): string {
  const document = parseDocument(source);
  document.addIn([key], item);
  return document.toString(PRINT);
}

function newline(source: string): string {
  return source.includes('\r\n') ? '\r\n' : '\n';
}
