import * as vscode from 'vscode';
import type { Finding, Suggestion, TextRange } from '../../tone/finding.js';
import type { CommandId } from '../contributions.js';
import type { Place } from './arguments.js';
import { rangeIn } from './diagnostics.js';
import type { DocumentCheck } from './documentCheck.js';
import { editOf } from './edits.js';
import { asks, oneLine, standsAlone, together, touch } from './fixes.js';
import { isSentAsWritten, type Surface } from './surface.js';

/** The kind to name in `editor.codeActionsOnSave`. */
export const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('commonGround');

/** What the menu needs of the feature around it. */
export interface ActionContext {
  checkOf(uri: vscode.Uri): DocumentCheck | undefined;
  surfaceOf(document: vscode.TextDocument): Surface | undefined;
  /** Whether the person has a language model, and did not decline to use it here. */
  canRephrase(): Promise<boolean>;
  squiggleOf(document: vscode.TextDocument, finding: Finding): vscode.Diagnostic;
}

/** Everything that can be done about a finding: rewrites first, then the off switches, then the reason. */
export class ToneCodeActions implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind],
  };

  constructor(private readonly context: ActionContext) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { only, triggerKind }: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const findings = (await this.context.checkOf(document.uri)?.upToDate()) ?? [];
    if (token.isCancellationRequested || findings.length === 0) {
      return [];
    }
    if (only !== undefined && !only.contains(vscode.CodeActionKind.QuickFix)) {
      return sourceActions(document, findings, only, triggerKind);
    }
    const asked = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    return this.quickFixes(document, findings, asked);
  }

  private async quickFixes(
    document: vscode.TextDocument,
    all: readonly Finding[],
    asked: TextRange,
  ): Promise<vscode.CodeAction[]> {
    const here = all.filter((finding) => touch(finding.range, asked));
    const first = here[0];
    if (first === undefined) {
      return [];
    }
    const rephrasing = (await this.context.canRephrase()) ? [rephrase(document, first)] : [];
    return unique([
      ...here.flatMap((finding, index) => this.rewrites(document, finding, index === 0)),
      ...rephrasing,
      ...fixMany(document, all, here),
      ...here.flatMap((finding) => this.switches(document, finding)),
      command('commonGround.tone.snooze', vscode.l10n.t('Snooze the tone check for an hour'), { minutes: 60 }),
      ...here.map(({ rule }) =>
        command('commonGround.tone.showRule', vscode.l10n.t('Why this? ({0})', rule), { rule }),
      ),
    ]);
  }

  private rewrites(document: vscode.TextDocument, finding: Finding, best: boolean): vscode.CodeAction[] {
    const diagnostic = this.context.squiggleOf(document, finding);
    return finding.suggestions.map((suggestion, index) => {
      const action = new vscode.CodeAction(titleOf(document, suggestion), vscode.CodeActionKind.QuickFix);
      if (asks(suggestion)) {
        const place = { ...placeOf(document, finding), rewrite: index };
        action.command = { command: 'commonGround.tone.applyRewrite', title: action.title, arguments: [place] };
      } else {
        action.edit = editOf(document, [suggestion]);
      }
      action.diagnostics = [diagnostic];
      action.isPreferred = best && index === 0 && standsAlone(suggestion);
      return action;
    });
  }

  private switches(document: vscode.TextDocument, finding: Finding): vscode.CodeAction[] {
    const { rule, text } = finding;
    const phrase = { phrase: text, uri: document.uri.toString() };
    const shown = oneLine(text, 30);
    const surface = this.context.surfaceOf(document);
    const ignore =
      surface === undefined || isSentAsWritten(surface)
        ? vscode.l10n.t('Ignore it in this text')
        : vscode.l10n.t('Ignore it here');
    const team = vscode.workspace.getWorkspaceFolder(document.uri) ?? vscode.workspace.workspaceFolders?.[0];
    const forMe = vscode.l10n.t('“{0}” is fine for me', shown);
    const forTeam = vscode.l10n.t('“{0}” is fine in our team', shown);
    return [
      command('commonGround.tone.ignoreHere', ignore, placeOf(document, finding)),
      command('commonGround.tone.allowPhrase', forMe, { ...phrase, for: 'me' }),
      ...(team === undefined ? [] : [command('commonGround.tone.allowPhrase', forTeam, { ...phrase, for: 'team' })]),
      command('commonGround.tone.turnRuleOff', vscode.l10n.t('Turn the rule {0} off', rule), { rule }),
    ];
  }
}

/** The new words come first: a menu may be narrow. */
function titleOf(document: vscode.TextDocument, suggestion: Suggestion): string {
  const words = oneLine(suggestion.newText);
  if (words !== '') {
    return asks(suggestion) ? vscode.l10n.t('{0} (asks for what is missing)', words) : words;
  }
  return suggestion.deletes === true
    ? vscode.l10n.t(suggestion.label)
    : vscode.l10n.t('Leave out “{0}”', oneLine(document.getText(rangeIn(document, suggestion.range)), 60));
}

/** The argument that names a finding to a command. */
export function placeOf(document: vscode.TextDocument, { rule, range }: Finding): Omit<Place, 'uri'> & { uri: string } {
  return { uri: document.uri.toString(), rule, start: range.start, end: range.end };
}

/**
 * On save only for those who named our kind: rewording what someone writes is not what "fix all" on save meant before.
 * Rewrites with a place to fill are left to the writer.
 */
function sourceActions(
  document: vscode.TextDocument,
  findings: readonly Finding[],
  only: vscode.CodeActionKind,
  trigger: vscode.CodeActionTriggerKind,
): vscode.CodeAction[] {
  const asked =
    trigger === vscode.CodeActionTriggerKind.Invoke ? only.intersects(fixAllKind) : fixAllKind.contains(only);
  const suggestions = asked ? together(findings, standsAlone) : [];
  if (suggestions.length === 0) {
    return [];
  }
  const action = new vscode.CodeAction(vscode.l10n.t('Say it without blame'), fixAllKind);
  action.edit = editOf(document, suggestions);
  return [action];
}

function fixMany(
  document: vscode.TextDocument,
  all: readonly Finding[],
  here: readonly Finding[],
): vscode.CodeAction[] {
  const rules = [...new Set(here.map(({ rule }) => rule))];
  const sets = rules.map((rule) => ({
    title: vscode.l10n.t('Rewrite every {0} in this text', rule),
    findings: all.filter((finding) => finding.rule === rule),
  }));
  sets.push({ title: vscode.l10n.t('Rewrite everything that may read as blame'), findings: [...all] });
  const ready = sets.map(({ title, findings }) => ({ title, suggestions: together(findings, standsAlone) }));
  const distinct = ready.filter(
    ({ suggestions }, index) =>
      suggestions.length > 1 &&
      ready.every((other, at) => at >= index || other.suggestions.length !== suggestions.length),
  );
  return distinct.map(({ title, suggestions }) => {
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.edit = editOf(document, suggestions);
    return action;
  });
}

function rephrase(document: vscode.TextDocument, finding: Finding): vscode.CodeAction {
  const title = vscode.l10n.t('Rephrase with your language model…');
  return command('commonGround.tone.rephrase', title, placeOf(document, finding));
}

function command(id: CommandId, title: string, argument: object): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command: id, title, arguments: [argument] };
  return action;
}

/** Two findings at one place offer the same switch once. */
function unique(actions: readonly vscode.CodeAction[]): vscode.CodeAction[] {
  return [...new Map(actions.map((action) => [action.title, action])).values()];
}
