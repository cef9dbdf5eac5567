import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProject } from './paths.mts';
import { killMarked, markName } from './processes.mts';

/**
 * What one command leaves behind while it runs: one temporary folder and its child processes. All of it goes when the
 * session is closed, and also when this process ends in any other way, `kill -9` included (see keeper.mts).
 */
export interface Session {
  readonly folder: string;
  /** A new empty folder inside of it. */
  newFolder(name: string): string;
  close(): Promise<void>;
}

interface OpenSession extends Session {
  /** Tells of a process that was started; needed where marks cannot be read (Windows). */
  own(pid: number): void;
  /** How many were started, for their marks. */
  started: number;
}

/** Bundled tests have a copy of this module each; the process has one session. */
const state: typeof globalThis & { commonGroundSession?: OpenSession } = globalThis;

/**
 * The session of this process, opened at first use. From then on temporary files of this process and of all that it starts
 * land in the session's folder, those of libraries too.
 */
export function session(): Session {
  return current();
}

function current(): OpenSession {
  state.commonGroundSession ??= openSession();
  return state.commonGroundSession;
}

/** Ends the session if there is one. */
export async function closeSession(): Promise<void> {
  await state.commonGroundSession?.close();
}

/** A program that was started by `startOwned`. */
export interface Owned {
  readonly process: ChildProcess;
  /** Kills it and everything that came from it. */
  end(): Promise<void>;
}

/** Starts a program that cannot outlive this process. */
export function startOwned(program: string, args: readonly string[], options: SpawnOptions = {}): Owned {
  const own = current();
  own.started += 1;
  const mark = `${own.folder}/p${own.started}`;
  const child = spawn(program, args, { ...options, env: { ...process.env, ...options.env, [markName]: mark } });
  const roots = child.pid === undefined ? [] : [child.pid];
  roots.forEach((pid) => void own.own(pid));
  return { process: child, end: () => killMarked(mark, roots) };
}

/** Closes the session and exits on Ctrl+C, on the usual signals, and when whoever started this process is gone. */
export function endWithParent(): void {
  process.once('SIGINT', () => void closeAndExit(130));
  process.once('SIGTERM', () => void closeAndExit(143));
  process.once('SIGHUP', () => void closeAndExit(129));
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || void closeAndExit(129), 500).unref();
}

async function closeAndExit(code: number): Promise<void> {
  await closeSession();
  process.exit(code);
}

function openSession(): OpenSession {
  // macOS has a long temporary path, and socket names have a limit of 104 characters.
  const base = process.platform === 'darwin' && process.env[markName] === undefined ? '/tmp' : tmpdir();
  const folder = realpathSync(mkdtempSync(join(base, 'cg-')));
  // A session around this one ends this process; the keeper must live on to clean up after it.
  const { [markName]: _outer, ...env } = process.env;
  const keeper = spawn(process.execPath, [inProject('test', 'host', 'keeper.mts'), folder], {
    env,
    detached: true,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  keeper.unref();
  keeper.stdin.on('error', () => undefined);
  unref(keeper.stdin);
  const restore = setEnvironment(folder);
  const close = async (): Promise<void> => {
    if (state.commonGroundSession?.folder === folder) {
      delete state.commonGroundSession;
      restore();
    }
    const ended = keeper.exitCode === null ? new Promise((done) => keeper.once('exit', done)) : undefined;
    keeper.ref();
    keeper.stdin.end();
    await ended;
  };
  return {
    folder,
    close,
    started: 0,
    newFolder: (name) => newFolder(folder, name),
    own: (pid) => keeper.stdin.write(`${pid}\n`),
  };
}

/** The pipe alone must not keep a finished process alive. */
function unref(stream: NodeJS.WritableStream): void {
  if ('unref' in stream && typeof stream.unref === 'function') {
    stream.unref();
  }
}

/** Marks what is started from now on, and sends temporary files to the folder. Returns the way back. */
function setEnvironment(folder: string): () => void {
  const names = [markName, ...(process.platform === 'win32' ? ['TEMP', 'TMP'] : ['TMPDIR'])];
  const before = names.map((name) => [name, process.env[name]] as const);
  for (const name of names) {
    process.env[name] = folder;
  }
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) {
        delete process.env[name];
      } else {
        process.env[name] = value;
      }
    }
  };
}

function newFolder(folder: string, name: string): string {
  mkdirSync(folder, { recursive: true });
  return mkdtempSync(join(folder, `${name}-`));
}
