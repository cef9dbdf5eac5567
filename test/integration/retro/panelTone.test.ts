import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { PanelTone } from '../../../src/editor/retro/panelTone.js';
import { addAtEnd, closeAll, eventually, folder, openAsOnDisk, pause, set } from '../toneDesk.js';

/** The team's file as the sample team has it; each test may write another. */
const file = () => vscode.Uri.joinPath(folder().uri, '.common-ground', 'tone.yaml');
const write = (text: string) => vscode.workspace.fs.writeFile(file(), new TextEncoder().encode(text));

describe('what the text boxes of the panel are told of the tone check', () => {
  let tone: PanelTone;
  let told: number;
  let asItWas: Uint8Array;

  before(async () => {
    asItWas = await vscode.workspace.fs.readFile(file());
  });

  beforeEach(() => {
    tone = new PanelTone(folder());
    told = 0;
    tone.onDidChange(() => {
      told += 1;
    });
  });

  afterEach(async () => {
    tone.dispose();
    await closeAll();
    await vscode.workspace.fs.writeFile(file(), asItWas);
  });

  /** Does something, and waits until the panel would be told; then reads what it would be told. */
  async function onceTold(change: () => Thenable<unknown>): Promise<Awaited<ReturnType<PanelTone['read']>>> {
    const before = told;
    await change();
    await eventually(() => told > before);
    return tone.read();
  }

  // The engine knows names in small letters.
  it('has the team’s people, tools, phrases and what it allows', async () => {
    const { enabled, levels, people, tools, allowed, phrases } = await tone.read();
    assert.deepEqual(
      { enabled, levels, people, tools, allowed },
      {
        enabled: true,
        levels: ['default', 'gentle'],
        people: ['noor', 'tariq', 'yuki', 'lena', 'sam'],
        tools: ['harbour'],
        allowed: ['kill the worker'],
      },
    );
    assert.deepEqual(phrases, [
      {
        phrase: 'ping pong review',
        suggestions: ['Shall we talk about this for ten minutes?'],
        why: 'We agreed to talk after the second round.',
        level: 'gentle',
      },
    ]);
  });

  it('follows the settings of the person, while the panel is open', async () => {
    assert.deepEqual((await onceTold(() => set('level', 'default'))).levels, ['default']);
    assert.deepEqual((await onceTold(() => set('rules', { absolute: 'off' }))).rules, { absolute: 'off' });
    assert.deepEqual((await onceTold(() => set('allow', ['as always']))).allowed.toSorted(), [
      'as always',
      'kill the worker',
    ]);
    assert.equal((await onceTold(() => set('enable', false))).enabled, false);
    assert.equal((await onceTold(() => set('enable', undefined))).enabled, true);
  });

  it('checks cards also where the team leaves files out, since a card is no file', async () => {
    const { enabled, tools } = await onceTold(() => write('version: 1\nexclude: ["**"]\ntools: [Crane]\n'));
    assert.deepEqual({ enabled, tools }, { enabled: true, tools: ['crane'] });
  });

  it('takes over what is typed in the team’s file and not saved', async () => {
    const document = await openAsOnDisk(file());
    const told = await onceTold(() => addAtEnd(document, '  - fire the pipeline\n'));
    assert.deepEqual(told.allowed, ['kill the worker', 'fire the pipeline']);
  });

  it('reads what can be read of a file with a mistake, and goes without a file that is gone', async () => {
    assert.deepEqual((await onceTold(() => write('version: 1\npeople: [Noor]\nrules: { absolute: loud }\n'))).people, [
      'noor',
    ]);
    const without = await onceTold(() => vscode.workspace.fs.delete(file()));
    assert.deepEqual({ enabled: without.enabled, people: without.people }, { enabled: true, people: [] });
  });

  it('works in a window without a folder, by the person’s settings alone', async () => {
    const alone = new PanelTone(undefined);
    const { enabled, people } = await alone.read();
    assert.deepEqual({ enabled, people }, { enabled: true, people: [] });
    alone.dispose();
  });

  it('tells once of many changes at once, and nothing after its end', async () => {
    await Promise.all([set('level', 'default'), set('allow', ['one']), set('rules', { absolute: 'off' })]);
    await eventually(() => told > 0);
    tone.dispose();
    const before = told;
    await set('level', undefined);
    await pause(400);
    assert.equal(told, before);
  });
});
