import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CommonGroundApi } from '../../../src/editor/commonGroundApi.js';
import { commandIds } from '../../../src/editor/contributions.js';

// The fixture has registered `commonGround.commitments.add` already, so that Common Ground's own registration throws.
describe('A feature that cannot start', () => {
  let api: CommonGroundApi;

  before(async () => {
    const extension = vscode.extensions.getExtension<CommonGroundApi>('common-ground.common-ground');
    assert.ok(extension, 'the extension is there');
    api = await extension.activate();
  });

  it('is really kept from starting', async () => {
    assert.equal(await vscode.commands.executeCommand('commonGround.commitments.add'), 'taken');
  });

  it('leaves the tone check working', async () => {
    const findings = await api.tone.check('You always break the build.');
    assert.ok(findings.length > 0, 'a sentence of blame is found');
  });

  it('leaves the retro and the log working', async () => {
    const commands = await vscode.commands.getCommands(true);
    assert.ok(commands.includes('commonGround.retro.start'));
    assert.ok(commands.includes('commonGround.showLog'));
    assert.equal(api.retro.current(), undefined);
  });

  it('says so in words that a person can be shown', async () => {
    const inWords = (name: string) => ({
      name: 'UserError',
      message: `Common Ground could not start "${name}". The log says why.`,
    });
    await assert.rejects(api.commitments.all(), inWords('commitments'));
    await assert.rejects(api.norms.all(), inWords('norms'));
  });

  it('takes back the commands that it had registered before it failed', async () => {
    const there = await vscode.commands.getCommands(true);
    const own = commandIds.filter((id) => /^commonGround\.(commitments|norms)\./.test(id));
    assert.deepEqual(
      own.filter((id) => there.includes(id)),
      ['commonGround.commitments.add'],
    );
  });
});
