import { allProblems, type ListFile, readList, refusalOf } from '../yamlList/listFile.js';
import { type ItemPlace, itemAtOffset, itemRange, placeOfItem } from '../yamlList/listPlaces.js';
import { drain, updateListInSteps } from '../yamlList/listUpdate.js';
import type { Problem } from '../yamlList/problem.js';
import { attempt, type Outcome, Refusal } from '../yamlList/refusal.js';
import type { TextEdit, TextRange } from '../yamlList/textEdit.js';
import type { Norm } from './norm.js';
import { normKind } from './normReader.js';
import type { NormsEdit, NormsEditResult } from './normsEdit.js';
import { planNormsEdit } from './normsPlan.js';

/** A norms file as read: never changed, only replaced. */
export interface NormsFile {
  readonly text: string;
  /** In the order of the file. An item that an update did not touch stays the same object. */
  readonly norms: readonly Norm[];
  /** In the order of the file. */
  readonly problems: readonly Problem[];
  /** Why nothing may be written into this file, if so. */
  readonly refusal: Problem | undefined;
  /** What the functions of this file work on. */
  readonly list: ListFile<Norm>;
}

/** Reads a whole text. Never throws. */
export function parse(text: string): NormsFile {
  return drain(parseInSteps(text));
}

/** Reads a text in steps of about 5 ms: call `next()` until it is done, breathe in between. */
export function* parseInSteps(text: string): Generator<void, NormsFile> {
  return fileOf(yield* readList(text, normKind));
}

/** Reads a text that differs from `previous.text` in a small place: only what the change touches is parsed again. */
export function update(previous: NormsFile, text: string | undefined, change?: TextEdit): NormsFile {
  return drain(updateInSteps(previous, text, change));
}

/** The same in steps, for a change that may be large, as when a branch is switched. */
export function* updateInSteps(
  previous: NormsFile,
  text: string | undefined,
  change?: TextEdit,
): Generator<void, NormsFile> {
  const list = yield* updateListInSteps(previous.list, text, change);
  return list === previous.list ? previous : fileOf(list);
}

function fileOf(list: ListFile<Norm>): NormsFile {
  const norms = list.items.map(({ model }) => model);
  return { text: list.text, norms, problems: allProblems(list), refusal: refusalOf(list), list };
}

/** The lines of a norm. */
export function rangeOf(file: NormsFile, item: number): TextRange {
  return itemRange(file.list, item);
}

/** The parts of a norm: `text`, `why`, `adopted`. */
export function placeOf(file: NormsFile, item: number): ItemPlace {
  return placeOfItem(file.list, item);
}

/** The place in the list of the norm at an offset of the text, or -1. */
export function itemAt(file: NormsFile, offset: number): number {
  return itemAtOffset(file.list, offset);
}

/** The place in the list of the norm with this id, or -1. */
export function indexOf(file: NormsFile, id: string): number {
  return id === '' ? -1 : file.norms.findIndex((norm) => norm.id === id);
}

/** Makes an edit on a file. Touches only the norm concerned; refuses rather than guesses. Never throws. */
export function makeEdit(file: NormsFile, edit: NormsEdit): NormsEditResult {
  return labelled(file, edit, () => planNormsEdit(file.list, edit));
}

/** Two writers: `edit` was decided on `base`, and the file now is `current`. Refuses when the norm concerned was changed meanwhile. */
export function rebaseEdit(base: NormsFile, edit: NormsEdit, current: NormsFile): NormsEditResult {
  return labelled(current, edit, () => {
    const index = edit.kind === 'repair' ? edit.item : edit.kind === 'add' ? -1 : indexOf(base, edit.id);
    const before = base.norms[index];
    const now = edit.kind === 'repair' ? current.norms[index] : before && current.norms[indexOf(current, before.id)];
    const changed = before !== undefined && now !== undefined && JSON.stringify(before) !== JSON.stringify(now);
    if (changed && edit.kind !== 'move') {
      const message = 'Someone changed this norm meanwhile: have a look at it, and do it again if it still fits.';
      throw new Refusal('moved-meanwhile', message, { id: before.id });
    }
    return planNormsEdit(current.list, edit);
  });
}

function labelled(file: NormsFile, edit: NormsEdit, plan: () => Outcome): NormsEditResult {
  const result = attempt(file.list, plan);
  const id = edit.kind === 'add' ? edit.norm.id : edit.kind === 'repair' ? (file.norms[edit.item]?.id ?? '') : edit.id;
  if (!result.ok) {
    return result;
  }
  const after = fileOf(result.file);
  return { ok: true, edits: result.edits, file: after, text: after.text, label: { code: edit.kind, args: { id } } };
}

/** The text of a new file with no norms in it. */
export function emptyFile(): string {
  return 'version: 1\nnorms:\n';
}
