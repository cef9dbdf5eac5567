import assert from 'node:assert/strict';
import { cpSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { launchBrowser } from '../host/browser.mts';
import { inProject } from '../host/paths.mts';
import { session } from '../host/session.mts';
import { allPictures, temporaryFolder, type Workbench, type WorkbenchOptions } from '../host/workbench.mts';
import { assertClean, dress, looks } from './guestLooks.js';
import { open, packed, reopenAfterCrash } from './workbench.js';

const patience = 90_000;
const phone = { width: 375, height: 720 };

/** Anything that shows the panel: a webview, or a page. */
type Panel = FrameLocator | Page;

/** Four people, two editors, a laptop and a phone: from the invitation to what is in the files. */
describe('a retro of several people', function () {
  this.timeout(600_000);
  // Each stop begins where the one before it ended.
  this.bail(true);
  const folder = temporaryFolder('room');
  const options = {
    folder,
    theme: 'dark',
    settings: { 'workbench.activityBar.location': 'hidden' },
    builtIn: ['theme-defaults'],
  } as const satisfies WorkbenchOptions;
  let noor: Workbench;
  let sam: Workbench;
  let browser: Browser;
  let ines: Page;
  let yuki: Page;
  let link: string;

  before(async () => {
    cpSync(inProject('media', 'sample-team'), folder, { recursive: true });
    [noor, browser] = await Promise.all([open(options), launchBrowser()]);
    const { settings, builtIn } = options;
    // Installed: of extensions under development the editor does not start the process again.
    sam = await open({ theme: 'light', settings, builtIn, extensionDevelopmentPath: false, installed: [packed()] });
    // Two editors and two browsers share one machine here.
    for (const { page } of [noor, sam]) {
      page.setDefaultTimeout(patience);
    }
  });
  after(() => browser.close());

  const panels = (): readonly (readonly [name: string, panel: Panel])[] => [
    ['Noor', noor.webviewFrame()],
    ['Sam', sam.webviewFrame()],
    ['Ines', ines],
    ['Yuki', yuki],
  ];
  const everyone = async (turn: (panel: Panel, name: string) => Promise<void>) => {
    for (const [name, panel] of panels()) {
      await turn(panel, name);
    }
  };
  const button = (panel: Panel, name: string | RegExp) => panel.getByRole('button', { name }).first();
  const heading = (panel: Panel, text: RegExp) => panel.locator('h1', { hasText: text }).first().waitFor();
  /** Noor moves the room, the others come along. */
  const next = async (step: string, title: RegExp) => {
    await noor
      .webviewFrame()
      .locator('.keys')
      .getByRole('button', { name: `on to ${step}` })
      .click();
    await everyone((panel) => heading(panel, title));
  };

  async function pictures(name: string): Promise<void> {
    mkdirSync(inProject('out', 'screenshots'), { recursive: true });
    const path = (who: string, look = '') => inProject('out', 'screenshots', `room-${name}-${who}${look}.png`);
    await noor.page.screenshot({ path: path('noor') });
    for (const [who, page] of [
      ['ines', ines],
      ['yuki', yuki],
    ] as const) {
      await page.screenshot({ path: path(who) });
      for (const look of allPictures ? looks : []) {
        await dress(page, look);
        await page.screenshot({ path: path(who, `-${look}`) });
      }
      await dress(page, 'light');
    }
  }

  async function guestPage(options: Parameters<Browser['newContext']>[0]): Promise<Page> {
    const context: BrowserContext = await browser.newContext({ reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    page.on('pageerror', (error) => assert.fail(error.message));
    await page.goto(link);
    return page;
  }

  const crash = async (andHost: boolean, title: RegExp): Promise<void> => {
    noor = await reopenAfterCrash(noor, options, andHost);
    noor.page.setDefaultTimeout(patience);
    const waits = noor.page.locator('.statusbar-item', { hasText: /Start, stop|Retro/ }).first();
    await waits.waitFor();
    if ((await noor.page.locator('.tab').count()) === 0) {
      await waits.click();
    }
    await heading(noor.webviewFrame(), title);
    await noor.webviewFrame().locator('.keys').getByRole('button', { name: 'silence, please' }).click();
    await everyone(async (panel) => {
      await panel.getByText('A minute of silence.').waitFor();
    });
    await button(noor.webviewFrame(), 'Go on').click();
    await everyone((panel) => panel.locator('.breath').waitFor({ state: 'detached' }));
  };

  it('begins with an invitation', async () => {
    await noor.runCommand('Common Ground: Start a Retro');
    await noor.answer('Start, stop', '(1/2)');
    await noor.answer('Noor', '(2/2)');
    const panel = noor.webviewFrame();
    await heading(panel, /Start, stop, continue/);
    await button(panel, /Invite/).click();
    await noor.answer('This machine', 'Invite to the retro');
    link = await panel.getByRole('textbox', { name: /The link/ }).inputValue();
    assert.match(link, /^http:\/\/127\.0\.0\.1:\d+\/#[\w-]+\.[\w-]{43}$/);
    await panel.locator('.qr path').waitFor();
    await noor.screenshot('room-0-invitation');
    await panel.locator('dialog').getByRole('button', { name: 'Close' }).click();
  });

  it('is joined from another editor, a laptop and a phone', async () => {
    await sam.runCommand('Common Ground: Join a Retro');
    await sam.answer(link, '(1/2)');
    await sam.answer('Sam', '(2/2)');
    const question = sam.page.getByRole('dialog', { name: /You will write into a room of 127\.0\.0\.1:\d+\./ });
    await question.getByRole('button', { name: 'Go In' }).click();
    await heading(sam.webviewFrame(), /Start, stop, continue/);
    ines = await guestPage({ viewport: { width: 1280, height: 800 } });
    yuki = await guestPage({ viewport: phone, hasTouch: true, isMobile: true });
    await assertClean(ines, 'at the door');
    for (const [page, name] of [
      [ines, 'Sam'],
      [yuki, 'Yuki'],
    ] as const) {
      await page.getByLabel('Your name').fill(name);
      await pictures('1-door').catch(() => undefined);
      await button(page, 'Go in').click();
    }
    await ines.getByText('Someone with this name is in the room').waitFor();
    await ines.getByLabel('Your name').fill('Ines');
    await button(ines, 'Go in').click();
    await everyone(async (panel) => {
      await heading(panel, /Start, stop, continue/);
      await panel.locator('.lines', { hasText: 'Yuki' }).first().waitFor();
    });
  });

  it('arrives: a word each, and the same words of the room on every panel', async () => {
    await everyone(async (panel, name) => {
      await panel.getByLabel(`One word of ${name}`).fill(name === 'Ines' ? '' : `as ${name}`);
      await panel.locator('.word button').first().click();
    });
    await everyone((panel) => panel.locator('.said').nth(3).waitFor());
    const words: string[] = [];
    await everyone(async (panel) => {
      words.push(await panel.getByRole('region', { name: 'The room’s words' }).locator('.quote').innerText());
    });
    assert.equal(new Set(words).size, 1, words.join(' / '));
    await pictures('2-arrive');
    await assertClean(yuki, 'arrive');
  });

  it('asks in secret: nothing is shown before all have answered', async () => {
    await button(noor.webviewFrame(), 'Ask in secret how safe it feels').click();
    await everyone(async (panel, name) => {
      await panel.getByText('most of it').first().click();
      await button(panel, 'Hand in').click();
      if (name === 'Noor') {
        await panel.getByText('Thank you. It waits with you.').waitFor();
        await pictures('3-safety');
      }
    });
    await everyone((panel) => panel.locator('.bars').waitFor());
  });

  it('walks the promises and agrees on norms', async () => {
    await next('Promises', /promised/);
    await next('Norms', /want to talk/);
    await everyone(async (panel) => {
      await panel.locator('.keys').getByRole('button', { name: 'yes to all' }).click();
    });
    await everyone((panel) => panel.getByText('Holds: everyone says yes.').first().waitFor());
  });

  it('writes in silence; who is still writing is not pulled away', async () => {
    await next('Write', /in silence/);
    await everyone(async (panel, name) => {
      await panel
        .getByRole('textbox', { name: /^Start/ })
        .first()
        .fill(`What ${name} would start`);
    });
    await ines.getByText(/This page came from/).waitFor();
    await ines.getByRole('textbox', { name: /^Stop/ }).first().fill('Two plans at');
    await pictures('4-write');
    await assertClean(yuki, 'write');
    await noor.webviewFrame().locator('.keys').getByRole('button', { name: 'on to Reveal' }).click();
    await heading(noor.webviewFrame(), /All at once/);
    await ines.getByText(/The others are at/).waitFor();
    await ines.keyboard.type(' once');
    assert.equal(await ines.getByRole('textbox', { name: /^Stop/ }).first().inputValue(), 'Two plans at once');
    await button(ines, 'I’m coming').click();
    await heading(ines, /All at once/);
  });

  it('reveals all cards at once, shuffled and sealed by all', async () => {
    await button(yuki, 'I’m coming')
      .click({ timeout: 1000 })
      .catch(() => undefined);
    await pictures('5-reveal');
    await noor.webviewFrame().locator('main').getByRole('button', { name: 'Reveal' }).click();
    await everyone(async (panel) => {
      await panel.locator('.card').nth(4).waitFor();
      assert.equal(await panel.locator('.card').count(), 5);
    });
    await pictures('6-cards');
  });

  it('lets a writer find better words, namelessly', async () => {
    const own = ines.locator('.card', { hasText: 'Two plans at once' });
    await own.locator('summary').click();
    await own.getByRole('button', { name: 'reword' }).click();
    await own.getByLabel('In other words').fill('Two plans for one sprint');
    await own.getByRole('button', { name: 'That’s it' }).click();
    await ines.getByText(/Your change goes out/).waitFor();
  });

  it('goes round: only who has the floor moves it, only the listener says back', async () => {
    await next('Circle', /has|have the floor/);
    await noor.webviewFrame().locator('h1', { hasText: 'You have the floor' }).waitFor();
    assert.equal(await sam.webviewFrame().locator('.keys').getByRole('button', { name: 'done' }).count(), 0);
    await noor.webviewFrame().locator('.keys').getByRole('button', { name: 'read a card' }).click();
    await yuki.locator('blockquote').waitFor();
    await pictures('7-circle');
    await button(yuki, 'thank you').click();
    await noor.webviewFrame().locator('.keys').getByRole('button', { name: 'done' }).click();
    const said = sam.webviewFrame().getByRole('textbox', { name: 'What I heard is …' });
    await said.fill('that it was a long week');
    assert.equal(await ines.getByRole('textbox', { name: 'What I heard is …' }).count(), 0);
    await button(sam.webviewFrame(), 'Say it').click();
    await button(noor.webviewFrame(), 'Yes, that’s it').click();
    for (const panel of [sam.webviewFrame(), yuki, ines]) {
      await panel.locator('h1', { hasText: 'You have the floor' }).waitFor();
      await panel.locator('.keys').getByRole('button', { name: 'pass' }).click();
    }
    await everyone((panel) => heading(panel, /Everyone was asked once/));
  });

  it('is handed over, and back', async () => {
    const handOver = async (panel: Panel, to: string) => {
      await panel.locator('.keys').getByRole('button', { name: 'facilitate' }).click();
      await panel.getByLabel('Who facilitates from now on').selectOption(to);
      await button(panel, /^Hand over$/).click();
      // It takes the page of the one who facilitates along.
      await panel.locator('dialog').waitFor({ state: 'detached' });
      assert.equal(await panel.locator('.keys').getByRole('button', { name: 'facilitate' }).count(), 0);
    };
    await handOver(noor.webviewFrame(), 'Yuki');
    await yuki.locator('.keys').getByRole('button', { name: 'on to Group' }).click();
    await everyone((panel) => heading(panel, /belongs together/));
    await handOver(yuki, 'Noor');
    await noor.webviewFrame().locator('.keys').getByRole('button', { name: 'on to Vote' }).waitFor();
  });

  it('goes on when the facilitator’s window crashes, while what ran for it lives on, and holds the room still', () =>
    crash(false, /belongs together/));

  it('shows the better words once everyone has handed in an envelope for it, some time later', async () => {
    await everyone((panel) => panel.getByText('Two plans for one sprint').first().waitFor({ timeout: 60_000 }));
    await everyone(async (panel) => assert.equal(await panel.getByText('Two plans at once').count(), 0));
  });

  it('groups and votes', async () => {
    await yuki.locator('.put').first().click();
    await yuki.getByLabel('Find a group, or name a new one').fill('Long weeks');
    await yuki.keyboard.press('Enter');
    await everyone((panel) => panel.getByLabel('Name of the group').first().waitFor());
    await pictures('8-group');
    await next('Vote', /talk about/);
    await button(noor.webviewFrame(), 'Open the vote').click();
    await everyone(async (panel) => {
      await button(panel, 'One vote more: Long weeks').click();
      await button(panel, 'Hand in my votes').click();
    });
    await everyone((panel) => panel.getByText('4 votes').first().waitFor());
    await pictures('9-vote');
  });

  it('finds everyone again after a line was lost and a page was loaded anew', async () => {
    await ines.context().setOffline(true);
    await ines.reload().catch(() => undefined);
    await ines.context().setOffline(false);
    await ines.goto(link);
    await heading(ines, /talk about/);
    assert.equal(await ines.getByText('You are invited to a retro').count(), 0);
  });

  it('finds a guest again whose editor lost the process that runs extensions', async () => {
    await sam
      .webviewFrame()
      .locator('body')
      .evaluate((body) => body.classList.add('unheard'));
    sam.server.killExtensionHosts();
    await sam
      .webviewFrame()
      .locator('body:not(.unheard) h1', { hasText: /talk about/ })
      .first()
      .waitFor();
    assert.equal(await sam.page.locator('.tab').count(), 1);
  });

  it('goes on when the facilitator’s window crashes, and all that ran for it', () => crash(true, /talk about/));

  it('talks and promises', async () => {
    await next('Talk', /do we talk about/);
    await button(noor.webviewFrame(), 'Take up: Long weeks').click();
    await everyone((panel) => heading(panel, /Long weeks/));
    await button(yuki, 'An appreciation was said').click();
    await noor.webviewFrame().getByText('Advice is welcome now.').waitFor();
    await pictures('10-talk');
    await next('Commit', /do we promise/);
    await yuki.getByLabel('When …').fill('a long week begins');
    await yuki.getByRole('textbox', { name: 'I will …' }).fill('say so on Monday');
    await button(yuki, 'Promise it').click();
    await button(yuki, 'I take it').click();
    await everyone((panel) => panel.getByText('When a long week begins, I will say so on Monday.').first().waitFor());
    await button(noor.webviewFrame(), /How sure are we/).click();
    await everyone((panel) => button(panel, /^Hand in: /).click());
    await noor.webviewFrame().getByText('Half of us are at least 50 % sure.').waitFor();
    await pictures('11-commit');
  });

  it('closes: what leaves the room is seen by all, and written where the room was opened', async () => {
    await next('Close', /grateful/);
    await ines.getByRole('textbox', { name: 'I am grateful for …' }).fill('For four honest people.');
    await button(ines, 'Say it').click();
    await noor.webviewFrame().getByText('For four honest people.').waitFor();
    await yuki.getByText('what leaves the room').first().click();
    await yuki.locator('pre').first().waitFor();
    await pictures('12-close');
    await assertClean(yuki, 'close');
    await noor.webviewFrame().getByText('what leaves the room').first().click();
    await noor.webviewFrame().locator('main').getByRole('button', { name: 'Write it' }).click();
    await everyone((panel) => heading(panel, /Thank you all/));
    await pictures('13-finished');
    const [minutes] = globSync(join(folder, '.common-ground/retros/*start-stop-continue.md'));
    assert.ok(minutes);
    assert.match(readFileSync(minutes, 'utf8'), /When a long week begins, I will say so on Monday\. \(Yuki/);
    assert.match(readFileSync(join(folder, '.common-ground/commitments.yaml'), 'utf8'), /say so on Monday/);
  });

  it('is over: the link opens nothing, and nothing of the room is left on disk', async () => {
    await heading(sam.webviewFrame(), /Thank you all/);
    const kept = join(session().folder, 'vscode-*', 'data', 'User', 'globalStorage', '*', 'retros', '*');
    const deadline = Date.now() + 60_000;
    while (globSync(kept).length > 0 && Date.now() < deadline) {
      await ines.waitForTimeout(200);
    }
    assert.deepEqual(globSync(kept), []);
    await assert.rejects(guestPage({ viewport: phone }), /ERR_CONNECTION_REFUSED/);
    await everyone((panel) => heading(panel, /Thank you all/));
  });
});
