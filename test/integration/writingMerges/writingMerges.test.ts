import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { onDisk, teamFile } from '../commitments/team.js';

/**
 * Only the copy of the sample is made a repository, and only for this group, which comes last: the others run before it, without one. It stays one:
 * the editor's own git goes on asking things of it, and its errors about a repository that is gone would be taken for those of a test.
 */
describe('merging item by item', function () {
  this.timeout(60_000);
  const folder = (): vscode.Uri => vscode.Uri.joinPath(teamFile('commitments.yaml'), '..', '..');
  const git = (...args: string[]): string =>
    execFileSync('git', ['-C', folder().fsPath, '-c', 'user.name=Noor', '-c', 'user.email=noor@example.com', ...args], {
      encoding: 'utf8',
    });
  const setUp = (): Thenable<unknown> =>
    vscode.commands.executeCommand('commonGround.commitments.setUpMerging', { sure: true });

  it('is refused outside of a repository, then merges what plain git would not', async () => {
    await assert.rejects(Promise.resolve(setUp()), /not in a git repository/);
    git('init', '--quiet', '--initial-branch=main');
    await vscode.commands.executeCommand('git.openRepository', folder().fsPath);
    await setUp();
    await setUp();
    assert.equal(
      await onDisk(vscode.Uri.joinPath(folder(), '.gitattributes')),
      '.common-ground/*.yaml merge=common-ground\n',
    );
    const original = await onDisk(teamFile('commitments.yaml'));
    const write = (text: string) => vscode.workspace.fs.writeFile(teamFile('commitments.yaml'), Buffer.from(text));
    git('add', '.');
    git('commit', '--quiet', '-m', 'Before');
    git('checkout', '--quiet', '-b', 'other');
    await write(original.replace('owner: Noor', 'owner: Sam'));
    git('commit', '--quiet', '-a', '-m', 'Theirs');
    git('checkout', '--quiet', 'main');
    await write(original.replace('revisit: 2026-11-20', 'revisit: 2026-12-20'));
    git('commit', '--quiet', '-a', '-m', 'Ours');
    git('merge', '--quiet', '--no-edit', 'other');
    const merged = await onDisk(teamFile('commitments.yaml'));
    assert.equal(
      merged,
      original.replace('owner: Noor', 'owner: Sam').replace('revisit: 2026-11-20', 'revisit: 2026-12-20'),
    );
    await write(original);
  });
});
