import type { RawData, WebSocket } from 'ws';
import { closeReasons } from '../protocol/closeCodes.js';
import { FrameReader, isShallow, toFrames } from '../protocol/frames.js';
import { ListenedLine } from '../protocol/line.js';

/** What a socket may do; the hub is strict with its guests, a guest believes its hub. */
export interface SocketRules {
  /** UTF-16 units of a message, asked anew with each frame. */
  readonly longest: () => number;
  /** Says whether one more frame is still within what is allowed now. */
  readonly allows?: () => boolean;
}

/** A line over a WebSocket, on either side. What breaks a rule ends it, with the code for it. */
export class SocketLine extends ListenedLine {
  private readonly reader: FrameReader;

  constructor(
    private readonly socket: WebSocket,
    private readonly rules: SocketRules,
  ) {
    super();
    this.reader = new FrameReader(rules.longest);
    socket.on('message', (data, isBinary) => this.frame(data, isBinary));
    socket.on('close', (code) => this.end(code));
    // A socket that fails closes right after; without a listener it would end the process.
    socket.on('error', () => undefined);
  }

  /** Bytes that wait to be sent. */
  get backlog(): number {
    return this.socket.bufferedAmount;
  }

  send(message: unknown): void {
    if (this.ended) {
      throw new Error('The line is closed.');
    }
    for (const frame of toFrames(message)) {
      this.socket.send(frame);
    }
  }

  close(code = 1000): void {
    if (!this.ended) {
      this.socket.close(code);
      this.end(code);
      // Whoever does not answer the goodbye is not waited for.
      setTimeout(() => this.socket.terminate(), 2000).unref();
    }
  }

  private frame(data: RawData, isBinary: boolean): void {
    if (this.ended) {
      return;
    }
    if (this.rules.allows?.() === false) {
      this.close(closeReasons.tooFast.code);
      return;
    }
    const taken = isBinary ? 'unreadable' : this.reader.take(data.toString());
    if (taken === 'more') {
      return;
    }
    const message = typeof taken === 'string' ? undefined : parsed(taken.text);
    if (message === undefined) {
      this.close(closeReasons[taken === 'tooBig' ? 'tooBig' : 'unreadable'].code);
      return;
    }
    this.deliver(message.value);
  }
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return isShallow(text) ? { value: JSON.parse(text) } : undefined;
  } catch {
    return undefined;
  }
}
