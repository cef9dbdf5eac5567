import { DiskJournal } from '../../room/diskJournal.js';
import { type Journal, MemoryJournal } from '../../room/journal.js';
import { keptFile } from '../retro/keptFile.js';
import { VaultKey } from '../retro/vaultKey.js';
import type { Services } from '../services.js';

/** Where the room of this window is written down: in the extension's storage, outside of the repo, with its key elsewhere. */
export function roomJournal(services: Services, which: 'new'): Promise<Journal>;
/** Nothing when there is no key to it. `forget` throws the key away: what is left of the file can't be read any more. */
export function roomJournal(services: Services, which: 'known' | 'forget'): Promise<Journal | undefined>;
export async function roomJournal(services: Services, which: 'new' | 'known' | 'forget'): Promise<Journal | undefined> {
  const file = keptFile(services, 'journal');
  const key = new VaultKey(services, file.toString());
  if (which === 'forget') {
    await key.forget();
    return undefined;
  }
  const text = (await key.read()) ?? (which === 'new' ? await key.make() : undefined);
  if (text === undefined) {
    return undefined;
  }
  // A workspace that is not on this machine's disk has no place for a journal; the room lives as long as the window then.
  return file.scheme === 'file' ? new DiskJournal(file.fsPath, Buffer.from(text, 'base64')) : new MemoryJournal();
}
