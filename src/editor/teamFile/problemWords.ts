import * as vscode from 'vscode';
import type { Problem } from '../../yamlList/problem.js';

/** The message of a problem in the person's language; in English where there is no other. */
export function wordProblem(problem: Problem): string {
  const { args } = problem;
  return readingWords(problem.code, args) ?? writingWords(problem.code, args) ?? problem.message;
}

/** What may be found while a file is read. */
function readingWords(code: string, args: Problem['args']): string | undefined {
  switch (code) {
    case 'conflict-markers':
      return vscode.l10n.t('Two branches disagree here, and git left both: choose, or keep both.');
    case 'tabs':
      return vscode.l10n.t('YAML does not allow tabs at the start of a line: use spaces.');
    case 'duplicate-key':
      return vscode.l10n.t('This key stands here twice; only one can count.');
    case 'duplicate-id':
      return vscode.l10n.t('The id {0} is taken already: each one has its own.', args.id ?? '');
    case 'missing-id':
      return vscode.l10n.t('An id is missing: without one this cannot be changed from the sidebar.');
    case 'missing-promise':
      return vscode.l10n.t('What is promised here? "promise:" is missing.');
    case 'unknown-state':
      return vscode.l10n.t('"{0}" is no state that is known: {1}.', args.state ?? '', args.states ?? '');
    case 'bad-date':
      return vscode.l10n.t('"{0}" is no day that exists: days are written as 2026-11-20.', args.day ?? '');
    case 'several-documents':
      return vscode.l10n.t('The list ends at this line (---): a second YAML document begins here, and is not read.');
    case 'empty':
      return vscode.l10n.t('This file is empty: it holds its first words once something is added.');
    case 'yaml':
      return vscode.l10n.t('This cannot be read as YAML: {0}', args.detail ?? '');
    case 'too-large':
      return vscode.l10n.t(
        'This file holds {0} MB; up to 4 MB are read. Move what has ended to a file of another name.',
        args.megabytes ?? '',
      );
    case 'piece-too-large':
      return vscode.l10n.t(
        'This has {0} characters and is not read; up to {1} are, in one item or around all of them.',
        args.characters ?? '',
        args.most ?? '',
      );
    case 'binary':
      return vscode.l10n.t('This is not text: it holds a NUL character.');
    case 'newer-version':
      return vscode.l10n.t('This file has the newer version {0}. It is shown and not changed.', args.version ?? '');
    default:
      return undefined;
  }
}

/** Why an edit may be refused. */
function writingWords(code: string, args: Problem['args']): string | undefined {
  switch (code) {
    case 'gone':
      return vscode.l10n.t('It is no longer in the file.');
    case 'already-ended':
      return vscode.l10n.t('This promise has ended already.');
    case 'not-ended':
      return vscode.l10n.t('This promise is open.');
    case 'moved-meanwhile':
      return vscode.l10n.t('Someone changed it meanwhile: have a look, and do it again if it still fits.');
    case 'taken-id':
      return vscode.l10n.t('The id {0} is taken already.', args.id ?? '');
    case 'empty-promise':
      return vscode.l10n.t('What is promised? A promise without words is none.');
    default:
      return undefined;
  }
}
