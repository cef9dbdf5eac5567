import * as v from 'valibot';
import * as vscode from 'vscode';
import { worthAWord } from '../../commitments/grouping.js';
import type { CommandId, SettingId } from '../contributions.js';
import { gitUserName } from '../teamFile/gitUser.js';
import { dayWord } from './commitmentWords.js';
import type { CommitmentDesk } from './desk.js';
import { likelyNextRetro } from './nextRetro.js';
import { mayRemind, type Rest, restSchema } from './reminderRules.js';

const saidKey = 'commitments.remindedOn';
const restKey = 'commitments.reminderRests';
/** Nothing is said before the editor has been there for this long, nor while somebody is at work in it. */
const settledInMs = 15_000;
const quietInMs = 5_000;

/** A gentle word, once a day at most, that promises are worth a word. It counts them and names nobody. */
export class Reminder implements vscode.Disposable {
  private readonly disposables: vscode.Disposable[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lastSign = Date.now();
  private lookedOn = '';

  constructor(private readonly desk: CommitmentDesk) {
    const sign = (): void => {
      this.lastSign = Date.now();
    };
    vscode.workspace.onDidChangeTextDocument(sign, undefined, this.disposables);
    vscode.window.onDidChangeTextEditorSelection(sign, undefined, this.disposables);
    vscode.window.onDidChangeWindowState(
      ({ focused }) => {
        if (focused && this.lookedOn !== desk.today()) {
          this.lookLater(quietInMs);
        }
      },
      undefined,
      this.disposables,
    );
    this.lookLater(settledInMs);
  }

  /** Nothing is said until the next retro. */
  async snooze(): Promise<void> {
    const today = this.desk.today();
    const commitments = (await this.desk.everything()).map(({ commitment }) => commitment);
    const rest: Rest = { since: today, until: likelyNextRetro(commitments, today) };
    await this.desk.services.context.workspaceState.update(restKey, rest);
    const done = vscode.l10n.t('No reminder until the next retro, around {0}.', dayWord(rest.until, today));
    vscode.window.setStatusBarMessage(`$(bell-slash) ${done}`, quietInMs);
  }

  dispose(): void {
    clearTimeout(this.timer);
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private lookLater(inMs: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (!vscode.window.state.focused) {
        return; // Coming back to the window asks again.
      }
      if (Date.now() - this.lastSign < quietInMs) {
        this.lookLater(quietInMs);
        return;
      }
      this.look().catch((error: unknown) => this.desk.services.log.error('The reminder failed.', error as Error));
    }, inMs);
  }

  private async look(): Promise<void> {
    const { context } = this.desk.services;
    const today = this.desk.today();
    this.lookedOn = today;
    const reminder: SettingId = 'commonGround.commitments.reminder';
    const targets = await this.desk.everything();
    const worth = targets.filter(({ commitment }) => worthAWord(commitment, today) !== undefined);
    const rest = v.safeParse(restSchema, context.workspaceState.get(restKey));
    const may = mayRemind({
      enabled: vscode.workspace.getConfiguration().get<boolean>(reminder, true),
      today,
      saidOn: context.workspaceState.get<string>(saidKey),
      rest: rest.success ? rest.output : undefined,
      worth: worth.length,
      commitments: targets.map(({ commitment }) => commitment),
    });
    const [first] = worth;
    if (!may || first === undefined) {
      return;
    }
    await context.workspaceState.update(saidKey, today);
    const me = await gitUserName(first.list.file.folder.uri);
    await this.say(worth.length, worth.filter(({ commitment }) => me !== undefined && commitment.owner === me).length);
  }

  private async say(worth: number, mine: number): Promise<void> {
    const walk = vscode.l10n.t('Walk Through Them');
    const wait = vscode.l10n.t('Not Until the Next Retro');
    const message =
      worth === 1
        ? mine === 1
          ? vscode.l10n.t('A promise of yours is worth a word.')
          : vscode.l10n.t('A promise of the team is worth a word.')
        : mine > 0
          ? vscode.l10n.t('{0} promises are worth a word, {1} of them yours.', worth, mine)
          : vscode.l10n.t('{0} promises of the team are worth a word.', worth);
    const answer = await vscode.window.showInformationMessage(message, walk, wait);
    if (answer === walk) {
      await vscode.commands.executeCommand('commonGround.commitments.walk' satisfies CommandId);
    } else if (answer === wait) {
      await this.snooze();
    }
  }
}
