import * as vscode from 'vscode';
import type { Finding, TextRange } from '../../tone/finding.js';

/** The name that the Problems view and the hover show. */
export const source = 'Common Ground';

/** What of the rules the squiggles need. */
export interface RuleLook {
  severity(finding: Finding): vscode.DiagnosticSeverity;
  /** The page that tells what the rule is about. */
  page(rule: string): vscode.Uri;
}

export function rangeIn(document: vscode.TextDocument, { start, end }: TextRange): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** The squiggle of a finding. Its code links to the page of the rule. */
export function diagnosticOf(document: vscode.TextDocument, finding: Finding, look: RuleLook): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    rangeIn(document, finding.range),
    vscode.l10n.t(finding.message),
    look.severity(finding),
  );
  diagnostic.source = source;
  diagnostic.code = { value: finding.rule, target: look.page(finding.rule) };
  return diagnostic;
}
