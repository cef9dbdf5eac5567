import * as vscode from 'vscode';
import type { Finding } from '../../tone/finding.js';
import { loudnessOf } from './loudness.js';

/** How a finding looks. */
export function severityOf(finding: Finding): vscode.DiagnosticSeverity {
  return vscode.DiagnosticSeverity[loudnessOf(finding)];
}

/** The page of a rule, shipped with the extension. */
export function pageOf(extension: vscode.Uri, rule: string): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'media', 'rules', `${rule}.md`);
}
