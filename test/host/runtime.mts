import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from './cache.mts';
import { inProject } from './paths.mts';
import { Problem } from './problem.mts';
import { startOwned } from './session.mts';

/** The folder with the pinned packages, installed where they are missing. */
export function runtimePackages(): Promise<string> {
  return cached('packages', installPackages);
}

/** The folder of the VS Code server: `out/server-main.js` in it starts it. */
export async function serverFolder(): Promise<string> {
  return serverIn(await runtimePackages());
}

function serverIn(packages: string): string {
  return join(packages, 'node_modules', 'code-server', 'lib', 'vscode');
}

/**
 * Install scripts stay off: they compile native parts, which needs tools and headers that a machine may not have; the server
 * runs without those parts. Its own dependencies come with a shrinkwrap inside the package, so they are pinned too.
 */
async function installPackages(folder: string): Promise<void> {
  console.log('Fetching VS Code for the tests from the npm registry (once, about 600 MB on disk) …');
  for (const file of ['package.json', 'package-lock.json']) {
    copyFileSync(inProject('test', 'host', 'runtime', file), join(folder, file));
  }
  await npm(folder, ['ci']);
  await npm(serverIn(folder), ['install', '--omit=dev', '--no-package-lock']);
}

async function npm(cwd: string, args: readonly string[]): Promise<void> {
  const all = [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  const windows = process.platform === 'win32';
  const npmProcess = startOwned(windows ? 'npm.cmd' : 'npm', all, {
    cwd,
    env: withoutNpmSettings(),
    shell: windows,
    stdio: ['ignore', 'pipe', 'pipe'],
  }).process;
  const output: string[] = [];
  npmProcess.stdout?.on('data', (data) => output.push(String(data)));
  npmProcess.stderr?.on('data', (data) => output.push(String(data)));
  const code = await new Promise<number | string>((done) => {
    npmProcess.on('error', (error) => done('code' in error ? String(error.code) : 'unknown'));
    npmProcess.on('close', (exit) => done(exit ?? 'signal'));
  });
  if (code !== 0) {
    throw npmProblem(code, args, output.join(''));
  }
}

/** `npm run` hands its own settings to its scripts, `omit` and `prefix` among them; they are not meant for this. */
function withoutNpmSettings(): NodeJS.ProcessEnv {
  const names = Object.keys(process.env).filter((name) =>
    /^npm_(config_(omit|include|package|prefix)|package)/.test(name),
  );
  return Object.fromEntries(names.map((name) => [name, undefined]));
}

function npmProblem(code: number | string, args: readonly string[], output: string): Problem {
  if (code === 'ENOENT') {
    return new Problem(
      'npm was not found: install Node 20 or newer from https://nodejs.org and run the same command again.',
    );
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|ENOTCACHED/.test(output)) {
    return new Problem(
      'The npm registry could not be reached to fetch VS Code for the tests: check the network (or the proxy in your npm settings) and run the same command again.',
    );
  }
  const lastWords = output.trim().split('\n').slice(-8).join('\n');
  return new Problem(
    `${lastWords}\n\n"npm ${args.join(' ')}" failed while fetching VS Code for the tests; once that is settled, run the same command again.`,
  );
}
