import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { Services } from '../services.js';
import { UserError } from '../userError.js';
import { keptFile } from './keptFile.js';
import { VaultKey } from './vaultKey.js';

const cipherName = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/**
 * Keeps the retro in progress through a reload or a crash of the window: one encrypted file in the extension's own
 * storage, never in the repo. The key lies elsewhere and goes when the retro ends, so that also
 * a copy of the file that a backup made can't be read any more.
 */
export class RetroVault {
  private queue: Promise<void> = Promise.resolve();
  private waiting: string | undefined;

  private readonly key: VaultKey;

  constructor(
    private readonly services: Services,
    private readonly name: string = 'sealed',
  ) {
    this.key = new VaultKey(services, this.file.toString());
  }

  /** Writes the latest text soon; texts that come faster than the disk are skipped but for the last. */
  keep(text: string): Promise<void> {
    const idle = this.waiting === undefined;
    this.waiting = text;
    if (idle) {
      this.queue = this.queue
        .then(() => this.writeWaiting())
        .catch((error: Error) => this.warn('The retro in progress could not be kept on disk', error));
    }
    return this.queue;
  }

  /**
   * What was kept, or nothing.
   * @throws UserError when something is kept and can't be read now: a locked keyring may open later, so it stays.
   */
  async open(): Promise<string | undefined> {
    const whole = await this.read(this.file);
    // An old file is put away before the new one takes its place: a crash in between leaves the new one beside it.
    const bytes = whole ?? (await this.read(this.part));
    if (bytes === undefined) {
      return undefined;
    }
    const key = await this.key.read().catch((error: Error) => this.warn('Its key could not be read', error));
    const text = key === undefined ? undefined : decrypt(bytes, key);
    // What lies beside and does not open is a first writing that a crash cut short.
    if (text === undefined && (whole !== undefined || key === undefined)) {
      this.services.log.warn(`What is kept of a retro does not open${key === undefined ? ' without its key' : ''}.`);
      throw unreadable();
    }
    return text;
  }

  /** Whether something is kept, without a look into it. */
  async exists(): Promise<boolean> {
    return (await isThere(this.file)) || isThere(this.part);
  }

  /** Nothing of the retro is left: the key first, then the file. */
  erase(): Promise<void> {
    this.waiting = undefined;
    const erased = this.queue.then(async () => {
      await this.key.forget();
      for (const file of [this.file, this.part]) {
        await vscode.workspace.fs.delete(file).then(undefined, () => undefined);
      }
    });
    // Whoever erases hears of a failure; what is kept after that is kept all the same.
    this.queue = erased.catch(() => undefined);
    return erased;
  }

  private get file(): vscode.Uri {
    return keptFile(this.services, this.name);
  }

  /** Where a file is written before it takes the place of the one before. */
  private get part(): vscode.Uri {
    return this.file.with({ path: `${this.file.path}.part` });
  }

  private async writeWaiting(): Promise<void> {
    const text = this.waiting;
    this.waiting = undefined;
    if (text === undefined) {
      return;
    }
    await vscode.workspace.fs.writeFile(this.part, encrypt(text, (await this.key.read()) ?? (await this.key.make())));
    await vscode.workspace.fs.rename(this.part, this.file, { overwrite: true });
  }

  private async read(file: vscode.Uri): Promise<Uint8Array | undefined> {
    try {
      return await vscode.workspace.fs.readFile(file);
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') {
        return undefined;
      }
      this.warn('What is kept of a retro could not be read', error as Error);
      throw unreadable();
    }
  }

  private warn(what: string, error: Error): undefined {
    this.services.log.warn(`${what}: ${error.message}`);
  }
}

async function isThere(file: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}

/** Something is kept, and it can't be taken up. Whoever has no use for it can discard it. */
export function unreadable(): UserError {
  return new UserError(
    'retro/unreadable',
    vscode.l10n.t(
      'The interrupted retro can’t be read at the moment. Nothing of it was taken away; see the log for why.',
    ),
  );
}

function encrypt(text: string, key: string): Uint8Array {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(cipherName, Buffer.from(key, 'base64'), iv);
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** Nothing, when the bytes are not what that key closed. */
function decrypt(bytes: Uint8Array, key: string): string | undefined {
  try {
    const all = Buffer.from(bytes);
    const decipher = createDecipheriv(cipherName, Buffer.from(key, 'base64'), all.subarray(0, ivBytes));
    decipher.setAuthTag(all.subarray(-tagBytes));
    return decipher.update(all.subarray(ivBytes, -tagBytes), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return undefined;
  }
}
