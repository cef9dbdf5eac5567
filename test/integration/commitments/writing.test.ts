import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, onDisk, putOnDisk, run, startAgain, teamFile, until } from './team.js';

const nightly = '7f3a9c21';

describe('writing promises', function () {
  this.timeout(60_000);
  let original = '';
  before(async () => {
    original = await onDisk();
  });
  beforeEach(() => startAgain(original));
  after(() => startAgain(original));

  it('tells of the promises of the team', async () => {
    const all = await (await api()).commitments.all();
    assert.equal(all.length, 8);
    assert.deepEqual(
      all.find(({ id }) => id === nightly),
      {
        id: nightly,
        promise: 'When the nightly build goes red, I will post in the channel before lunch.',
        owner: 'Noor',
        made: '2026-11-06',
        revisit: '2026-11-20',
        from: '.common-ground/retros/2026-11-06-sprint-41.md',
        state: 'open',
        worthAWord: true,
      },
    );
  });

  it('keeps a promise, saves the file, and tells of it', async () => {
    const { commitments } = await api();
    await commitments.all();
    const told = new Promise<vscode.Uri>((resolve) => commitments.onDidChange(resolve));
    await run('keep', { id: nightly, because: 'It has become a habit.' });
    await told;
    const text = await onDisk();
    assert.match(text, /state: kept\n {4}ending:/);
    assert.match(text, /because: It has become a habit\./);
    assert.equal((await commitments.all()).find(({ id }) => id === nightly)?.state, 'kept');
    assert.equal(text.split('\n').filter((line) => !original.includes(line)).length <= 3, true, 'a small diff');
  });

  it('adds, notes, changes with a successor, and lets go', async () => {
    const id = await run<string>('add', {
      promise: 'When I leave, I will say so.',
      owner: 'Tariq',
      revisit: '2026-12-24',
    });
    assert.match(id, /^[0-9a-f]{8}$/);
    await run('note', { id, text: 'Said so twice.' });
    await run('change', { id, agreedWith: 'the team', promise: 'When I leave early, I will say so.' });
    await run('letGo', { id: nightly, because: 'There is a bot now.' });
    const all = await (await api()).commitments.all();
    assert.equal(all.find((each) => each.id === id)?.state, 'changed');
    assert.equal(all.find((each) => each.id === nightly)?.state, 'let-go');
    const successor = all.find(({ promise }) => promise === 'When I leave early, I will say so.');
    assert.equal(successor?.owner, 'Tariq');
    assert.match(await onDisk(), new RegExp(`successor: "?${successor?.id}`));
    assert.match(await onDisk(), /Said so twice\./);
  });

  it('refuses a promise that is not there, and an argument that it does not understand', async () => {
    await assert.rejects(Promise.resolve(run('keep', { id: 'ffffffff' })), /ffffffff/);
    await assert.rejects(Promise.resolve(run('keep', { id: 7 })), /id/);
    await assert.rejects(Promise.resolve(run('add', { promise: '   ' })), /promise/);
    assert.equal(await onDisk(), original);
  });

  it('leaves unsaved edits of a person unsaved', async () => {
    const document = await vscode.workspace.openTextDocument(teamFile());
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# mine, not saved\n'));
    await run('keep', { id: nightly });
    assert.equal(document.isDirty, true);
    assert.equal(await onDisk(), original, 'nothing was saved');
    assert.match(document.getText(), /^# mine, not saved\n/);
    assert.match(document.getText(), /state: kept\n {4}ending/);
  });

  it('writes on what another program wrote a moment ago, and loses nothing of it', async () => {
    const document = await vscode.workspace.openTextDocument(teamFile());
    await vscode.window.showTextDocument(document);
    await putOnDisk(original.replace('Done twice this week.', 'Done three times this week.'));
    await run('keep', { id: 'a94e07d3' });
    const text = await onDisk();
    assert.match(text, /Done three times this week\./);
    assert.equal((await (await api()).commitments.all()).find(({ id }) => id === 'a94e07d3')?.state, 'kept');
  });

  it('makes twenty changes at once, one after the other', async () => {
    const ids = await Promise.all(
      Array.from({ length: 20 }, (_, index) => run<string>('add', { promise: `Promise ${index}.`, owner: 'team' })),
    );
    const all = await (await api()).commitments.all();
    assert.equal(new Set(ids).size, 20);
    for (const id of ids) {
      assert.ok(
        all.some((each) => each.id === id),
        `${id} is there`,
      );
    }
    assert.ok((await onDisk()).startsWith(original.slice(0, 100)));
  });
});

describe('taking back what was written', function () {
  this.timeout(60_000);
  let original = '';
  const known = async (): Promise<string> => JSON.stringify(await (await api()).commitments.all());
  let first = '';
  before(async () => {
    original = await onDisk();
    await startAgain(original);
    await until('the promises', async () => (await known()).includes(nightly));
    first = await known();
  });
  after(() => startAgain(original));

  for (const [name, argument] of Object.entries({
    keep: { id: nightly },
    letGo: { id: nightly, because: 'Enough.' },
    change: { id: nightly, agreedWith: 'all', promise: 'Another one.' },
    note: { id: nightly, text: 'A word.' },
    add: { promise: 'Something new.', owner: 'team' },
    snooze: { id: nightly },
    moveDown: { id: '0d52b8e6' },
  })) {
    it(`takes "${name}" back byte for byte, with the editor's undo and with ours`, async () => {
      const document = await vscode.workspace.openTextDocument(teamFile());
      await vscode.window.showTextDocument(document);
      await run(name, argument);
      assert.notEqual(await onDisk(), original, 'something was written');
      await vscode.commands.executeCommand('undo');
      await until('the undo', () => document.getText() === original);
      await until('the file to be as before', async () => (await document.save()) && (await onDisk()) === original);
      // Whoever writes before that is read again is told that someone changed it meanwhile.
      await until('the promises as before', async () => (await known()) === first);

      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await run(name, argument);
      assert.notEqual(await onDisk(), original, 'something was written again');
      await run('undo');
      assert.equal(await onDisk(), original);
      await until('the promises as before', async () => (await known()) === first);
    });
  }
});
