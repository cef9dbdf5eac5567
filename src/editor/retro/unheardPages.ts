import * as vscode from 'vscode';
import { showError } from '../commands.js';
import type { Services } from '../services.js';

/** How long the editor may take to put back the panels of a window that was loaded anew, in milliseconds. */
const puttingBackMs = 2000;

/** What a kind of page is a page of. */
export interface PageOwner {
  /** There was a page that is heard, since this host started. */
  readonly hasShown: boolean;
  /** Opens one, if there is something to show. */
  resume(): Promise<boolean>;
}

/** The tabs that show a kind of webview, heard or not. */
export function pagesOf(type: string): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(type));
}

/**
 * Takes up pages that nobody hears. When the process that runs extensions ends and its window goes on (a crash, an update of some
 * extension), its pages stay on the screen as they were, and whatever is done on them is lost. The editor puts pages back in a new
 * window, and only there: here the page in front makes way for one that is heard. Once this host has shown a page of its own there
 * is nothing left of those before it.
 */
export function takeUpUnheard(services: Services, type: string, owner: PageOwner): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined;
  const take = async (): Promise<void> => {
    timer = undefined;
    if (owner.hasShown) {
      listener.dispose();
      return;
    }
    if (!pagesOf(type).some(({ isActive }) => isActive)) {
      return;
    }
    const opened = await owner.resume().catch((error: unknown) => {
      void showError(services, type, error);
      return false;
    });
    if (!opened) {
      await vscode.window.tabGroups.close(pagesOf(type), true);
    }
  };
  const soon = (): void => {
    timer ??= setTimeout(() => void take(), puttingBackMs);
  };
  const listener = vscode.window.tabGroups.onDidChangeTabs(soon);
  soon();
  return new vscode.Disposable(() => {
    clearTimeout(timer);
    listener.dispose();
  });
}
