import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../host/browser.mts';
import { inProject } from '../host/paths.mts';
import { type PanelServer, type PanelTheme, panelThemes, servePanel } from './panelPage/panelPage.mts';
import { roomScenes } from './panelPage/roomScenes.js';
import { scenes } from './panelPage/scenes.js';

const axeScript = readFileSync(createRequire(inProject('package.json')).resolve('axe-core/axe.min.js'), 'utf8');
const shown = Object.keys(scenes).filter((name) => !/\d{3}/.test(name));
const wide = { width: 1280, height: 900 };
const themes = Object.keys(panelThemes) as PanelTheme[];

/** What a person has to do before a scene shows everything it has. */
const reached: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  write: async (page) => {
    await takeKeyboard(page);
    await page.getByRole('textbox').first().fill('You always break the nightly build.');
    await page.locator('.mirror mark').first().waitFor();
    await page.keyboard.press('Control+.');
    await page.locator('.rewrites').waitFor();
  },
  promises: (page) => page.keyboard.press('c'),
  'arrive-safety': takeKeyboard,
  'vote-open': takeKeyboard,
  'commit-sure': takeKeyboard,
  'reveal-asked': (page) => page.locator('summary').first().click(),
  group: async (page) => {
    await page.locator('.put').first().focus();
    await page.keyboard.press('g');
    await page.locator('dialog[open]').waitFor();
  },
  close: (page) => page.keyboard.press('3'),
  'close-counted': (page) => page.keyboard.press('2'),
  'circle-over': (page) => page.keyboard.press('f'),
  norms: (page) => page.keyboard.press('?'),
  'norms-none': async (page) => {
    await page.getByRole('button', { name: 'Propose: Silence is fine' }).press('Enter');
    await page.locator('.norms .norm', { hasText: 'Silence is fine.' }).waitFor();
    await page.getByRole('button', { name: 'Propose: Silence is fine' }).waitFor({ state: 'detached' });
  },
  'room-arrive': (page) => page.keyboard.press('w'),
  'room-circle': (page) => page.keyboard.press('f'),
  'room-close': (page) => page.keyboard.press('3'),
};

async function takeKeyboard(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'I have the keyboard' }).first().click();
}

describe('the panel, step by step', function () {
  this.timeout(120_000);
  let browser: Browser;
  let panel: PanelServer;
  let page: Page;

  before(async () => {
    [browser, panel] = await Promise.all([launchBrowser(), servePanel()]);
    page = await browser.newPage({ viewport: wide, reducedMotion: 'reduce' });
    page.setDefaultTimeout(60_000);
  });
  after(async () => {
    panel.close();
    await browser.close();
  });

  async function show(scene: string, theme: PanelTheme = 'light', as = 'noor'): Promise<void> {
    await page.goto(panel.address(scene, theme, as));
    await page.locator('h1').first().waitFor();
  }

  const atOwnPanels = Object.keys(roomScenes).flatMap((scene) => [[scene, 'noor'] as const, [scene, 'sam'] as const]);
  for (const [scene, as] of [...shown.map((name) => [name, undefined] as const), ...atOwnPanels]) {
    it(`${scene}${as === undefined ? '' : `, as ${as} has it`}: nothing stands in anyone’s way`, async () => {
      await show(scene, 'light', as);
      assert.deepEqual(await unreached(page), [], 'controls that Tab does not come to');
      await assertNoViolations(page, 'as it opens');
      if (reached[scene] !== undefined) {
        await reached[scene](page);
        await assertNoViolations(page, 'in use');
      }
      await assertContrast(page);
      assert.deepEqual(await nameless(page), [], 'controls without a name');
      await assertNarrow(page);
    });
  }

  it('keeps the focus where someone writes while the room goes on', async () => {
    await show('write');
    await takeKeyboard(page);
    const box = page.getByRole('textbox').first();
    await box.fill('Half a sent');
    await page.evaluate(() => window.play({ type: 'request/longer' }));
    await page.getByText('Someone needs longer.').first().waitFor();
    await page.keyboard.type('ence');
    assert.equal(await box.inputValue(), 'Half a sentence');
  });

  it('leaves who writes where they are when the room goes on, and takes them along when they say so', async () => {
    await show('room-write', 'light', 'sam');
    const box = page.getByRole('textbox').first();
    await box.fill('Half a sent');
    await page.evaluate(() => window.play({ type: 'step/next' }));
    await page.getByText('The others are at “Reveal”.').waitFor();
    await page.keyboard.type('ence');
    assert.equal(await box.inputValue(), 'Half a sentence');
    await page.getByRole('button', { name: 'I’m coming' }).click();
    await page.locator('h1', { hasText: 'All at once' }).waitFor();
  });

  it('keeps the focus where someone is when what had it goes away', async () => {
    await show('commit');
    await page
      .getByRole('button', { name: /^Take away/ })
      .first()
      .press('Enter');
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  });
});

/** All rules, in the light theme. */
async function assertNoViolations(page: Page, when: string): Promise<void> {
  assert.deepEqual(await violations(page), [], when);
}

/** The same page in the other themes: colours are all that differs. */
async function assertContrast(page: Page): Promise<void> {
  for (const theme of themes.filter((each) => each !== 'light')) {
    await dress(page, theme);
    assert.deepEqual(await violations(page, 'color-contrast'), [], theme);
  }
  await dress(page, 'light');
}

async function dress(page: Page, theme: PanelTheme): Promise<void> {
  await page.evaluate((name) => {
    document.body.className = name;
  }, panelThemes[theme]);
}

async function violations(page: Page, rule?: string): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(axeScript);
  }
  const found = await page.evaluate(
    (only): Promise<AxeResults> =>
      (window as unknown as { axe: typeof import('axe-core') }).axe.run(document, {
        resultTypes: ['violations'],
        // There is nothing that could be fetched: styles are read where they are.
        preload: false,
        ...(only !== undefined && { runOnly: { type: 'rule', values: [only] } }),
      }),
    rule,
  );
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

async function assertNarrow(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 700 });
  const sizes = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  await page.setViewportSize(wide);
  assert.equal(sizes[0], sizes[1], 'at 320 pixels it scrolls to the side');
}

/** Controls that a screen reader would have no name for. */
async function nameless(page: Page): Promise<readonly string[]> {
  const tree = await page.locator('body').ariaSnapshot();
  const control =
    /^\s*- (?:button|textbox|combobox|checkbox|radio|slider|link|spinbutton|searchbox|dialog|radiogroup|navigation)\b(?! ")/;
  return tree.split('\n').filter((line) => control.test(line));
}

/** Controls that Tab does not come to. Of radio buttons it comes to one; arrows do the rest. */
async function unreached(page: Page): Promise<readonly string[]> {
  const wanted = await page.evaluate(markStops);
  // A field for a day has a stop for each of its parts.
  for (let press = 0; press < wanted.length + 8; press += 1) {
    await page.keyboard.press('Tab');
  }
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-stop]')]
      .map((control) => control.getAttribute('data-stop') ?? '')
      .filter((stop) => !document.querySelector(`[data-stop="${CSS.escape(stop)}"][data-reached]`)),
  );
}

/** Runs in the page: gives every control a mark that can be told again, one for each group of radio buttons. */
function markStops(): readonly string[] {
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element) {
      target.setAttribute('data-reached', '');
    }
  });
  const controls = 'button, input, select, textarea, summary, a[href], [tabindex="0"]';
  const marks = new Set<string>();
  for (const [index, control] of document.querySelectorAll<HTMLInputElement>(controls).entries()) {
    if (!control.disabled && control.checkVisibility({ visibilityProperty: true })) {
      const name = control.getAttribute('aria-label') ?? control.textContent;
      const mark = control.type === 'radio' ? `radio ${control.name}` : `${index} ${control.localName} ${name}`;
      control.setAttribute('data-stop', mark);
      marks.add(mark);
    }
  }
  document.querySelector<HTMLElement>('h1')?.focus();
  return [...marks];
}
