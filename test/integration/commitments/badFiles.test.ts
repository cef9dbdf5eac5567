import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { api, onDisk, putOnDisk, run, startAgain, teamFile, until } from './team.js';

describe('files that something is wrong with', function () {
  this.timeout(60_000);
  let original = '';
  let path = '';
  before(async () => {
    original = await onDisk();
    path = teamFile().fsPath;
  });
  afterEach(() => rmSync(path, { recursive: true, force: true }));
  after(async () => {
    writeFileSync(path, original);
    await startAgain(original);
  });

  const all = async () => (await api()).commitments.all();
  const addOne = (): Promise<unknown> => Promise.resolve(run('add', { promise: 'One more.', owner: 'team' }));

  /** Whoever tries to write is told why not, and finds the file as it was. */
  async function refusesToWrite(bytes: Buffer): Promise<void> {
    await assert.rejects(addOne(), (error: Error) => error.message.length > 10);
    assert.ok(readFileSync(path).equals(bytes), 'the bytes are the same');
  }

  it('leave what was read last in sight', async () => {
    writeFileSync(path, original);
    await until('the promises', async () => (await all()).length === 8);
    writeFileSync(path, `${original}  - id: [\n`);
    await until('the problem', async () => (await all()) && vscode.languages.getDiagnostics(teamFile()).length > 0);
    assert.equal((await all()).length, 8);
    await refusesToWrite(Buffer.from(`${original}  - id: [\n`));
  });

  it('may be a folder', async () => {
    rmSync(path, { force: true });
    mkdirSync(path);
    await assert.rejects(addOne(), /folder/);
    assert.ok(existsSync(path));
    await assert.rejects(Promise.resolve(run('edit')), /folder/);
  });

  it('may be missing, with a file in the place of their folder', async () => {
    const folder = dirname(path);
    renameSync(folder, `${folder}-away`);
    writeFileSync(folder, 'not a folder');
    await assert.rejects(addOne());
    assert.equal(readFileSync(folder, 'utf8'), 'not a folder');
    rmSync(folder);
    renameSync(`${folder}-away`, folder);
  });

  it('may be a link to a file elsewhere, and stay one', async () => {
    const elsewhere = join(dirname(path), 'elsewhere.yaml');
    writeFileSync(elsewhere, original);
    symlinkSync(elsewhere, path);
    await until('the promises', async () => (await all()).length === 8);
    await addOne();
    assert.match(readFileSync(elsewhere, 'utf8'), /One more\./);
    rmSync(elsewhere);
  });

  it('may be without the right to write', async function () {
    if (process.getuid?.() === 0) {
      this.skip(); // Root may write everything.
    }
    writeFileSync(path, original);
    chmodSync(path, 0o444);
    await until('the promises', async () => (await all()).length === 8);
    await refusesToWrite(Buffer.from(original));
    // The editor learns of this only when it saves: the change is there to be saved elsewhere, or to be undone.
    chmodSync(path, 0o644);
    await startAgain(original);
  });

  it('may go and come back while they are open', async () => {
    writeFileSync(path, original);
    await until('the promises', async () => (await all()).length === 8);
    await vscode.window.showTextDocument(teamFile());
    rmSync(path);
    await assert.rejects(Promise.resolve(run('keep', { id: '7f3a9c21' })));
    assert.equal(existsSync(path), false);
    writeFileSync(path, original);
    await until('the promises', async () => (await all()).length === 8);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  for (const [name, text] of [
    ['a byte order mark', (plain: string) => `\uFEFF${plain}`],
    ['line endings of Windows', (plain: string) => plain.replaceAll('\n', '\r\n')],
  ] as const) {
    it(`keep ${name} through an edit, and through taking it back`, async () => {
      const bytes = Buffer.from(text(original));
      writeFileSync(path, bytes);
      await until('the promises', async () => (await all()).length === 8);
      await run('keep', { id: '7f3a9c21' });
      const written = readFileSync(path);
      assert.notDeepEqual(written, bytes);
      assert.equal(written.subarray(0, 3).equals(Buffer.from('\uFEFF')), name.includes('mark'));
      assert.equal(/[^\r]\n/.test(written.toString()), !name.includes('Windows'));
      await run('undo');
      assert.ok(readFileSync(path).equals(bytes));
    });
  }

  it('with both kinds of line endings are left alone: the editor would change all of them', async () => {
    const mixed = original.replace('\n', '\r\n');
    writeFileSync(path, mixed);
    await until('the promises', async () => (await all()).length === 8);
    await assert.rejects(Promise.resolve(run('keep', { id: '7f3a9c21' })), /line endings/);
    assert.equal(readFileSync(path, 'utf8'), mixed);
    await putOnDisk(original);
  });
});
