import * as v from 'valibot';
import * as vscode from 'vscode';
import { folderArgument, readArgument } from '../teamFile/argument.js';
import { setGitConfig } from '../teamFile/gitUser.js';
import { UserError } from '../userError.js';
import type { CommitmentDesk } from './desk.js';

const argumentSchema = v.object({ folder: v.optional(folderArgument), sure: v.optional(v.boolean()) });

const attributes = '.common-ground/*.yaml merge=common-ground';

/**
 * `commonGround.commitments.setUpMerging {folder?, sure?}`: git merges promises and norms item by item from now on, in this clone.
 * Says first what it writes.
 */
export async function setUpMerging(desk: CommitmentDesk, argument: unknown): Promise<void> {
  const { folder: named, sure } = readArgument(argumentSchema, argument ?? {});
  const list = named === undefined ? await desk.lists.only() : desk.lists.named(named);
  const folder = list.file.folder.uri;
  if (folder.scheme !== 'file') {
    throw new UserError('merging/no-disk', vscode.l10n.t('This folder is not on a disk, so git does not merge here.'));
  }
  if (sure !== true && !(await agreed())) {
    return;
  }
  const driver = await copyDriver(desk.services.context);
  // Forward slashes and quotes are understood by the shell that git brings along on every system.
  const command = `node "${driver.fsPath.replaceAll('\\', '/')}" %O %A %B`;
  if (!(await setGitConfig(folder, 'merge.common-ground.driver', command))) {
    throw new UserError('merging/no-repository', vscode.l10n.t('This folder is not in a git repository.'));
  }
  await addAttributes(vscode.Uri.joinPath(folder, '.gitattributes'));
  vscode.window.setStatusBarMessage(
    `$(check) ${vscode.l10n.t('Promises and norms are merged item by item now.')}`,
    5000,
  );
}

async function agreed(): Promise<boolean> {
  const yes = vscode.l10n.t('Set it up');
  const detail = vscode.l10n.t(
    'Two things are written: the driver into the git configuration of this clone, and a line into .gitattributes, which you can commit. Everyone sets it up once in their own clone; whoever does not is merged by lines, as before.',
  );
  const question = vscode.l10n.t('Let git merge promises and norms item by item?');
  return (await vscode.window.showInformationMessage(question, { modal: true, detail }, yes)) === yes;
}

/** A place of its own: the folder of the extension is another one with each version. */
async function copyDriver(context: vscode.ExtensionContext): Promise<vscode.Uri> {
  const { extensionUri, globalStorageUri } = context;
  // With the library that it reads from beside it. A copy makes the folders it needs.
  for (const part of ['merge.js', 'lib/yaml.js']) {
    const shipped = vscode.Uri.joinPath(extensionUri, 'dist', part);
    await vscode.workspace.fs.copy(shipped, vscode.Uri.joinPath(globalStorageUri, part), { overwrite: true });
  }
  return vscode.Uri.joinPath(globalStorageUri, 'merge.js');
}

/** Adds the line at the end, unless it is there. An open editor with unsaved text keeps it, unsaved. */
async function addAttributes(uri: vscode.Uri): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { ignoreIfExists: true });
  await vscode.workspace.applyEdit(edit);
  const document = await vscode.workspace.openTextDocument(uri);
  const text = document.getText();
  if (text.split(/\r?\n/).includes(attributes)) {
    return;
  }
  const clean = !document.isDirty;
  const line = new vscode.WorkspaceEdit();
  line.insert(
    uri,
    document.positionAt(text.length),
    `${text === '' || text.endsWith('\n') ? '' : '\n'}${attributes}\n`,
  );
  if (!(await vscode.workspace.applyEdit(line)) || (clean && !(await document.save()))) {
    throw new UserError(
      'merging/attributes',
      vscode.l10n.t('The line could not be added to .gitattributes: {0}', attributes),
    );
  }
}
