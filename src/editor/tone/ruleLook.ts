import * as vscode from 'vscode';
import type { Finding } from '../../tone/finding.js';
import { familyOf } from '../../tone/sentenceContext.js';

/** Families that accuse outright. Everything else on the default level is told more quietly. */
const accusing = new Set([
  'feel-cause',
  'absolute',
  'even-test',
  'intent',
  'trait',
  'fault',
  'named-cause',
  'group',
  'not-getting-it',
  'threat',
  'stop',
  'hostile-q',
]);

/** How a finding looks: gentle and opt-in rules are hints, which stay out of the Problems view. */
export function severityOf({ rule, level }: Finding): vscode.DiagnosticSeverity {
  if (level !== 'default') {
    return vscode.DiagnosticSeverity.Hint;
  }
  return accusing.has(familyOf(rule)) ? vscode.DiagnosticSeverity.Warning : vscode.DiagnosticSeverity.Information;
}

/** The page of a rule, shipped with the extension. */
export function pageOf(extension: vscode.Uri, rule: string): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'media', 'rules', `${rule}.md`);
}
