import type { ListFile } from '../yamlList/listFile.js';
import { Refusal } from '../yamlList/refusal.js';
import type { Commitment } from './commitment.js';
import type { CommitmentEdit } from './commitmentEdit.js';

/**
 * Two writers: the edit as it is to be made on the file as it is now, though it was decided on the file as it was.
 * @throws {Refusal} when what the person saw and decided about is not what stands there now.
 */
export function overtaken(
  base: ListFile<Commitment>,
  edit: CommitmentEdit,
  current: ListFile<Commitment>,
): CommitmentEdit {
  if (edit.kind === 'repair') {
    return { ...edit, item: sameItem(base, edit.item, current) };
  }
  if (edit.kind === 'add') {
    return edit;
  }
  const before = base.items.find(({ id }) => id === edit.id)?.model;
  const now = current.items.find(({ id }) => id === edit.id)?.model;
  if (before && now && before !== now && disagrees(edit, before, now)) {
    const message = 'Someone changed this commitment meanwhile: have a look at it, and do it again if it still fits.';
    throw new Refusal('moved-meanwhile', message, { id: edit.id });
  }
  return edit;
}

function disagrees(edit: CommitmentEdit, before: Commitment, now: Commitment): boolean {
  switch (edit.kind) {
    case 'keep':
    case 'letGo':
    case 'change':
    case 'reopen':
      // Ended twice is told by the edit itself, with the state it is in.
      return before.promise !== now.promise;
    case 'snooze':
      return before.revisit !== now.revisit;
    case 'edit':
      return (['promise', 'owner', 'made', 'revisit', 'from'] as const).some(
        (key) => edit.set[key] !== undefined && before[key] !== now[key],
      );
    case 'remove':
      return JSON.stringify(before) !== JSON.stringify(now);
    default:
      return false;
  }
}

/** An item without an id of its own is known by what it says. */
function sameItem(base: ListFile<Commitment>, item: number, current: ListFile<Commitment>): number {
  const before = JSON.stringify(base.items[item]?.model);
  const same = (at: number): boolean => JSON.stringify(current.items[at]?.model) === before;
  const found = same(item) ? item : current.items.findIndex((_, at) => same(at));
  if (found < 0) {
    throw new Refusal('moved-meanwhile', 'Someone changed this place of the file meanwhile.');
  }
  return found;
}
