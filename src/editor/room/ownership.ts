import { randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type * as vscode from 'vscode';
import { keptFile } from '../retro/keptFile.js';
import type { Services } from '../services.js';

/** How often whoever holds a room looks whether it still does, in milliseconds. */
const lookEvery = 500;

/**
 * Which window holds the room of a workspace. The extension host of a window that was lost may live on for hours and keep its hub;
 * when the next window takes the room up, the former one sees it here, lets go of the journal and of the port, and guests find
 * their way to the new one. A host without a window has no file system of the editor's any more: this is Node's.
 */
export class Ownership implements vscode.Disposable {
  private readonly token = randomUUID();
  private timer: ReturnType<typeof setInterval> | undefined;

  private constructor(private readonly path: string) {}

  /** @param lost called once when another window takes over */
  static async take(services: Services, lost: () => void): Promise<Ownership> {
    const one = new Ownership(keptFile(services, 'holder').fsPath);
    await mkdir(dirname(one.path), { recursive: true });
    await writeFile(one.path, one.token, { mode: 0o600 });
    one.timer = setInterval(() => void one.look(lost), lookEvery);
    return one;
  }

  /** How long the former holder may take to let go, in milliseconds. */
  static readonly grace = 4 * lookEvery;

  dispose(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private async look(lost: () => void): Promise<void> {
    const text = await readFile(this.path, 'utf8').catch(() => this.token);
    // Half a file is one that is being written.
    if (text.length === this.token.length && text !== this.token && this.timer !== undefined) {
      this.dispose();
      lost();
    }
  }
}
