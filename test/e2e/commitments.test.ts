// Promises by keyboard alone: made, kept, changed, let go, filtered, and gone to in their file.
import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder, type Workbench } from '../host/workbench.mts';
import { open } from './workbench.js';

describe('promises, by keyboard alone', () => {
  let folder = '';
  let w: Workbench;
  before(async () => {
    folder = temporaryFolder();
    cpSync('media/sample-team', folder, { recursive: true });
    w = await open({ folder, theme: 'light' });
  });

  const file = (): string => readFileSync(join(folder, '.common-ground/commitments.yaml'), 'utf8');
  const input = () => w.page.locator('.quick-input-widget:visible .quick-input-box input');
  const rows = () => w.page.locator('.pane-body .monaco-list-row');

  /** Types an answer and goes on. */
  async function answer(text: string): Promise<void> {
    await input().waitFor();
    await w.page.keyboard.type(text);
    await w.page.keyboard.press('Enter');
  }

  /** Runs a command by its title. */
  async function command(title: string): Promise<void> {
    await w.page.keyboard.press('F1');
    await input().waitFor();
    await w.page.keyboard.type(`Common Ground: ${title}`);
    await w.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first().waitFor();
    await w.page.keyboard.press('Enter');
  }

  /** Waits until the question with this title is asked. */
  async function question(text: string): Promise<void> {
    const asked = w.page.locator('.quick-input-widget:visible');
    await asked
      .filter({ hasText: text })
      .or(asked.filter({ has: w.page.locator(`input[placeholder*="${text}"]`) }))
      .waitFor();
  }

  async function written(pattern: RegExp): Promise<void> {
    const deadline = Date.now() + 60_000;
    while (!pattern.test(file())) {
      assert.ok(Date.now() < deadline, `the file has ${pattern}:\n${file()}`);
      await w.page.waitForTimeout(100);
    }
  }

  it('shows them in the sidebar, what is worth a word first', async () => {
    // The palette lists what is there when it opens: our views are there when our icon is.
    await w.page.locator('.activitybar .action-label[aria-label^="Common Ground"]').waitFor({ timeout: 60_000 });
    await w.page.keyboard.press('F1');
    await input().waitFor();
    await w.page.keyboard.type('Focus on Commitments View');
    await w.page
      .locator('.quick-input-list .monaco-list-row')
      .filter({ hasText: 'Commitments View' })
      .first()
      .waitFor();
    await w.page.keyboard.press('Enter');
    await rows().filter({ hasText: 'nightly build' }).waitFor({ timeout: 60_000 });
    assert.match((await rows().first().getAttribute('aria-label')) ?? '', /Worth a word/);
    const label = (await rows().filter({ hasText: 'nightly build' }).getAttribute('aria-label')) ?? '';
    assert.match(label, /promised by Noor.*Worth a word/);
    await w.screenshot('promises', 'light', 'dark', 'highContrast');
  });

  it('are made, step by step, with a way back', async () => {
    await command('Make a Promise');
    await question('What do you promise?');
    await answer('When I am stuck for an hour, I will ask.');
    await question('Who takes it?');
    await answer('Tariq');
    await question('When shall we look at it again?');
    await w.screenshot('promise-day');
    await answer('in three weeks');
    await question('Did it come out of something?');
    await answer('2026-11-20-sprint-42');
    await written(
      /promise: When I am stuck for an hour, I will ask\.\n {4}owner: Tariq\n {4}made: .*\n {4}revisit: .*\n {4}from: \.common-ground\/retros\/2026-11-20-sprint-42\.md\n {4}state: open/,
    );
  });

  it('change nothing when the person leaves in the middle', async () => {
    const before = file();
    await command('Make a Promise');
    await question('What do you promise?');
    await answer('Not really.');
    await question('Who takes it?');
    await w.page.keyboard.press('Escape');
    await input().waitFor({ state: 'hidden' });
    assert.equal(file(), before);
  });

  it('are kept', async () => {
    await command('Mark a Promise as Kept');
    await question('Which promise?');
    await answer('stuck for an hour');
    await question('How did it go?');
    await answer('Twice already.');
    await written(/stuck for an hour[\s\S]*state: kept\n {4}ending:\n {6}on: .*\n {6}because: Twice already\./);
  });

  it('are changed, and the successor is in their place', async () => {
    await command('Change a Promise');
    await question('Which promise?');
    await answer('add a retry');
    await question('With whom');
    await answer('the team');
    await question('in its place');
    await w.page.keyboard.press('Control+A');
    await answer('When I add a retry, I will log the cause.');
    await question('When shall we look at it again?');
    await answer('in two weeks');
    await written(/agreed-with: the team\n {6}successor: [0-9a-f]{8}/);
    await written(/promise: When I add a retry, I will log the cause\.\n {4}owner: Tariq/);
  });

  it('are let go', async () => {
    await command('Let a Promise Go');
    await question('Which promise?');
    await answer('on-call plan');
    await question('Why is it good');
    await answer('The tool does it now.');
    await written(/on-call plan[\s\S]*state: let-go[\s\S]*because: The tool does it now\./);
  });

  it('are filtered, and shown again', async () => {
    await command('Filter Promises');
    await question('Words of the promise');
    await answer('nightly');
    await rows().filter({ hasText: 'supplier' }).waitFor({ state: 'detached' });
    assert.equal(await rows().filter({ hasText: 'nightly' }).count(), 1);
    await command('Show All Promises Again');
    await rows().filter({ hasText: 'supplier' }).first().waitFor();
  });

  it('are gone to in their file', async () => {
    await command('Go to a Promise in the File');
    await question('Which promise?');
    await answer('nightly');
    await w.page.locator('.tab.active[data-resource-name="commitments.yaml"]').waitFor();
    await w.page.locator('.codelens-decoration').first().waitFor();
    await w.screenshot('promises-file', 'light', 'dark', 'highContrast');
  });
});
