import assert from 'node:assert/strict';
import { cpSync, existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { inProject } from '../host/paths.mts';
import { session } from '../host/session.mts';
import { temporaryFolder, type Workbench, type WorkbenchOptions } from '../host/workbench.mts';
import { open, packed, reopenAfterCrash } from './workbench.js';

/** How long the panel waits before it hands drafts over, in milliseconds. */
const draftsRestMs = 500;

/** A box of one step, what is pressed before it is there, and what someone has typed into it when it goes. */
interface Unsaid {
  readonly step: string;
  readonly box: string;
  readonly reach?: (panel: FrameLocator) => Promise<void>;
}

const takeKeyboard = (panel: FrameLocator) =>
  panel.getByRole('button', { name: 'I have the keyboard' }).first().click();
const unsaid = [
  { step: 'Arrive', box: 'One word of Noor' },
  { step: 'Promises', box: 'What helped?' },
  { step: 'Norms', box: 'Something else we should agree on?' },
  { step: 'Write', box: 'Start, card 1', reach: takeKeyboard },
  {
    step: 'Reveal',
    box: 'A question to whoever wrote this',
    reach: async (panel) => {
      await panel.locator('.card summary').first().click();
      await panel.getByRole('button', { name: 'ask the writer' }).click();
    },
  },
  { step: 'Circle', box: 'What I heard is …' },
  { step: 'Group', box: '' },
  { step: 'Vote', box: '', reach: takeKeyboard },
  { step: 'Talk', box: 'A note, without a name' },
  { step: 'Commit', box: 'When …' },
  { step: 'Close', box: 'I am grateful for …' },
] as const satisfies readonly Unsaid[];
type StepName = (typeof unsaid)[number]['step'];
/** What the room has done in a step before that, and what there is of it afterwards. */
const done: Readonly<Record<StepName, { act(panel: FrameLocator): Promise<void>; left: string }>> = {
  Arrive: { act: (panel) => panel.getByLabel('One word of Sam').press('Enter'), left: 'passes' },
  Promises: { act: (panel) => panel.locator('h1').press('k'), left: 'kept' },
  Norms: { act: (panel) => panel.locator('h1').press('y'), left: 'Holds: everyone says yes.' },
  Write: {
    act: async (panel) => {
      for (const words of ['A first card.', 'A second card.']) {
        await takeKeyboard(panel);
        await panel.getByRole('textbox').first().fill(words);
        await panel.getByRole('button', { name: 'Hand in and pass on' }).click();
        await panel.locator('.pass-on').waitFor();
      }
    },
    left: '2 of 4',
  },
  Reveal: { act: (panel) => panel.locator('h1').press('Enter'), left: 'A second card.' },
  Circle: { act: (panel) => panel.locator('h1').press('Space'), left: 'Sam says what they heard from Noor.' },
  Group: {
    act: async (panel) => {
      await panel.locator('.put').first().press('g');
      await panel.locator('dialog input').fill('A group of cards');
      await panel.locator('dialog input').press('Enter');
    },
    left: 'take out',
  },
  Vote: { act: (panel) => panel.locator('h1').press('Enter'), left: '0 of 4' },
  Talk: {
    act: (panel) => panel.getByRole('button', { name: 'Take up: A group of cards' }).click(),
    left: 'What is this talk for?',
  },
  Commit: {
    act: async (panel) => {
      await panel.getByLabel('When …').fill('the window goes');
      await panel.getByRole('textbox', { name: 'I will …' }).fill('come back');
      await panel.getByRole('textbox', { name: 'I will …' }).press('Control+Enter');
    },
    left: 'When the window goes, I will come back.',
  },
  Close: { act: (panel) => panel.locator('h1').press('1'), left: 'Nothing said yet.' },
};

/** What a crash takes: the window, the process that runs extensions, or both. The editor starts that process anew twice, then it asks. */
type Lost = 'window' | 'host' | 'both';
const lost: Readonly<Record<StepName, Lost>> = {
  Arrive: 'host',
  Promises: 'both',
  Norms: 'host',
  Write: 'window',
  Reveal: 'host',
  Circle: 'host',
  Group: 'both',
  Vote: 'host',
  Talk: 'window',
  Commit: 'host',
  Close: 'host',
};

describe('a crash in the middle of a retro', function () {
  this.timeout(240_000);
  const options: WorkbenchOptions = {
    folder: temporaryFolder('killed'),
    extensionDevelopmentPath: false,
    installed: [packed()],
    // Windows open again and again: what takes its time then and has no part in this is left out.
    builtIn: ['theme-defaults'],
    settings: { 'terminal.integrated.enablePersistentSessions': false },
    size: { width: 1000, height: 720 },
  };
  let workbench: Workbench;
  let panel: FrameLocator;

  before(async () => {
    cpSync(inProject('media', 'sample-team'), options.folder ?? '', { recursive: true });
    workbench = await open(options);
    panel = workbench.webviewFrame();
    await workbench.runCommand('Common Ground: Start a Retro');
    await workbench.answer('Start', '(1/2)');
    await workbench.answer('Noor, Sam, Ines, Tariq', '(2/2)');
    await panel.locator('h1').first().waitFor();
  });

  async function lose(what: Lost): Promise<void> {
    if (what === 'host') {
      await panel.locator('body').evaluate((body) => body.classList.add('unheard'));
      workbench.server.killExtensionHosts();
    } else {
      workbench = await reopenAfterCrash(workbench, options, what === 'both');
      panel = workbench.webviewFrame();
      const waits = workbench.page.locator('.statusbar-item', { hasText: /retro|Start, stop/i }).first();
      await waits.waitFor({ timeout: 60_000 });
      // The editor may not have come to write down which panels were open: then the retro waits in the status bar.
      if ((await workbench.page.locator('.tab').count()) === 0) {
        await waits.click();
      }
    }
    await panel.locator('body:not(.unheard) h1').first().waitFor({ timeout: 60_000 });
    assert.equal(await workbench.page.locator('.tab').count(), 1, 'one page, and it is heard');
  }

  /** Until what was done since a moment is on the disk, and the hands have rested long enough for drafts to be there too. */
  async function kept(since: number): Promise<void> {
    const deadline = Date.now() + 60_000;
    const sealed = join(session().folder, 'vscode-*', 'data', 'User', 'globalStorage', '*', 'retros', '*.sealed');
    for (let last = since; ; await workbench.page.waitForTimeout(50)) {
      const times = globSync(sealed).map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
      last = Math.max(last, ...times);
      if (last > since && Date.now() - last > draftsRestMs + 200) {
        return;
      }
      assert.ok(Date.now() < deadline, 'nothing of the retro was kept on disk');
    }
  }

  async function goTo(step: StepName): Promise<void> {
    const current = panel.locator('[aria-current="step"]');
    while (!(await current.innerText()).includes(step)) {
      const before = await current.innerText();
      await panel.locator('h1').first().press('>');
      await panel.locator('[aria-current="step"]', { hasNotText: before }).waitFor();
    }
  }

  for (const { step, box, reach } of unsaid as readonly (Unsaid & { readonly step: StepName })[]) {
    it(`in ${step}: nothing that was done or written is lost`, async () => {
      await goTo(step);
      const { act, left } = done[step];
      const before = Date.now();
      await act(panel);
      await panel.getByText(left).first().waitFor();
      await reach?.(panel);
      const since = step === 'Group' ? before : Date.now();
      if (box !== '') {
        await panel.getByLabel(box, { exact: true }).last().fill(`unsaid in ${step}`);
      }
      if (step === 'Vote') {
        await panel.getByLabel('One vote more: A group of cards').click();
      }
      await kept(since);
      await lose(lost[step]);
      assert.ok((await panel.locator('[aria-current="step"]').innerText()).includes(step));
      await panel.getByText(left).first().waitFor();
      await reach?.(panel);
      if (step === 'Vote') {
        await panel.getByText('4 votes left').waitFor();
      }
      if (box !== '') {
        assert.equal(await panel.getByLabel(box, { exact: true }).last().inputValue(), `unsaid in ${step}`);
        await panel.getByLabel(box, { exact: true }).last().fill('');
      }
    });
  }

  it('leaves no trace of what stays in the room once the retro is closed', async () => {
    await goTo('Close');
    const thanks = panel.getByLabel('I am grateful for …');
    for (const words of ['ashes-quagga', 'room-quagga', 'team-quagga']) {
      await thanks.fill(words);
      await thanks.press('Control+Enter');
      await panel.locator('.lines .words', { hasText: words }).waitFor();
    }
    const since = Date.now();
    await thanks.fill('draft-quagga');
    await kept(since);
    await panel.locator('h1').press('3');
    for (const [words, level] of [
      ['ashes-quagga', 'ashes'],
      ['room-quagga', 'this room'],
    ] as const) {
      const choice = panel.getByRole('radiogroup', { name: `How far it may go: ${words}` });
      await choice.getByText(level, { exact: true }).click();
      await choice.getByRole('radio', { name: level, checked: true }).waitFor();
    }
    await panel.locator('h1').press('Control+Enter');
    await panel.getByRole('heading', { name: 'Thank you all' }).waitFor();
    const sealed = (): readonly string[] =>
      readdirSync(session().folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.sealed'));
    for (let tries = 0; tries < 300 && sealed().length > 0; tries += 1) {
      await workbench.page.waitForTimeout(100);
    }
    assert.deepEqual(sealed(), []);
    const found = filesWith(session().folder, 'quagga');
    assert.deepEqual(
      found.filter(({ words }) => words !== 'team-quagga'),
      [],
    );
    assert.ok(found.some(({ file }) => file.includes('.common-ground/local/retros/')));
  });
});

/** Everything on disk that this session wrote, with the word before each mark; in either way of writing letters. */
function filesWith(folder: string, mark: string): readonly { readonly file: string; readonly words: string }[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('/extensions/'))
    .flatMap((entry) => {
      const file = join(entry.parentPath, entry.name);
      const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
      const letters = (['latin1', 'utf16le'] as const).flatMap((encoding) => wordsIn(bytes, mark, encoding));
      return [...new Set(letters)].map((words) => ({ file, words }));
    });
}

function wordsIn(bytes: Buffer, mark: string, encoding: 'latin1' | 'utf16le'): readonly string[] {
  const found: string[] = [];
  const wanted = Buffer.from(mark, encoding);
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + wanted.length)) {
    const around = bytes.subarray(Math.max(0, at - 20), at + wanted.length).toString(encoding);
    found.push(around.match(/[a-z]+-[a-z]+$/)?.[0] ?? around);
  }
  return found;
}
