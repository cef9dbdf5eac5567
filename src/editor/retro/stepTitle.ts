import * as vscode from 'vscode';
import type { StepKind, StepPlan } from '../../retro/model.js';

/** The name of a step: the template's own, or that of its kind. */
export function stepTitle(step: Pick<StepPlan, 'kind' | 'title'>): string {
  return step.title ?? kindTitle(step.kind);
}

function kindTitle(kind: StepKind): string {
  const titles: Readonly<Record<StepKind, string>> = {
    arrive: vscode.l10n.t('Arrive'),
    promises: vscode.l10n.t('Promises'),
    norms: vscode.l10n.t('Norms'),
    write: vscode.l10n.t('Write'),
    reveal: vscode.l10n.t('Reveal'),
    circle: vscode.l10n.t('Circle'),
    group: vscode.l10n.t('Group'),
    vote: vscode.l10n.t('Vote'),
    talk: vscode.l10n.t('Talk'),
    commit: vscode.l10n.t('Commit'),
    close: vscode.l10n.t('Close'),
  };
  return titles[kind];
}
