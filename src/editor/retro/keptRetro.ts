import * as vscode from 'vscode';
import type { Services } from '../services.js';
import { RetroVault } from './retroVault.js';

/** What is known of a retro that a reload interrupted, before anything of it is read: its title. Kept in the workspace's memory. */
const titleKey = 'commonGround.retro.saved';

/** The retro of this window as it is kept through a reload or a crash: its text in the vault, and its title beside it. */
export class KeptRetro {
  private readonly vault: RetroVault;
  private untitled = false;

  constructor(private readonly services: Services) {
    this.vault = new RetroVault(services);
  }

  /** Of one that waits to be taken up. A window that was killed may have lost the title, and not the retro. */
  get title(): string | undefined {
    const title = this.services.context.workspaceState.get<string>(titleKey);
    return title ?? (this.untitled ? vscode.l10n.t('Retro') : undefined);
  }

  /** Looks whether one waits that the editor has forgotten the title of. @returns whether it found one */
  async look(): Promise<boolean> {
    if (this.title === undefined && (await this.vault.exists())) {
      this.untitled = true;
    }
    return this.untitled;
  }

  /** @throws UserError when something is kept and can't be read now */
  read(): Promise<string | undefined> {
    return this.vault.open();
  }

  /** What is newer is never overtaken by what is older. Nothing is kept of a retro that is never to be written down. */
  async write(text: string | undefined, title: string): Promise<void> {
    const written = text === undefined ? this.vault.erase() : this.vault.keep(text);
    await this.rememberTitle(text && title);
    await written;
  }

  async forget(): Promise<void> {
    this.untitled = false;
    await this.vault.erase();
    await this.rememberTitle(undefined);
  }

  private async rememberTitle(title: string | undefined): Promise<void> {
    const { workspaceState } = this.services.context;
    if (workspaceState.get(titleKey) !== title) {
      await workspaceState.update(titleKey, title);
    }
  }
}
