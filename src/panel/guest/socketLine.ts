import { closeReasons } from '../../protocol/closeCodes.js';
import { FrameReader, toFrames } from '../../protocol/frames.js';
import type { Line } from '../../protocol/line.js';
import { roomLimits } from '../../protocol/roomMessages.js';

/** How long a socket may take to open, in milliseconds. */
const patience = 10_000;

/** A line over a socket of the page. Rejects when there is none to be had. */
export function openSocketLine(url: string): Promise<Line> {
  const socket = new WebSocket(url);
  const line = new SocketLine(socket);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => socket.close(), patience);
    socket.addEventListener('open', () => {
      clearTimeout(timer);
      resolve(line);
    });
    socket.addEventListener('close', () => {
      clearTimeout(timer);
      reject(new Error('There is no line.'));
    });
  });
}

class SocketLine implements Line {
  private readonly frames = new FrameReader(() => roomLimits.messageAfter);
  private readonly listeners = new Set<(message: unknown) => void>();
  private readonly enders = new Set<(code: number) => void>();
  private ended = false;

  constructor(private readonly socket: WebSocket) {
    socket.addEventListener('message', (event: MessageEvent<unknown>) => this.take(event.data));
    socket.addEventListener('close', ({ code }) => this.end(code));
  }

  send(message: unknown): void {
    if (this.ended || this.socket.readyState !== WebSocket.OPEN) {
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
    // The closing handshake may never be answered by a line that is gone: nobody waits for it.
    this.socket.close(code);
    this.end(code);
  }

  private take(data: unknown): void {
    const read = typeof data === 'string' ? this.frames.take(data) : 'unreadable';
    if (read === 'more' || this.ended) {
      return;
    }
    const message = typeof read === 'string' ? undefined : parse(read.text);
    if (message === undefined) {
      this.close(closeReasons.unreadable.code);
      return;
    }
    for (const listen of [...this.listeners]) {
      listen(message);
    }
  }

  private end(code: number): void {
    if (!this.ended) {
      this.ended = true;
      for (const run of [...this.enders]) {
        run(code);
      }
    }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
