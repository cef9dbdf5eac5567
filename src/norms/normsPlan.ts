import { isCalendarDay } from '../yamlList/day.js';
import { changeItem } from '../yamlList/itemChange.js';
import { addItem, moveItem, removeItem } from '../yamlList/listEdit.js';
import type { ListFile } from '../yamlList/listFile.js';
import type { MapChange } from '../yamlList/mapEdit.js';
import { type Outcome, outcomes, Refusal } from '../yamlList/refusal.js';
import type { Norm } from './norm.js';
import type { NewNorm, NormsEdit } from './normsEdit.js';

type List = ListFile<Norm>;

/**
 * What an edit comes to in the text.
 * @throws {Refusal} when it cannot be met, in words for the person.
 */
export function planNormsEdit(list: List, edit: NormsEdit): Outcome {
  switch (edit.kind) {
    case 'add':
      return add(list, edit.norm);
    case 'edit':
      return changed(list, find(list, edit.id), changesOf(edit.set));
    case 'adopt':
      return changed(list, find(list, edit.id), changesOf({ adopted: edit.on }));
    case 'move':
      return move(list, edit.id, edit.before);
    case 'remove': {
      const item = find(list, edit.id);
      return outcomes.removed(list, [removeItem(list, item)], item);
    }
    case 'repair':
      return repair(list, edit.item, edit.key, edit.value);
  }
}

/** A new norm goes last: norms are few, read in their order, and agreed on together. */
function add(list: List, { id, text, why, adopted }: NewNorm): Outcome {
  const { items } = list;
  if (id.trim() === '' || items.some((item) => item.id === id)) {
    throw new Refusal('taken-id', `There is a norm with the id ${id} already.`, { id });
  }
  const value = {
    id,
    text: checkText(text),
    ...(why?.trim() ? { why: why.trim() } : {}),
    ...(adopted ? { adopted: checkDay(adopted) } : {}),
  };
  return outcomes.added(list, [addItem(list, value, undefined)], items.length, id);
}

function changesOf(fields: Readonly<Record<string, string | null | undefined>>): readonly MapChange[] {
  return Object.entries(fields).flatMap(([key, value]): MapChange[] => {
    if (value === undefined) {
      return [];
    }
    const text = key === 'text' ? checkText(value ?? '') : (value?.trim() ?? '');
    if (text === '') {
      return [{ kind: 'remove', path: [key] }];
    }
    return [{ kind: 'set', path: [key], value: key === 'adopted' ? checkDay(text) : text }];
  });
}

function move(list: List, id: string, before: string | null): Outcome {
  const item = find(list, id);
  const target = before === null ? list.items.length : find(list, before);
  return outcomes.moved(list, moveItem(list, item, target), item, target);
}

function repair(list: List, item: number, key: string, value: string | null): Outcome {
  if (!list.items[item]) {
    throw new Refusal('gone', 'This norm is no longer in the file.');
  }
  const change: MapChange = value === null ? { kind: 'remove', path: [key] } : { kind: 'set', path: [key], value };
  const outcome = changed(list, item, [change]);
  return key === 'id' ? outcomes.renamed(list, outcome.edits, item, value ?? '') : outcome;
}

function changed(list: List, item: number, changes: readonly MapChange[]): Outcome {
  const edit = changeItem(list, item, changes);
  return outcomes.changed(list, edit ? [edit] : []);
}

function find(list: List, id: string): number {
  const item = list.items.findIndex((one) => one.id === id && id !== '');
  if (item < 0) {
    throw new Refusal('gone', `There is no norm with the id ${id} in the file any more.`, { id });
  }
  if (list.items.findLastIndex((one) => one.id === id) !== item) {
    throw new Refusal('duplicate-id', `Two norms have the id ${id}: give one of them another first.`, { id });
  }
  return item;
}

function checkText(text: string): string {
  if (text.trim() === '') {
    throw new Refusal('empty-text', 'What does the norm say? A norm without words is none.');
  }
  return text.trim();
}

function checkDay(day: string): string {
  if (!isCalendarDay(day)) {
    throw new Refusal('bad-date', `"${day}" is no day that exists: days are written as 2026-11-20.`, { day });
  }
  return day;
}
