import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Flag } from './flagger.js';

/** Another checker. Nothing of it is loaded before {@link load}. */
export interface Peer {
  readonly name: string;
  /** @throws whatever the peer throws */
  load(): Promise<(text: string) => Promise<readonly Flag[]>>;
}

interface PeerModule {
  readonly peers: readonly {
    readonly name: string;
    load(): Promise<
      (text: string) => readonly (readonly [string, string])[] | Promise<readonly (readonly [string, string])[]>
    >;
  }[];
}

const FILES = ['package.json', 'package-lock.json', 'load.mjs'];

/** The other checkers, installed on the first call into the cache, outside of the project. Empty when that fails, with a word on why. */
export async function peers(): Promise<readonly Peer[]> {
  try {
    const module: PeerModule = await import(pathToFileURL(join(installed(), 'load.mjs')).href);
    return module.peers.map(({ name, load }) => ({
      name,
      load: async () => {
        const check = await load();
        return async (text) => (await check(text)).map(([rule, found]) => ({ rule, text: found }));
      },
    }));
  } catch (error) {
    console.error(`The peers could not be installed: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
}

/** The folder with the peers; a draft is renamed when it is whole, so that no half of one is ever used. */
function installed(): string {
  const source = join(__dirname, '..', '..', '..', '..', 'test', 'bench', 'peers');
  const hash = createHash('sha256');
  for (const file of FILES) {
    hash.update(readFileSync(join(source, file)));
  }
  const target = join(cacheBase(), `peers-${hash.digest('hex').slice(0, 12)}`);
  if (!existsSync(target)) {
    const draft = `${target}.draft-${process.pid}`;
    mkdirSync(draft, { recursive: true });
    try {
      for (const file of FILES) {
        copyFileSync(join(source, file), join(draft, file));
      }
      console.error('Installing the peers into the cache, once…');
      execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
        cwd: draft,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      renameSync(draft, target);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  }
  return target;
}

function cacheBase(): string {
  const { COMMON_GROUND_CACHE: own, XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = process.env;
  return own || join(xdg || local || join(homedir(), '.cache'), 'common-ground');
}
