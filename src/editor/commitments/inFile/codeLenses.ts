import * as vscode from 'vscode';
import type { Commitment, Day } from '../../../commitments/commitment.js';
import { worthAWord } from '../../../commitments/grouping.js';
import type { CommandId, SettingId } from '../../contributions.js';
import { type CommitmentDesk, loadCommitmentRoom } from '../desk.js';

const setting: SettingId = 'commonGround.commitments.codeLens';

/** Keep, change and let go above each open promise in its file. */
export class CommitmentLenses implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly didChange = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.didChange.event;
  private readonly listeners: vscode.Disposable[];

  constructor(private readonly desk: CommitmentDesk) {
    this.listeners = [
      desk.lists.onDidChange(() => this.didChange.fire()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(setting)) {
          this.didChange.fire();
        }
      }),
    ];
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const list = this.desk.lists.ofFile(document.uri);
    if (list === undefined || vscode.workspace.getConfiguration(undefined, document).get(setting) === false) {
      return [];
    }
    const { latest, readOnly, trouble } = await list.ready();
    if (latest === undefined || readOnly !== undefined || trouble !== undefined || latest.text !== document.getText()) {
      return [];
    }
    const { rangeOf } = await loadCommitmentRoom();
    const today = this.desk.today();
    const folder = list.file.folder.uri.toString();
    return latest.commitments.flatMap((commitment, item) => {
      if (commitment.state !== 'open' || commitment.id === '') {
        return [];
      }
      const start = document.positionAt(rangeOf(latest, item).start);
      return lensesOf(commitment, new vscode.Range(start, start), folder, today);
    });
  }

  dispose(): void {
    vscode.Disposable.from(...this.listeners, this.didChange).dispose();
  }
}

function lensesOf(commitment: Commitment, range: vscode.Range, folder: string, today: Day): vscode.CodeLens[] {
  const { id } = commitment;
  const lens = (command: CommandId, title: string): vscode.CodeLens =>
    new vscode.CodeLens(range, { command, title, arguments: [{ id, folder }] });
  const lenses = [
    lens('commonGround.commitments.keep', vscode.l10n.t('Kept')),
    lens('commonGround.commitments.change', vscode.l10n.t('Changed…')),
    lens('commonGround.commitments.letGo', vscode.l10n.t('Let go…')),
    lens('commonGround.commitments.note', vscode.l10n.t('Add a note…')),
  ];
  return worthAWord(commitment, today) === undefined
    ? lenses
    : [
        lens('commonGround.commitments.snooze', vscode.l10n.t('Worth a word: leave it until the next retro?')),
        ...lenses,
      ];
}
