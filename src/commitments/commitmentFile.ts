import { allProblems, type ListFile, readList, refusalOf } from '../yamlList/listFile.js';
import { type ItemPlace, itemAtOffset, itemRange, placeOfItem } from '../yamlList/listPlaces.js';
import { drain, updateListInSteps } from '../yamlList/listUpdate.js';
import type { Problem } from '../yamlList/problem.js';
import { attempt, type Outcome } from '../yamlList/refusal.js';
import type { TextEdit, TextRange } from '../yamlList/textEdit.js';
import type { Commitment } from './commitment.js';
import type { CommitmentEdit, EditLabel, EditResult } from './commitmentEdit.js';
import { planEdit } from './commitmentPlan.js';
import { commitmentKind } from './commitmentReader.js';
import { overtaken } from './meanwhile.js';

/** A commitments file as read: never changed, only replaced. */
export interface CommitmentFile {
  readonly text: string;
  /** In the order of the file. An item that an update did not touch stays the same object. */
  readonly commitments: readonly Commitment[];
  /** In the order of the file. */
  readonly problems: readonly Problem[];
  /** Why nothing may be written into this file, if so: broken YAML, conflict markers, a newer version, … */
  readonly refusal: Problem | undefined;
  /** What the functions of this file work on. */
  readonly list: ListFile<Commitment>;
}

/** Where a commitment stands in the text. `ending.agreed-with` and `notes.0.text` are paths of its fields. */
export type CommitmentPlace = ItemPlace;

/** Reads a whole text at once. Never throws. */
export function parse(text: string): CommitmentFile {
  return drain(parseInSteps(text));
}

/** Reads a text in steps of about 5 ms: call `next()` until it is done, breathe in between. */
export function* parseInSteps(text: string): Generator<void, CommitmentFile> {
  return new ReadFile(yield* readList(text, commitmentKind));
}

/**
 * Reads a text that differs from `previous.text` in a small place: only what the change touches is parsed again.
 * @param text may be left out when the change is given: then nobody has to put a long text together.
 * @param change the one edit between the two texts; found by comparing them when it is left out.
 */
export function update(previous: CommitmentFile, text: string | undefined, change?: TextEdit): CommitmentFile {
  return drain(updateInSteps(previous, text, change));
}

/** The same in steps, for a change that may be large, as when a branch is switched. */
export function* updateInSteps(
  previous: CommitmentFile,
  text: string | undefined,
  change?: TextEdit,
): Generator<void, CommitmentFile> {
  const list = yield* updateListInSteps(previous.list, text, change);
  return list === previous.list ? previous : new ReadFile(list);
}

/** All is put together when it is asked for: an edit among ten thousand commitments does not pay for them. */
class ReadFile implements CommitmentFile {
  private models: readonly Commitment[] | undefined;
  private gathered: readonly Problem[] | undefined;

  constructor(readonly list: ListFile<Commitment>) {}

  get commitments(): readonly Commitment[] {
    this.models ??= this.list.items.map(({ model }) => model);
    return this.models;
  }

  get text(): string {
    return this.list.text;
  }

  get problems(): readonly Problem[] {
    this.gathered ??= allProblems(this.list);
    return this.gathered;
  }

  get refusal(): Problem | undefined {
    return refusalOf(this.list);
  }
}

/** The lines of an item: quick, also for ten thousand. */
export function rangeOf(file: CommitmentFile, item: number): TextRange {
  return itemRange(file.list, item);
}

/** The parts of an item. */
export function placeOf(file: CommitmentFile, item: number): CommitmentPlace {
  return placeOfItem(file.list, item);
}

/** The place in the list of the item at an offset of the text, or -1. */
export function itemAt(file: CommitmentFile, offset: number): number {
  return itemAtOffset(file.list, offset);
}

/** The place in the list of the commitment with this id, or -1. */
export function indexOf(file: CommitmentFile, id: string): number {
  return id === '' ? -1 : file.list.items.findIndex((item) => item.id === id);
}

/** The text of a new file with no commitments in it. */
export function emptyFile(): string {
  return 'version: 1\ncommitments:\n';
}

/** Makes an edit on a file. Touches only the item concerned; refuses rather than guesses. Never throws. */
export function makeEdit(file: CommitmentFile, edit: CommitmentEdit): EditResult {
  return labelled(file, edit, () => planEdit(file.list, edit));
}

/**
 * Two writers: `edit` was decided on `base`, and the file now is `current`. Makes it on `current`, or refuses when what it is
 * about was changed meanwhile in a way that the writer should see first.
 */
export function rebaseEdit(base: CommitmentFile, edit: CommitmentEdit, current: CommitmentFile): EditResult {
  return labelled(current, edit, () => planEdit(current.list, overtaken(base.list, edit, current.list)));
}

function labelled(file: CommitmentFile, edit: CommitmentEdit, plan: () => Outcome): EditResult {
  const result = attempt(file.list, plan);
  if (!result.ok) {
    return result;
  }
  const after = new ReadFile(result.file);
  const label = { code: edit.kind, args: labelArgs(file, edit) };
  return {
    ok: true,
    edits: result.edits,
    file: after,
    get text() {
      return after.text;
    },
    label,
  };
}

function labelArgs(file: CommitmentFile, edit: CommitmentEdit): EditLabel['args'] {
  if (edit.kind === 'repair') {
    return { key: edit.key, id: file.list.items[edit.item]?.id ?? '' };
  }
  if (edit.kind === 'add') {
    return { id: edit.commitment.id, promise: edit.commitment.promise };
  }
  return { id: edit.id, promise: file.list.items[indexOf(file, edit.id)]?.model.promise ?? '' };
}
