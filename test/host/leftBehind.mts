import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { processesMarked } from './processes.mts';

/** What a command that has ended still holds after `patience` milliseconds, in words; empty when it is all gone. */
export async function leftBehind(folder: string, port: number, patience = 60_000): Promise<string[]> {
  const deadline = Date.now() + patience;
  let left: string[];
  do {
    left = await look(folder, port);
    await sleep(100);
  } while (left.length > 0 && Date.now() < deadline);
  return left;
}

async function look(folder: string, port: number): Promise<string[]> {
  return [
    ...processesMarked(folder).map((pid) => `process ${pid}`),
    ...((await isListening(port)) ? [`port ${port}`] : []),
    ...(existsSync(folder) ? [`folder ${folder}`] : []),
  ];
}

export function isListening(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      done(true);
    });
    socket.on('error', () => done(false));
  });
}
