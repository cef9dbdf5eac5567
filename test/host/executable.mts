#!/usr/bin/env node
// Behaves as the executable of desktop VS Code does for @vscode/test-electron: takes its flags, runs the tests of an
// extension inside a VS Code, prints what they print and exits with their code. The VS Code is the server in a browser.
import { resolve } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { runMain } from './problem.mts';
import { closeSession, endWithParent } from './session.mts';
import { TestConsole } from './testConsole.mts';
import { openWorkbench, type WorkbenchOptions } from './workbench.mts';

const timeLimit = Number(process.env.COMMON_GROUND_TIMEOUT ?? 900) * 1000;

endWithParent();
await runMain(async () => {
  try {
    return await runTests(parseArguments(process.argv.slice(2)));
  } finally {
    await closeSession();
  }
});
process.exit();

/** Flags that mean nothing here (`--no-sandbox`, `--disable-extensions`, profile folders: all of that is fresh anyway) are passed over. */
function parseArguments(args: readonly string[]): WorkbenchOptions {
  const values = (name: string): string[] =>
    args.filter((arg) => arg.startsWith(`--${name}=`)).map((arg) => resolve(arg.slice(name.length + 3)));
  const [development, ...others] = values('extensionDevelopmentPath');
  const [tests] = values('extensionTestsPath');
  const folder = args.find((arg) => !arg.startsWith('-'));
  return {
    extensionDevelopmentPath: development ?? false,
    installed: others,
    ...(tests === undefined ? {} : { extensionTestsPath: tests }),
    ...(folder === undefined ? {} : { folder: resolve(folder) }),
  };
}

/** Resolves to the exit code of the tests. */
async function runTests(options: WorkbenchOptions): Promise<number> {
  const { promise: ended, resolve: end } = Promise.withResolvers<number>();
  const output = new TestConsole();
  const timer = setTimeout(() => {
    console.error(`The tests did not end within ${timeLimit / 1000} seconds.`);
    end(1);
  }, timeLimit);
  const prepare = async (context: BrowserContext, page: Page): Promise<void> => {
    await context.exposeFunction('codeAutomationExit', (code: number) => end(code));
    await context.exposeFunction('codeAutomationLog', () => undefined);
    page.on('console', (message) => output.add(message));
    page.on('crash', () => {
      console.error('The browser page crashed.');
      end(1);
    });
  };
  const workbench = await openWorkbench({ ...options, prepare });
  try {
    const code = await ended;
    await output.flush();
    return code;
  } finally {
    clearTimeout(timer);
    await workbench.close();
  }
}
