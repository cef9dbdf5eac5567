import * as vscode from 'vscode';
import { DiskJournal } from '../../room/diskJournal.js';
import { type Journal, MemoryJournal } from '../../room/journal.js';
import { keptFile } from '../retro/keptFile.js';
import { VaultKey } from '../retro/vaultKey.js';
import type { Services } from '../services.js';

/** Where the room of this window is written down: in the extension's storage, outside of the repo, with its key elsewhere. */
export async function newJournal(services: Services): Promise<Journal> {
  return journalWith(services, await keyOf(services).make());
}

/** The journal that a former window left; nothing while its key can't be read. */
export async function knownJournal(services: Services): Promise<Journal | undefined> {
  const key = await keyOf(services).read();
  return key === undefined ? undefined : journalWith(services, key);
}

/** Nothing of the room is left: the key first, so that a copy of the file that a backup made can't be read any more. */
export async function eraseJournal(services: Services): Promise<void> {
  await keyOf(services).forget();
  const file = fileOf(services);
  for (const one of [file, file.with({ path: `${file.path}.part` }), keptFile(services, 'holder')]) {
    await vscode.workspace.fs.delete(one).then(undefined, () => undefined);
  }
}

function journalWith(services: Services, key: string): Journal {
  const file = fileOf(services);
  // Storage that is not on this machine's disk has no place for a journal; the room lives as long as the window then.
  return file.scheme === 'file' ? new DiskJournal(file.fsPath, Buffer.from(key, 'base64')) : new MemoryJournal();
}

function keyOf(services: Services): VaultKey {
  return new VaultKey(services, fileOf(services).toString());
}

function fileOf(services: Services): vscode.Uri {
  return keptFile(services, 'journal');
}
