// What the tests of the tone check share: texts that are opened, and what is pointed out in them.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CommonGroundApi } from '../../src/editor/commonGroundApi.js';

/** Sentences that accuse, one of each kind that the tests need. */
export const always = 'You always break the build.';
export const never = 'You never write tests.';
/** Says nothing beside the accusation, so that no rewrite can be made without the writer. */
export const lazy = 'You are lazy.';
/** One of its rewrites needs no word from the writer. */
export const even = 'Did you even run the tests?';

export async function commonGround(): Promise<CommonGroundApi> {
  const extension = vscode.extensions.getExtension<CommonGroundApi>('common-ground.common-ground');
  assert.ok(extension);
  return extension.activate();
}

export async function openText(content: string, language = 'markdown'): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document);
  return document;
}

/** A file in the workspace, gone after {@link closeAll}. */
export async function openFile(path: string, content: string): Promise<vscode.TextDocument> {
  const uri = vscode.Uri.joinPath(folder().uri, path);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  written.add(uri.toString());
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

/** Opens a file that was put back a moment ago: the editor may yet have to take that in, and refuses edits until then. */
export async function openAsOnDisk(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  await eventually(() => document.getText() === text);
  return document;
}

export async function addAtEnd(document: vscode.TextDocument, text: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  const edited = (): Thenable<boolean> => {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(document.getText().length), text);
    return vscode.workspace.applyEdit(edit);
  };
  while (!(await edited())) {
    assert.ok(Date.now() < deadline, 'the edit is taken');
    await pause(50);
  }
}

export function folder(): vscode.WorkspaceFolder {
  const first = vscode.workspace.workspaceFolders?.[0];
  assert.ok(first);
  return first;
}

const written = new Set<string>();

/** Leaves everything as it was before the test. */
export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.files.revert');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  for (const uri of written) {
    await vscode.workspace.fs.delete(vscode.Uri.parse(uri), { recursive: true });
  }
  written.clear();
  const settings = vscode.workspace.getConfiguration('commonGround.tone');
  for (const key of ['enable', 'level', 'rules', 'allow', 'exclude', 'codeComments', 'rephrase']) {
    await settings.update(key, undefined, vscode.ConfigurationTarget.Global);
  }
  await vscode.commands.executeCommand('commonGround.tone.resume');
}

export async function set(key: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('commonGround.tone').update(key, value, vscode.ConfigurationTarget.Global);
}

/** What is underlined in a document, by us. */
export function squiggles(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Common Ground');
}

export function underlined(document: vscode.TextDocument): string[] {
  return squiggles(document.uri).map(({ range }) => document.getText(range));
}

/** Waits until what is underlined is as wanted. */
export async function until(
  uri: vscode.Uri,
  wanted: number | ((found: readonly vscode.Diagnostic[]) => boolean),
  withinMs = 30_000,
): Promise<vscode.Diagnostic[]> {
  const fits = (found: readonly vscode.Diagnostic[]) =>
    typeof wanted === 'number' ? found.length === wanted : wanted(found);
  try {
    await eventually(() => fits(squiggles(uri)), withinMs);
  } catch {
    const found = squiggles(uri).map(({ message, range }) => `${range.start.line}: ${message}`);
    const explained = await explain(uri);
    assert.fail(
      `Expected ${typeof wanted === 'number' ? wanted : 'other'} squiggles, found ${JSON.stringify({ found, explained })}`,
    );
  }
  return squiggles(uri);
}

/** What the check says of itself, for those who read a failed test. */
async function explain(uri: vscode.Uri): Promise<unknown> {
  try {
    return await vscode.commands.executeCommand('commonGround.tone.explain', { uri });
  } catch (error) {
    return String(error);
  }
}

export async function eventually(holds: () => boolean, withinMs = 30_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!holds()) {
    if (Date.now() > end) {
      throw new Error('It did not come about.');
    }
    await pause(15);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The menu of Ctrl+. at a place. */
export async function menuAt(
  document: vscode.TextDocument,
  part: string,
  kind = 'quickfix',
): Promise<vscode.CodeAction[]> {
  const start = document.positionAt(document.getText().indexOf(part));
  const range = new vscode.Range(start, start.translate(0, 1));
  // VS Code cancels the question when the text or its editor moves meanwhile.
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range, kind);
    } catch (error) {
      if (attempt === 3 || !(error instanceof Error && error.name === 'Canceled')) {
        throw error;
      }
    }
  }
}

/** What choosing an entry of the menu does. */
export async function choose(actions: readonly vscode.CodeAction[], title: string | RegExp): Promise<void> {
  const action = actions.find((each) => (typeof title === 'string' ? each.title === title : title.test(each.title)));
  assert.ok(action, `${title} is not among ${actions.map((each) => each.title).join(' | ')}`);
  if (action.edit !== undefined) {
    assert.ok(await vscode.workspace.applyEdit(action.edit));
  }
  if (action.command !== undefined) {
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
  }
}

/** The rewrites of a menu: the edits besides those for many places and the note to ignore one. */
export function rewrites(actions: readonly vscode.CodeAction[]): vscode.CodeAction[] {
  return actions.filter(
    ({ edit, command, title }) =>
      (edit !== undefined || command?.command === 'commonGround.tone.applyRewrite') &&
      !/^(?:Ignore it|Rewrite every)/.test(title),
  );
}
