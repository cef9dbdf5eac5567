import { isMap, isScalar, isSeq, parseDocument, stringify } from 'yaml';
import type { Problem } from '../yamlList/problem.js';
import { differenceOf, type TextEdit, type TextRange } from '../yamlList/textEdit.js';
import type { Commitment, CommitmentState } from './commitment.js';
import type { CommitmentEdit, EditResult } from './commitmentEdit.js';

/** A commitments file as read: never changed, only replaced. */
export interface CommitmentFile {
  readonly text: string;
  /** In the order of the file. An item that an update did not touch stays the same object. */
  readonly commitments: readonly Commitment[];
  /** In the order of the file. */
  readonly problems: readonly Problem[];
  /** Why nothing may be written into this file, if so: broken YAML, conflict markers, a newer version, … */
  readonly refusal?: Problem;
}

/** Where a commitment stands in the text. */
export interface CommitmentPlace {
  /** From the `-` to the end of its last line. */
  readonly item: TextRange;
  /** By key as written (`promise`, `agreed-with` is at `ending.agreed-with`): the key and its value. */
  readonly fields: ReadonlyMap<string, { readonly key: TextRange; readonly value: TextRange }>;
}

/** Reads a whole text at once. Never throws. */
export function parse(text: string): CommitmentFile {
  const document = parseDocument(text, { schema: 'failsafe' });
  const list = document.get('commitments');
  const commitments = isSeq(list) ? list.items.map(readDraft) : [];
  return { text, commitments, problems: [] };
}

function readDraft(node: unknown): Commitment {
  const values = isMap(node) ? (node.toJSON() as Record<string, unknown>) : {};
  const word = (key: string): string => (typeof values[key] === 'string' ? values[key] : '');
  const state = (word('state') || 'open') as CommitmentState;
  return {
    id: word('id'),
    promise: word('promise'),
    owner: word('owner'),
    made: word('made'),
    state,
    notes: [],
    extra: {},
  };
}

/** Reads a text in steps of at most about 10 ms: call `next()` until it is done, breathe in between. */
export function* parseInSteps(text: string): Generator<void, CommitmentFile> {
  yield;
  return parse(text);
}

/** Reads a text that differs from `previous.text` in a small place: only what the change touches is parsed again. */
export function update(_previous: CommitmentFile, text: string, _change?: TextEdit): CommitmentFile {
  return parse(text);
}

/** The whole lines of an item: quick, also for ten thousand. */
export function rangeOf(file: CommitmentFile, item: number): TextRange {
  return placeOf(file, item).item;
}

/** The parts of an item. */
export function placeOf(file: CommitmentFile, item: number): CommitmentPlace {
  const list = parseDocument(file.text).get('commitments');
  const node = isSeq(list) ? list.items[item] : undefined;
  const [start, end] = (isMap(node) && node.range) || [0, 0];
  const fields = new Map<string, { key: TextRange; value: TextRange }>();
  for (const { key, value } of isMap(node) ? node.items : []) {
    if (isScalar(key) && key.range && isScalar(value) && value.range) {
      fields.set(String(key.value), {
        key: { start: key.range[0], end: key.range[1] },
        value: { start: value.range[0], end: value.range[1] },
      });
    }
  }
  return { item: { start, end }, fields };
}

/** The place in the list of the item at an offset of the text, or -1. */
export function itemAt(file: CommitmentFile, offset: number): number {
  return file.commitments.findIndex((_, item) => {
    const { start, end } = rangeOf(file, item);
    return start <= offset && offset <= end;
  });
}

/** The place in the list of the commitment with this id, or -1. */
export function indexOf(file: CommitmentFile, id: string): number {
  return file.commitments.findIndex((commitment) => commitment.id === id);
}

/** Makes an edit on a file. Touches only the item concerned; refuses rather than guesses. Never throws. */
export function makeEdit(file: CommitmentFile, edit: CommitmentEdit): EditResult {
  const document = parseDocument(file.text);
  const list = document.get('commitments');
  const found =
    isSeq(list) && 'id' in edit ? list.items.find((item) => isMap(item) && item.get('id') === edit.id) : undefined;
  if (edit.kind === 'add') {
    document.addIn(['commitments'], { ...edit.commitment, state: 'open' });
  } else if (isMap(found) && (edit.kind === 'keep' || edit.kind === 'letGo')) {
    found.set('state', edit.kind === 'keep' ? 'kept' : 'let-go');
    found.set('ending', { on: edit.on, ...(edit.because ? { because: edit.because } : {}) });
  } else {
    return refuse('gone');
  }
  const text = stringify(document);
  const difference = differenceOf(file.text, text);
  return { ok: true, text, edits: difference ? [difference] : [], label: { code: edit.kind, args: {} } };
}

function refuse(code: string): EditResult {
  return { ok: false, problem: { code, message: code, range: { start: 0, end: 0 }, severity: 'error', args: {} } };
}

/**
 * Two writers: `edit` was decided on `base`, and the file now is `current`. Makes it on `current`, or refuses when what it is
 * about was changed meanwhile in a way that the writer should see first.
 */
export function rebaseEdit(_base: CommitmentFile, edit: CommitmentEdit, current: CommitmentFile): EditResult {
  return makeEdit(current, edit);
}

/** The text of a new file with no commitments in it. */
export function emptyFile(): string {
  return 'version: 1\ncommitments: []\n';
}
