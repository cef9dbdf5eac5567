import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, onDisk, run, startAgain, teamFile, until } from './team.js';

describe('looking at promises', function () {
  this.timeout(60_000);
  let original = '';
  before(async () => {
    original = await onDisk();
    // The tests before these put the file back a moment ago.
    const listed = async () => (await (await api()).commitments.all()).some(({ id }) => id === 'a94e07d3');
    await until('the promises', listed);
  });
  after(() => startAgain(original));

  it('goes to the line of a promise', async () => {
    await run('reveal', { id: 'a94e07d3' });
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), teamFile().toString());
    const line = editor?.document.lineAt(editor.selection.active.line).text;
    assert.match(line ?? '', /a94e07d3/);
  });

  it('opens where a promise came from', async () => {
    await run('openFrom', { id: 'a94e07d3' });
    const open = await until('the page', () =>
      vscode.window.activeTextEditor?.document.uri.path.endsWith('docs/2026-11-12-price-import.md'),
    );
    assert.ok(open);
    await assert.rejects(Promise.resolve(run('openFrom', { id: '48f1c7aa' })), /where/);
  });

  it('copies a link and Markdown, and makes an issue link where it knows how', async () => {
    await run('copyLink', { id: 'a94e07d3' });
    assert.match(await vscode.env.clipboard.readText(), /:\/\/common-ground\.common-ground\/promise\/a94e07d3$/);
    await run('copyMarkdown', { id: 'a94e07d3' });
    assert.equal(
      await vscode.env.clipboard.readText(),
      '- [ ] When I add a retry, I will give it a limit and a message that names the cause. (Tariq, 2026-12-18)',
    );
    await run('copyMarkdown');
    assert.match(await vscode.env.clipboard.readText(), /^## Worth a word\n\n- \[ \]/);
    await assert.rejects(Promise.resolve(run('createIssueLink', { id: 'a94e07d3' })), /issueUrl/);
    const configuration = vscode.workspace.getConfiguration('commonGround.commitments');
    await configuration.update('issueUrl', 'https://tracker.example.com/?t={title}', vscode.ConfigurationTarget.Global);
    const link = await run<string>('createIssueLink', { id: 'a94e07d3' });
    await configuration.update('issueUrl', undefined, vscode.ConfigurationTarget.Global);
    assert.match(link, /^https:\/\/tracker\.example\.com\/\?t=When%20I%20add/);
  });

  it('filters and groups, and refuses ways it does not know', async () => {
    await run('filter', { text: 'Tariq' });
    await run('copyMarkdown');
    assert.equal((await vscode.env.clipboard.readText()).match(/- \[/g)?.length, 1);
    await run('clearFilter');
    for (const by of ['person', 'norm', 'retro', 'state']) {
      await run('groupBy', { by });
      await run('copyMarkdown');
      assert.equal((await vscode.env.clipboard.readText()).match(/- \[/g)?.length, 8, by);
    }
    await assert.rejects(Promise.resolve(run('groupBy', { by: 'shoe size' })), /by/);
  });

  it('shows the history as a page of its own', async () => {
    await run('history');
    await until('the page', () =>
      vscode.window.tabGroups.all.some(({ tabs }) =>
        tabs.some(
          ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('commonGround.history'),
        ),
      ),
    );
  });
});
