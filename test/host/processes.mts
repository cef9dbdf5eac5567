import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Processes are found by a mark in their environment, which every descendant inherits: a process whose parent is gone, or
 * that left its group, is found all the same. The mark is a folder; the mark of a session inside another is a folder inside.
 */
export const markName = 'COMMON_GROUND_OWNER';

/** The ids of all living processes that carry the mark or one inside it, without the caller itself. */
export function processesMarked(mark: string): number[] {
  const wanted = `${markName}=${mark}`;
  const found = process.platform === 'linux' ? fromProc(wanted) : fromPs(wanted);
  return found.filter((pid) => pid !== process.pid);
}

/** Kills whatever carries the mark, until nothing does. On Windows the trees below `roots` are killed instead. */
export async function killMarked(mark: string, roots: readonly number[] = []): Promise<void> {
  if (process.platform === 'win32') {
    for (const pid of roots) {
      attempt(() => execFileSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' }));
    }
    return;
  }
  let killed: number[] = [];
  for (let round = 0; round < 200; round += 1) {
    const pids = processesMarked(mark);
    for (const pid of pids) {
      attempt(() => process.kill(pid, 'SIGKILL'));
    }
    killed = [...killed, ...pids].filter((pid) => !isGone(pid));
    if (killed.length === 0) {
      return;
    }
    await sleep(30);
  }
}

/** Kills the children of a process that were started with `argument`, at once. Not on Windows. */
export function killChildren(parent: number | undefined, argument: string): void {
  const listing = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  for (const line of listing.split('\n').filter((each) => each.includes(argument))) {
    const [pid, ppid] = line.trim().split(/\s+/).map(Number);
    if (pid !== undefined && ppid === parent) {
      attempt(() => process.kill(pid, 'SIGKILL'));
    }
  }
}

/** A dying process loses its environment, and with it its mark, before its ports: it is gone when nothing of it runs. */
function isGone(pid: number): boolean {
  if (process.platform === 'linux') {
    const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'latin1'));
    return stat === undefined || /\) [ZX] /.test(stat);
  }
  return attempt(() => process.kill(pid, 0)) === undefined;
}

function fromProc(wanted: string): number[] {
  const matches = (pid: string): boolean =>
    attempt(() => startsAny(readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0'), wanted)) ?? false;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter(matches)
    .map(Number);
}

function fromPs(wanted: string): number[] {
  const listing = attempt(() => execFileSync('ps', ['axeww', '-o', 'pid=,command='], { encoding: 'utf8' })) ?? '';
  return listing
    .split('\n')
    .filter((line) => startsAny(line.split(' '), wanted))
    .map((line) => Number.parseInt(line, 10));
}

/** A mark matches itself and what is inside of it, not a neighbour whose name merely begins alike. */
function startsAny(entries: readonly string[], wanted: string): boolean {
  return entries.some((entry) => entry === wanted || entry.startsWith(`${wanted}/`));
}

/** A process may end between the look and the act. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
