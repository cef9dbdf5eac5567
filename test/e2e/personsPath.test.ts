import assert from 'node:assert/strict';
import { cpSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { inProject } from '../host/paths.mts';
import { fixture, temporaryFolder, type Workbench } from '../host/workbench.mts';
import { open } from './workbench.js';

const themes = ['light', 'dark', 'highContrast'] as const;
const promised = 'When a review waits for a day, I will say so in the pull request.';

/** One person, from a sentence that blames to a promise that the team can find again. */
describe('a person’s path', function () {
  this.timeout(240_000);
  let folder: string;
  let workbench: Workbench;

  before(async () => {
    folder = temporaryFolder('sample-team');
    cpSync(inProject('media', 'sample-team'), folder, { recursive: true });
    workbench = await open({ folder, installed: [fixture('reviewBox')], theme: 'dark' });
  });

  it('sees a squiggle on blame in a review comment box, and takes a rewrite by the keyboard', async () => {
    await workbench.openFile('src/importer/readPrices.ts');
    await workbench.runCommand('Review Box: Open a Comment Box');
    const box = workbench.commentBox();
    await box.waitFor();
    await box.locator('.view-lines').click();
    await workbench.type('You always break the build.');
    await workbench.squiggles(box);
    await workbench.screenshot('review-box', ...themes);
    await workbench.quickFix('The build broke again');
    await box.locator('.squiggly-info, .squiggly-warning').first().waitFor({ state: 'detached' });
    const text = await box.locator('.view-lines').innerText();
    assert.doesNotMatch(text, /You always/);
    await workbench.screenshot('review-box-fixed');
    await workbench.page.locator('.review-widget .monaco-text-button', { hasText: 'Comment' }).first().click();
    await workbench.page.locator('.comment-body', { hasText: 'The build broke again.' }).waitFor();
    await workbench.screenshot('review-box-posted');
    // VS Code opens its list of comments with the first one, which leaves editors less room.
    await workbench.page.keyboard.press('Control+J');
    await workbench.page.locator('.part.panel').waitFor({ state: 'hidden' });
  });

  it('sees a squiggle on blame in a Markdown file, and takes it back with undo', async () => {
    await workbench.openFile('docs/review-notes.md');
    const editor = workbench.editor('review-notes.md');
    await workbench.squiggles(editor);
    await workbench.screenshot('markdown', ...themes);
    const before = await editor.locator('.view-lines').innerText();
    await workbench.goTo(14, 5);
    await workbench.quickFix('The nightly build broke');
    await editor.locator('.view-line', { hasText: 'You broke the nightly' }).waitFor({ state: 'detached' });
    await workbench.page.keyboard.press('Escape');
    await workbench.page.keyboard.press('Control+Z');
    await editor.locator('.view-line', { hasText: 'You broke' }).waitFor();
    assert.equal(await editor.locator('.view-lines').innerText(), before);
  });

  it('walks a short retro on one screen', async () => {
    await workbench.runCommand('Common Ground: Start a Retro');
    await workbench.answer('Start', '(1/2)');
    await workbench.answer('Noor, Tariq, Yuki, Lena', '(2/2)');
    const panel = workbench.webviewFrame();
    await panel.getByRole('navigation').first().waitFor();
    await workbench.screenshot('retro-arrive', ...themes);
    await goTo(panel, 'Norms');
    await workbench.screenshot('retro-norms');
    await workbench.page.keyboard.press('y');
    await goTo(panel, 'Write');
    for (const words of ['Pairing on the importer helped.', 'You always break the nightly build.', '', '']) {
      await write(panel, workbench, words);
    }
    await goTo(panel, 'Reveal');
    await workbench.page.keyboard.press('Enter');
    await panel.getByText('Pairing on the importer helped.').waitFor();
    await workbench.screenshot('retro-reveal');
    await goTo(panel, 'Circle');
    await panel.getByRole('heading', { name: 'has the floor' }).waitFor();
    await workbench.screenshot('retro-circle', ...themes);
    await turn(panel, 'Noor', 'Space', 'that pairing made the importer easier');
    await turn(panel, 'Tariq', 'p');
    await turn(panel, 'Yuki', 'Space');
    await turn(panel, 'Lena', 'Space');
    await panel.getByRole('heading', { name: 'Everyone was asked once' }).waitFor();
  });

  it('promises something, and closes: what is shown is what is written', async () => {
    const panel = workbench.webviewFrame();
    await goTo(panel, 'Commit');
    await panel.getByLabel('When …').fill('a review waits for a day');
    await panel.getByLabel('I will …', { exact: true }).last().fill('say so in the pull request');
    await panel.getByRole('button', { name: 'Promise it', exact: true }).click();
    await panel.getByLabel(/^I take it:/).selectOption({ label: 'Yuki' });
    await panel.getByRole('button', { name: 'That’s me' }).click();
    await workbench.screenshot('retro-commit', ...themes);
    await goTo(panel, 'Close');
    await panel.getByRole('button', { name: 'what leaves the room' }).first().click();
    await panel.getByText('.common-ground/retros/').first().waitFor();
    const preview = await panel.locator('pre').first().innerText();
    await workbench.screenshot('retro-close', ...themes);
    await workbench.page.keyboard.press('Control+Enter');
    await panel.getByRole('button', { name: 'what leaves the room' }).first().waitFor({ state: 'detached' });
    const [minutes] = globSync(join(folder, '.common-ground/retros/*start-stop-continue*.md'));
    assert.ok(minutes, 'minutes were written');
    assert.equal(readFileSync(minutes, 'utf8').trim(), preview.trim());
  });

  it('finds the promise in the file and in the sidebar', async () => {
    const file = await fileWith(join(folder, '.common-ground/commitments.yaml'), promised);
    assert.match(file, /^# What we promised each other/);
    await workbench.runCommand('Common Ground: Focus on Commitments View');
    const row = workbench.page.locator('.sidebar .monaco-list-row', { hasText: promised });
    await row.first().waitFor();
    await row.first().click();
    await workbench.screenshot('commitments', ...themes);
  });
});

/** The text of a file as soon as it holds `words`: the editor writes it a moment after the panel says so. */
async function fileWith(path: string, words: string): Promise<string> {
  for (let tries = 0; tries < 600 && !readFileSync(path, 'utf8').includes(words); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const text = readFileSync(path, 'utf8');
  assert.ok(text.includes(words), text);
  return text;
}

/** On to a step, by the keyboard: `>` as often as it takes. */
async function goTo(panel: FrameLocator, step: string): Promise<void> {
  const current = panel.locator('[aria-current="step"]');
  for (let moves = 0; moves < 12 && !(await current.innerText()).includes(step); moves += 1) {
    const before = await current.innerText();
    await panel.locator('h1').first().press('>');
    await panel.locator('[aria-current="step"]', { hasNotText: before }).waitFor();
  }
  assert.ok((await current.innerText()).includes(step), `${step} is not reached`);
}

/** One person speaks or passes; the next says what they heard, if anything. */
async function turn(panel: FrameLocator, name: string, key: 'Space' | 'p', heard?: string): Promise<void> {
  const floor = panel.getByRole('heading', { name: `${name} has the floor` });
  await floor.press(key);
  if (key === 'Space' && heard === undefined) {
    await panel.getByRole('button', { name: 'Skip', exact: true }).click();
  } else if (heard !== undefined) {
    await panel.getByRole('textbox').fill(heard);
    await panel.getByRole('button', { name: 'Say it', exact: true }).click();
    await panel.getByRole('button', { name: /Yes, that.s it/ }).click();
  }
  await floor.waitFor({ state: 'detached' });
}

/** Takes the keyboard, writes one card (none if `words` is empty), and passes the keyboard on. */
async function write(panel: FrameLocator, workbench: Workbench, words: string): Promise<void> {
  await panel.getByRole('button', { name: 'I have the keyboard' }).first().click();
  const card = panel.getByRole('textbox').first();
  await card.fill(words);
  if (words.startsWith('You')) {
    await panel.locator('.mirror mark').first().waitFor();
    await workbench.screenshot('retro-write', ...themes);
  }
  await panel.getByRole('button', { name: 'Hand in and pass on' }).click();
  await panel.getByRole('heading', { name: /Thank you|Everyone has handed in/ }).waitFor();
}
