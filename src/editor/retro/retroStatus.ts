import * as vscode from 'vscode';
import type { RetroState } from '../../retro/model.js';
import type { ContextKey } from '../contributions.js';
import type { RetroDesk } from './retroDesk.js';
import { stepTitle } from './stepTitle.js';

/** The retro in the status bar, and the context keys by which only what applies is offered. */
export class RetroStatus implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('commonGround.retro', vscode.StatusBarAlignment.Left, 10);
  private readonly listener: vscode.Disposable;

  constructor(private readonly desk: RetroDesk) {
    this.item.name = vscode.l10n.t('Retro');
    this.item.command = 'commonGround.retro.resume';
    this.listener = desk.onDidChange(() => this.update());
    this.update();
  }

  dispose(): void {
    this.listener.dispose();
    this.item.dispose();
  }

  private update(): void {
    const active = this.desk.inProgress;
    const saved = this.desk.savedTitle;
    setContext('commonGround:retro.active', active);
    setContext('commonGround:retro.saved', !active && saved !== undefined);
    const session = active ? this.desk.current : undefined;
    if (session !== undefined) {
      const step = session.state.steps.find((candidate) => candidate.status === 'now');
      const people = session.inRoom === undefined ? '' : ` $(person) ${here(session.state)}`;
      this.item.text = `$(comment-discussion) ${session.state.title}: ${step ? stepTitle(step) : ''}${people}`;
      this.item.tooltip = vscode.l10n.t('Return to the retro');
      this.item.show();
    } else if (saved !== undefined) {
      this.item.text = `$(comment-discussion) ${saved}`;
      this.item.tooltip = vscode.l10n.t('This retro was interrupted. Take it up where it was.');
      this.item.show();
    } else {
      this.item.hide();
    }
  }
}

/** How many are at their panels. */
function here({ participants }: RetroState): number {
  return participants.filter((person) => person.presence === 'here').length;
}

function setContext(key: ContextKey, value: boolean): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
