// Groups of tests that share a window leave files and editors behind.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';

/** Remembers the files of the open folder. What is returned closes all editors and puts the files back, those alone that differ. */
export function workspaceAtStart(): () => Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) {
    return closeAllEditors;
  }
  const now = folder.uri.fsPath;
  const before = mkdtempSync(join(tmpdir(), 'workspace-'));
  cpSync(now, before, { recursive: true });
  return async () => {
    await closeAllEditors();
    for (const path of entries(now).filter((each) => !existsSync(join(before, each)))) {
      rmSync(join(now, path), { recursive: true, force: true });
    }
    for (const path of entries(before).filter((each) => !same(join(before, each), join(now, each)))) {
      cpSync(join(before, path), join(now, path), { recursive: true });
    }
  };
}

async function closeAllEditors(): Promise<void> {
  while (
    vscode.workspace.textDocuments.some(({ isDirty }) => isDirty) &&
    vscode.window.activeTextEditor !== undefined
  ) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

function entries(folder: string): string[] {
  return readdirSync(folder, { encoding: 'utf8', recursive: true });
}

function same(one: string, other: string): boolean {
  if (!existsSync(other)) {
    return false;
  }
  return statSync(one).isDirectory() || readFileSync(one).equals(readFileSync(other));
}
