import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { inProject } from './paths.mts';

/** Where downloads are kept between runs and between clones. The name changes with what is pinned. */
export function cacheFolder(): string {
  const lock = readFileSync(inProject('test', 'host', 'runtime', 'package-lock.json'));
  const hash = createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex');
  return join(cacheBase(), `host-${hash.slice(0, 12)}`);
}

/**
 * The path of `name` in the cache; `fill` makes it where it is missing, in a folder that is renamed when it is whole. Two
 * runs at once may both fill theirs: the first to be done wins, and no lock can be left behind.
 */
export async function cached(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const target = join(cacheFolder(), name);
  if (existsSync(target)) {
    return target;
  }
  mkdirSync(cacheFolder(), { recursive: true });
  removeLeftovers(cacheFolder());
  const draft = join(cacheFolder(), `${name}.draft-${process.pid}`);
  rmSync(draft, { recursive: true, force: true });
  try {
    mkdirSync(draft);
    await fill(draft);
    renameUnlessThere(draft, target);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return target;
}

function cacheBase(): string {
  const { COMMON_GROUND_CACHE: own, XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = process.env;
  return own || join(xdg || local || join(homedir(), '.cache'), 'common-ground');
}

function renameUnlessThere(draft: string, target: string): void {
  try {
    renameSync(draft, target);
  } catch (error) {
    if (!existsSync(target)) {
      throw error;
    }
  }
}

/** Drafts of runs that ended before they were done. */
function removeLeftovers(folder: string): void {
  for (const entry of readdirSync(folder)) {
    const pid = /\.draft-(\d+)$/.exec(entry)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) {
      rmSync(join(folder, entry), { recursive: true, force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
