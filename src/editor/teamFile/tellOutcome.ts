import * as vscode from 'vscode';
import type { WriteOutcome } from './teamFile.js';

const shortlyInMs = 6000;

/** Says what was done: quietly if all is saved, with a way to save if the file had unsaved edits, which stay unsaved. */
export function tellOutcome({ document, unsaved = false }: WriteOutcome, done: string): void {
  if (unsaved) {
    void offerToSave(document, done);
  } else {
    vscode.window.setStatusBarMessage(`$(check) ${done}`, shortlyInMs);
  }
}

async function offerToSave(document: vscode.TextDocument, done: string): Promise<void> {
  const save = vscode.l10n.t('Save');
  const open = vscode.l10n.t('Open File');
  const message = vscode.l10n.t('{0} The file had unsaved edits, so it is not saved yet.', done);
  const answer = await vscode.window.showInformationMessage(message, save, open);
  if (answer === save) {
    await document.save();
  } else if (answer === open) {
    await vscode.window.showTextDocument(document);
  }
}
