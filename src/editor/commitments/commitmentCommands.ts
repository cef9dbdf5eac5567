import { registerCommand } from '../commands.js';
import { addPromise } from './addPromise.js';
import type { CommitmentTree } from './commitmentTree.js';
import type { CommitmentDesk } from './desk.js';
import { change, keep, letGo } from './endings.js';
import { addNote } from './notes.js';
import { createFile, openCommitments, reveal } from './reveal.js';

/** Registers what a person, a keybinding, a task or another extension can do with promises. */
export function registerCommitmentCommands(desk: CommitmentDesk, tree: CommitmentTree): void {
  const { services } = desk;
  registerCommand(services, 'commonGround.commitments.add', (argument) => addPromise(desk, argument));
  registerCommand(services, 'commonGround.commitments.keep', (one, all) => keep(desk, tree, one, all));
  registerCommand(services, 'commonGround.commitments.letGo', (one, all) => letGo(desk, tree, one, all));
  registerCommand(services, 'commonGround.commitments.change', (one, all) => change(desk, tree, one, all));
  registerCommand(services, 'commonGround.commitments.note', (one, all) => addNote(desk, tree, one, all));
  registerCommand(services, 'commonGround.commitments.reveal', (one, all) => reveal(desk, tree, one, all));
  registerCommand(services, 'commonGround.commitments.edit', (argument) => openCommitments(desk, argument));
  registerCommand(services, 'commonGround.commitments.createFile', (argument) => createFile(desk, argument));
}
