import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { keptFile } from '../retro/keptFile.js';
import type { Services } from '../services.js';

/** How often whoever holds a room looks whether it still does, in milliseconds. */
const lookEvery = 500;

/**
 * Which window holds the room of a workspace. The extension host of a window that was lost may live on for hours and keep its hub;
 * when the next window takes the room up, the former one sees it here, lets go of the journal and of the port, and guests find
 * their way to the new one.
 */
export class Ownership implements vscode.Disposable {
  private readonly token = randomUUID();
  private timer: ReturnType<typeof setInterval> | undefined;

  private constructor(private readonly file: vscode.Uri) {}

  /** @param lost called once when another window takes over */
  static async take(services: Services, lost: () => void): Promise<Ownership> {
    const one = new Ownership(keptFile(services, 'holder'));
    await vscode.workspace.fs.writeFile(one.file, new TextEncoder().encode(one.token));
    one.timer = setInterval(() => void one.look(lost), lookEvery);
    return one;
  }

  /** How long the former holder may take to let go, in milliseconds. */
  static readonly grace = 4 * lookEvery;

  dispose(): void {
    clearInterval(this.timer);
  }

  private async look(lost: () => void): Promise<void> {
    const text = await vscode.workspace.fs.readFile(this.file).then(
      (bytes) => new TextDecoder().decode(bytes),
      () => this.token,
    );
    if (text !== this.token && this.timer !== undefined) {
      clearInterval(this.timer);
      this.timer = undefined;
      lost();
    }
  }
}
