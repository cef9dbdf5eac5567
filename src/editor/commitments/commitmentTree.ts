import * as vscode from 'vscode';
import type { GroupBy } from '../../commitments/grouping.js';
import { inline } from '../../retro/markdown.js';
import type { ContextKey, ViewId } from '../contributions.js';
import { groupByWord, groupLabel } from './commitmentWords.js';
import type { CommitmentDesk, CommitmentList, Target } from './desk.js';
import { childrenOf, growGroup, ListShape, type TreeLook } from './listShape.js';
import { asMarkdown } from './markdownList.js';
import { storyOf } from './story.js';
import { TreeDragAndDrop } from './treeDragAndDrop.js';
import { itemOf } from './treeItems.js';
import { type CommitmentNode, pageSize, type TreeNode } from './treeNodes.js';

const lookKey = 'commitments.groupBy';

/** The tree of promises in the sidebar. */
export class CommitmentTree implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  private readonly didChange = new vscode.EventEmitter<undefined | TreeNode[]>();
  readonly onDidChangeTreeData = this.didChange.event;
  private readonly shapes = new Map<CommitmentList, ListShape>();
  private readonly view: vscode.TreeView<TreeNode>;
  private readonly disposables: vscode.Disposable[] = [this.didChange];
  private look: TreeLook;

  constructor(
    private readonly desk: CommitmentDesk,
    private readonly normIds: () => ReadonlySet<string>,
  ) {
    const by = desk.services.context.workspaceState.get<GroupBy>(lookKey, 'state');
    this.look = { by, filter: '', today: desk.today(), normIds: normIds(), folders: false };
    this.view = vscode.window.createTreeView<TreeNode>('commonGround.commitments' satisfies ViewId, {
      treeDataProvider: this,
      canSelectMany: true,
      showCollapseAll: true,
      dragAndDropController: new TreeDragAndDrop(desk),
    });
    this.disposables.push(
      this.view,
      desk.lists.onDidChange((list) => this.refresh(list)),
      desk.lists.onDidChangeFolders(() => this.refreshAll()),
      vscode.window.onDidChangeWindowState(
        ({ focused }) => focused && this.look.today !== desk.today() && this.refreshAll(),
      ),
    );
    this.describe();
  }

  get groupedBy(): GroupBy {
    return this.look.by;
  }

  get filteredBy(): string {
    return this.look.filter;
  }

  get visible(): boolean {
    return this.view.visible;
  }

  /** All that the tree would show, group by group, as Markdown. */
  async asMarkdown(): Promise<string> {
    await this.desk.lists.ready();
    this.updateAll();
    const groups = this.presentShapes().flatMap((shape) => shape.groups.map(({ group }) => group));
    return groups.map((group) => `## ${inline(groupLabel(group))}\n\n${asMarkdown(group.commitments)}\n`).join('\n');
  }

  /** The promises selected in the tree. */
  get selection(): readonly CommitmentNode[] {
    return this.view.selection.filter((node) => node.kind === 'commitment');
  }

  async groupBy(by: GroupBy): Promise<void> {
    this.look = { ...this.look, by };
    this.refreshAll();
    await this.desk.services.context.workspaceState.update(lookKey, by);
  }

  filter(text: string): void {
    this.look = { ...this.look, filter: text.trim() };
    const key: ContextKey = 'commonGround:commitments.filtered';
    void vscode.commands.executeCommand('setContext', key, this.look.filter !== '');
    this.refreshAll();
  }

  /** The node of a promise, laid out if it was not; nothing if the filter hides it. */
  async nodeOf({ list, commitment }: Target): Promise<CommitmentNode | undefined> {
    await this.desk.lists.ready();
    this.updateAll();
    return this.shapes.get(list)?.find(commitment);
  }

  /** Shows a promise in the tree and selects it. */
  async select(target: Target, focus: boolean): Promise<void> {
    const node = await this.nodeOf(target);
    if (node !== undefined) {
      this.didChange.fire([node.parent]);
      await this.view.reveal(node, { select: true, focus });
    }
  }

  showMore(node: TreeNode): void {
    if (node.kind === 'more') {
      growGroup(node.parent, pageSize);
      this.didChange.fire([node.parent]);
    }
  }

  refreshAll(): void {
    this.look = { ...this.look, today: this.desk.today(), normIds: this.normIds() };
    this.updateAll();
    this.describe();
    this.didChange.fire(undefined);
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (node !== undefined) {
      return [
        ...(node.kind === 'folder' ? this.shapeOf(node.list).children() : []),
        ...(node.kind === 'group' ? childrenOf(node) : []),
      ];
    }
    await this.desk.lists.ready();
    this.updateAll();
    this.describe();
    const shapes = this.presentShapes();
    return this.look.folders ? shapes.map(({ folder }) => folder) : shapes.flatMap((shape) => shape.children());
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    return itemOf(node, this.look.today, this.look.filter !== '');
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.parent;
  }

  resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
    if (node.kind === 'commitment') {
      const successorId = node.commitment.ending?.successor;
      const successor = node.file.commitments.find(({ id }) => id !== '' && id === successorId);
      item.tooltip = storyOf(node.commitment, this.look.today, successor);
    }
    return item;
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private refresh(list: CommitmentList): void {
    const snapshot = list.current;
    const shape = this.shapes.get(list);
    const folders = this.presentLists().length > 1;
    if (snapshot === undefined || shape === undefined || folders !== this.look.folders) {
      this.updateAll();
      this.describe();
      this.didChange.fire(undefined);
      return;
    }
    const changed = shape.update(snapshot, this.look);
    this.describe();
    if (changed === 'all') {
      this.didChange.fire(folders ? [shape.folder] : undefined);
    } else if (changed.length > 0) {
      this.didChange.fire([...changed]);
    }
  }

  private updateAll(): void {
    this.look = { ...this.look, folders: this.presentLists().length > 1 };
    const lists = new Set(this.desk.lists.all());
    for (const list of this.shapes.keys()) {
      if (!lists.has(list)) {
        this.shapes.delete(list);
      }
    }
    for (const list of lists) {
      if (list.current !== undefined) {
        this.shapeOf(list).update(list.current, this.look);
      }
    }
  }

  private shapeOf(list: CommitmentList): ListShape {
    const shape = this.shapes.get(list) ?? new ListShape(list);
    this.shapes.set(list, shape);
    return shape;
  }

  private presentLists(): readonly CommitmentList[] {
    return this.desk.lists.all().filter(({ current }) => current !== undefined && !current.missing);
  }

  private presentShapes(): readonly ListShape[] {
    return this.presentLists().map((list) => this.shapeOf(list));
  }

  /** What is around the tree: badge, line above it, and what the menus offer. */
  private describe(): void {
    const present = this.presentLists();
    const key: ContextKey = 'commonGround:commitments.hasFile';
    void vscode.commands.executeCommand('setContext', key, present.length > 0);
    const worth = present.reduce((count, list) => count + this.shapeOf(list).worth, 0);
    this.view.badge =
      worth === 0 ? undefined : { value: worth, tooltip: vscode.l10n.t('Promises worth a word: {0}', worth) };
    this.view.description = this.look.by === 'state' ? '' : groupByWord(this.look.by);
    this.view.message = this.look.filter === '' ? '' : vscode.l10n.t('Promises with “{0}”', this.look.filter);
  }
}
