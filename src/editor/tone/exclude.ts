import * as vscode from 'vscode';

/** Whether the person's globs leave a document out. Globs count from the workspace folder, or match anywhere with `**`. */
export function isExcluded(document: vscode.TextDocument, globs: readonly string[], extension: vscode.Uri): boolean {
  // The pages about our own rules quote what the rules find.
  if (document.uri.scheme === extension.scheme && document.uri.path.startsWith(`${extension.path}/media/rules/`)) {
    return true;
  }
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  return globs.some((glob) => {
    const pattern = folder === undefined ? glob : new vscode.RelativePattern(folder, glob);
    return vscode.languages.match({ pattern }, document) > 0;
  });
}
