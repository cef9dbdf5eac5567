import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from './findBrowser.mts';
import { Problem } from './problem.mts';
import { session } from './session.mts';

const flags = [
  '--no-sandbox',
  '--headless=shell',
  '--disable-gpu',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

/** Starts a browser without a window. It ends with this process. */
export async function launchBrowser(): Promise<Browser> {
  // The session is opened first, so that the browser's profile lands in its folder.
  session();
  const found = await findBrowser();
  const handle = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  try {
    return await chromium.launch({
      executablePath: found.path,
      args: flags,
      env: browserEnvironment(found.env),
      ...handle,
    });
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new Problem(
      `The browser ${found.path} did not start (${reason}): set COMMON_GROUND_BROWSER to the path of one that does, or to "installed" for the one of this machine.`,
    );
  }
}

function browserEnvironment(extra: Readonly<Record<string, string>>): Record<string, string> {
  const known = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(known), ...extra };
}
