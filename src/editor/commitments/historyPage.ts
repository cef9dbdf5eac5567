import * as v from 'valibot';
import * as vscode from 'vscode';
import { historyOf, type Period } from '../../commitments/history.js';
import { folderArgument, readArgument } from '../teamFile/argument.js';
import { askTeam } from '../teamFile/askTeam.js';
import type { CommitmentDesk, CommitmentList } from './desk.js';
import { historyHtml } from './historyHtml.js';

const historyArgument = v.object({ folder: v.optional(folderArgument) });

/** Shows how the promises of one team ended over time. From the file, and no other source; never per person. */
export class HistoryPage implements vscode.Disposable {
  private readonly panels = new Map<CommitmentList, vscode.WebviewPanel>();
  private readonly listener: vscode.Disposable;

  constructor(private readonly desk: CommitmentDesk) {
    this.listener = desk.lists.onDidChange((list) => {
      const panel = this.panels.get(list);
      if (panel !== undefined) {
        this.draw(panel, list);
      }
    });
  }

  /** `commonGround.commitments.history {folder?}` */
  async show(argument: unknown): Promise<void> {
    const list = await this.chooseList(argument);
    if (list === undefined) {
      return;
    }
    await list.ready();
    const shown = this.panels.get(list);
    if (shown !== undefined) {
      shown.reveal();
      return;
    }
    const title = vscode.l10n.t('How Our Promises Ended');
    // No scripts, and nothing to load: the page is what this text says.
    const panel = vscode.window.createWebviewPanel('commonGround.history', title, vscode.ViewColumn.Active, {
      enableScripts: false,
      localResourceRoots: [],
    });
    panel.iconPath = vscode.Uri.joinPath(this.desk.services.context.extensionUri, 'media', 'icon.svg');
    this.panels.set(list, panel);
    panel.onDidDispose(() => this.panels.delete(list));
    this.draw(panel, list);
  }

  dispose(): void {
    this.listener.dispose();
    for (const panel of this.panels.values()) {
      panel.dispose();
    }
  }

  private async chooseList(argument: unknown): Promise<CommitmentList | undefined> {
    if (argument !== undefined && argument !== null) {
      const { folder } = readArgument(historyArgument, argument);
      return folder === undefined ? this.desk.lists.only() : this.desk.lists.named(folder);
    }
    const present = await this.desk.lists.present();
    return present.length === 0 ? this.desk.lists.only() : askTeam(vscode.l10n.t('How our promises ended'), present);
  }

  private draw(panel: vscode.WebviewPanel, list: CommitmentList): void {
    const commitments = list.current?.shown?.commitments ?? [];
    const today = this.desk.today();
    const byMonth = historyOf(commitments, 'month', today);
    // A team that looks back on years sees quarters: twelve bars are enough for the eye.
    const period: Period = byMonth.periods.length < 12 ? 'month' : 'quarter';
    panel.webview.html = historyHtml(historyOf(commitments, period, today), list.file.folder.name);
  }
}
