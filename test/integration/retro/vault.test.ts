import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { RetroVault } from '../../../src/editor/retro/retroVault.js';
import type { Services } from '../../../src/editor/services.js';
import { folder } from '../toneDesk.js';

const storage = () => vscode.Uri.joinPath(folder().uri, '.vault-test');

/** As much of an extension's services as a vault uses. */
function services(storageUri?: vscode.Uri): Services {
  const secrets = {
    get: () => Promise.resolve(undefined),
    delete: () => Promise.resolve(),
    store: () => Promise.resolve(),
  };
  const context = { globalStorageUri: storage(), storageUri, secrets } as unknown as vscode.ExtensionContext;
  const log = { warn: () => undefined } as unknown as vscode.LogOutputChannel;
  return { context, log };
}

async function onlyFile(part: string): Promise<vscode.Uri> {
  const at = vscode.Uri.joinPath(storage(), part);
  const [[name] = [''], ...more] = await vscode.workspace.fs.readDirectory(at);
  assert.equal(more.length, 0);
  return vscode.Uri.joinPath(at, name);
}

describe('what is kept of a retro', () => {
  afterEach(() => vscode.workspace.fs.delete(storage(), { recursive: true }).then(undefined, () => undefined));

  it('is nothing at first, then the latest, then nothing again', async () => {
    const vault = new RetroVault(services());
    assert.equal(await vault.open(), undefined);
    void vault.keep('first');
    await vault.keep('latest');
    assert.equal(await vault.open(), 'latest');
    assert.equal(await vault.exists(), true);
    await vault.erase();
    assert.equal(await vault.open(), undefined);
    assert.equal(await vault.exists(), false);
  });

  it('can’t be read by who has the file alone', async () => {
    await new RetroVault(services()).keep('a word of Noor');
    const bytes = await vscode.workspace.fs.readFile(await onlyFile('retros'));
    assert.ok(!Buffer.from(bytes).includes('Noor'));
  });

  it('is found by the next window of the workspace, whatever storage that window is given', async () => {
    await new RetroVault(services(vscode.Uri.joinPath(storage(), 'one'))).keep('kept');
    assert.equal(await new RetroVault(services(vscode.Uri.joinPath(storage(), 'one-1'))).open(), 'kept');
    assert.equal(await new RetroVault(services()).open(), 'kept');
  });

  it('is found where a crash came between putting the old away and the new in its place', async () => {
    await new RetroVault(services()).keep('kept');
    const file = await onlyFile('retros');
    await vscode.workspace.fs.rename(file, file.with({ path: `${file.path}.part` }));
    const vault = new RetroVault(services());
    assert.equal(await vault.exists(), true);
    assert.equal(await vault.open(), 'kept');
    await vault.erase();
    assert.deepEqual(await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(storage(), 'retros')), []);
  });

  it('is nothing where a crash came in the middle of the first writing', async () => {
    await new RetroVault(services()).keep('kept');
    const file = await onlyFile('retros');
    await vscode.workspace.fs.writeFile(
      file.with({ path: `${file.path}.part` }),
      (await vscode.workspace.fs.readFile(file)).slice(0, 20),
    );
    await vscode.workspace.fs.delete(file);
    assert.equal(await new RetroVault(services()).open(), undefined);
  });

  for (const part of ['retros', 'keys']) {
    it(`stays where it is while it can’t be read: ${part}`, async () => {
      await new RetroVault(services()).keep('kept');
      const file = await onlyFile(part);
      const asItWas = await vscode.workspace.fs.readFile(file);
      await vscode.workspace.fs.writeFile(file, asItWas.slice(1));
      const vault = new RetroVault(services());
      await assert.rejects(vault.open(), { code: 'retro/unreadable' });
      assert.equal(await vault.exists(), true);
      await vscode.workspace.fs.writeFile(file, asItWas);
      assert.equal(await vault.open(), 'kept');
    });
  }
});
