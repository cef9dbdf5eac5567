import * as vscode from 'vscode';
import type { Suggestion } from '../../tone/finding.js';
import { rangeIn } from './diagnostics.js';
import { filled, oneLine, piecesOf, questionOf } from './fixes.js';

/** An edit that makes these rewrites. */
export function editOf(document: vscode.TextDocument, suggestions: readonly Suggestion[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    document.uri,
    suggestions.map(({ range, newText }) => vscode.TextEdit.replace(rangeIn(document, range), newText)),
  );
  return edit;
}

/** Makes one rewrite. @returns whether it was made. */
export async function applyRewrite(document: vscode.TextDocument, suggestion: Suggestion): Promise<boolean> {
  return vscode.workspace.applyEdit(editOf(document, [suggestion]));
}

/** Asks for each blank of a form, one after the other. @returns the form with the answers; `undefined` where the person leaves. */
export async function askBlanks(suggestion: Suggestion): Promise<Suggestion | undefined> {
  const blanks = piecesOf(suggestion.newText).flatMap((piece) => ('ask' in piece ? [piece.ask] : []));
  const answers: string[] = [];
  for (const [at, blank] of blanks.entries()) {
    const answer = await vscode.window.showInputBox({
      title: vscode.l10n.t('{0} ({1} of {2})', vscode.l10n.t(suggestion.label), at + 1, blanks.length),
      prompt: oneLine(filled(suggestion, answers).newText, 160),
      placeHolder: questionOf(blank),
      ignoreFocusOut: true,
    });
    if (answer === undefined) {
      return undefined;
    }
    answers.push(answer);
  }
  return filled(suggestion, answers);
}
