// Started by session.mts with a pipe as its input. When the pipe closes, whether its owner ended well, crashed or was
// killed, it ends what the owner had started and removes the owner's folder. It is the one place that cleans up.
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { killMarked } from './processes.mts';

const folder = process.argv[2];
const roots: number[] = [];

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => undefined);
}
for await (const line of createInterface({ input: process.stdin })) {
  roots.push(Number(line));
}
if (folder !== undefined) {
  await killMarked(folder, roots);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
