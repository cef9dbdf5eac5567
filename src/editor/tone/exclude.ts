import * as vscode from 'vscode';
import { globsWithinLimits, matchesGlobFromTop } from '../../tone/team/glob.js';

/**
 * Checks whether the globs of the settings leave a document out. They count from the workspace folder, or match anywhere with `**`.
 * Settings can come with a repository, so they are matched as those of the team file: in time that their length bounds.
 */
export function isExcluded(document: vscode.TextDocument, globs: readonly string[], extension: vscode.Uri): boolean {
  // The pages about our own rules quote what the rules find.
  if (document.uri.scheme === extension.scheme && document.uri.path.startsWith(`${extension.path}/media/rules/`)) {
    return true;
  }
  const isInFolder = vscode.workspace.getWorkspaceFolder(document.uri) !== undefined;
  const path = isInFolder ? vscode.workspace.asRelativePath(document.uri, false) : document.uri.path;
  return globsWithinLimits(globs).some((glob) => matchesGlobFromTop(path, glob));
}
