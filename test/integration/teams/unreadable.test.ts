import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { badFiles } from '../../unit/commitments/badFiles.js';
import { api, folder, run, until } from '../commitments/team.js';

/** Each file lies in a folder of its own, and all folders are open at once: what the editor takes its time for is waited for once. */
describe('a file that something is wrong with shows its problem in its place, and what can be read; its bytes stay', () => {
  const opened = badFiles.map((bad, index) => ({ ...bad, bytes: Buffer.from(bad.text), team: `bad-${index}` }));
  const place = (team: string): vscode.Uri => vscode.Uri.joinPath(folder().uri, '..', team);
  const file = (team: string): vscode.Uri => vscode.Uri.joinPath(place(team), '.common-ground', 'commitments.yaml');
  const folders = (): number => vscode.workspace.workspaceFolders?.length ?? 0;

  /** The list changes at once; everyone is told when the editor has agreed. */
  async function changed(...change: Parameters<typeof vscode.workspace.updateWorkspaceFolders>): Promise<void> {
    const told = new Promise((resolve) => {
      const listening = vscode.workspace.onDidChangeWorkspaceFolders((event) => {
        listening.dispose();
        resolve(event);
      });
    });
    assert.ok(vscode.workspace.updateWorkspaceFolders(...change));
    await told;
  }

  before(async () => {
    for (const { team, bytes } of opened) {
      mkdirSync(vscode.Uri.joinPath(file(team), '..').fsPath, { recursive: true });
      writeFileSync(file(team).fsPath, bytes);
    }
    await changed(folders(), 0, ...opened.map(({ team }) => ({ uri: place(team) })));
  });

  after(async () => {
    await changed(folders() - opened.length, opened.length);
    for (const { team } of opened) {
      rmSync(place(team).fsPath, { recursive: true });
    }
  });

  for (const { name, team, bytes, code, line, refused, shown } of opened) {
    it(name, async () => {
      const all = async () => (await api()).commitments.all(place(team));
      const isSeen = (): boolean =>
        vscode.languages
          .getDiagnostics(file(team))
          .some((diagnostic) => diagnostic.code === code && diagnostic.range.start.line === line - 1);
      if (code !== 'binary' && code !== 'too-large') {
        await until(`${code} in line ${line}`, async () => (await all()) && isSeen(), 50_000);
        assert.equal((await all()).length, shown);
      }
      if (refused) {
        const add = run('add', { promise: 'One more.', owner: 'team', folder: place(team) });
        await assert.rejects(Promise.resolve(add), (error: Error) => error.message.length > 10);
      }
      assert.ok(readFileSync(file(team).fsPath).equals(bytes));
    });
  }
});
