import type { RawData, WebSocket } from 'ws';
import { closeReasons } from '../protocol/closeCodes.js';
import { FrameReader, isShallow, toFrames } from '../protocol/frames.js';
import type { Line } from '../protocol/line.js';

/** What a socket may do; the hub is strict with its guests, a guest believes its hub. */
export interface SocketRules {
  /** UTF-16 units of a message, asked anew with each frame. */
  readonly longest: () => number;
  /** Says whether one more frame is still within what is allowed now. */
  readonly allows?: () => boolean;
}

/** A {@link Line} over a WebSocket, on either side. What breaks a rule ends it, with the code for it. */
export class SocketLine implements Line {
  private readonly listeners = new Set<(message: unknown) => void>();
  private readonly enders = new Set<(code: number) => void>();
  private readonly reader: FrameReader;
  private endedWith: number | undefined;

  constructor(
    private readonly socket: WebSocket,
    private readonly rules: SocketRules,
  ) {
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
    if (this.endedWith !== undefined) {
      throw new Error('The line is closed.');
    }
    for (const frame of toFrames(message)) {
      this.socket.send(frame);
    }
  }

  onMessage(listen: (message: unknown) => void): () => void {
    this.listeners.add(listen);
    return () => this.listeners.delete(listen);
  }

  onClosed(run: (code: number) => void): () => void {
    this.enders.add(run);
    return () => this.enders.delete(run);
  }

  close(code = 1000): void {
    if (this.endedWith === undefined) {
      this.socket.close(code);
      this.end(code);
      // Whoever does not answer the goodbye is not waited for.
      setTimeout(() => this.socket.terminate(), 2000).unref();
    }
  }

  private frame(data: RawData, isBinary: boolean): void {
    if (this.endedWith !== undefined) {
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
    for (const listen of [...this.listeners]) {
      listen(message.value);
    }
  }

  private end(code: number): void {
    if (this.endedWith === undefined) {
      this.endedWith = code;
      for (const run of [...this.enders]) {
        run(code);
      }
    }
  }
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return isShallow(text) ? { value: JSON.parse(text) } : undefined;
  } catch {
    return undefined;
  }
}
