import * as vscode from 'vscode';
import type { Suggestion } from '../../tone/finding.js';
import { rangeIn } from './diagnostics.js';
import { asks, piecesOf } from './fixes.js';

/** A rewrite with a tab stop at each place that only the writer can fill. */
export function snippetOf(newText: string): vscode.SnippetString {
  const snippet = new vscode.SnippetString();
  for (const piece of piecesOf(newText)) {
    if ('ask' in piece) {
      snippet.appendPlaceholder(piece.ask);
    } else {
      snippet.appendText(piece.text);
    }
  }
  return snippet;
}

/**
 * An edit that makes these rewrites. Where the text stands in an editor, one of ours or a comment box, the places to fill
 * become tab stops; elsewhere they stay in the text as they are.
 */
export function editOf(document: vscode.TextDocument, suggestions: readonly Suggestion[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    document.uri,
    suggestions.map((suggestion) => {
      const range = rangeIn(document, suggestion.range);
      return asks(suggestion)
        ? vscode.SnippetTextEdit.replace(range, snippetOf(suggestion.newText))
        : vscode.TextEdit.replace(range, suggestion.newText);
    }),
  );
  return edit;
}

/** Makes one rewrite, with tab stops if an editor shows the document. @returns whether it was made. */
export async function applyRewrite(document: vscode.TextDocument, suggestion: Suggestion): Promise<boolean> {
  const editor = vscode.window.visibleTextEditors.find((shown) => shown.document === document);
  return editor === undefined || !asks(suggestion)
    ? vscode.workspace.applyEdit(editOf(document, [suggestion]))
    : editor.insertSnippet(snippetOf(suggestion.newText), rangeIn(document, suggestion.range));
}
