import * as vscode from 'vscode';
import { DocumentFiles } from '../../teamFile/documentFiles.js';
import { ProblemDiagnostics } from '../../teamFile/problemDiagnostics.js';
import { type CommitmentDesk, loadCommitmentRoom } from '../desk.js';
import { CommitmentLenses } from './codeLenses.js';
import { CommitmentCompletions } from './completions.js';
import { CommitmentDefinitions, SourceLinks } from './goTo.js';
import { CommitmentHovers } from './hovers.js';
import { CommitmentFixes } from './quickFixes.js';
import { CommitmentSymbols } from './symbols.js';

const selector: vscode.DocumentSelector = { pattern: '**/.common-ground/commitments.yaml' };

/** Registers the help inside the file: it works with and without an extension for YAML. */
export function registerFileFeatures(desk: CommitmentDesk): void {
  const files = new DocumentFiles(desk.lists, loadCommitmentRoom);
  const today = (): string => desk.today();
  const lenses = new CommitmentLenses(desk);
  const { languages } = vscode;
  desk.services.context.subscriptions.push(
    new ProblemDiagnostics('commonGround.commitments', selector, files),
    lenses,
    languages.registerCodeLensProvider(selector, lenses),
    languages.registerHoverProvider(selector, new CommitmentHovers(files, today)),
    languages.registerCompletionItemProvider(selector, new CommitmentCompletions(files, today), ' ', ':'),
    languages.registerDocumentLinkProvider(selector, new SourceLinks()),
    languages.registerDefinitionProvider(selector, new CommitmentDefinitions(files)),
    languages.registerDocumentSymbolProvider(selector, new CommitmentSymbols(files, today)),
    languages.registerCodeActionsProvider(selector, new CommitmentFixes(files, today), {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
  );
}
