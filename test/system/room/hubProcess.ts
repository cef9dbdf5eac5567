/** The hub as a process of its own, to be killed and to be measured. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { type Invitation, readInvitation } from '../../../src/protocol/invitation.js';

/** A port that was free just now, to be used again and again. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

export class HubProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly lines: readonly string[],
  ) {}

  /** Resolves once it listens. @throws with what it said when it does not */
  static async start(args: readonly string[]): Promise<HubProcess> {
    const child = spawn(process.execPath, ['dist/hub.js', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    const lines: string[] = [];
    const links = args.includes('--open') ? 2 : 0;
    const errors: string[] = [];
    child.stderr.on('data', (text) => errors.push(String(text)));
    await new Promise<void>((done, failed) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        lines.push(line);
        if (lines.length === 1 + links) {
          done();
        }
      });
      child.once('exit', (code) => failed(new Error(`The hub ended with ${code}: ${errors.join('')}`)));
    });
    return new HubProcess(child, lines);
  }

  /** The links that it printed: the facilitator's, and the one to pass on. */
  get links(): readonly [facilitator: Invitation, guests: Invitation] {
    const [facilitator, guests] = this.lines.slice(1).map((line) => readInvitation(line.replace(/^.*?: +/, '')));
    if (facilitator === undefined || guests === undefined) {
      throw new Error(`No links in: ${this.lines.join('\n')}`);
    }
    return [facilitator, guests];
  }

  /** Megabytes in memory; nothing where the system does not say. */
  get memory(): number | undefined {
    try {
      const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
      return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
    } catch {
      return undefined;
    }
  }

  async kill(signal: NodeJS.Signals): Promise<number | null> {
    const gone = this.child.exitCode === null ? once(this.child, 'exit') : undefined;
    this.child.kill(signal);
    await gone;
    return this.child.exitCode;
  }
}
