import * as vscode from 'vscode';
import type { Finding } from '../../tone/finding.js';
import { UserError } from '../userError.js';
import type { Place } from './arguments.js';
import type { DocumentCheck } from './documentCheck.js';
import type { DocumentChecks } from './documentChecks.js';
import { touch } from './fixes.js';

/** A finding and where it stands. */
export interface Target {
  readonly check: DocumentCheck;
  readonly finding: Finding;
}

/**
 * The check of a document, or of the active editor.
 * @throws UserError where nothing is checked.
 */
export function checkAt(checks: DocumentChecks, uri: vscode.Uri | undefined): DocumentCheck {
  const wanted = uri ?? vscode.window.activeTextEditor?.document.uri;
  const check = wanted && checks.of(wanted);
  if (check === undefined) {
    const message = vscode.l10n.t(
      'Open a text that the tone check reads: Markdown, a review comment or a commit message.',
    );
    throw new UserError('tone/not-checked', message);
  }
  return check;
}

/**
 * The finding that an argument names, or the one at the cursor.
 * @throws UserError when the text has moved on, or nothing is found at the cursor.
 */
export async function targetAt(checks: DocumentChecks, place: Place | undefined): Promise<Target> {
  const check = checkAt(checks, place?.uri);
  const findings = await check.upToDate();
  const finding = place === undefined ? atCursor(check, findings) : findings.find((candidate) => is(candidate, place));
  if (finding === undefined) {
    throw place === undefined
      ? new UserError('tone/nothing-here', vscode.l10n.t('Nothing at the cursor may read as blame.'))
      : new UserError('tone/moved-on', vscode.l10n.t('The text has changed since. Nothing was done.'));
  }
  return { check, finding };
}

function is({ rule, range }: Finding, place: Place): boolean {
  return rule === place.rule && range.start === place.start && range.end === place.end;
}

function atCursor({ document }: DocumentCheck, findings: readonly Finding[]): Finding | undefined {
  const selection = vscode.window.activeTextEditor?.selection;
  if (selection === undefined) {
    return undefined;
  }
  const asked = { start: document.offsetAt(selection.start), end: document.offsetAt(selection.end) };
  return findings.find(({ range }) => touch(range, asked));
}
