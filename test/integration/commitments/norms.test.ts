import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, onDisk, startAgain, teamFile } from './team.js';

describe('norms', function () {
  this.timeout(60_000);
  const uri = (): vscode.Uri => teamFile('norms.yaml');
  const run = (name: string, argument?: unknown): Promise<unknown> =>
    Promise.resolve(vscode.commands.executeCommand(`commonGround.norms.${name}`, argument));
  let original = '';
  before(async () => {
    original = await onDisk(uri());
  });
  afterEach(() => startAgain(original, uri()));

  it('are told to other extensions', async () => {
    const all = await (await api()).norms.all();
    assert.equal(all.length, 4);
    assert.deepEqual(all[1], {
      id: '91c4f0a3',
      text: 'We talk about what happened and what it did, not about who did it.',
      adopted: '2026-09-11',
    });
  });

  it('are proposed, then adopted', async () => {
    const id = await run('add', { text: 'We end on time.', why: 'People have children.' });
    const proposed = (await (await api()).norms.all()).find((norm) => norm.id === id);
    assert.equal(proposed?.adopted, undefined);
    assert.equal(proposed?.why, 'People have children.');
    await run('adopt', { id, on: '2026-11-24' });
    assert.equal((await (await api()).norms.all()).find((norm) => norm.id === id)?.adopted, '2026-11-24');
    assert.ok((await onDisk(uri())).startsWith(original.trimEnd()), 'nothing else was touched');
    await vscode.commands.executeCommand('commonGround.commitments.undo');
    await vscode.commands.executeCommand('commonGround.commitments.undo');
    assert.equal(await onDisk(uri()), original);
  });

  it('are chosen from a set to start with', async () => {
    await run('chooseStarters', { ids: ['silence-is-fine', 'norm-please'] });
    const all = await (await api()).norms.all();
    assert.deepEqual(
      all.slice(-2).map(({ id, adopted }) => [id, adopted]),
      [
        ['silence-is-fine', undefined],
        ['norm-please', undefined],
      ],
    );
    await assert.rejects(run('chooseStarters', { ids: ['no-such-norm'] }), /no-such-norm/);
  });

  it('open in their file', async () => {
    await run('edit', { id: 'c05e6a77' });
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), uri().toString());
    assert.match(editor?.document.lineAt(editor.selection.active.line).text ?? '', /c05e6a77/);
  });

  it('are completed as a person types them', async () => {
    await run('edit', { id: 'c05e6a77' });
    const { document } = vscode.window.activeTextEditor ?? {};
    assert.ok(document !== undefined);
    const end = document.positionAt(document.getText().trimEnd().length);
    const complete = async (typed: string): Promise<string[]> => {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, end, typed);
      await vscode.workspace.applyEdit(edit);
      const at = document.positionAt(document.offsetAt(end) + typed.length);
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        at,
      );
      await vscode.commands.executeCommand('undo');
      return list.items.map(({ label }) => (typeof label === 'string' ? label : `${label.label} ${label.description}`));
    };
    const fresh = await complete('\n  - ');
    assert.ok(fresh.includes('a new norm') && fresh.includes('why'), fresh.join(', '));
    const more = await complete('\n  - id: 1a2b3c4d\n    text: We rest.\n    ad');
    assert.ok(more.includes('adopted') && !more.includes('text'), more.join(', '));
    const days = await complete('\n  - id: 1a2b3c4d\n    adopted: to');
    assert.ok(
      days.some((day) => /^today \d{4}-\d{2}-\d{2}$/.test(day)),
      days.join(', '),
    );
    assert.equal(document.getText(), original);
  });

  it('refuse what is no norm', async () => {
    await assert.rejects(run('add', { text: ' ' }), /text/);
    await assert.rejects(run('adopt', { id: 'nope' }), /nope/);
    assert.equal(await onDisk(uri()), original);
  });
});
