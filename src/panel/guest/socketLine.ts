import { closeReasons } from '../../protocol/closeCodes.js';
import { FrameReader, toFrames } from '../../protocol/frames.js';
import { type Line, ListenedLine } from '../../protocol/line.js';
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

class SocketLine extends ListenedLine {
  private readonly frames = new FrameReader(() => roomLimits.messageAfter);

  constructor(private readonly socket: WebSocket) {
    super();
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
    this.deliver(message);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
