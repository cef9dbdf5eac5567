import * as vscode from 'vscode';
import type { Finding } from '../../tone/finding.js';
import type { CommandId } from '../contributions.js';
import { placeOf } from './codeActions.js';
import { rangeIn } from './diagnostics.js';
import type { DocumentCheck } from './documentCheck.js';
import { oneLine } from './fixes.js';

/** What the hover needs of the feature around it. */
export interface HoverContext {
  checkOf(uri: vscode.Uri): DocumentCheck | undefined;
  /** Why a rule is worth a word, in a sentence; `undefined` for a phrase of the team's own. */
  why(rule: string): Promise<string | undefined>;
}

/** The only commands that a hover of ours may run. */
const trusted: CommandId[] = ['commonGround.tone.applyRewrite', 'commonGround.tone.showRule'];

/** Says why, what in the sentence led to it, and how else to say it. The message itself is shown by the squiggle's own hover. */
export class ToneHover implements vscode.HoverProvider {
  constructor(private readonly context: HoverContext) {}

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    const findings = (await this.context.checkOf(document.uri)?.upToDate()) ?? [];
    const at = document.offsetAt(position);
    const finding = findings.find(({ range }) => range.start <= at && at <= range.end);
    if (finding === undefined) {
      return undefined;
    }
    const reason = reasonOf(finding, await this.context.why(finding.rule));
    return new vscode.Hover([reason, ...rewrites(document, finding)], rangeIn(document, finding.range));
  }
}

function reasonOf(finding: Finding, why: string | undefined): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  text.isTrusted = { enabledCommands: trusted };
  if (why !== undefined) {
    text.appendMarkdown(`${escaped(vscode.l10n.t(why))} `);
  }
  const link = commandLink('commonGround.tone.showRule', { rule: finding.rule });
  text.appendMarkdown(`[${vscode.l10n.t('Why this?')}](${link})`);
  if (finding.evidence.length > 0) {
    text.appendMarkdown('\n\n');
    text.appendMarkdown(escaped(evidenceOf(finding)));
  }
  return text;
}

/** A finding of the learned score alone has words that weighed, no reason that a rule could give. */
function evidenceOf({ evidence, modelOnly }: Finding): string {
  const words = evidence.join(' · ');
  return modelOnly === true ? vscode.l10n.t('Weighed most: {0}', words) : vscode.l10n.t('What led to it: {0}', words);
}

function rewrites(document: vscode.TextDocument, finding: Finding): vscode.MarkdownString[] {
  if (finding.suggestions.length === 0) {
    return [];
  }
  const text = new vscode.MarkdownString();
  text.isTrusted = { enabledCommands: trusted };
  finding.suggestions.forEach(({ label, newText }, rewrite) => {
    const link = commandLink('commonGround.tone.applyRewrite', { ...placeOf(document, finding), rewrite });
    const words = newText.trim() === '' ? '' : `: ${escaped(oneLine(newText, 160))}`;
    text.appendMarkdown(`- [${escaped(vscode.l10n.t(label))}](${link})${words}\n`);
  });
  return [text];
}

function commandLink(id: CommandId, argument: object): string {
  return `command:${id}?${encodeURIComponent(JSON.stringify([argument]))}`;
}

/** Text as text. `MarkdownString.appendText` would keep long lines from wrapping. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|~<>&$]/g, '\\$&');
}
