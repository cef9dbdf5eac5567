import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { Services } from '../services.js';
import { makePrivate, writePrivate } from './privateFile.js';

/**
 * The key of one vault. It is in the editor's secret storage; where the editor runs in a browser that storage may end with
 * the page, so there the key lies in a file of its own, apart from what it opens. On a disk that the extension can reach, only its
 * owner can read it. The editor's own file systems know no such thing: there it is read by whoever may read the editor's storage.
 */
export class VaultKey {
  constructor(
    private readonly services: Services,
    /** Tells the keys of different workspaces apart: secrets are shared by all windows, retros are not. */
    private readonly vault: string,
  ) {}

  async read(): Promise<string | undefined> {
    if (!this.inBrowser) {
      return this.services.context.secrets.get(this.name);
    }
    if (this.isOnDisk) {
      // One that an earlier version wrote may be open to others.
      await makePrivate(this.file.fsPath);
    }
    return vscode.workspace.fs.readFile(this.file).then(
      (bytes) => new TextDecoder().decode(bytes),
      () => undefined,
    );
  }

  async make(): Promise<string> {
    const key = randomBytes(32).toString('base64');
    if (!this.inBrowser) {
      await this.services.context.secrets.store(this.name, key);
    } else if (this.isOnDisk) {
      await writePrivate(this.file.fsPath, key);
    } else {
      await vscode.workspace.fs.writeFile(this.file, new TextEncoder().encode(key));
    }
    return key;
  }

  async forget(): Promise<void> {
    await this.services.context.secrets.delete(this.name);
    await vscode.workspace.fs.delete(this.file).then(undefined, () => undefined);
  }

  private get inBrowser(): boolean {
    return vscode.env.uiKind === vscode.UIKind.Web;
  }

  private get isOnDisk(): boolean {
    return this.file.scheme === 'file';
  }

  private get name(): string {
    return `commonGround.retro.key:${this.vault}`;
  }

  private get file(): vscode.Uri {
    const name = Buffer.from(this.vault).toString('base64url').slice(-100);
    return vscode.Uri.joinPath(this.services.context.globalStorageUri, 'keys', name);
  }
}
