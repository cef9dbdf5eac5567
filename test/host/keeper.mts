// Started by session.mts with a pipe as its input. When the pipe closes, whether its owner ended well, crashed or was
// killed, it ends what the owner had started and removes the owner's folder. It is the one place that cleans up.
import { existsSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { killMarked } from './processes.mts';

const folder = process.argv[2];
const roots: number[] = [];

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => undefined);
}
for await (const line of createInterface({ input: process.stdin })) {
  roots.push(Number(line));
}
// A process of a browser that carries no mark may write a last file while the folder is emptied: then it is emptied again.
for (let round = 0; folder !== undefined && round < 100 && (round === 0 || existsSync(folder)); round += 1) {
  await killMarked(folder, roots);
  remove(folder);
  await sleep(Math.min(20 * round, 200));
}

function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // The next round tells.
  }
}
