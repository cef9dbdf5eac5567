import * as vscode from 'vscode';
import { showError } from '../commands.js';
import { UserError } from '../userError.js';
import type { CommitmentDesk } from './desk.js';
import { asMarkdown } from './markdownList.js';
import { moveBefore } from './moves.js';
import { CommitmentNode, type TreeNode } from './treeNodes.js';

const mime = 'application/vnd.code.tree.commonground.commitments';

/** Promises are put in another order by dragging, and dropped as text into an editor. */
export class TreeDragAndDrop implements vscode.TreeDragAndDropController<TreeNode> {
  readonly dragMimeTypes = [mime, 'text/plain'];
  readonly dropMimeTypes = [mime];

  constructor(private readonly desk: CommitmentDesk) {}

  handleDrag(nodes: readonly TreeNode[], data: vscode.DataTransfer): void {
    const commitments = nodes.filter((node) => node.kind === 'commitment');
    if (commitments.length > 0) {
      data.set(mime, new vscode.DataTransferItem(commitments));
      data.set('text/plain', new vscode.DataTransferItem(asMarkdown(commitments.map((node) => node.commitment))));
    }
  }

  async handleDrop(target: TreeNode | undefined, data: vscode.DataTransfer): Promise<void> {
    const value: unknown = data.get(mime)?.value;
    const dragged = Array.isArray(value) ? value.filter((node) => node instanceof CommitmentNode) : [];
    const first = dragged[0];
    if (first === undefined) {
      return;
    }
    try {
      if (target !== undefined && 'list' in target && dragged.some(({ list }) => list !== target.list)) {
        throw new UserError('commitments/other-team', vscode.l10n.t('A promise stays in the file of its team.'));
      }
      const before = target?.kind === 'commitment' ? target.target() : undefined;
      await moveBefore(
        this.desk,
        dragged.map((node) => node.target()),
        before,
      );
    } catch (error) {
      void showError(this.desk.services, 'commonGround.commitments', error);
    }
  }
}
