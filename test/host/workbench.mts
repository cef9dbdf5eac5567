import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { launchBrowser } from './browser.mts';
import { inProject } from './paths.mts';
import { type Server, type ServerOptions, startServer } from './server.mts';
import { session } from './session.mts';

export const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  highContrast: 'Default High Contrast',
  highContrastLight: 'Default High Contrast Light',
} as const;
export type Theme = keyof typeof themes;

/** Whether pictures are taken in every theme and size: most of the time that they take goes into changing the theme. */
export const allPictures: boolean = process.env.COMMON_GROUND_PICTURES !== undefined;

export interface WorkbenchOptions {
  /** The folder to open, or a `.code-workspace` file. Nothing is opened without it. */
  readonly folder?: string;
  /** A file to show at once. */
  readonly openFile?: string;
  /** An extension to load from its sources. `false` for none; the project itself if it is left out. */
  readonly extensionDevelopmentPath?: string | false;
  /** Further extensions, as if someone had installed them: `test/fixtures/reviewBox`. */
  readonly installed?: readonly string[];
  /** Which of VS Code's own extensions there are; those that have a part in what is tested if it is left out. */
  readonly builtIn?: readonly string[];
  readonly extensionTestsPath?: string;
  readonly theme?: Theme;
  readonly size?: { readonly width: number; readonly height: number };
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  /** A server that runs already; it stays when the workbench is closed. */
  readonly server?: Server;
  /** Called before VS Code loads, to expose functions or to listen. */
  readonly prepare?: (context: BrowserContext, page: Page) => Promise<void>;
}

/**
 * What of VS Code's own extensions meets ours: languages, Markdown, git, notebooks, looks. The ninety others make up a third of
 * what a start costs; the test of `npm start` has them all.
 */
const usualBuiltIn = [
  ...[
    'configuration-editing',
    'diff',
    'git',
    'git-base',
    'ini',
    'ipynb',
    'javascript',
    'json',
    'json-language-features',
  ],
  ...[
    'log',
    'markdown-basics',
    'markdown-language-features',
    'merge-conflict',
    'python',
    'search-result',
    'shellscript',
  ],
  ...['theme-defaults', 'theme-seti', 'typescript-basics', 'yaml'],
];

/** Nothing that is tested runs in the second host, the one in the browser. */
const ownHostOnly = { 'extensions.webWorker': false };

/** Opens VS Code on a server of its own, in a browser of its own, and waits until it can be used. */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const server = options.server ?? (await startServer(serverOptions(options)));
  const browser = await launchBrowser();
  const context = await browser.newContext({
    viewport: options.size ?? { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
    reducedMotion: 'reduce',
  });
  const page = await newPage(context);
  await options.prepare?.(context, page);
  await load(page, server, options);
  return new Workbench(page, server, browser, options);
}

/**
 * As a crash does it: a window is gone without a word, and another one opens on the same folder.
 * @param andHost the process that runs its extensions goes too; otherwise it is left waiting for its window.
 */
export async function crashAndReopen(
  { page, server, browser }: Workbench,
  options: WorkbenchOptions,
  andHost: boolean,
): Promise<Workbench> {
  const context = page.context();
  const next = await newPage(context);
  if (andHost) {
    server.killExtensionHosts();
  }
  const line = await context.newCDPSession(page);
  // The crashed page has nobody who could answer.
  void line.send('Page.crash').catch(() => undefined);
  await page.waitForEvent('crash');
  await page.close();
  await load(next, server, options);
  return new Workbench(next, server, browser, options);
}

async function newPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  return page;
}

async function load(page: Page, server: Server, options: WorkbenchOptions): Promise<void> {
  await page.goto(workbenchUrl(server, options), { timeout: 60_000, waitUntil: 'commit' });
  await page.locator('.monaco-workbench .part.editor').waitFor({ timeout: 120_000 });
}

function serverOptions(options: WorkbenchOptions): ServerOptions {
  const theme = options.theme === undefined ? {} : { 'workbench.colorTheme': themes[options.theme] };
  return {
    settings: { 'editor.cursorBlinking': 'solid', ...ownHostOnly, ...theme, ...options.settings },
    installed: options.installed ?? [],
    builtIn: options.builtIn ?? usualBuiltIn,
    ...(options.env === undefined ? {} : { env: options.env }),
  };
}

/**
 * The address that opens a folder with an extension under development. The list of entries becomes a map in VS Code, so a
 * second extension under development would replace the first: others are installed instead.
 */
export function workbenchUrl(server: Server, options: WorkbenchOptions): string {
  const url = new URL(server.url);
  const remote = (path: string): string => `vscode-remote://127.0.0.1:${server.port}${path}`;
  const payload: [string, string][] = [['skipWelcome', 'true']];
  const development = options.extensionDevelopmentPath ?? inProject();
  if (development !== false) {
    payload.push(['extensionDevelopmentPath', remote(development)]);
  }
  if (options.extensionTestsPath !== undefined) {
    payload.push(['extensionTestsPath', remote(options.extensionTestsPath)]);
  }
  if (options.openFile !== undefined) {
    payload.push(['openFile', remote(options.openFile)]);
  }
  url.searchParams.set('payload', JSON.stringify(payload));
  if (options.folder === undefined) {
    url.searchParams.set('ew', 'true');
  } else {
    url.searchParams.set(options.folder.endsWith('.code-workspace') ? 'workspace' : 'folder', options.folder);
  }
  return url.href;
}

/** What a person does in VS Code, by the names that they see. `page` is there for everything else. */
export class Workbench {
  readonly page: Page;
  readonly server: Server;
  readonly browser: Browser;
  readonly #ownsServer: boolean;
  readonly #theme: Theme | undefined;

  constructor(page: Page, server: Server, browser: Browser, options: WorkbenchOptions) {
    this.page = page;
    this.server = server;
    this.browser = browser;
    this.#ownsServer = options.server === undefined;
    this.#theme = options.theme;
  }

  /** Runs a command by its title in the palette: `Common Ground: Start Retro`. */
  async runCommand(title: string): Promise<void> {
    await this.#pick('F1', `>${title}`, title);
  }

  /** Answers the input box or picks the row of the quick pick that is open, once it shows `question`. */
  async answer(text: string, question = ''): Promise<void> {
    const input = this.page.locator('.quick-input-widget:visible .quick-input-box input');
    await this.page.locator('.quick-input-widget:visible', { hasText: question }).waitFor();
    await input.fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** Opens a file of the workspace by a part of its path, and puts the focus into it. */
  async openFile(path: string): Promise<void> {
    const name = path.split('/').at(-1) ?? path;
    await this.#pick('Control+P', path, name);
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.editor(name).waitFor();
  }

  /** The text editor of a file by its name, or the one with the focus. */
  editor(name?: string): Locator {
    return name === undefined
      ? this.page.locator('.monaco-editor.focused')
      : this.page.locator(`.editor-instance .monaco-editor[data-uri$="${encodeURI(name)}"]`).first();
  }

  /** The input of the review comment box that is open. */
  commentBox(): Locator {
    return this.page.locator('.review-widget .comment-form .monaco-editor').last();
  }

  /** Moves the cursor of the editor with the focus: lines and columns count from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.page.keyboard.press('Control+G');
    const input = this.page.locator('.quick-input-widget:visible .quick-input-box input');
    await input.fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Types as a person would, key by key, without suggestions getting in between. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 5 });
  }

  /** The squiggles inside of `where`; waits until there is one at least. */
  async squiggles(where: Locator = this.page.locator('.part.editor')): Promise<Locator> {
    const found = where.locator('.cdr.squiggly-info, .cdr.squiggly-warning, .cdr.squiggly-hint, .cdr.squiggly-error');
    await found.first().waitFor({ state: 'attached' });
    return found;
  }

  /** Opens the quick fixes at the cursor and takes the one whose title has this text. */
  async quickFix(title: string): Promise<void> {
    const { page } = this;
    const row = page.locator('.action-widget .monaco-list-row').filter({ hasText: title }).first();
    await this.#until(row, () => page.keyboard.press('Control+.'));
    await row.click();
    await row.waitFor({ state: 'detached' });
  }

  /** The content of the webview that is open; `index` if there are several. */
  webviewFrame(index = 0): FrameLocator {
    return this.page.locator('iframe.webview').nth(index).contentFrame().locator('iframe#active-frame').contentFrame();
  }

  async setTheme(theme: Theme): Promise<void> {
    const marks = { light: 'vs', dark: 'vs-dark', highContrast: 'hc-black', highContrastLight: 'hc-light' };
    const shown = this.page.locator(`.monaco-workbench.${marks[theme]}`);
    // News of a changed file can be lost between the server and the page: then it is told again.
    for (let tries = 0; tries < 10 && !(await shown.isVisible()); tries += 1) {
      this.server.setSettings({ 'workbench.colorTheme': themes[theme] });
      await shown.waitFor({ timeout: 4000 }).catch(() => undefined);
    }
    await shown.waitFor();
    // The colours of a webview follow a moment later.
    await this.page.waitForTimeout(300);
  }

  /**
   * Saves a picture as `out/screenshots/NAME.png`. Where themes are given it has the one in its name that VS Code was opened
   * in (`NAME-dark.png`); with `COMMON_GROUND_PICTURES` there is one in each of them.
   */
  async screenshot(name: string, ...inThemes: readonly Theme[]): Promise<void> {
    mkdirSync(inProject('out', 'screenshots'), { recursive: true });
    const path = (theme?: Theme): string =>
      inProject('out', 'screenshots', `${theme === undefined ? name : `${name}-${theme}`}.png`);
    if (inThemes.length === 0 || !allPictures) {
      await this.page.screenshot({ path: path(inThemes.length === 0 ? undefined : this.#theme) });
      return;
    }
    for (const theme of inThemes) {
      await this.setTheme(theme);
      await this.page.screenshot({ path: path(theme) });
    }
  }

  /** Opens a quick pick, filters it, and takes the first row that has the text. */
  async #pick(key: string, filter: string, text: string): Promise<void> {
    const { page } = this;
    const row = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: text }).first();
    await this.#until(row, async () => {
      await page.keyboard.press(key);
      await page.locator('.quick-input-widget:visible .quick-input-box input').fill(filter);
    });
    await row.click();
  }

  /** Repeats an act until its effect is seen: extensions that still start up can close what was just opened. */
  async #until(effect: Locator, act: () => Promise<void>): Promise<void> {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      await act();
      const seen = await effect.waitFor({ timeout: 1000 + 500 * attempt }).then(
        () => true,
        () => false,
      );
      if (seen) {
        return;
      }
      await this.page.keyboard.press('Escape');
    }
    await effect.waitFor({ timeout: 1000 });
  }

  /** Closes the browser, and the server if it was opened with this workbench. */
  async close(): Promise<void> {
    await this.browser.close();
    if (this.#ownsServer) {
      await this.server.dispose();
    }
  }
}

/** A fresh temporary folder; it goes when the process ends. */
export function temporaryFolder(name = 'folder'): string {
  return session().newFolder(name);
}

/** Where a file of a fixture extension or of the sample team lies. */
export function fixture(name: string): string {
  return join(inProject('test', 'fixtures'), name);
}
