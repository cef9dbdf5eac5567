import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cached } from './cache.mts';
import { Problem } from './problem.mts';
import { runtimePackages } from './runtime.mts';
import { startOwned } from './session.mts';

/** A Chromium that can be started, and what it needs in its environment. */
export interface Browser {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The browser named by COMMON_GROUND_BROWSER (a path, `packed` or `installed`), else the packed one of the registry where it
 * runs, since that one is pinned. Elsewhere one that is installed.
 */
export async function findBrowser(): Promise<Browser> {
  const named = process.env.COMMON_GROUND_BROWSER;
  const runsPacked = process.platform === 'linux' && process.arch === 'x64';
  if (named === 'packed' || (!named && runsPacked)) {
    return packedBrowser();
  }
  if (named && named !== 'installed') {
    if (!existsSync(named)) {
      throw new Problem(
        `COMMON_GROUND_BROWSER names ${named}, and there is no such file: correct it, or unset it to use a browser that is found.`,
      );
    }
    return { path: named, env: {} };
  }
  const installed = candidates().find((path) => existsSync(path));
  if (installed === undefined) {
    throw new Problem(
      'No browser was found: install Chrome, Chromium or Edge, or name one in COMMON_GROUND_BROWSER, and run the same command again.',
    );
  }
  return { path: installed, env: {} };
}

function candidates(): string[] {
  const { PATH = '', PROGRAMFILES = '', LOCALAPPDATA = '' } = process.env;
  const programs86 = process.env['PROGRAMFILES(X86)'] ?? '';
  switch (process.platform) {
    case 'darwin':
      return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
        (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
      );
    case 'win32':
      return [PROGRAMFILES, programs86, LOCALAPPDATA].flatMap((base) => [
        join(base, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(base, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ]);
    default: {
      const names = [
        'google-chrome',
        'google-chrome-stable',
        'chromium',
        'chromium-browser',
        'chrome',
        'microsoft-edge',
      ];
      return names.flatMap((name) => PATH.split(':').map((folder) => join(folder, name)));
    }
  }
}

/** Unpacks the compressed browser once. Its package unpacks into the temporary folder, so that is where it is told to be. */
async function packedBrowser(): Promise<Browser> {
  const packages = await runtimePackages();
  const folder = await cached('browser', async (draft) => {
    const entry = join(packages, 'node_modules', '@sparticuz', 'chromium', 'build', 'index.js');
    const code = `const { default: chromium } = await import(${JSON.stringify(pathToFileURL(entry).href)}); await chromium.executablePath();`;
    const unpack = startOwned(process.execPath, ['--input-type=module', '-e', code], {
      env: { TMPDIR: draft },
      stdio: 'inherit',
    });
    const exit = await new Promise((done) => unpack.process.on('close', done));
    if (exit !== 0 || !existsSync(join(draft, 'chromium'))) {
      throw new Problem(
        'The packed browser could not be unpacked (see above): set COMMON_GROUND_BROWSER=installed to use a Chrome, Chromium or Edge of this machine.',
      );
    }
  });
  return { path: join(folder, 'chromium'), env: { FONTCONFIG_PATH: fontconfig(join(folder, 'fonts')) } };
}

/** The machine's own fonts where there are any. */
function fontconfig(packed: string): string {
  return existsSync('/etc/fonts/fonts.conf') ? '/etc/fonts' : packed;
}
