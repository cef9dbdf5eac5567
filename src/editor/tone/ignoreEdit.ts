import * as vscode from 'vscode';
import type { Finding } from '../../tone/finding.js';
import { loadEngine } from './engine.js';

/** The edit that writes the note to leave a finding alone into the text, where the format of the text allows it. */
export async function ignoreEdit(document: vscode.TextDocument, finding: Finding): Promise<vscode.WorkspaceEdit> {
  const engine = await loadEngine();
  const { offset, insert } = engine.ignoreHere(document.getText(), finding, document.languageId);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(offset), insert);
  return edit;
}
