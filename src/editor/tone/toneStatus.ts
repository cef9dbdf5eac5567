import * as vscode from 'vscode';
import type * as English from '../../tone/language/english.js';
import type { DocumentCheck, NotChecked } from './documentCheck.js';
import { surfaceOf } from './surface.js';

/** What a person is told of a document. */
export interface Told {
  readonly text: string;
  readonly detail: string;
}

/** Shows beside the active editor what the check found in it, or why it does not look. */
export class ToneStatus implements vscode.Disposable {
  private readonly item: vscode.StatusBarItem;
  private readonly subscriptions: vscode.Disposable[];
  private english: typeof English | undefined;
  private isLoading = false;
  /** The beginning of the text that was last looked at, and whether it is in another language than English. */
  private looked = { beginning: '', isForeign: false };

  /** @param snoozedUntil milliseconds since 1970. */
  constructor(
    private readonly checkOf: (uri: vscode.Uri) => DocumentCheck | undefined,
    private readonly snoozedUntil: () => number,
  ) {
    this.item = vscode.window.createStatusBarItem('commonGround.tone', vscode.StatusBarAlignment.Right, 99);
    this.item.name = vscode.l10n.t('Common Ground: tone');
    this.item.command = 'commonGround.tone.explain';
    this.subscriptions = [this.item, vscode.window.onDidChangeActiveTextEditor(() => this.show())];
  }

  /** What stands in the status bar changed, or may have. */
  show(): void {
    const document = vscode.window.activeTextEditor?.document;
    const check = document && this.checkOf(document.uri);
    if (check === undefined) {
      this.item.hide();
      return;
    }
    const { text, detail } = this.tell(check);
    this.item.text = text;
    this.item.tooltip = detail;
    this.item.accessibilityInformation = { label: detail, role: 'button' };
    this.item.show();
  }

  tell({ document, notChecked, findings, blanks }: DocumentCheck): Told {
    if (notChecked !== undefined) {
      return { text: `$(comment) $(circle-slash)`, detail: this.reason(notChecked) };
    }
    if (blanks.length > 0) {
      const detail = vscode.l10n.t('Tone: {0} blanks of a rewrite are still to fill', blanks.length);
      return { text: `$(comment) $(warning) ${blanks.length}`, detail };
    }
    if (findings.length === 0 && this.isForeign(document)) {
      const detail = vscode.l10n.t('Tone: this text is not in English, and the check reads English only');
      return { text: `$(comment) $(circle-slash)`, detail };
    }
    const detail =
      findings.length === 0
        ? vscode.l10n.t('Tone: nothing here may read as blame')
        : findings.length === 1
          ? vscode.l10n.t('Tone: one place may read as blame')
          : vscode.l10n.t('Tone: {0} places may read as blame', findings.length);
    return { text: findings.length > 0 ? `$(comment) ${findings.length}` : '$(comment)', detail };
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  /** Whether a text is in another language than English, as far as is known already. */
  private isForeign(document: vscode.TextDocument): boolean {
    if (this.english === undefined) {
      void this.loadEnglish();
      return false;
    }
    const beginning = beginningOf(document, this.english.sampleLength);
    if (beginning !== this.looked.beginning) {
      this.looked = { beginning, isForeign: this.english.isEnglishText(beginning) === false };
    }
    return this.looked.isForeign;
  }

  /** Its words are not worth a slower start. */
  private async loadEnglish(): Promise<void> {
    if (!this.isLoading) {
      this.isLoading = true;
      this.english = await import('../../tone/language/english.js');
      this.show();
    }
  }

  private reason(notChecked: NotChecked): string {
    switch (notChecked) {
      case 'off':
        return vscode.l10n.t('Tone: not checked, because the check is switched off here');
      case 'snoozed': {
        const until = new Date(this.snoozedUntil()).toLocaleTimeString(vscode.env.language, { timeStyle: 'short' });
        return vscode.l10n.t('Tone: snoozed until {0}', until);
      }
      case 'excluded':
        return vscode.l10n.t('Tone: not checked, because the settings or the team leave this file out');
      case 'putAway':
        return vscode.l10n.t('Tone: not checked, because this box is not on screen');
      case 'tooLarge':
        return vscode.l10n.t('Tone: not checked, because this file is very large');
    }
  }
}

/** In a commit message: what git wrote there for its author, up to the end where the changes follow. */
const notesOfGit = /^# -+ >8 -[\s\S]*|^#.*/gm;

/** The beginning of a text that is prose as a whole; empty for code. */
function beginningOf(document: vscode.TextDocument, length: number): string {
  const surface = surfaceOf(document.uri.scheme, document.languageId, false);
  if (surface === undefined) {
    return '';
  }
  const text = document.getText(new vscode.Range(new vscode.Position(0, 0), document.positionAt(length)));
  return surface === 'commit' ? text.replace(notesOfGit, '') : text;
}
