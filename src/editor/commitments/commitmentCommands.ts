import * as vscode from 'vscode';
import { registerCommand } from '../commands.js';
import { openLinks } from '../linkHandler.js';
import { tellOutcome } from '../teamFile/tellOutcome.js';
import { addPromise } from './addPromise.js';
import type { CommitmentTree } from './commitmentTree.js';
import { copyLink, copyMarkdown, createIssueLink } from './copies.js';
import type { CommitmentDesk } from './desk.js';
import { change, keep, letGo } from './endings.js';
import type { HistoryPage } from './historyPage.js';
import { addNote } from './notes.js';
import { openFrom } from './openFrom.js';
import type { Reminder } from './reminder.js';
import { createFile, openCommitments, reveal } from './reveal.js';
import { setUpMerging } from './setUpMerging.js';
import { snooze } from './snooze.js';
import { walk } from './walk.js';

/** Registers what a person, a keybinding, a task or another extension can do to promises. */
export function registerPromiseCommands(desk: CommitmentDesk, tree: CommitmentTree, reminder: Reminder): void {
  const { services } = desk;
  registerCommand(services, 'commonGround.commitments.add', (argument) => addPromise(desk, argument));
  registerCommand(services, 'commonGround.commitments.keep', (one, all) => keep(desk, tree, one, all));
  registerCommand(services, 'commonGround.commitments.letGo', (one, all) => letGo(desk, tree, one, all));
  registerCommand(services, 'commonGround.commitments.change', (one, all) => change(desk, tree, one, all));
  registerCommand(services, 'commonGround.commitments.note', (one, all) => addNote(desk, tree, one, all));
  registerCommand(services, 'commonGround.commitments.snooze', (one, all) => snooze(desk, reminder, one, all));
  registerCommand(services, 'commonGround.commitments.createFile', (argument) => createFile(desk, argument));
  registerCommand(services, 'commonGround.commitments.setUpMerging', (argument) => setUpMerging(desk, argument));
  registerCommand(services, 'commonGround.commitments.undo', () => undo(desk));
  registerCommand(services, 'commonGround.commitments.walk', () => walk(desk, tree));
}

/** Registers what only looks at promises, or takes them elsewhere. */
export function registerLookCommands(desk: CommitmentDesk, tree: CommitmentTree, history: HistoryPage): void {
  const { services } = desk;
  registerCommand(services, 'commonGround.commitments.reveal', (one, all) => reveal(desk, tree, one, all));
  registerCommand(services, 'commonGround.commitments.openFrom', (one, all) => openFrom(desk, tree, one, all));
  registerCommand(services, 'commonGround.commitments.edit', (argument) => openCommitments(desk, argument));
  registerCommand(services, 'commonGround.commitments.history', (argument) => history.show(argument));
  registerCommand(services, 'commonGround.commitments.copyLink', (one, all) => copyLink(desk, tree, one, all));
  registerCommand(services, 'commonGround.commitments.copyMarkdown', (one, all) => copyMarkdown(desk, tree, one, all));
  registerCommand(services, 'commonGround.commitments.createIssueLink', (one, all) =>
    createIssueLink(desk, tree, one, all),
  );
  openLinks(services, 'promise', (id) => reveal(desk, tree, { id: decodeURIComponent(id) }, undefined));
}

/** `commonGround.commitments.undo`: takes back the last change that a command made. */
async function undo(desk: CommitmentDesk): Promise<void> {
  const { label, outcome } = await desk.undoStack.undo();
  const done = vscode.l10n.t('Taken back: {0}', label);
  if (outcome === undefined) {
    vscode.window.setStatusBarMessage(`$(discard) ${done}`, 5000);
  } else {
    tellOutcome(outcome, done);
  }
}
