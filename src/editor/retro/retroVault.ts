import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { Services } from '../services.js';
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

  constructor(private readonly services: Services) {
    this.key = new VaultKey(services, this.file.toString());
  }

  /** Writes the latest text soon; texts that come faster than the disk are skipped but for the last. */
  keep(text: string): Promise<void> {
    const idle = this.waiting === undefined;
    this.waiting = text;
    if (idle) {
      this.queue = this.queue.then(() => this.writeWaiting()).catch((error: Error) => this.warn(error));
    }
    return this.queue;
  }

  /** What was kept, or nothing; a file that cannot be read counts as nothing. */
  async open(): Promise<string | undefined> {
    try {
      const key = await this.key.read();
      return key && decrypt(await vscode.workspace.fs.readFile(this.file), key);
    } catch (error) {
      if (!(error instanceof vscode.FileSystemError)) {
        this.warn(error as Error);
      }
      return undefined;
    }
  }

  /** Whether something is kept, without a look into it. */
  exists(): Promise<boolean> {
    return Promise.resolve(
      vscode.workspace.fs.stat(this.file).then(
        () => true,
        () => false,
      ),
    );
  }

  /** Nothing of the retro is left: the key first, then the file. */
  erase(): Promise<void> {
    this.waiting = undefined;
    this.queue = this.queue.then(async () => {
      await this.key.forget();
      await vscode.workspace.fs.delete(this.file).then(undefined, () => undefined);
    });
    return this.queue;
  }

  private get file(): vscode.Uri {
    const { storageUri, globalStorageUri } = this.services.context;
    return vscode.Uri.joinPath(storageUri ?? globalStorageUri, 'retro.sealed');
  }

  private async writeWaiting(): Promise<void> {
    const text = this.waiting;
    this.waiting = undefined;
    if (text === undefined) {
      return;
    }
    const part = this.file.with({ path: `${this.file.path}.part` });
    await vscode.workspace.fs.writeFile(part, encrypt(text, (await this.key.read()) ?? (await this.key.make())));
    await vscode.workspace.fs.rename(part, this.file, { overwrite: true });
  }

  private warn(error: Error): void {
    this.services.log.warn(`The retro in progress could not be kept on disk: ${error.message}`);
  }
}

function encrypt(text: string, key: string): Uint8Array {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(cipherName, Buffer.from(key, 'base64'), iv);
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(bytes: Uint8Array, key: string): string {
  const all = Buffer.from(bytes);
  const decipher = createDecipheriv(cipherName, Buffer.from(key, 'base64'), all.subarray(0, ivBytes));
  decipher.setAuthTag(all.subarray(-tagBytes));
  return decipher.update(all.subarray(ivBytes, -tagBytes), undefined, 'utf8') + decipher.final('utf8');
}
