import * as vscode from 'vscode';
import type { Norm } from '../../norms/norm.js';
import type { CommandId, ContextKey, ViewId } from '../contributions.js';
import { type NormList, type NormsDesk, standingWord } from './normsDesk.js';

/** A norm in the tree: what a command on it is about. */
export class NormNode {
  readonly kind = 'norm';
  constructor(
    readonly list: NormList,
    readonly norm: Norm,
  ) {}
}

interface FolderNode {
  readonly kind: 'folder';
  readonly list: NormList;
}
interface NoticeNode {
  readonly kind: 'notice';
  readonly list: NormList;
  readonly message: string;
}
type Node = NormNode | FolderNode | NoticeNode;

/** The norms of the team, in the order of their file. */
export class NormsTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly didChange = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.didChange.event;
  private readonly disposables: vscode.Disposable[];

  constructor(private readonly desk: NormsDesk) {
    this.disposables = [
      this.didChange,
      vscode.window.createTreeView<Node>('commonGround.norms' satisfies ViewId, { treeDataProvider: this }),
      desk.lists.onDidChange(() => this.refresh()),
      desk.lists.onDidChangeFolders(() => this.refresh()),
    ];
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node !== undefined) {
      return node.kind === 'folder' ? childrenOf(node.list) : [];
    }
    await this.desk.lists.ready();
    this.describe();
    const lists = this.presentLists();
    return lists.length > 1
      ? lists.map((list): FolderNode => ({ kind: 'folder', list }))
      : lists.flatMap((list) => childrenOf(list));
  }

  getTreeItem(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case 'folder':
        return new vscode.TreeItem(node.list.file.folder.name, vscode.TreeItemCollapsibleState.Expanded);
      case 'notice':
        return noticeItem(node);
      case 'norm':
        return normItem(node);
    }
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private refresh(): void {
    this.describe();
    this.didChange.fire(undefined);
  }

  private presentLists(): readonly NormList[] {
    return this.desk.lists.all().filter(({ current }) => current !== undefined && !current.missing);
  }

  private describe(): void {
    const key: ContextKey = 'commonGround:norms.hasFile';
    void vscode.commands.executeCommand('setContext', key, this.presentLists().length > 0);
  }
}

function childrenOf(list: NormList): Node[] {
  const { trouble, readOnly, shown } = list.current ?? {};
  const messages = [trouble?.message, readOnly].filter((message) => message !== undefined);
  return [
    ...messages.map((message): NoticeNode => ({ kind: 'notice', list, message })),
    ...(shown?.norms ?? []).map((norm) => new NormNode(list, norm)),
  ];
}

function noticeItem({ list, message }: NoticeNode): vscode.TreeItem {
  const item = new vscode.TreeItem(message);
  item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  item.tooltip = message;
  item.command = edit(list);
  return item;
}

function normItem(node: NormNode): vscode.TreeItem {
  const { norm, list } = node;
  const proposed = norm.adopted === undefined || norm.adopted === '';
  const item = new vscode.TreeItem(norm.text);
  item.description = proposed ? standingWord(norm) : '';
  item.iconPath = new vscode.ThemeIcon(proposed ? 'question' : 'law');
  item.contextValue = proposed && list.current?.readOnly === undefined ? 'norm proposed' : 'norm';
  item.tooltip = normStory(norm);
  item.accessibilityInformation = {
    label: [norm.text, standingWord(norm), norm.why].filter((part) => part !== undefined).join(', '),
  };
  item.command = edit(list, norm.id);
  return item;
}

/** A norm with its reason, for a tooltip or a hover. What people wrote is shown as text. */
export function normStory(norm: Norm): vscode.MarkdownString {
  const story = new vscode.MarkdownString();
  story.appendMarkdown('**').appendText(norm.text).appendMarkdown('**\n\n');
  if (norm.why) {
    story.appendText(norm.why).appendMarkdown('\n\n');
  }
  return story.appendText(standingWord(norm));
}

function edit(list: NormList, id?: string): vscode.Command {
  return {
    command: 'commonGround.norms.edit' satisfies CommandId,
    title: vscode.l10n.t('Open File'),
    arguments: [{ folder: list.file.folder.uri.toString(), ...(id ? { id } : {}) }],
  };
}
