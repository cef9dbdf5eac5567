import assert from 'node:assert/strict';
import { cpSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { inProject } from '../host/paths.mts';
import { allPictures, temporaryFolder, type Workbench } from '../host/workbench.mts';
import { open } from './workbench.js';
import { assertCommitments, assertMinutes } from './writtenFiles.js';

const people = ['Noor', 'Sam', 'Ines', 'Tariq', 'Yuki', 'Lena', 'Kwame', 'Jo'];
const themes = ['light', 'highContrast', 'dark'] as const;
const usual = { width: 1280, height: 800 };
const sizes = [
  ['narrow', { width: 320, height: 1400 }],
  ['middle', { width: 940, height: 800 }],
  ['wide', { width: 1920, height: 1080 }],
  ['usual', usual],
] as const;
/** Five cards of each person, forty in all. */
const cardsOf = (person: number): readonly string[] =>
  Array.from({ length: 5 }, (_, index) => `Card ${person * 5 + index + 1} says what happened`);

/** Eight people, forty cards, one screen: from the first word to what is in the files. */
describe('a whole retro', function () {
  this.timeout(allPictures ? 900_000 : 240_000);
  let folder: string;
  let workbench: Workbench;
  let panel: FrameLocator;

  before(async () => {
    folder = temporaryFolder('whole-retro');
    cpSync(inProject('media', 'sample-team'), folder, { recursive: true });
    workbench = await open({
      folder,
      theme: 'dark',
      settings: { 'workbench.activityBar.location': 'hidden' },
      size: usual,
    });
    if (allPictures) {
      // The panel has the whole window.
      await workbench.runCommand('View: Close Primary Side Bar');
      await workbench.page.locator('.part.sidebar').waitFor({ state: 'hidden' });
    }
    panel = workbench.webviewFrame();
  });

  async function pictures(name: string): Promise<void> {
    if (!allPictures) {
      await workbench.screenshot(`whole-${name}`);
      return;
    }
    for (const theme of themes) {
      await workbench.setTheme(theme);
      for (const [size, viewport] of sizes) {
        await workbench.page.setViewportSize(viewport);
        await workbench.page.waitForTimeout(400);
        await workbench.screenshot(`whole-${name}-${size}-${theme}`);
      }
    }
  }

  async function start(template: string): Promise<void> {
    await workbench.runCommand('Common Ground: Start a Retro');
    await workbench.answer(template, '(1/2)');
    await workbench.answer(people.join(', '), '(2/2)');
    await panel.locator('h1').first().waitFor();
  }

  describe('by the keyboard alone', () => {
    const press = (key: string) => workbench.page.keyboard.press(key);
    const say = (text: string) => workbench.page.keyboard.insertText(text);
    const heading = (text: RegExp) => panel.locator('h1', { hasText: text }).waitFor();
    const focused = (what: string) => panel.locator(`${what}:focus`).waitFor();
    /** On to the next step, from wherever the focus is: F6 and clicks are not needed. */
    const next = async (title: RegExp) => {
      await press('>');
      await heading(title);
    };
    /** Tab until the control with this name has the focus. */
    const tabTo = async (name: string | RegExp) => {
      for (let presses = 0; presses < 80; presses += 1) {
        await press('Tab');
        const now = await panel.locator('body').evaluate(() => {
          const control = document.activeElement;
          const label = control instanceof HTMLInputElement ? (control.labels?.[0]?.textContent ?? '') : '';
          return control?.getAttribute('aria-label') ?? (label || (control?.textContent ?? ''));
        });
        if (typeof name === 'string' ? now === name : name.test(now)) {
          return;
        }
      }
      assert.fail(`Tab does not come to ${name}`);
    };
    /** At the gate Enter takes the keyboard; what follows hands it on. */
    const everyone = async (turn: (person: number) => Promise<void>) => {
      for (const [person] of people.entries()) {
        await panel.locator('.pass-on').waitFor();
        await press('Enter');
        await panel.locator('.pass-on').waitFor({ state: 'detached' });
        await turn(person);
      }
    };

    it('arrives, with a word each', async () => {
      await start('Start, stop');
      await heading(/Start, stop, continue/);
      await tabTo('One word of Noor');
      for (const [index] of people.entries()) {
        await say(index === 2 ? '' : `word${index}`);
        await press('Enter');
        await panel.locator('.said').nth(index).waitFor();
      }
      await focused('h1');
      await pictures('1-arrive');
    });

    it('walks the promises and the norms', async () => {
      await next(/promised/);
      await press('k');
      await panel.getByText('kept', { exact: true }).first().waitFor();
      await press('l');
      await focused('input');
      await say('the suppliers tell us now');
      await press('Enter');
      await pictures('2-promises');
      await panel.locator('.lines .dim', { hasText: 'let go' }).waitFor();
      await panel.locator('h1').focus();
      await next(/want to talk/);
      await press('y');
      await panel
        .getByText(/^Holds/)
        .first()
        .waitFor();
      await pictures('3-norms');
    });

    it('writes forty cards in silence', async () => {
      await next(/in silence/);
      await everyone(async (person) => {
        await focused('textarea');
        for (const text of cardsOf(person)) {
          await say(text);
          await press('Control+Enter');
        }
        if (person === 0) {
          await pictures('4-write');
        }
        await press('Control+Enter');
        await focused('.hand-in');
        await press('Enter');
      });
      await panel.getByText('Everyone has handed in.').waitFor();
    });

    it('reveals them all at once', async () => {
      await next(/All at once/);
      await press('Enter');
      await panel.locator('.card').first().waitFor();
      assert.equal(await panel.locator('.card').count(), 40);
      await pictures('5-reveal');
    });

    it('goes round', async () => {
      await next(/has the floor/);
      await press('r');
      await panel.locator('blockquote .quote').waitFor();
      await press('Space');
      await focused('textarea');
      await say('that it was a long week');
      await press('Control+Enter');
      await panel.getByText('“What I heard is that it was a long week”').waitFor();
      await pictures('6-circle');
      await press('y');
      await panel.locator('.aside').waitFor({ state: 'detached' });
      await panel.locator('h1').focus();
      for (let turn = 1; turn < people.length; turn += 1) {
        const speaker = await panel.locator('h1').innerText();
        await press('p');
        await panel.locator('h1', { hasNotText: speaker }).waitFor();
      }
      await heading(/Everyone was asked once/);
    });

    it('groups, votes and talks', async () => {
      await next(/belongs together/);
      await press('ArrowDown');
      for (let put = 1; put <= 2; put += 1) {
        await focused('.board .put');
        await press('g');
        await focused('dialog input');
        await say('Long weeks');
        await press('Enter');
        await panel.locator('dialog[open]').waitFor({ state: 'detached' });
        await panel
          .locator('.grouped')
          .nth(put - 1)
          .waitFor();
      }
      await pictures('7-group');
      await next(/talk about/);
      await press('Enter');
      await everyone(async () => {
        await tabTo('One vote more: Long weeks');
        await press('Enter');
        await press('+');
        await panel.getByLabel('Your votes for Long weeks: 2').waitFor();
        await press('Control+Enter');
      });
      await panel.getByText('16 votes').waitFor();
      await pictures('8-vote');
      await panel.locator('h1').focus();
      await next(/do we talk about/);
      await tabTo('Take up: Long weeks');
      await press('Enter');
      await heading(/Long weeks/);
      await press('t');
      await panel.getByText('Advice is welcome now.').waitFor();
      await tabTo('A note, without a name');
      await say('The weeks before holidays are the long ones.');
      await press('Control+Enter');
      await panel.locator('.lines .words', { hasText: 'before holidays' }).waitFor();
      await pictures('9-talk');
      await panel.locator('h1').focus();
    });

    it('promises', async () => {
      await next(/do we promise/);
      await tabTo(/^When …/);
      await say('a long week begins');
      await tabTo('I will …');
      await tabTo('I will …');
      await say('say so on Monday');
      await press('Control+Enter');
      await tabTo(/^I take it: /);
      await workbench.page.keyboard.type('Yuki');
      await tabTo('That’s me');
      await press('Enter');
      await tabTo(/^How sure are we\?/);
      await press('Enter');
      await everyone(async () => {
        await tabTo(/^How sure are you/);
        await press('ArrowRight');
        await press('Enter');
      });
      await panel.getByText('Half of us are at least 55 % sure.').waitFor();
      await pictures('10-commit');
      await panel.locator('h1').focus();
    });

    it('closes, and what is in the files is what was meant', async () => {
      await next(/grateful/);
      await tabTo('I am grateful for …');
      await say('For eight honest people.');
      await press('Control+Enter');
      await panel.locator('.lines .words', { hasText: 'honest people' }).waitFor();
      await panel.locator('h1').focus();
      await press('3');
      await panel.locator('pre').first().waitFor();
      await pictures('11-close');
      await press('Control+Enter');
      await heading(/Thank you all/);
      await workbench.screenshot('whole-12-finished');
      const [local] = globSync(join(folder, '.common-ground/local/retros/*.md'));
      const [minutes] = globSync(join(folder, '.common-ground/retros/*start-stop-continue.md'));
      assert.ok(local && minutes);
      assertMinutes(readFileSync(minutes, 'utf8'), readFileSync(local, 'utf8'), people);
      assertCommitments(readFileSync(join(folder, '.common-ground/commitments.yaml'), 'utf8'));
    });
  });

  describe('by the mouse', () => {
    const click = (name: string | RegExp) => panel.getByRole('button', { name }).first().click();
    const next = async (step: string) => {
      await panel
        .locator('.keys')
        .getByRole('button', { name: `on to ${step}` })
        .click();
      await panel.locator('[aria-current="step"]', { hasText: step }).waitFor();
    };
    /** The screen goes round: each takes the keyboard by a click and hands it on by one. */
    const everyone = async (handIn: string | RegExp, turn: (person: number) => Promise<void>) => {
      for (const [person] of people.entries()) {
        await click('I have the keyboard');
        await panel.locator('.pass-on').waitFor({ state: 'detached' });
        await turn(person);
        await click(handIn);
        await panel.getByRole('button', { name: handIn }).first().waitFor({ state: 'detached' });
      }
    };
    const drag = (from: number, to: string) =>
      panel.locator('.board .card').nth(from).dragTo(panel.locator(to).first());

    it('arrives, agrees and writes', async () => {
      await start('Start, stop');
      await panel.getByRole('radiogroup', { name: 'How far may it go' }).getByText('this room').click();
      await click('From now on: this room');
      await panel.getByText('stays in this room').waitFor();
      await click('Ask in secret how safe it feels');
      await everyone('Hand in', (person) => panel.getByText(person < 4 ? 'anything' : 'most of it').click());
      await panel.locator('.bars').waitFor();
      await next('Promises');
      await click('Still on it');
      await next('Norms');
      await panel.getByRole('radiogroup').first().getByText('can live with it').click();
      await panel.getByText('Holds: nobody needs a change.').first().waitFor();
      await next('Write');
      await everyone('Hand in and pass on', async (person) => {
        if (person === 0) {
          // The team's own words, from its file in the repo.
          await panel.getByRole('textbox', { name: /^Stop/ }).first().fill('One more ping pong review.');
          await panel.getByRole('button', { name: /may read as blame/ }).waitFor();
        }
        // The next box comes with the first letter in the one before it: wait for that one, never for "the last".
        for (const [index, text] of cardsOf(person).entries()) {
          await panel.getByRole('textbox', { name: /^Stop/ }).nth(index).fill(text);
        }
      });
      await next('Reveal');
      await panel.locator('main').getByRole('button', { name: 'Reveal' }).click();
      await panel.locator('.card').nth(39).waitFor();
    });

    it('goes round, groups by drag, votes and talks', async () => {
      await next('Circle');
      for (const [turn] of people.entries()) {
        await panel
          .locator('.keys')
          .getByRole('button', { name: turn === 0 ? 'done' : 'pass' })
          .click();
        if (turn === 0) {
          await panel.getByRole('button', { name: 'Skip', exact: true }).click();
          await panel.locator('.aside').waitFor({ state: 'detached' });
        }
        await panel
          .getByText(turn === people.length - 1 ? 'Everyone was asked once' : 'has the floor')
          .first()
          .waitFor();
      }
      await next('Group');
      await drag(1, '.board .card');
      await drag(0, '.group');
      await panel.locator('.grouped').nth(2).waitFor();
      await next('Vote');
      await click('Open the vote');
      await everyone('Hand in my votes', () => click('One vote more: Group 1'));
      await panel.getByText('8 votes').waitFor();
      await next('Talk');
      await click('Take up: Group 1');
      await panel.getByText('to understand').click();
      await click('An appreciation was said');
      await panel.getByLabel('A note, without a name').fill('Stays between us.');
      await click('Note it');
      await panel.getByText('Stays between us.').waitFor();
    });

    it('promises and closes: what stays in the room is in no file', async () => {
      await next('Commit');
      await panel.getByLabel('When …').fill('we are in doubt');
      await panel.getByText('we will …').click();
      await panel.getByRole('textbox', { name: 'we will …' }).fill('ask first');
      await click('Promise it');
      await panel.getByText('When we are in doubt, we will ask first.').waitFor();
      await next('Close');
      await panel.getByText('what leaves the room').first().click();
      const preview = await panel.locator('pre').first().innerText();
      await panel.locator('main').getByRole('button', { name: 'Write it' }).click();
      await panel.getByRole('heading', { name: 'Thank you all' }).waitFor();
      const texts = globSync(join(folder, '.common-ground/**/*.md')).map((file) => readFileSync(file, 'utf8'));
      const [text = ''] = texts.filter((one) => one.includes('we are in doubt'));
      assert.equal(text.trim(), preview.trim());
      assert.ok(!texts.some((one) => one.includes('between us')));
      assert.match(text, /When we are in doubt, we will ask first\. \(the team/);
      assert.doesNotMatch(text, /Card \d|between us/);
      const yaml = readFileSync(join(folder, '.common-ground/commitments.yaml'), 'utf8');
      assert.match(yaml, /promise: When we are in doubt, we will ask first\.\n {4}owner: team/);
    });
  });
});
