import * as v from 'valibot';
import * as vscode from 'vscode';
import { folderArgument, readArgument } from '../teamFile/argument.js';
import { UserError } from '../userError.js';
import { chosenTargets, readCall } from './chosen.js';
import type { CommitmentTree } from './commitmentTree.js';
import type { CommitmentDesk, Target } from './desk.js';

/** `commonGround.commitments.reveal {id}`: goes to the line in the file. */
export async function reveal(
  desk: CommitmentDesk,
  tree: CommitmentTree,
  argument: unknown,
  more: unknown,
): Promise<void> {
  const called = await readCall(desk, v.object({}), argument, more);
  const [target] = await chosenTargets(desk, tree, vscode.l10n.t('Go to a promise'), called);
  if (target !== undefined) {
    await showTarget(target);
  }
}

async function showTarget({ list, commitment, item }: Target): Promise<void> {
  const document = await vscode.workspace.openTextDocument(list.file.uri);
  const { latest } = await list.refreshed();
  const { rangeOf } = await import('../../commitments/commitmentFile.js');
  // The tree may show the last state that could be read: then the item is looked for in what is there now.
  const now =
    latest?.commitments[item]?.id === commitment.id
      ? item
      : latest?.commitments.findIndex(({ id }) => id === commitment.id);
  const start = latest === undefined || now === undefined || now < 0 ? 0 : rangeOf(latest, now).start;
  const position = document.positionAt(start);
  const editor = await vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
  editor.revealRange(new vscode.Range(position, position), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

const editArgument = v.object({ folder: v.optional(folderArgument), trouble: v.optional(v.boolean()) });

/** `commonGround.commitments.edit {folder?}`: opens the file, at its trouble if it has one. */
export async function openCommitments(desk: CommitmentDesk, argument: unknown): Promise<void> {
  const { folder, trouble } = readArgument(editArgument, argument ?? {});
  const list = folder === undefined ? await desk.lists.only() : desk.lists.named(folder);
  const { missing, latest, trouble: now } = await list.refreshed();
  if (missing || latest === undefined) {
    const reason = now?.message ?? vscode.l10n.t('There is no list of promises yet.');
    throw new UserError('commitments/cannot-open', reason);
  }
  const document = await vscode.workspace.openTextDocument(list.file.uri);
  const position = document.positionAt(trouble === true ? (now?.offset ?? 0) : 0);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
}

/** `commonGround.commitments.createFile {folder?}`: starts a list and shows it. */
export async function createFile(desk: CommitmentDesk, argument: unknown): Promise<void> {
  const { folder } = readArgument(editArgument, argument ?? {});
  const list = folder === undefined ? await listWithoutFile(desk) : desk.lists.named(folder);
  if ((await list.ready()).missing) {
    const { emptyFile } = await import('../../commitments/commitmentFile.js');
    const outcome = await list.file.create(emptyFile());
    if (outcome !== undefined) {
      desk.undoStack.push(list.file, outcome, vscode.l10n.t('A list of promises was started.'));
    }
    await list.refreshed();
  }
  await openCommitments(desk, { folder: list.file.folder.uri });
}

async function listWithoutFile(desk: CommitmentDesk) {
  const all = await desk.lists.ready();
  return all.find(({ snapshot }) => snapshot.missing)?.list ?? desk.lists.only();
}
