import { gapFor } from '../yamlList/gap.js';
import { changeItem } from '../yamlList/itemChange.js';
import { addItem, moveItem, removeItem } from '../yamlList/listEdit.js';
import type { ListFile } from '../yamlList/listFile.js';
import type { MapChange } from '../yamlList/mapEdit.js';
import { type Outcome, outcomes, Refusal } from '../yamlList/refusal.js';
import type { TextEdit } from '../yamlList/textEdit.js';
import type { Plain } from '../yamlList/value.js';
import type { Commitment, CommitmentState, Day, NewCommitment } from './commitment.js';
import type { CommitmentEdit, CommitmentFields } from './commitmentEdit.js';
import { isDay } from './days.js';

type List = ListFile<Commitment>;
type EditOf<K extends CommitmentEdit['kind']> = Extract<CommitmentEdit, { kind: K }>;

/**
 * What an edit comes to in the text.
 * @throws {Refusal} when it cannot be met, in words for the person.
 */
export function planEdit(list: List, edit: CommitmentEdit): Outcome {
  switch (edit.kind) {
    case 'add':
      return add(list, edit.commitment);
    case 'keep':
      return end(list, edit, 'kept', { because: edit.because });
    case 'letGo':
      return end(list, edit, 'let-go', { because: edit.because });
    case 'change':
      return change(list, edit);
    case 'reopen':
      return reopen(list, edit.id);
    case 'note':
      return note(list, edit);
    case 'snooze':
      return setFields(list, findOpen(list, edit.id), { revisit: edit.until });
    case 'edit':
      return setFields(list, find(list, edit.id), edit.set);
    case 'move':
      return move(list, edit);
    case 'remove':
      return remove(list, find(list, edit.id));
    case 'repair':
      return repair(list, edit);
  }
}

function add(list: List, commitment: NewCommitment): Outcome {
  const { items, frame } = list;
  if (items.some(({ id }) => id === commitment.id)) {
    throw new Refusal('taken-id', `There is a commitment with the id ${commitment.id} already.`, { id: commitment.id });
  }
  const before = frame ? gapFor(commitment.id, items.length) : undefined;
  const edit = addItem(list, plainCommitment(commitment), before);
  return outcomes.added(list, [edit], before ?? items.length, commitment.id);
}

function plainCommitment({ id, promise, owner, made, revisit, from }: NewCommitment): Plain {
  checkDay(made);
  return {
    id: id.trim() || refuseId(),
    promise: checkPromise(promise),
    ...(owner?.trim() ? { owner: owner.trim() } : {}),
    made,
    ...(revisit ? { revisit: checkDay(revisit) } : {}),
    ...(from?.trim() ? { from: from.trim() } : {}),
    state: 'open',
  };
}

function refuseId(): never {
  throw new Refusal('missing-id', 'A new commitment has an id.');
}

function checkPromise(promise: string): string {
  const text = promise.trim();
  if (text === '') {
    throw new Refusal('empty-promise', 'What is promised? A commitment without words is none.');
  }
  return text;
}

function checkDay(day: Day): Day {
  if (!isDay(day)) {
    throw new Refusal('bad-date', `"${day}" is no day that exists: days are written as 2026-11-20.`, { day });
  }
  return day;
}

function end(
  list: List,
  { id, on }: { readonly id: string; readonly on: Day },
  state: CommitmentState,
  words: Readonly<Record<string, string | undefined>>,
): Outcome {
  const item = findOpen(list, id);
  checkDay(on);
  const said = Object.entries(words).flatMap(([key, value]) =>
    value?.trim() ? [set(['ending', key], value.trim())] : [],
  );
  return changed(list, item, [set(['state'], state), set(['ending', 'on'], on), ...said]);
}

function change(list: List, edit: EditOf<'change'>): Outcome {
  const agreedWith = edit.agreedWith.trim();
  if (agreedWith === '') {
    throw new Refusal('missing-agreement', 'With whom was the change agreed?');
  }
  const ended = end(list, edit, 'changed', {
    because: edit.because,
    'agreed-with': agreedWith,
    successor: edit.successor.id,
  });
  const added = add(list, edit.successor);
  return { ...added, edits: apart([...ended.edits, ...added.edits]) };
}

/** Two edits at one place become one: the end of an item comes before the item that is added behind it. */
function apart(edits: readonly TextEdit[]): readonly TextEdit[] {
  const [first, second] = edits;
  if (!first || !second || first.range.start !== second.range.start || second.range.end !== second.range.start) {
    return edits;
  }
  const added = first.range.end === first.range.start ? first.newText + second.newText : second.newText + first.newText;
  return [{ range: first.range, newText: added }];
}

function reopen(list: List, id: string): Outcome {
  const item = find(list, id);
  if (list.items[item]?.model.state === 'open') {
    throw new Refusal('not-ended', 'This commitment is open.', { id });
  }
  return changed(list, item, [set(['state'], 'open'), { kind: 'remove', path: ['ending'] }]);
}

function note(list: List, { id, on, text }: EditOf<'note'>): Outcome {
  const words = text.trim();
  if (words === '') {
    throw new Refusal('empty-note', 'A note holds some words.', { id });
  }
  const value = { on: checkDay(on), text: words };
  return changed(list, find(list, id), [{ kind: 'append', path: ['notes'], value }]);
}

function setFields(list: List, item: number, fields: CommitmentFields): Outcome {
  const changes = Object.entries(fields).flatMap(([key, value]): MapChange[] => {
    if (value === undefined) {
      return [];
    }
    if (key === 'promise') {
      return [set([key], checkPromise(value ?? ''))];
    }
    const isDate = key === 'made' || key === 'revisit';
    const text = value?.trim() ?? '';
    return [text === '' ? { kind: 'remove', path: [key] } : set([key], isDate ? checkDay(text) : text)];
  });
  return changed(list, item, changes);
}

function move(list: List, { id, before }: EditOf<'move'>): Outcome {
  const item = find(list, id);
  const target = before === null ? list.items.length : find(list, before);
  return outcomes.moved(list, moveItem(list, item, target), item, target);
}

function remove(list: List, item: number): Outcome {
  return outcomes.removed(list, [removeItem(list, item)], item);
}

function repair(list: List, { item, key, value }: EditOf<'repair'>): Outcome {
  if (!list.items[item]) {
    throw new Refusal('gone', 'This commitment is no longer in the file.');
  }
  const path = key.split('.');
  const outcome = changed(list, item, [value === null ? { kind: 'remove', path } : set(path, value)]);
  return key === 'id' ? outcomes.renamed(list, outcome.edits, item, value ?? '') : outcome;
}

function changed(list: List, item: number, changes: readonly MapChange[]): Outcome {
  const edit = changeItem(list, item, changes);
  return outcomes.changed(list, edit ? [edit] : []);
}

function set(path: readonly string[], value: string): MapChange {
  return { kind: 'set', path, value };
}

function find(list: List, id: string): number {
  const item = list.items.findIndex((one) => one.id === id && id !== '');
  if (item < 0) {
    throw new Refusal('gone', `There is no commitment with the id ${id} in the file any more.`, { id });
  }
  if (list.items.findLastIndex((one) => one.id === id) !== item) {
    throw new Refusal('duplicate-id', `Two commitments have the id ${id}: give one of them another first.`, { id });
  }
  return item;
}

function findOpen(list: List, id: string): number {
  const item = find(list, id);
  const model = list.items[item]?.model;
  if (model && model.state !== 'open') {
    throw new Refusal('already-ended', 'This commitment has ended already.', { id, state: model.state });
  }
  return item;
}
