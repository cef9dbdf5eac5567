import * as v from 'valibot';
import * as vscode from 'vscode';
import { UserError } from '../userError.js';
import { chosenTargets, readCall } from './chosen.js';
import type { CommitmentTree } from './commitmentTree.js';
import type { CommitmentDesk, Target } from './desk.js';

/** Norms are named by their file and id: `.common-ground/norms.yaml#2b7d10ee`. */
const normPath = /^(?:\.?\/)?\.common-ground\/norms\.yaml(?:#(.+))?$/;

/** `commonGround.commitments.openFrom {id}`: opens the minutes, the norm or the page a promise came from. */
export async function openFrom(
  desk: CommitmentDesk,
  tree: CommitmentTree,
  argument: unknown,
  more: unknown,
): Promise<void> {
  const called = await readCall(desk, v.object({}), argument, more);
  const title = vscode.l10n.t('Open where a promise came from');
  const [target] = await chosenTargets(desk, tree, title, called, ({ commitment }) => Boolean(commitment.from));
  if (target !== undefined) {
    await open(target);
  }
}

async function open({ list, commitment }: Target): Promise<void> {
  const { from } = commitment;
  if (from === undefined || from === '') {
    throw new UserError('commitments/no-source', vscode.l10n.t('The file does not say where this promise came from.'));
  }
  if (/^https?:\/\//i.test(from)) {
    await vscode.commands.executeCommand('vscode.open', from);
    return;
  }
  const uri = await placeOfSource(list.file.folder.uri, from);
  if (uri === undefined) {
    throw new UserError('commitments/source-gone', vscode.l10n.t('{0} is not in this repo.', from));
  }
  await vscode.commands.executeCommand('vscode.open', uri);
}

/** The file that `from` means: a path in the repo, or below `.common-ground`. Nothing if there is none. */
export async function placeOfSource(folder: vscode.Uri, from: string): Promise<vscode.Uri | undefined> {
  const path = normPath.test(from) ? '.common-ground/norms.yaml' : from.replace(/#.*$/, '');
  const inside = vscode.Uri.joinPath(folder, '/').path;
  for (const uri of [vscode.Uri.joinPath(folder, path), vscode.Uri.joinPath(folder, '.common-ground', path)]) {
    // A file that others wrote may not send anyone out of the repo.
    if (uri.path.startsWith(inside) && (await exists(uri))) {
      return uri;
    }
  }
  return undefined;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
