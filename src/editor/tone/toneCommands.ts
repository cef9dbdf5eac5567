import * as vscode from 'vscode';
import { OWN_PHRASE_RULE } from '../../tone/document/ownPhrases.js';
import type { Suggestion } from '../../tone/finding.js';
import { registerCommand } from '../commands.js';
import type { Services } from '../services.js';
import { UserError } from '../userError.js';
import { argument, readOptional } from './arguments.js';
import { rangeIn } from './diagnostics.js';
import type { DocumentCheck, NotChecked } from './documentCheck.js';
import { applyRewrite, askBlanks, editOf } from './edits.js';
import { loadEngine } from './engine.js';
import { asks, filled, oneLine, standsAlone, together } from './fixes.js';
import { readPreferences, setEnabled } from './preferences.js';
import { pageOf } from './ruleLook.js';
import { checkAt, targetAt } from './targets.js';
import { teamFileIn } from './teamFiles.js';
import type { ToneService } from './toneService.js';
import type { ToneStatus } from './toneStatus.js';
import { openTryPage } from './tryPage.js';

/** The commands that look, show and rewrite. Those that silence are in offSwitches.ts. */
export function registerToneCommands(services: Services, tone: ToneService, status: ToneStatus): void {
  registerCommand(services, 'commonGround.tone.applyRewrite', async (given) => rewriteOne(tone, given));
  registerCommand(services, 'commonGround.tone.explain', async (given) => explain(tone, status, given));
  registerCommand(services, 'commonGround.tone.fixAll', async (given) => fixAll(tone, given));
  registerCommand(services, 'commonGround.tone.showRule', async (given) => showRule(services, given));
  registerCommand(services, 'commonGround.tone.toggle', async (given) => toggle(given));
  registerCommand(services, 'commonGround.tone.try', async () => {
    await openTryPage();
  });
}

async function rewriteOne(tone: ToneService, given: unknown): Promise<boolean> {
  const place = readOptional(argument.applyRewrite, given);
  const { check, finding } = await targetAt(tone.checks, place);
  const suggestion = place === undefined ? await pickRewrite(finding.suggestions) : finding.suggestions[place.rewrite];
  if (suggestion === undefined) {
    return false;
  }
  const made =
    place?.fill === undefined && asks(suggestion) ? await askBlanks(suggestion) : filled(suggestion, place?.fill ?? []);
  return made !== undefined && applyRewrite(check.document, made);
}

async function pickRewrite(all: readonly Suggestion[]): Promise<Suggestion | undefined> {
  const items = all.map((suggestion) => ({
    label: suggestion.newText.trim() === '' ? vscode.l10n.t(suggestion.label) : suggestion.newText,
    description: suggestion.newText.trim() === '' ? '' : vscode.l10n.t(suggestion.label),
    suggestion,
  }));
  const title = vscode.l10n.t('Say it another way');
  return (await vscode.window.showQuickPick(items, { title }))?.suggestion;
}

/**
 * Makes the best rewrite of every place that needs nothing from the writer; the others are left as they are, and told.
 * @returns how many places were rewritten, and how many were left.
 */
async function fixAll(tone: ToneService, given: unknown): Promise<{ rewritten: number; left: number }> {
  const { uri, rule } = readOptional(argument.fixAll, given) ?? {};
  const check = checkAt(tone.checks, uri);
  const findings = (await check.upToDate()).filter((finding) => rule === undefined || finding.rule === rule);
  const suggestions = together(findings, standsAlone);
  const done = suggestions.length > 0 && (await vscode.workspace.applyEdit(editOf(check.document, suggestions)));
  const rewritten = done ? suggestions.length : 0;
  const left = findings.length - rewritten;
  if (left > 0) {
    void tellLeft(rewritten, left);
  }
  return { rewritten, left };
}

/** Tells how many places were rewritten and left, with a button that goes to the next one. */
async function tellLeft(rewritten: number, left: number): Promise<void> {
  const message = vscode.l10n.t('{0} rewritten. {1} are left: they need a word from you.', rewritten, left);
  const next = vscode.l10n.t('Show the Next One');
  if ((await vscode.window.showInformationMessage(message, next)) === next) {
    await vscode.commands.executeCommand('editor.action.marker.next');
  }
}

async function showRule(services: Services, given: unknown): Promise<void> {
  const rule = readOptional(argument.rule, given)?.rule ?? (await pickRule(vscode.l10n.t('Which rule?')));
  if (rule === undefined) {
    return;
  }
  if (rule === OWN_PHRASE_RULE) {
    await openTeamFile();
    return;
  }
  const page = pageOf(services.context.extensionUri, rule);
  try {
    await vscode.workspace.fs.stat(page);
  } catch {
    throw new UserError('tone/no-page', vscode.l10n.t('There is no page about "{0}".', rule));
  }
  await vscode.commands.executeCommand('markdown.showPreview', page);
}

/** The team's own words have no page: what there is to know stands in their file. */
async function openTeamFile(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder !== undefined) {
    await vscode.window.showTextDocument(teamFileIn(folder));
  }
}

/** Asks for one of the rules. */
export async function pickRule(title: string): Promise<string | undefined> {
  const rules = (await loadEngine()).rules();
  const items = rules.map(({ id, why }) => ({ label: id, detail: vscode.l10n.t(why) }));
  return (await vscode.window.showQuickPick(items, { title, matchOnDetail: true }))?.label;
}

async function toggle(given: unknown): Promise<boolean> {
  const on = readOptional(argument.toggle, given)?.on ?? !readPreferences().enable;
  await setEnabled(on);
  return on;
}

interface Explained {
  readonly checked: boolean;
  readonly reason?: NotChecked;
  readonly findings: number;
}

/** Says what the check makes of a document, or why it does not look, with what can be done about it. */
async function explain(tone: ToneService, status: ToneStatus, given: unknown): Promise<Explained> {
  const check = checkAt(tone.checks, readOptional(argument.document, given)?.uri);
  const findings = await check.upToDate();
  const { notChecked } = check;
  if (given === undefined) {
    void offer(status.tell(check).detail, check);
  }
  const reason = notChecked === undefined ? {} : { reason: notChecked };
  return { checked: notChecked === undefined, ...reason, findings: findings.length };
}

interface Offer extends vscode.QuickPickItem {
  readonly run: () => Thenable<unknown>;
}

async function offer(title: string, { document, findings, notChecked }: DocumentCheck): Promise<void> {
  const places = findings.map((finding) => ({
    label: `$(arrow-right) ${oneLine(finding.text)}`,
    description: vscode.l10n.t('line {0}', document.positionAt(finding.range.start).line + 1),
    run: () => vscode.window.showTextDocument(document, { selection: rangeIn(document, finding.range) }),
  }));
  const items: Offer[] = [
    ...places,
    ...(notChecked === 'snoozed' ? [item(vscode.l10n.t('Check again now'), 'commonGround.tone.resume')] : []),
    ...(notChecked === 'off'
      ? [item(vscode.l10n.t('Switch the check on'), 'commonGround.tone.toggle', { on: true })]
      : []),
    item(vscode.l10n.t('Open the settings'), 'workbench.action.openSettings', 'commonGround.tone'),
    item(vscode.l10n.t('Try the tone check'), 'commonGround.tone.try'),
  ];
  await (await vscode.window.showQuickPick(items, { title }))?.run();
}

function item(label: string, command: string, given?: unknown): Offer {
  return { label, run: () => vscode.commands.executeCommand(command, given) };
}
