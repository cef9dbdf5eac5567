import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, folder, onDisk, putOnDisk, run, teamFile, until } from '../commitments/team.js';

const [harbour, lighthouse, cloud, archive] = [0, 1, 2, 3];

describe('several teams in one window', () => {
  const originals = new Map<number, string>();
  before(async () => {
    // Added here and not by the workspace file: the editor reads that before the extension with their provider is there.
    vscode.workspace.updateWorkspaceFolders(
      2,
      0,
      { uri: vscode.Uri.parse('memfs:/cloud'), name: 'cloud' },
      { uri: vscode.Uri.parse('memfs-ro:/archive'), name: 'archive' },
    );
    await until('four folders', () => vscode.workspace.workspaceFolders?.length === 4);
    for (const index of [harbour, lighthouse, cloud]) {
      originals.set(
        index,
        await until('the file', () => onDisk(teamFile('commitments.yaml', index)).catch(() => undefined)),
      );
    }
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const [index, text] of originals) {
      await putOnDisk(text, teamFile('commitments.yaml', index));
    }
  });

  it('tells of each team, and of all of them', async () => {
    const { commitments } = await api();
    assert.deepEqual(
      (await commitments.all(folder(harbour).uri)).map(({ id }) => id),
      ['1111aaaa', '2222bbbb'],
    );
    assert.deepEqual(
      (await commitments.all(folder(lighthouse).uri)).map(({ id }) => id),
      ['3333cccc', '2222bbbb'],
    );
    assert.equal((await commitments.all()).length, 6);
  });

  it('finds a promise by its id in whichever team it is, and asks for the folder when two have it', async () => {
    await run('keep', { id: '3333cccc' });
    assert.match(await onDisk(teamFile('commitments.yaml', lighthouse)), /state: kept/);
    await assert.rejects(Promise.resolve(run('note', { id: '2222bbbb', text: 'A word.' })), /folder/);
    await run('note', { id: '2222bbbb', text: 'A word.', folder: 'lighthouse' });
    assert.match(await onDisk(teamFile('commitments.yaml', lighthouse)), /text: A word\./);
    assert.equal(await onDisk(teamFile('commitments.yaml', harbour)), originals.get(harbour));
  });

  it('adds to the team that is named, and asks for one when none is', async () => {
    await assert.rejects(Promise.resolve(run('add', { promise: 'Whose?', owner: 'team' })), /folder/);
    const id = await run<string>('add', { promise: 'Ours.', owner: 'team', folder: folder(harbour).uri });
    const all = await (await api()).commitments.all(folder(harbour).uri);
    assert.ok(all.some((each) => each.id === id));
    await assert.rejects(Promise.resolve(run('add', { promise: 'Nowhere.', folder: 'elsewhere' })), /elsewhere/);
  });

  it('reads and writes files that are on no disk, and sees them change', async () => {
    const { commitments } = await api();
    await run('keep', { id: 'abcdef01', folder: 'cloud' });
    assert.match(await onDisk(teamFile('commitments.yaml', cloud)), /state: kept/);
    await putOnDisk(
      (originals.get(cloud) ?? '').replace('within a day', 'within an hour'),
      teamFile('commitments.yaml', cloud),
    );
    await until('the change to be seen', async () =>
      (await commitments.all(folder(cloud).uri)).some(({ promise }) => promise === 'We answer within an hour.'),
    );
  });

  it('shows a team that can only be read, and says so when it is asked to write', async () => {
    const { commitments } = await api();
    const before = await onDisk(teamFile('commitments.yaml', archive));
    assert.equal((await commitments.all(folder(archive).uri)).length, 1);
    const call = { id: 'abcdef01', folder: 'archive' };
    await assert.rejects(Promise.resolve(run('keep', call)), /only be read/);
    await assert.rejects(Promise.resolve(run('add', { promise: 'More.', folder: 'archive' })), /only be read/);
    assert.equal(await onDisk(teamFile('commitments.yaml', archive)), before);
    assert.equal(
      vscode.workspace.textDocuments.some((document) => document.isDirty),
      false,
      'nothing is left unsaved',
    );
  });
});
