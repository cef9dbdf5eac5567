import * as vscode from 'vscode';
import { registerCommand } from '../commands.js';
import type { Services } from '../services.js';
import { UserError } from '../userError.js';
import { argument, readOptional } from './arguments.js';
import { loadEngine } from './engine.js';
import { allowForMe, setRule } from './preferences.js';
import { isSentAsWritten } from './surface.js';
import { targetAt } from './targets.js';
import { pickRule } from './toneCommands.js';
import type { ToneService } from './toneService.js';

/** The ways to silence the check, from one place to everything for an hour. Each can be taken back. */
export function registerOffSwitches(services: Services, tone: ToneService): void {
  registerCommand(services, 'commonGround.tone.allowPhrase', async (given) => allowPhrase(tone, given));
  registerCommand(services, 'commonGround.tone.ignoreHere', async (given) => ignoreHere(tone, given));
  registerCommand(services, 'commonGround.tone.resume', async () => tone.snooze.end());
  registerCommand(services, 'commonGround.tone.snooze', async (given) => snooze(tone, given));
  registerCommand(services, 'commonGround.tone.turnRuleOff', async (given) => turnRuleOff(given));
}

/** In a text that is sent as it is written nothing is added to it: the finding is left out until the text is closed. */
async function ignoreHere(tone: ToneService, given: unknown): Promise<void> {
  const { check, finding } = await targetAt(tone.checks, readOptional(argument.place, given));
  const { document } = check;
  const surface = tone.surfaceOf(document);
  const note =
    surface === undefined || isSentAsWritten(surface)
      ? undefined
      : (await loadEngine()).ignoreHere(document.getText(), finding, document.languageId);
  if (note === undefined) {
    check.silence(finding);
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(note.offset), note.insert);
  await vscode.workspace.applyEdit(edit);
}

async function allowPhrase(tone: ToneService, given: unknown): Promise<void> {
  const asked = readOptional(argument.phrase, given) ?? (await askForPhrase(tone));
  if (asked === undefined) {
    return;
  }
  if (asked.for === 'me') {
    await allowForMe(asked.phrase);
    return;
  }
  const folder =
    (asked.uri && vscode.workspace.getWorkspaceFolder(asked.uri)) ?? vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) {
    throw new UserError('tone/no-folder', vscode.l10n.t('Open a folder first: the words of a team live in its repo.'));
  }
  const engine = await loadEngine();
  const file = await tone.teams.change(folder, (text) => engine.allowPhrase(text, asked.phrase));
  const open = vscode.l10n.t('Open {0}', vscode.workspace.asRelativePath(file, false));
  const message = vscode.l10n.t('“{0}” is fine in this team from now on.', asked.phrase);
  void vscode.window.showInformationMessage(message, open).then((answer) => {
    return answer === open ? vscode.window.showTextDocument(file) : undefined;
  });
}

async function askForPhrase(
  tone: ToneService,
): Promise<{ phrase: string; for: 'me' | 'team'; uri?: vscode.Uri } | undefined> {
  const here = await targetAt(tone.checks, undefined).catch(() => undefined);
  const phrase = await vscode.window.showInputBox({
    title: vscode.l10n.t('Which words are fine?'),
    value: here?.finding.text ?? '',
  });
  if (phrase === undefined || phrase.trim() === '') {
    return undefined;
  }
  const items = [
    { label: vscode.l10n.t('Fine for me'), who: 'me' as const },
    { label: vscode.l10n.t('Fine in our team'), who: 'team' as const },
  ];
  const picked = await vscode.window.showQuickPick(items, { title: phrase });
  const uri = vscode.window.activeTextEditor?.document.uri;
  return picked && { phrase: phrase.trim(), for: picked.who, ...(uri === undefined ? {} : { uri }) };
}

async function turnRuleOff(given: unknown): Promise<void> {
  const title = vscode.l10n.t('Which rule should be quiet?');
  const rule = readOptional(argument.rule, given)?.rule ?? (await pickRule(title));
  if (rule === undefined) {
    return;
  }
  await setRule(rule, 'off');
  const undo = vscode.l10n.t('Turn It on Again');
  const message = vscode.l10n.t('The rule {0} is quiet from now on.', rule);
  void vscode.window.showInformationMessage(message, undo).then((answer) => {
    return answer === undo ? setRule(rule, undefined) : undefined;
  });
}

async function snooze(tone: ToneService, given: unknown): Promise<void> {
  await tone.snooze.start(readOptional(argument.snooze, given)?.minutes ?? 60);
}
