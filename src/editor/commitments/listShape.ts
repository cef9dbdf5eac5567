import type { Commitment, Day } from '../../commitments/commitment.js';
import type { CommitmentFile } from '../../commitments/commitmentFile.js';
import { type CommitmentGroup, filterCommitments, type GroupBy } from '../../commitments/grouping.js';
import type { Snapshot } from '../teamFile/teamList.js';
import type { CommitmentList } from './desk.js';
import { OrderedGroups } from './orderedGroups.js';
import { CommitmentNode, FolderNode, GroupNode, MoreNode, NoticeNode, type TreeNode } from './treeNodes.js';

/** How the person looks at the tree. */
export interface TreeLook {
  readonly by: GroupBy;
  readonly filter: string;
  readonly today: Day;
  readonly normIds: ReadonlySet<string>;
  /** Whether each list has a node of its own above its groups. */
  readonly folders: boolean;
}

/** The nodes of one list. An update answers which of them look different now. */
export class ListShape {
  readonly folder: FolderNode;
  notices: readonly NoticeNode[] = [];
  groups: readonly GroupNode[] = [];
  /** How many of all its promises, filtered or not, are worth a word. */
  worth = 0;
  private ordered: OrderedGroups | undefined;

  constructor(readonly list: CommitmentList) {
    this.folder = new FolderNode(list.file.folder.uri.toString(), list);
  }

  children(): readonly TreeNode[] {
    return [...this.notices, ...this.groups];
  }

  /** The node of a promise, also if it is not laid out yet: then its group grows. */
  find(commitment: Commitment): CommitmentNode | undefined {
    for (const group of this.groups) {
      const index = group.group.commitments.indexOf(commitment);
      if (index >= 0 && index >= group.shown) {
        group.shown = index + 1;
        group.children = nodesOf(group, group.children, group.children[0]?.file);
      }
      const node = group.children[index];
      if (node !== undefined) {
        return node;
      }
    }
    return undefined;
  }

  /** Answers `all` if the groups themselves are others. */
  update(snapshot: Snapshot<CommitmentFile>, look: TreeLook): 'all' | readonly TreeNode[] {
    const parent = look.folders ? this.folder : undefined;
    const notices = noticesOf(this.list, snapshot, parent);
    const sameNotices =
      notices.length === this.notices.length && notices.every(({ id }, index) => id === this.notices[index]?.id);
    this.notices = sameNotices ? this.notices : notices;

    const known = new Map(this.groups.map((group) => [group.id, group]));
    const changed: TreeNode[] = [];
    const groups = this.groupsOf(snapshot.shown, look).map((group) => {
      // A filter opens the groups it leaves: for the editor those are other nodes than the ones the person closed.
      const id = `${this.folder.id}/${look.by}${look.filter === '' ? '' : '?'}/${group.key}`;
      const node = known.get(id);
      if (node === undefined || node.parent !== parent) {
        const made = new GroupNode(id, this.list, parent, group);
        made.children = nodesOf(made, [], snapshot.shown);
        return made;
      }
      changed.push(...updateGroup(node, group, snapshot.shown));
      return node;
    });
    const sameGroups =
      groups.length === this.groups.length && groups.every((group, index) => group === this.groups[index]);
    this.groups = groups;
    return sameNotices && sameGroups ? changed : 'all';
  }

  private groupsOf(file: CommitmentFile | undefined, look: TreeLook): readonly CommitmentGroup[] {
    const { by, today, normIds } = look;
    if (this.ordered?.by !== by || this.ordered.today !== today || this.ordered.normIds !== normIds) {
      this.ordered = new OrderedGroups(by, today, normIds);
    }
    const { ordered } = this;
    const commitments = file?.commitments ?? [];
    this.worth = commitments.reduce((count, commitment) => count + (ordered.worth(commitment) ? 1 : 0), 0);
    return ordered.of(filterCommitments(commitments, look.filter));
  }
}

function updateGroup(node: GroupNode, group: CommitmentGroup, file: CommitmentFile | undefined): readonly TreeNode[] {
  const before = node.children;
  const sameCount = node.group.commitments.length === group.commitments.length;
  const old = new Map(before.map((child) => [child, child.commitment]));
  node.group = group;
  node.children = nodesOf(node, before, file);
  const sameNodes =
    sameCount && before.length === node.children.length && node.children.every((child, at) => child === before[at]);
  return sameNodes ? node.children.filter((child) => old.get(child) !== child.commitment) : [node];
}

/** The laid-out nodes of a group; nodes that were there are taken again, with what they say now. */
function nodesOf(
  group: GroupNode,
  before: readonly CommitmentNode[],
  file: CommitmentFile | undefined,
): readonly CommitmentNode[] {
  const known = new Map(before.map((node) => [node.id, node]));
  const seen = new Map<string, number>();
  return group.group.commitments.slice(0, group.shown).flatMap((commitment) => {
    if (file === undefined) {
      return [];
    }
    // Ids are not always unique in a file written by hand; nodes are.
    const nth = (seen.get(commitment.id) ?? 0) + 1;
    seen.set(commitment.id, nth);
    const id = `${group.id}/${commitment.id}${nth === 1 ? '' : `#${nth}`}`;
    const node = known.get(id) ?? new CommitmentNode(id, group.list, group, commitment, file);
    node.commitment = commitment;
    node.file = file;
    return [node];
  });
}

/** What stands below a group: its promises, and a way to the rest. */
export function childrenOf(group: GroupNode): readonly TreeNode[] {
  return group.group.commitments.length > group.children.length
    ? [...group.children, new MoreNode(group)]
    : group.children;
}

/** Lays out more of a long group. */
export function growGroup(group: GroupNode, by: number): void {
  group.shown += by;
  group.children = nodesOf(group, group.children, group.children[0]?.file);
}

function noticesOf(
  list: CommitmentList,
  { trouble, readOnly }: Snapshot<CommitmentFile>,
  parent: FolderNode | undefined,
): readonly NoticeNode[] {
  const id = `${list.file.folder.uri.toString()}/${parent === undefined ? '' : 'folder/'}`;
  return [
    ...(trouble === undefined
      ? []
      : [new NoticeNode(`${id}trouble: ${trouble.message}`, list, parent, 'trouble', trouble.message)]),
    ...(readOnly === undefined
      ? []
      : [new NoticeNode(`${id}read-only: ${readOnly}`, list, parent, 'read-only', readOnly)]),
  ];
}
