import type { Layout } from './layout.js';
import { type ParsedText, parseText } from './parsing.js';
import type { Problem } from './problem.js';
import { entryAt, type Value } from './value.js';

/** What a file says of itself. */
interface FrameKind {
  readonly listKey: string;
  readonly version: number;
}

/** The problems of a file around its items, where the whole text was parsed. */
export function judgeWhole({ value, problems }: ParsedText, text: string, kind: FrameKind): readonly Problem[] {
  return [...problems.map(blocking), ...judge(value, kind, text)];
}

/**
 * The problems of a file around its items, in the common layout: the header and the footer are read as if nothing stood in between, so
 * that their size does not depend on that of the list.
 */
export function readFrame(text: string, kind: FrameKind, layout: Layout): readonly Problem[] {
  const { starts, listStart } = layout;
  const footer = starts.at(-1) ?? text.length;
  const frame = text.slice(0, listStart) + text.slice(footer);
  const gap = footer - listStart;
  const { value, problems } = parseText(frame);
  const placed = [...problems.map(blocking), ...judge(value, kind, frame, starts.length > 1)];
  return placed.map((found) => {
    const { start, end } = found.range;
    const isBehind = start >= listStart && starts.length > 1;
    return { ...found, range: isBehind ? { start: start + gap, end: end + gap } : found.range };
  });
}

function blocking(problem: Problem): Problem {
  return { ...problem, blocking: true };
}

function judge(value: Value, kind: FrameKind, text: string, hasItems = false): readonly Problem[] {
  const { listKey } = kind;
  if (value.kind === 'text' && value.text === '') {
    return [
      problem('empty', 'This file is empty: it holds its first words once something is added.', value, 'information'),
    ];
  }
  if (value.kind !== 'map') {
    const message = `The list belongs under a key "${listKey}:" here.`;
    return [{ ...problem('no-list', message, firstLine(value, text), 'error', { key: listKey }), blocking: true }];
  }
  return [...judgeVersion(value, kind), ...judgeList(value, kind, hasItems)];
}

function judgeList(value: Value, { listKey }: FrameKind, hasItems: boolean): readonly Problem[] {
  const entry = entryAt(value, listKey);
  if (!entry) {
    const message = `There is no "${listKey}:" in this file yet.`;
    return [problem('no-list', message, { start: value.start, end: value.start }, 'information', { key: listKey })];
  }
  const { value: list } = entry;
  const empty = list.kind === 'text' && (list.style === 'none' || ['null', '~'].includes(list.text));
  if (hasItems || list.kind === 'list' || empty) {
    return list.kind === 'text' && list.style !== 'none' ? [notEmpty(entry.keyStart, list.end, listKey)] : [];
  }
  const message = `"${listKey}:" holds a list: each item begins with "- ".`;
  return [{ ...problem('wrong-type', message, list, 'error', { key: listKey }), blocking: true }];
}

/** `commitments: null` reads as empty, and there is no safe place to put the first item. */
function notEmpty(start: number, end: number, key: string): Problem {
  const message = `"${key}:" holds a list: leave the rest of the line empty.`;
  return { ...problem('wrong-type', message, { start, end }, 'error', { key }), blocking: true };
}

function judgeVersion(value: Value, { version }: FrameKind): readonly Problem[] {
  const entry = entryAt(value, 'version');
  if (!entry) {
    const message = `Which version this file has is not said: "version: ${version}" belongs at its top.`;
    return [problem('missing-version', message, { start: value.start, end: value.start }, 'warning')];
  }
  const { value: said } = entry;
  const text = said.kind === 'text' ? said.text : '';
  if (!/^[1-9]\d{0,8}$/.test(text)) {
    const message = `"version" is a number: ${version}.`;
    return [
      {
        ...problem('bad-version', message, at(said, entry.keyStart, entry.keyEnd), 'error', { version: text }),
        blocking: true,
      },
    ];
  }
  if (Number(text) > version) {
    const message = `This file has version ${text}; up to version ${version} is known here. It is shown and not changed.`;
    return [{ ...problem('newer-version', message, said, 'warning', { version: text }), blocking: true }];
  }
  return [];
}

function at(value: Value, start: number, end: number): { start: number; end: number } {
  return value.end > value.start ? value : { start, end };
}

function firstLine(value: Value, text: string): { start: number; end: number } {
  const end = text.indexOf('\n', value.start);
  return { start: value.start, end: end < 0 ? text.length : end };
}

function problem(
  code: string,
  message: string,
  { start, end }: { start: number; end: number },
  severity: Problem['severity'],
  args: Problem['args'] = {},
): Problem {
  return { code, message, range: { start, end }, severity, args };
}
