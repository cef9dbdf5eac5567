import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { closeAll, eventually, openFile, pause, squiggles, underlined, until } from '../toneDesk.js';

/** Nobody that the engine knows by name. */
const named = 'Sjoerdtje forgot to run the migration.';
const familiar = 'Sarah forgot to run the migration.';

describe('A postmortem', () => {
  afterEach(closeAll);

  it('is known by its name', async () => {
    const incident = await openFile('notes/2026-05-04-postmortem.md', familiar);
    await until(incident.uri, 1);
    const other = await openFile('notes/2026-05-04.md', familiar);
    await pause(300);
    assert.deepEqual(underlined(other), []);
  });
});

/** The repository lies outside of the workspace, so that the other tests find that as it was. It stays: git goes on asking things of it. */
describe('A postmortem in a repository', function () {
  this.timeout(60_000);
  let folder: string;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'common-ground-repository-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    const git = (...args: string[]): void => void execFileSync('git', ['-C', folder, ...args]);
    git('init', '--quiet', '--initial-branch=main');
    write('README.md', 'Ours.\n');
    git('add', '.');
    const author = ['-c', 'user.name=Sjoerdtje Bakelaar', '-c', 'user.email=s@example.com'];
    git(...author, 'commit', '--quiet', '-m', 'Begin');
    await vscode.commands.executeCommand('git.openRepository', folder);
  });
  afterEach(closeAll);

  function write(path: string, content: string): string {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  }

  async function open(path: string, content: string): Promise<vscode.TextDocument> {
    const document = await vscode.workspace.openTextDocument(write(path, content));
    await vscode.window.showTextDocument(document);
    return document;
  }

  it('knows those who work there, by the name of the file or by what stands in it', async () => {
    const byName = await open('postmortems/queue.md', `${named}\n`);
    await until(byName.uri, 1);
    const byText = await open('queue.md', `---\ntype: postmortem\n---\n\n${named}\n`);
    await until(byText.uri, 1);
    const neither = await open('notes.md', `${named}\n`);
    await eventually(() => vscode.window.activeTextEditor?.document === neither);
    await pause(300);
    assert.deepEqual(squiggles(neither.uri), []);
  });
});
