/**
 * Lines to the hub for a panel that has none of its own: a webview can only speak to its editor, which opens the line and passes on
 * what comes. Several may follow one another over the same port; each has a number, so that the last words of one are not heard by
 * the next.
 */
import * as v from 'valibot';
import { type Line, ListenedLine } from './line.js';
import type { Port } from './rpc.js';

const number = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const code = v.pipe(v.number(), v.safeInteger());
const pipeMessage = v.variant('pipe', [
  /** Panel: a line, please. Host: here it is. */
  v.object({ pipe: v.literal('open'), line: number }),
  v.object({ pipe: v.literal('pass'), line: number, message: v.unknown() }),
  /** Either: it ended. Also the answer to `open` when there is none to be had. */
  v.object({ pipe: v.literal('closed'), line: number, code }),
]);
type PipeMessage = v.InferOutput<typeof pipeMessage>;

/** No line could be opened; as with a socket, nobody knows why. */
const abnormal = 1006;

/** The panel's half. @returns opens a line; rejects when there is none */
export function pipedLines(port: Port): () => Promise<Line> {
  let last = 0;
  return () => {
    last += 1;
    const line = new PipedLine(port, last);
    return line.opened;
  };
}

class PipedLine extends ListenedLine {
  readonly opened: Promise<Line>;
  private readonly stop: () => void;
  private answer: { readonly open: () => void; readonly fail: (error: Error) => void } | undefined;

  constructor(
    private readonly port: Port,
    private readonly number: number,
  ) {
    super();
    this.opened = new Promise((resolve, reject) => {
      this.answer = { open: () => resolve(this), fail: reject };
    });
    this.stop = port.onMessage((message) => this.take(message));
    port.send({ pipe: 'open', line: number } satisfies PipeMessage);
  }

  send(message: unknown): void {
    if (this.ended) {
      throw new Error('The line is closed.');
    }
    this.port.send({ pipe: 'pass', line: this.number, message } satisfies PipeMessage);
  }

  close(closeCode = 1000): void {
    if (!this.ended) {
      this.port.send({ pipe: 'closed', line: this.number, code: closeCode } satisfies PipeMessage);
      this.end(closeCode);
    }
  }

  private take(message: unknown): void {
    const parsed = v.safeParse(pipeMessage, message);
    if (!parsed.success || parsed.output.line !== this.number || this.ended) {
      return;
    }
    const said = parsed.output;
    if (said.pipe === 'open') {
      this.answer?.open();
    } else if (said.pipe === 'pass') {
      this.deliver(said.message);
    } else {
      this.end(said.code);
    }
  }

  protected override end(closeCode: number): void {
    this.stop();
    this.answer?.fail(new Error('There is no line.'));
    super.end(closeCode);
  }
}

/** The host's half: opens lines for the panel at the port until disposed. @returns dispose, which ends them all */
export function servePipes(port: Port, connect: () => Promise<Line>): () => void {
  const lines = new Map<number, Line>();
  const tell = (message: PipeMessage): void => port.send(message);
  const open = async (wanted: number): Promise<void> => {
    try {
      const line = await connect();
      lines.set(wanted, line);
      line.onMessage((message) => tell({ pipe: 'pass', line: wanted, message }));
      line.onClosed((closeCode) => {
        lines.delete(wanted);
        tell({ pipe: 'closed', line: wanted, code: closeCode });
      });
      tell({ pipe: 'open', line: wanted });
    } catch {
      tell({ pipe: 'closed', line: wanted, code: abnormal });
    }
  };
  const stop = port.onMessage((message) => {
    const parsed = v.safeParse(pipeMessage, message);
    if (!parsed.success) {
      return;
    }
    const said = parsed.output;
    if (said.pipe === 'open') {
      void open(said.line);
    } else if (said.pipe === 'pass') {
      pass(lines.get(said.line), said.message);
    } else {
      lines.get(said.line)?.close(said.code);
    }
  });
  return () => {
    stop();
    for (const line of [...lines.values()]) {
      line.close();
    }
  };
}

function pass(line: Line | undefined, message: unknown): void {
  try {
    line?.send(message);
  } catch {
    // The line went just now; that it did is being told.
  }
}
