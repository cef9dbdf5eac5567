import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CommonGroundApi, RetroApi } from '../../../src/editor/commonGroundApi.js';

const people = ['Noor', 'Sam', 'Ines', 'Tariq'];
const text = 'The release went out before anyone in support knew.';

function run<T>(name: string, argument?: unknown): Thenable<T> {
  return vscode.commands.executeCommand<T>(`commonGround.retro.${name}`, argument);
}

function inFolder(...path: string[]): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, ...path);
}

async function read(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

async function minutesNamed(part: string): Promise<string[]> {
  const entries = await vscode.workspace.fs.readDirectory(inFolder('.common-ground', 'retros'));
  return entries.map(([name]) => name).filter((name) => name.includes(part));
}

/** A board as another retro left it. */
async function archive(level: 'repo' | 'team'): Promise<vscode.Uri> {
  const file = inFolder('board.json');
  const board = {
    format: 'common-ground-retro',
    version: 1,
    title: `Board ${level}`,
    date: '2026-11-20',
    template: { id: 'start-stop-continue', name: 'Start, stop, continue' },
    prompts: [{ id: 'start', title: 'Start' }],
    cards: [{ id: 'c1', prompt: 'start', text }],
    groups: [],
  };
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify(board)));
  return file;
}

describe('the retro in the editor', () => {
  let retro: RetroApi;
  before(async () => {
    const extension = vscode.extensions.getExtension<CommonGroundApi>('common-ground.common-ground');
    assert.ok(extension);
    retro = (await extension.activate()).retro;
  });
  afterEach(() => run('discard', { sure: true }).then(undefined, () => undefined));

  it('starts without a question when everything is said, and opens its panel', async () => {
    const told = new Promise<void>((resolve) => retro.onDidChange(() => resolve()));
    await run('start', { template: 'start-stop-continue', title: 'Sprint 43', people });
    await told;
    assert.deepEqual(retro.current(), { title: 'Sprint 43', step: 'arrive', participants: 4 });
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    assert.ok(tabs.some((tab) => tab.label === 'Sprint 43'));
  });

  it('walks by commands, there and back, and tells where it is', async () => {
    await run('start', { template: 'start-stop-continue', people });
    assert.equal(await run('next'), 'promises');
    assert.equal(await run('next'), 'norms');
    assert.equal(await run('back'), 'promises');
    assert.equal(await run('goTo', { step: 'circle' }), 'circle');
    await run('moreTime', { minutes: 3 });
    await run('norm');
    await run('silence');
    assert.equal(retro.current()?.step, 'circle');
  });

  it('refuses a second one kindly', async () => {
    await run('start', { template: 'start-stop-continue', title: 'The first', people });
    await assert.rejects(
      Promise.resolve(run('start', { template: 'mad-sad-glad', people })),
      /“The first” is still going on/,
    );
    assert.equal(retro.current()?.title, 'The first');
  });

  it('refuses what it does not know, and says what there is', async () => {
    await assert.rejects(Promise.resolve(run('start', { template: 'nothing-like-it', people })), /start-stop-continue/);
    await assert.rejects(Promise.resolve(run('next')), /No retro is in progress/);
    await run('start', { template: 'start-stop-continue', people });
    await assert.rejects(Promise.resolve(run('goTo', { step: 'lunch' })), /arrive/);
  });

  it('writes nothing of what stays in the team into the repo, and tells git to pass the rest over', async () => {
    await run('importJson', { file: await archive('team'), people });
    assert.equal(await run('finish'), false, 'goes to the close first');
    assert.equal(retro.current()?.step, 'close');
    assert.equal(await run('finish'), true);
    assert.equal(retro.current(), undefined);
    assert.deepEqual(await minutesNamed('board-team'), []);
    const local = await vscode.workspace.fs.readDirectory(inFolder('.common-ground', 'local', 'retros'));
    const [name] = local.map(([entry]) => entry).filter((entry) => entry.includes('board-team'));
    assert.ok(name);
    assert.match(await read(inFolder('.common-ground', 'local', 'retros', name)), new RegExp(text));
    assert.equal(await read(inFolder('.common-ground', 'local', '.gitignore')), '*\n');
  });

  it('makes a template of the team’s own, offers it, and does not write over one', async () => {
    const file = await run<vscode.Uri>('newTemplate', { name: 'Friday look back' });
    assert.match(file.path, /\.common-ground\/templates\/friday-look-back\.yaml$/);
    assert.match(await read(file), /^name: "Friday look back"$/m);
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(`${await read(file)}# ours\n`));
    await run('newTemplate', { name: 'Friday look back' });
    assert.match(await read(file), /# ours/);
    await run('start', { template: 'friday-look-back', people });
    assert.equal(retro.current()?.title, 'Friday look back');
  });

  it('exports as JSON, and takes it up again', async () => {
    await run('importJson', { file: await archive('team'), people });
    const file = inFolder('again.json');
    await run('exportJson', { file });
    await run('discard', { sure: true });
    assert.equal(retro.current(), undefined);
    await run('importJson', { file, people });
    assert.equal(retro.current()?.title, 'Board team');
    await run('exportMarkdown', { file: inFolder('again.md') });
    assert.match(await read(inFolder('again.md')), new RegExp(text));
  });

  it('goes without a trace when it is discarded', async () => {
    const before = await minutesNamed('');
    await run('start', { template: 'start-stop-continue', people });
    assert.equal(await run('discard', { sure: true }), true);
    assert.equal(retro.current(), undefined);
    assert.deepEqual(await minutesNamed(''), before);
  });
});
