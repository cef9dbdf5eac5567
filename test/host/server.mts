import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isListening } from './leftBehind.mts';
import { killChildren } from './processes.mts';
import { serverFolder } from './runtime.mts';
import { type Owned, session, startOwned } from './session.mts';

export interface ServerOptions {
  /** Settings in force for everyone who connects, such as `workbench.colorTheme`. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Extensions that are there from the start, as if someone had installed them: folders, or `.vsix` files. */
  readonly installed?: readonly string[];
  /** Which of VS Code's own extensions there are, by the names of their folders; all of them if it is left out. */
  readonly builtIn?: readonly string[];
  /** For a person who keeps it open: a token in the URL, and the extension gallery can be reached. Tests do without. */
  readonly forPerson?: boolean;
  /** Added to the environment of the server and with it of the extension host. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A VS Code server that listens on 127.0.0.1. */
export interface Server {
  readonly port: number;
  /** With the token, if there is one. */
  readonly url: string;
  readonly extensionsFolder: string;
  readonly logsFolder: string;
  /** Changes settings while it runs; windows that are open see it in a moment. */
  setSettings(settings: Readonly<Record<string, unknown>>): void;
  /** Ends every extension host at once, without a word to any of them. */
  killExtensionHosts(): void;
  /** Ends the server and every process that came from it. */
  dispose(): Promise<void>;
}

/** What every window is told, so that tests and pictures show the work and not a greeting. */
export const quietSettings = {
  'workbench.startupEditor': 'none',
  // In a browser VS Code saves by itself after a second; on a desktop it does not.
  'files.autoSave': 'off',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'workbench.editor.useModal': 'off',
  'chat.disableAIFeatures': true,
  'security.workspace.trust.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'git.autofetch': false,
  'git.openRepositoryInParentFolders': 'never',
};

/** code-server takes its gallery from here; with an empty address there is none to wait for. */
const noGallery = { EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: '', itemUrl: '' }) };

/** Starts a server of its own: own port, own data, own extensions. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const code = await serverFolder();
  const data = session().newFolder('vscode');
  const extensionsFolder = join(data, 'extensions');
  await placeExtensions(extensionsFolder, options.installed ?? []);
  const settings = new Map<string, unknown>(Object.entries({ ...quietSettings, ...options.settings }));
  const settingsFile = join(data, 'data', 'Machine', 'settings.json');
  const saveSettings = (): void => writeFileSync(settingsFile, JSON.stringify(Object.fromEntries(settings), null, 2));
  mkdirSync(join(data, 'data', 'Machine'), { recursive: true });
  saveSettings();

  const token = options.forPerson ? randomUUID() : undefined;
  const owned = startOwned(
    process.execPath,
    [
      join(code, 'out', 'server-main.js'),
      ...serverFlags(data, extensionsFolder, token),
      ...builtInFlags(data, code, options.builtIn),
    ],
    {
      cwd: code,
      env: serverEnvironment({ ...(options.forPerson ? {} : noGallery), ...options.env }),
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const port = await listeningPort(owned);
  return {
    port,
    url: `http://127.0.0.1:${port}/${token === undefined ? '' : `?tkn=${token}`}`,
    extensionsFolder,
    logsFolder: join(data, 'data', 'logs'),
    setSettings(changed) {
      for (const [name, value] of Object.entries(changed)) {
        settings.set(name, value);
      }
      saveSettings();
    },
    killExtensionHosts: () => killChildren(owned.process.pid, '--type=extensionHost'),
    async dispose() {
      await owned.end();
      await portIsFree(port);
    },
  };
}

/** The threads of a killed process let go of its port one by one, and later than the process is gone from the list. */
async function portIsFree(port: number): Promise<void> {
  for (let tries = 0; tries < 100 && (await isListening(port)); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Runs the server's command line, such as `--install-extension FILE`, on a server's extensions. Resolves to what it printed. */
export async function runServerCli(extensionsFolder: string, args: readonly string[]): Promise<string> {
  const code = await serverFolder();
  const data = session().newFolder('cli');
  const flags = ['--accept-server-license-terms', '--server-data-dir', data, '--extensions-dir', extensionsFolder];
  const owned = startOwned(process.execPath, [join(code, 'out', 'server-main.js'), ...flags, ...args], {
    cwd: code,
    env: serverEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  owned.process.stdout?.on('data', (chunk) => output.push(String(chunk)));
  owned.process.stderr?.on('data', (chunk) => output.push(String(chunk)));
  const exit = await new Promise((done) => owned.process.on('close', done));
  if (exit !== 0) {
    throw new Error(`The server's command line failed (${args.join(' ')}):\n${output.join('')}`);
  }
  return output.join('');
}

function serverFlags(data: string, extensions: string, token: string | undefined): string[] {
  return [
    ...['--host', '127.0.0.1', '--port', '0'],
    ...(token === undefined ? ['--without-connection-token'] : ['--connection-token', token]),
    ...['--server-data-dir', data, '--extensions-dir', extensions],
    '--accept-server-license-terms',
    '--enable-smoke-test-driver',
    '--disable-workspace-trust',
    ...['--telemetry-level', 'off'],
  ];
}

/** The server starts sooner with a folder that holds only what is wanted of its own extensions. */
function builtInFlags(data: string, code: string, names: readonly string[] | undefined): string[] {
  if (names === undefined) {
    return [];
  }
  const folder = join(data, 'built-in');
  mkdirSync(folder);
  for (const name of names) {
    symlinkSync(join(code, 'extensions', name), join(folder, name), 'junction');
  }
  return ['--builtin-extensions-dir', folder];
}

/** Variables of an editor that this runs inside of would make the server think it belongs to that one. */
function serverEnvironment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const foreign = Object.keys(process.env).filter((name) => /^(VSCODE_|ELECTRON_)/.test(name));
  return { ...Object.fromEntries(foreign.map((name) => [name, undefined])), ...extra };
}

/** The server reads what lies in its extensions folder at its first start, under the names it would give itself. */
async function placeExtensions(target: string, sources: readonly string[]): Promise<void> {
  mkdirSync(target, { recursive: true });
  const packages = sources.filter((source) => source.endsWith('.vsix'));
  for (const source of sources.filter((each) => !packages.includes(each))) {
    const { publisher, name, version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
    cpSync(source, join(target, `${publisher}.${name}-${version}`.toLowerCase()), { recursive: true });
  }
  if (packages.length > 0) {
    await runServerCli(
      target,
      packages.flatMap((source) => ['--install-extension', source]),
    );
  }
}

function listeningPort(owned: Owned): Promise<number> {
  const output: string[] = [];
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail('did not listen within 120 seconds'), 120_000);
    const fail = (what: string): void => {
      clearTimeout(timer);
      void owned.end();
      reject(new Error(`The VS Code server ${what}.\n${output.join('').slice(-2000)}`));
    };
    const read = (chunk: unknown): void => {
      output.push(String(chunk));
      const port = /Extension host agent listening on (\d+)/.exec(output.join(''))?.[1];
      if (port !== undefined) {
        clearTimeout(timer);
        resolve(Number(port));
      }
    };
    owned.process.stdout?.on('data', read);
    owned.process.stderr?.on('data', read);
    owned.process.on('error', (error) => fail(`could not be started (${error.message})`));
    owned.process.on('exit', (code) => fail(`ended at once (${code})`));
  });
}
