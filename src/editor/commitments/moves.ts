import * as vscode from 'vscode';
import type { CommitmentEdit } from '../../commitments/commitmentEdit.js';
import { UserError } from '../userError.js';
import type { CommitmentDesk, Target } from './desk.js';
import { idsFirst } from './targets.js';
import type { CommitmentNode } from './treeNodes.js';

/** Puts promises before another one, or last, in the order they had. */
export async function moveBefore(
  desk: CommitmentDesk,
  targets: readonly Target[],
  before: Target | undefined,
): Promise<void> {
  const [first] = targets;
  if (first === undefined || targets.some(({ commitment }) => commitment === before?.commitment)) {
    return;
  }
  const { repairs, ids } = idsFirst(desk, before === undefined ? targets : [...targets, before]);
  const anchor = before === undefined ? null : (ids.get(before.commitment) ?? null);
  const inOrder = [...targets].sort((a, b) => a.item - b.item);
  const moves = inOrder.map(
    ({ commitment }): CommitmentEdit => ({ kind: 'move', id: ids.get(commitment) ?? '', before: anchor }),
  );
  await desk.write(first.list, [...repairs, ...moves], vscode.l10n.t('Moved.'), first.file);
}

/** Moves a promise past its neighbour in its group of the tree. */
export async function moveBy(desk: CommitmentDesk, node: CommitmentNode, direction: 'up' | 'down'): Promise<void> {
  const siblings = node.parent.group.commitments;
  const at = siblings.indexOf(node.commitment);
  const { list, file } = node;
  const neighbour = siblings[direction === 'up' ? at - 1 : at + 1];
  if (neighbour === undefined) {
    throw new UserError('commitments/at-the-end', vscode.l10n.t('It is already at the end of its group.'));
  }
  const target = (commitment: typeof neighbour): Target => ({
    list,
    file,
    commitment,
    item: file.commitments.indexOf(commitment),
  });
  // Down past a neighbour is the neighbour up past this one, which says it without a look at what comes after.
  const [moved, anchor] = direction === 'up' ? [node.commitment, neighbour] : [neighbour, node.commitment];
  await moveBefore(desk, [target(moved)], target(anchor));
}
