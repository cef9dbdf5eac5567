// What the tests of promises share: the file of the open team, and ways to look at it.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CommonGroundApi } from '../../../src/editor/commonGroundApi.js';

export async function api(): Promise<CommonGroundApi> {
  const extension = vscode.extensions.getExtension<CommonGroundApi>('common-ground.common-ground');
  assert.ok(extension, 'the extension is there');
  return extension.activate();
}

export function folder(index = 0): vscode.WorkspaceFolder {
  const found = vscode.workspace.workspaceFolders?.[index];
  assert.ok(found, 'a folder is open');
  return found;
}

export function teamFile(name = 'commitments.yaml', index = 0): vscode.Uri {
  return vscode.Uri.joinPath(folder(index).uri, '.common-ground', name);
}

export async function onDisk(uri = teamFile()): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(uri));
}

export async function putOnDisk(text: string, uri = teamFile()): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** Runs a command of promises: `run('keep', { id })`. */
export function run<T>(name: string, ...args: unknown[]): Thenable<T> {
  return vscode.commands.executeCommand<T>(`commonGround.commitments.${name}`, ...args);
}

/** Waits until something is so; the message says what was waited for. */
export async function until<T>(message: string, look: () => Promise<T> | T, timeout = 50_000): Promise<NonNullable<T>> {
  const deadline = Date.now() + timeout;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== null && found !== false) {
      return found as NonNullable<T>;
    }
    assert.ok(Date.now() < deadline, `waited for: ${message}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** Puts the file back as it was, on disk and in the editor, and closes all editors. */
export async function startAgain(text: string, uri = teamFile()): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter((each) => each.isDirty)) {
    await revert(document);
  }
  if ((await onDisk(uri).catch(() => undefined)) !== text) {
    await putOnDisk(text, uri);
  }
  const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  if (document !== undefined) {
    await until('the editor to notice', async () => {
      if (document.getText() !== text) {
        await revert(document);
      }
      return document.getText() === text;
    });
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

async function revert(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.files.revert');
}
