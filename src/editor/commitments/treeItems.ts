import * as vscode from 'vscode';
import type { Day } from '../../commitments/commitment.js';
import { type CommitmentGroup, worthAWord } from '../../commitments/grouping.js';
import type { CommandId } from '../contributions.js';
import { accessibleLabel, groupLabel, promiseWord, shortStory } from './commitmentWords.js';
import type { CommitmentNode, FolderNode, GroupNode, MoreNode, NoticeNode, TreeNode } from './treeNodes.js';

/** How a node looks. Tooltips are made when somebody asks for them. */
export function itemOf(node: TreeNode, today: Day, filtered: boolean): vscode.TreeItem {
  switch (node.kind) {
    case 'folder':
      return folderItem(node);
    case 'notice':
      return noticeItem(node);
    case 'group':
      return groupItem(node, filtered);
    case 'commitment':
      return commitmentItem(node, today);
    case 'more':
      return moreItem(node);
  }
}

function folderItem(node: FolderNode): vscode.TreeItem {
  const { folder } = node.list.file;
  const item = new vscode.TreeItem(folder.name, vscode.TreeItemCollapsibleState.Expanded);
  item.id = node.id;
  item.iconPath = new vscode.ThemeIcon('root-folder');
  item.contextValue = 'folder';
  item.accessibilityInformation = { label: vscode.l10n.t('Promises of {0}', folder.name) };
  return item;
}

function noticeItem(node: NoticeNode): vscode.TreeItem {
  const trouble = node.severity === 'trouble';
  const item = new vscode.TreeItem(node.message);
  item.id = node.id;
  item.iconPath = trouble
    ? new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'))
    : new vscode.ThemeIcon('lock');
  item.contextValue = 'notice';
  item.tooltip = trouble
    ? vscode.l10n.t('{0} Below is what could be read last. Nothing is written until this is settled.', node.message)
    : node.message;
  item.command = {
    command: 'commonGround.commitments.edit' satisfies CommandId,
    title: vscode.l10n.t('Open File'),
    arguments: [{ folder: node.list.file.folder.uri.toString(), trouble }],
  };
  return item;
}

const groupIcons: Readonly<Record<CommitmentGroup['kind'], string>> = {
  'worth-a-word': 'comment',
  open: 'circle-large-outline',
  kept: 'pass',
  changed: 'arrow-swap',
  'let-go': 'circle-slash',
  person: 'person',
  norm: 'law',
  retro: 'history',
  nobody: 'person',
  nowhere: 'ellipsis',
};

function groupItem(node: GroupNode, filtered: boolean): vscode.TreeItem {
  const { kind, commitments } = node.group;
  const ended = kind === 'kept' || kind === 'changed' || kind === 'let-go';
  const state =
    ended && !filtered ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.Expanded;
  const label = groupLabel(node.group);
  const item = new vscode.TreeItem(label, state);
  item.id = node.id;
  item.description = String(commitments.length);
  item.iconPath = new vscode.ThemeIcon(groupIcons[kind]);
  item.contextValue = 'group';
  item.tooltip = node.group.name === '' ? label : node.group.name;
  item.accessibilityInformation = { label: vscode.l10n.t('{0}, promises: {1}', label, commitments.length) };
  return item;
}

function commitmentItem(node: CommitmentNode, today: Day): vscode.TreeItem {
  const { commitment } = node;
  const item = new vscode.TreeItem(promiseWord(commitment));
  item.id = node.id;
  item.description = shortStory(commitment, today);
  item.iconPath = new vscode.ThemeIcon(iconOf(node, today));
  item.contextValue = contextOf(node, today);
  item.accessibilityInformation = { label: accessibleLabel(commitment, today) };
  item.command = {
    command: 'commonGround.commitments.reveal' satisfies CommandId,
    title: vscode.l10n.t('Go to the Promise in the File'),
    arguments: [node],
  };
  return item;
}

function iconOf({ commitment }: CommitmentNode, today: Day): string {
  return worthAWord(commitment, today) === undefined ? groupIcons[commitment.state] : 'comment';
}

/** Words that the `when` clauses of the menus look for. */
function contextOf({ commitment, list }: CommitmentNode, today: Day): string {
  const snapshot = list.current;
  const writable = snapshot?.readOnly === undefined && snapshot?.trouble === undefined;
  return [
    'commitment',
    commitment.state === 'open' ? 'open' : 'ended',
    ...(worthAWord(commitment, today) === undefined ? [] : ['worth']),
    ...(commitment.from ? ['from'] : []),
    ...(writable ? ['writable'] : []),
  ].join(' ');
}

function moreItem(node: MoreNode): vscode.TreeItem {
  const rest = node.parent.group.commitments.length - node.parent.children.length;
  const item = new vscode.TreeItem(vscode.l10n.t('Show more ({0})', rest));
  item.id = node.id;
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.contextValue = 'more';
  item.command = {
    command: 'commonGround.commitments.showMore' satisfies CommandId,
    title: vscode.l10n.t('Show More'),
    arguments: [node],
  };
  return item;
}
