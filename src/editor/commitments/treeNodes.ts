import type { Commitment } from '../../commitments/commitment.js';
import type { CommitmentFile } from '../../commitments/commitmentFile.js';
import type { CommitmentGroup } from '../../commitments/grouping.js';
import type { CommitmentList, Target } from './desk.js';

/** The nodes of the tree stay the same objects while the file changes around them, so that selection and expansion stay too. */
export type TreeNode = FolderNode | NoticeNode | GroupNode | CommitmentNode | MoreNode;

/** One team's list, where the window has several. */
export class FolderNode {
  readonly kind = 'folder';
  readonly parent = undefined;
  constructor(
    readonly id: string,
    readonly list: CommitmentList,
  ) {}
}

/** Says that the file cannot be read or written, above what was read before. */
export class NoticeNode {
  readonly kind = 'notice';
  constructor(
    readonly id: string,
    readonly list: CommitmentList,
    readonly parent: FolderNode | undefined,
    readonly severity: 'trouble' | 'read-only',
    readonly message: string,
  ) {}
}

/** How many promises a group shows before it offers more: what the editor lays out without a pause. */
export const pageSize = 200;

export class GroupNode {
  readonly kind = 'group';
  /** How many of its promises are laid out. */
  shown = pageSize;
  children: readonly CommitmentNode[] = [];
  constructor(
    readonly id: string,
    readonly list: CommitmentList,
    readonly parent: FolderNode | undefined,
    public group: CommitmentGroup,
  ) {}
}

export class CommitmentNode {
  readonly kind = 'commitment';
  constructor(
    readonly id: string,
    readonly list: CommitmentList,
    readonly parent: GroupNode,
    public commitment: Commitment,
    public file: CommitmentFile,
  ) {}

  /** What a command on this node is about. */
  target(): Target {
    const { list, file, commitment } = this;
    return { list, file, commitment, item: file.commitments.indexOf(commitment) };
  }
}

/** The rest of a long group. */
export class MoreNode {
  readonly kind = 'more';
  readonly id: string;
  constructor(readonly parent: GroupNode) {
    this.id = `${parent.id}/…`;
  }
}
