import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import type { Services } from '../services.js';

/**
 * Where something of a retro is kept outside of the repo: one for each workspace. The storage that the editor has for a workspace
 * won't do: while the extension host of a window that crashed still waits for it to come back, the next window is given another
 * folder.
 */
export function keptFile(services: Services, ending: string): vscode.Uri {
  const { workspaceFile, workspaceFolders } = vscode.workspace;
  const workspace = (workspaceFile ?? workspaceFolders?.[0]?.uri)?.toString() ?? '';
  const name = createHash('sha256').update(workspace).digest('hex').slice(0, 32);
  return vscode.Uri.joinPath(services.context.globalStorageUri, 'retros', `${name}.${ending}`);
}
