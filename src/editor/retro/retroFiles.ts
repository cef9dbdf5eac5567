import * as vscode from 'vscode';
import type { RetroState } from '../../retro/model.js';
import { differenceOf } from '../../yamlList/textEdit.js';
import { readContent } from '../teamFile/fileContent.js';
import { wordProblem } from '../teamFile/problemWords.js';
import { TeamFile } from '../teamFile/teamFile.js';
import { UserError } from '../userError.js';
import { minutesWords } from './minutesWords.js';
import type { After } from './outcomeEdits.js';
import { slugOf } from './slug.js';

/** One file as the retro leaves it. */
export interface PlannedFile {
  /** Relative to the folder. */
  readonly path: string;
  readonly text: string;
  /** What is shown of it before it is written: all of the minutes, the new lines of a list. */
  readonly shown: string;
  readonly kind: 'repo' | 'local';
}

/**
 * What would be written if the retro ended now. The preview and the writing are this one list, so they can't differ.
 * @throws UserError when a file of the team can't take it
 */
export async function planFiles(state: RetroState, folder: vscode.WorkspaceFolder): Promise<readonly PlannedFile[]> {
  const [{ outcome }, { commitmentsAfter, normsAfter }] = await Promise.all([
    import('../../retro/minutes.js'),
    import('./outcomeEdits.js'),
  ]);
  const out = outcome(state, minutesWords());
  const base = `${state.date}-${slugOf(state.title)}`;
  const minutes = await freeName(folder, '.common-ground/retros', base, out.repo);
  const files: PlannedFile[] = [];
  if (out.repo !== undefined) {
    files.push({ path: minutes, text: out.repo, shown: out.repo, kind: 'repo' });
  }
  if (out.team !== undefined) {
    const path = await freeName(folder, '.common-ground/local/retros', base, out.team);
    files.push({ path, text: out.team, shown: out.team, kind: 'local' });
  }
  const from = out.repo === undefined ? undefined : minutes;
  const lists = [
    await planList(folder, 'commitments.yaml', (text) => commitmentsAfter(text, out, from)),
    await planList(folder, 'norms.yaml', (text) => normsAfter(text, out.norms)),
  ];
  return [...files, ...lists.filter((file) => file !== undefined)];
}

/** Writes what {@link planFiles} said, lists last: whoever reads them finds the minutes there. */
export async function writeFiles(files: readonly PlannedFile[], folder: vscode.WorkspaceFolder): Promise<void> {
  for (const file of files) {
    const uri = vscode.Uri.joinPath(folder.uri, file.path);
    if (file.path.endsWith('.yaml')) {
      await writeList(folder, file);
    } else {
      if (file.kind === 'local') {
        await keepOutOfGit(folder);
      }
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(file.text));
    }
  }
}

/** The folder of local files tells git by itself to pass it over; the team's own ignore file is never touched. */
async function keepOutOfGit(folder: vscode.WorkspaceFolder): Promise<void> {
  const uri = vscode.Uri.joinPath(folder.uri, '.common-ground', 'local', '.gitignore');
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('*\n'));
}

async function planList(
  folder: vscode.WorkspaceFolder,
  name: string,
  change: (text: string) => Promise<After>,
): Promise<PlannedFile | undefined> {
  const before = await textOf(folder, name);
  const after = await change(before);
  if ('problem' in after) {
    throw new UserError(
      'retro/list-refuses',
      vscode.l10n.t('{0} can’t be written at the moment: {1}', name, wordProblem(after.problem)),
    );
  }
  const path = `.common-ground/${name}`;
  return after.text === before
    ? undefined
    : { path, text: after.text, shown: newLines(before, after.text), kind: 'repo' };
}

async function textOf(folder: vscode.WorkspaceFolder, name: string): Promise<string> {
  const content = await readContent(vscode.Uri.joinPath(folder.uri, '.common-ground', name));
  if (content.kind === 'unreadable') {
    throw new UserError('retro/list-unreadable', content.reason);
  }
  return content.kind === 'text' ? content.text : '';
}

async function writeList(folder: vscode.WorkspaceFolder, planned: PlannedFile): Promise<void> {
  const name = planned.path.slice(planned.path.lastIndexOf('/') + 1);
  const file = new TeamFile(folder, name);
  try {
    const content = await file.read();
    if (content.kind === 'missing') {
      await file.create(planned.text);
      return;
    }
    await file.edit((text) => {
      const edit = differenceOf(text, planned.text);
      return edit === undefined ? [] : [edit];
    });
  } finally {
    file.dispose();
  }
}

/** A name that no other minutes have. The same text under the same name is what an interrupted close left. */
async function freeName(
  folder: vscode.WorkspaceFolder,
  under: string,
  base: string,
  text: string | undefined,
): Promise<string> {
  for (let number = 1; ; number += 1) {
    const path = `${under}/${base}${number === 1 ? '' : `-${number}`}.md`;
    const content = await readContent(vscode.Uri.joinPath(folder.uri, path));
    if (content.kind === 'missing' || (content.kind === 'text' && content.text === text)) {
      return path;
    }
  }
}

/** The lines of `after` that `before` does not have, as a reader would mark them. */
function newLines(before: string, after: string): string {
  const known = new Map<string, number>();
  for (const line of before.split('\n')) {
    known.set(line, (known.get(line) ?? 0) + 1);
  }
  const fresh = after.split('\n').filter((line) => {
    const left = known.get(line) ?? 0;
    known.set(line, left - 1);
    return left <= 0;
  });
  return fresh.join('\n');
}
