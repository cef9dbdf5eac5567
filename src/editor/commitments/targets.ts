import type * as v from 'valibot';
import * as vscode from 'vscode';
import type { Commitment } from '../../commitments/commitment.js';
import type { CommitmentEdit } from '../../commitments/commitmentEdit.js';
import type { folderArgument } from '../teamFile/argument.js';
import { UserError } from '../userError.js';
import { type CommitmentDesk, type Target, targetsOf } from './desk.js';

/**
 * The promise with an id.
 * @throws UserError when there is none, or when two teams have one
 */
export async function targetById(
  desk: CommitmentDesk,
  id: string,
  folder?: v.InferOutput<typeof folderArgument>,
): Promise<Target> {
  const targets =
    folder === undefined
      ? await desk.everything()
      : await desk.lists
          .named(folder)
          .ready()
          .then(({ shown }) => targetsOf(desk.lists.named(folder), shown));
  const found = targets.filter(({ commitment }) => commitment.id === id);
  const [first] = found;
  if (first === undefined) {
    throw new UserError('commitments/not-found', vscode.l10n.t('There is no promise with the id {0}.', id));
  }
  if (found.some(({ list }) => list !== first.list)) {
    throw new UserError(
      'commitments/ambiguous',
      vscode.l10n.t('More than one team has a promise with the id {0}: name the folder too.', id),
    );
  }
  return first;
}

/** Promises written by hand may lack an id: they get one in the same step as the edit that needs it. */
export function idsFirst(
  desk: CommitmentDesk,
  targets: readonly Target[],
): { readonly repairs: readonly CommitmentEdit[]; readonly ids: ReadonlyMap<Commitment, string> } {
  const ids = new Map<Commitment, string>();
  const repairs: CommitmentEdit[] = [];
  for (const { commitment, list, item } of targets) {
    const id = commitment.id === '' ? desk.newId(list) : commitment.id;
    if (commitment.id === '') {
      repairs.push({ kind: 'repair', item, key: 'id', value: id });
    }
    ids.set(commitment, id);
  }
  return { repairs, ids };
}
