import * as v from 'valibot';
import * as vscode from 'vscode';
import type { GroupBy } from '../../commitments/grouping.js';
import { registerCommand } from '../commands.js';
import { readArgument } from '../teamFile/argument.js';
import { alone, askPick, askText } from '../teamFile/flow.js';
import { chosenTargets, readCall } from './chosen.js';
import type { CommitmentTree } from './commitmentTree.js';
import { groupByWord } from './commitmentWords.js';
import type { CommitmentDesk } from './desk.js';
import { moveBy } from './moves.js';
import { MoreNode } from './treeNodes.js';

const ways: readonly GroupBy[] = ['state', 'person', 'norm', 'retro'];

/** Registers what changes how the tree looks, and the moves in it. */
export function registerTreeCommands(desk: CommitmentDesk, tree: CommitmentTree): void {
  const { services } = desk;
  registerCommand(services, 'commonGround.commitments.filter', (argument) => filter(tree, argument));
  registerCommand(services, 'commonGround.commitments.clearFilter', () => tree.filter(''));
  registerCommand(services, 'commonGround.commitments.groupBy', (argument) => groupBy(tree, argument));
  registerCommand(services, 'commonGround.commitments.showMore', (node) => {
    if (node instanceof MoreNode) {
      tree.showMore(node);
    }
  });
  registerCommand(services, 'commonGround.commitments.moveUp', (one, all) => move(desk, tree, 'up', one, all));
  registerCommand(services, 'commonGround.commitments.moveDown', (one, all) => move(desk, tree, 'down', one, all));
}

/** `commonGround.commitments.filter {text}`; an empty text shows all. */
async function filter(tree: CommitmentTree, argument: unknown): Promise<void> {
  if (argument !== undefined && argument !== null) {
    tree.filter(readArgument(v.object({ text: v.string() }), argument).text);
    return;
  }
  const text = await askText(alone(vscode.l10n.t('Filter promises')), {
    prompt: vscode.l10n.t('Words of the promise, its notes, who made it or where it came from. Empty shows all.'),
    value: tree.filteredBy,
  });
  if (typeof text === 'string') {
    tree.filter(text);
  }
}

/** `commonGround.commitments.groupBy {by}` */
async function groupBy(tree: CommitmentTree, argument: unknown): Promise<void> {
  if (argument !== undefined && argument !== null) {
    await tree.groupBy(readArgument(v.object({ by: v.picklist(ways) }), argument).by);
    return;
  }
  const by = await askPick<GroupBy>(alone(vscode.l10n.t('Group promises by')), {
    placeholder: vscode.l10n.t('What belongs together?'),
    items: ways.map((value) => ({ label: groupByWord(value), value })),
    active: tree.groupedBy,
  });
  if (typeof by === 'string') {
    await tree.groupBy(by);
  }
}

/** `commonGround.commitments.moveUp {id}` and `.moveDown {id}`: what dragging does, by key. */
async function move(
  desk: CommitmentDesk,
  tree: CommitmentTree,
  direction: 'up' | 'down',
  argument: unknown,
  more: unknown,
): Promise<void> {
  const [selected] = tree.selection;
  const called = await readCall(desk, v.object({}), argument ?? selected, more);
  const title = direction === 'up' ? vscode.l10n.t('Move a promise up') : vscode.l10n.t('Move a promise down');
  const [target] = await chosenTargets(desk, tree, title, called);
  const node = target === undefined ? undefined : await tree.nodeOf(target);
  if (node !== undefined) {
    await moveBy(desk, node, direction);
  }
}
