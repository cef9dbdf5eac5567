import * as vscode from 'vscode';
import type { Finding, TextRange } from '../../tone/finding.js';

/** The name that the Problems view and the hover show. */
export const source = 'Common Ground';

export function rangeIn(document: vscode.TextDocument, { start, end }: TextRange): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/**
 * The squiggle of a finding.
 * @param page tells what its rule is about; the rule's id links there.
 */
export function diagnosticOf(
  document: vscode.TextDocument,
  finding: Finding,
  severity: vscode.DiagnosticSeverity,
  page: vscode.Uri,
): vscode.Diagnostic {
  const range = rangeIn(document, finding.range);
  const diagnostic = new vscode.Diagnostic(range, vscode.l10n.t(finding.message), severity);
  diagnostic.source = source;
  diagnostic.code = { value: finding.rule, target: page };
  return diagnostic;
}
