import { type Document, isMap, isScalar, isSeq, stringify, type YAMLSeq } from 'yaml';
import type { RuleSwitch } from '../sentenceContext.js';
import { largestTeamFile, parseSoundTeamYaml } from './teamYaml.js';

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
    return replaceable ? withKey(source, document, 'allow', [phrase]) : undefined;
  }
  if (list.items.some((item) => isScalar(item) && String(item.value).toLowerCase() === phrase.toLowerCase())) {
    return source;
  }
  return list.flow === true || list.items.length === 0
    ? rewritten(document, 'allow', phrase)
    : withItem(source, document, list, phrase);
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
    return withKey(source, document, 'rules', { [rule]: to });
  }
  if (!isMap(rules)) {
    return undefined;
  }
  document.setIn(['rules', rule], to);
  return document.toString(PRINT);
}

/** Runs an edit over a file that can be read, also afterwards; one with an alias to nothing cannot be written back. */
function edited(source: string, edit: (document: Document.Parsed) => string | undefined): string | undefined {
  const document = parseSoundTeamYaml(source);
  if (document === undefined || !(document.contents === null || isMap(document.contents))) {
    return undefined;
  }
  try {
    const text = edit(document);
    return text === undefined || text.length > largestTeamFile ? undefined : text;
  } catch {
    return undefined;
  }
}

const PRINT = { lineWidth: 0, flowCollectionPadding: false } as const;

/** A new key at the end of the file, or with its value where it stood empty. */
function withKey(source: string, document: Document.Parsed, key: string, value: unknown): string {
  if (document.has(key)) {
    document.set(key, document.createNode(value));
    return document.toString(PRINT);
  }
  const start = source.trim() === '' ? FRESH : source.endsWith('\n') ? source : `${source}${newline(source)}`;
  return start + stringify({ [key]: value }, PRINT).replaceAll('\n', newline(source));
}

/** One more line after the list's last item, indented like it. */
function withItem(source: string, document: Document.Parsed, list: YAMLSeq, phrase: string): string {
  const last = list.items.at(-1);
  const range = isScalar(last) || isMap(last) || isSeq(last) ? last.range : undefined;
  if (!range) {
    return rewritten(document, 'allow', phrase);
  }
  const dash = source.lastIndexOf('-', range[0] - 1);
  const indent = source.slice(source.lastIndexOf('\n', dash) + 1, dash);
  const lineBreak = source.indexOf('\n', range[1]);
  const line = `${indent}- ${stringify(phrase, PRINT).trim()}`;
  if (!/^[ ]*$/.test(indent)) {
    return rewritten(document, 'allow', phrase);
  }
  return lineBreak < 0
    ? `${source}${newline(source)}${line}${newline(source)}`
    : `${source.slice(0, lineBreak + 1)}${line}${newline(source)}${source.slice(lineBreak + 1)}`;
}

function rewritten(document: Document.Parsed, key: string, item: string): string {
  document.addIn([key], item);
  return document.toString(PRINT);
}

function newline(source: string): string {
  return source.includes('\r\n') ? '\r\n' : '\n';
}
