import * as vscode from 'vscode';
import type { Finding, TextRange } from '../../tone/finding.js';

/** The name that the Problems view and the hover show. */
export const source = 'Common Ground';

export function rangeIn(document: vscode.TextDocument, { start, end }: TextRange): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** The code of {@link blankDiagnostic}. */
export const BLANK_CODE = 'blank';

/** The warning that a blank of a rewrite is still to fill. */
export function blankDiagnostic(document: vscode.TextDocument, range: TextRange): vscode.Diagnostic {
  const place = rangeIn(document, range);
  const message = vscode.l10n.t('A blank is still to fill: {0}', document.getText(place));
  const diagnostic = new vscode.Diagnostic(place, message, vscode.DiagnosticSeverity.Warning);
  diagnostic.source = source;
  diagnostic.code = BLANK_CODE;
  return diagnostic;
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
