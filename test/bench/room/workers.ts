/** Processes of the benchmark, and what is said between them. */
import { type ChildProcess, fork } from 'node:child_process';
import { performance } from 'node:perf_hooks';

/** Someone's way in. */
export interface Ticket {
  readonly room: string;
  readonly name: string;
  readonly secret: string;
  readonly kind: 'invited' | 'back';
}

/** What a crowd is told to do; answered once it is done. */
export type CrowdOrder =
  | { readonly do: 'join'; readonly url: string; readonly tickets: readonly Ticket[]; readonly seals: boolean }
  /** Each writes so many cards, which stay with them; answered when their panels have made ready to seal, as they do while people write. */
  | { readonly do: 'write'; readonly cards: number }
  | { readonly do: 'act'; readonly event: unknown; readonly who: number }
  /** Everyone sends acts with a time in them for so long, each so often on average. Milliseconds. */
  | { readonly do: 'acts'; readonly long: number; readonly each: number }
  /** Everyone gives so many votes and says that they are done. */
  | { readonly do: 'votes'; readonly votes: number }
  /** Everyone answers the safety check. */
  | { readonly do: 'safety' }
  | {
      readonly do: 'until';
      readonly cards?: number;
      readonly step?: string;
      readonly counted?: 'vote' | 'safety';
      readonly people?: number;
    }
  | { readonly do: 'gathered'; readonly people: number }
  | { readonly do: 'measure' }
  | { readonly do: 'leave' };

/** When one act was seen. Milliseconds since 1970, with fractions. */
export interface Seen {
  readonly sent: number;
  /** The last of this process who saw it. */
  last: number;
  people: number;
}

export interface CrowdAnswer {
  /** When the last of this process got there, for `until`. */
  readonly at?: number;
  readonly seen?: readonly (readonly [string, Seen])[];
  /** Acts that were answered, by who would have to see them. */
  readonly answered?: readonly string[];
  /** Characters of changes, and how many there were. */
  readonly bytes?: number;
  readonly changes?: number;
  readonly failed?: string;
}

export type HubOrder =
  | { readonly do: 'room'; readonly title: string; readonly cards: number }
  | { readonly do: 'memory' };

export interface HubAnswer {
  readonly url?: string;
  readonly room?: string;
  readonly invitation?: string;
  readonly credential?: string;
  /** Megabytes. */
  readonly memory?: number;
}

/** Comparable between processes of one machine. */
export function now(): number {
  return performance.timeOrigin + performance.now();
}

/** A process that answers one order after the other. */
export class Worker<Order extends object, Answer extends object> {
  private readonly child: ChildProcess;
  private readonly waiting: ((answer: Answer) => void)[] = [];

  constructor(file: string, args: readonly string[] = []) {
    this.child = fork(file, args, { execArgv: ['--expose-gc'] });
    this.child.on('message', (answer) => this.waiting.shift()?.(answer as Answer));
    this.child.on('exit', (code) => {
      if (this.waiting.length > 0) {
        throw new Error(`${file} ended with ${code}.`);
      }
    });
  }

  ask(order: Order): Promise<Answer> {
    return new Promise((done) => {
      this.waiting.push(done);
      this.child.send(order);
    });
  }

  end(): void {
    this.child.kill();
  }
}

/** The other end of a {@link Worker}. */
export function answerOrders<Order>(run: (order: Order) => Promise<object>): void {
  let queue: Promise<void> = Promise.resolve();
  process.on('message', (order) => {
    queue = queue.then(async () => {
      const answer = await run(order as Order).catch((error: Error) => ({ failed: error.stack ?? error.message }));
      process.send?.(answer);
    });
  });
}
