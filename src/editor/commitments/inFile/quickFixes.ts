import * as vscode from 'vscode';
import { commitmentStates, type Day } from '../../../commitments/commitment.js';
import type { CommitmentEdit } from '../../../commitments/commitmentEdit.js';
import type { CommitmentFile } from '../../../commitments/commitmentFile.js';
import { nextId } from '../../../commitments/commitmentId.js';
import { dayByWord } from '../../../commitments/dayByWord.js';
import { addDays } from '../../../commitments/days.js';
import type { Problem } from '../../../yamlList/problem.js';
import { differenceOf, type TextEdit } from '../../../yamlList/textEdit.js';
import type { DocumentFiles } from '../../teamFile/documentFiles.js';
import { problemBehind, source } from '../../teamFile/problemDiagnostics.js';
import { dayWord, stateWord } from '../commitmentWords.js';
import { loadCommitmentRoom } from '../desk.js';

interface Fix {
  readonly title: string;
  /** A change of the list, or of the text where it stands. */
  readonly edit: CommitmentEdit | TextEdit;
  readonly preferred?: boolean;
}

/** Quick fixes for what is likely a slip in the file. */
export class CommitmentFixes implements vscode.CodeActionProvider {
  constructor(
    private readonly files: DocumentFiles<CommitmentFile, CommitmentEdit>,
    private readonly today: () => Day,
  ) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    const ours = diagnostics.filter((diagnostic) => diagnostic.source === source);
    if (ours.length === 0) {
      return [];
    }
    const file = await this.files.fileOf(document);
    const { makeEdit } = await loadCommitmentRoom();
    const conflict = ours.find(({ code }) => code === 'conflict-markers');
    if (conflict !== undefined) {
      return mergeAction(document, conflict);
    }
    return ours.flatMap((diagnostic) => {
      const problem = problemBehind(file, document, diagnostic);
      const fixes = problem === undefined ? [] : fixesOf(problem, file, this.today());
      return fixes.flatMap((fix) => {
        if ('newText' in fix.edit) {
          return [actionOf(fix, [fix.edit], document, diagnostic)];
        }
        const result = makeEdit(file, fix.edit);
        return result.ok ? [actionOf(fix, result.edits, document, diagnostic)] : [];
      });
    });
  }
}

/** Both sides of a merge, promise by promise; what both changed differently stays between markers. */
async function mergeAction(document: vscode.TextDocument, diagnostic: vscode.Diagnostic): Promise<vscode.CodeAction[]> {
  const { mergeMarked } = await import('../../../commitments/commitmentMerge.js');
  const text = document.getText();
  const merged = mergeMarked(text);
  const difference = merged === undefined ? undefined : differenceOf(text, merged.text);
  if (difference === undefined) {
    return [];
  }
  const title = vscode.l10n.t('Keep both sides');
  return [actionOf({ title, preferred: true }, [difference], document, diagnostic)];
}

function actionOf(
  { title, preferred = false }: Pick<Fix, 'title' | 'preferred'>,
  edits: readonly TextEdit[],
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.isPreferred = preferred;
  action.edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of edits) {
    const place = new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
    action.edit.replace(document.uri, place, newText);
  }
  return action;
}

function fixesOf(problem: Problem, file: CommitmentFile, today: Day): readonly Fix[] {
  const { item, code, args } = problem;
  if (item === undefined) {
    return [];
  }
  switch (code) {
    case 'missing-id':
      return [{ title: vscode.l10n.t('Give it an id'), edit: newId(item, file), preferred: true }];
    case 'duplicate-id':
    case 'bad-id':
      return [{ title: vscode.l10n.t('Give it an id of its own'), edit: newId(item, file), preferred: true }];
    case 'unknown-state':
      return stateFixes(item, args.state ?? '');
    case 'bad-date':
      return args.key === 'on' ? dayFixesInside(problem, today) : dayFixes(item, args.key ?? '', args.day ?? '', today);
    default:
      return [];
  }
}

function newId(item: number, file: CommitmentFile): CommitmentEdit {
  const taken = new Set(file.commitments.map(({ id }) => id));
  return { kind: 'repair', item, key: 'id', value: nextId(Math.random, taken) };
}

function stateFixes(item: number, written: string): readonly Fix[] {
  const likely = likelyState(written);
  return commitmentStates.map((value) => ({
    title: vscode.l10n.t('It is {0}', stateWord(value)),
    edit: { kind: 'repair', item, key: 'state', value },
    preferred: value === likely,
  }));
}

const otherWords: Readonly<Record<string, string>> = {
  done: 'kept',
  closed: 'kept',
  finished: 'kept',
  dropped: 'let-go',
  cancelled: 'let-go',
  todo: 'open',
  new: 'open',
};

function likelyState(written: string): string | undefined {
  const said = written
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  return (
    otherWords[said] ??
    commitmentStates.find((state) => state === said || (said !== '' && state.startsWith(said[0] ?? '')))
  );
}

function meantDay(written: string, today: Day): Day | undefined {
  return dayByWord(written, today) ?? dayByWord(written.replaceAll(/[./]/g, '-'), today);
}

/** Days inside of endings and notes are written over where they stand; without one there would be no ending and no note. */
function dayFixesInside({ args, range }: Problem, today: Day): readonly Fix[] {
  const meant = meantDay(args.day ?? '', today);
  const newText = meant ?? today;
  const title = vscode.l10n.t('Write {0} ({1})', newText, dayWord(newText, today));
  return [{ title, edit: { range, newText }, preferred: meant !== undefined }];
}

function dayFixes(item: number, path: string, written: string, today: Day): readonly Fix[] {
  const meant = meantDay(written, today);
  const days = meant === undefined ? (path === 'made' ? [today] : [addDays(today, 14)]) : [meant];
  const fix = (value: Day): Fix => ({
    title: vscode.l10n.t('Write {0} ({1})', value, dayWord(value, today)),
    edit: { kind: 'repair', item, key: path, value },
    preferred: meant !== undefined,
  });
  const without = vscode.l10n.t('Leave the day out');
  return [...days.map(fix), { title: without, edit: { kind: 'repair', item, key: path, value: null } }];
}
