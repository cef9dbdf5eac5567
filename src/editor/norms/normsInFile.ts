import * as vscode from 'vscode';
import { nextId } from '../../commitments/commitmentId.js';
import { dayByWord } from '../../commitments/dayByWord.js';
import type { NormsEdit } from '../../norms/normsEdit.js';
import type { NormsFile } from '../../norms/normsFile.js';
import type { Problem } from '../../yamlList/problem.js';
import { DocumentFiles } from '../teamFile/documentFiles.js';
import { ProblemDiagnostics, problemBehind, source } from '../teamFile/problemDiagnostics.js';
import { NormCompletions } from './normCompletions.js';
import { loadNormRoom, type NormsDesk } from './normsDesk.js';
import { normStory } from './normsTree.js';

const selector: vscode.DocumentSelector = { pattern: '**/.common-ground/norms.yaml' };

/** Registers the help inside the file of norms. */
export function registerNormsInFile(desk: NormsDesk): void {
  const files = new DocumentFiles(desk.lists, loadNormRoom);
  desk.services.context.subscriptions.push(
    new ProblemDiagnostics('commonGround.norms', selector, files),
    vscode.languages.registerHoverProvider(selector, {
      provideHover: (document, position) => hover(files, document, position),
    }),
    vscode.languages.registerCompletionItemProvider(selector, new NormCompletions(() => desk.today()), ' ', ':'),
    vscode.languages.registerDocumentSymbolProvider(selector, {
      provideDocumentSymbols: (document) => symbols(files, document),
    }),
    vscode.languages.registerCodeActionsProvider(
      selector,
      {
        provideCodeActions: (document, _range, { diagnostics }) => fixes(files, document, diagnostics, desk.today()),
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}

type Files = DocumentFiles<NormsFile, NormsEdit>;

async function hover(
  files: Files,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.Hover | undefined> {
  const file = await files.fileOf(document);
  const { itemAt } = await loadNormRoom();
  const norm = file.norms[itemAt(file, document.offsetAt(position))];
  return norm === undefined ? undefined : new vscode.Hover(normStory(norm));
}

async function symbols(files: Files, document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
  const file = await files.fileOf(document);
  const { rangeOf } = await loadNormRoom();
  return file.norms.map((norm, item) => {
    const { start, end } = rangeOf(file, item);
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    const at = new vscode.Range(range.start, range.start);
    const name = norm.text === '' ? vscode.l10n.t('(a norm without words)') : norm.text;
    return new vscode.DocumentSymbol(name, norm.adopted ?? '', vscode.SymbolKind.Constant, range, at);
  });
}

async function fixes(
  files: Files,
  document: vscode.TextDocument,
  diagnostics: readonly vscode.Diagnostic[],
  today: string,
): Promise<vscode.CodeAction[]> {
  const file = await files.fileOf(document);
  const { makeEdit } = await loadNormRoom();
  return diagnostics
    .filter((diagnostic) => diagnostic.source === source)
    .flatMap((diagnostic) => {
      const problem = problemBehind(file, document, diagnostic);
      const fix = problem === undefined ? undefined : fixOf(problem, file, today);
      const result = fix === undefined ? undefined : makeEdit(file, fix.edit);
      if (fix === undefined || result?.ok !== true) {
        return [];
      }
      const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
      action.diagnostics = [diagnostic];
      action.isPreferred = true;
      action.edit = new vscode.WorkspaceEdit();
      for (const { range, newText } of result.edits) {
        const place = new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
        action.edit.replace(document.uri, place, newText);
      }
      return [action];
    });
}

function fixOf(
  { code, item, args }: Problem,
  file: NormsFile,
  today: string,
): { readonly title: string; readonly edit: NormsEdit } | undefined {
  if (item === undefined) {
    return undefined;
  }
  if (code === 'missing-id' || code === 'duplicate-id') {
    const value = nextId(Math.random, new Set(file.norms.map(({ id }) => id)));
    return { title: vscode.l10n.t('Give it an id of its own'), edit: { kind: 'repair', item, key: 'id', value } };
  }
  if (code === 'bad-date') {
    const value = dayByWord(args.day ?? '', today) ?? null;
    const title = value === null ? vscode.l10n.t('Leave the day out') : vscode.l10n.t('Write {0}', value);
    return { title, edit: { kind: 'repair', item, key: 'adopted', value } };
  }
  return undefined;
}
