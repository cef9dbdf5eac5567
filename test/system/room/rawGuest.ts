/** A guest that keeps to no rule: a TCP connection on which every byte is written by hand. */
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

const opcodes = { continued: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;
export type Opcode = keyof typeof opcodes;

export interface FrameOptions {
  readonly opcode?: Opcode;
  readonly final?: boolean;
  readonly masked?: boolean;
}

export class RawGuest {
  /** What the hub said, as text. */
  readonly said: string[] = [];
  /** The close code; 1006 when the connection went without one. */
  readonly closed: Promise<number>;
  /** The status of the answer to the request. */
  readonly status: Promise<number>;
  private readonly socket: Socket;
  private waiting = Buffer.alloc(0);
  private upgraded = false;
  private readonly listeners = new Set<(text: string) => void>();

  /** @param from an address of this machine, to come from; 127.0.0.2 and its like look like other machines to a hub */
  constructor(port: number, from = '127.0.0.1') {
    this.socket = connect({ port, host: '127.0.0.1', localAddress: from });
    let answer: (status: number) => void = () => undefined;
    this.status = new Promise((done) => {
      answer = done;
    });
    this.closed = new Promise((done) => {
      this.socket.on('data', (bytes) => {
        this.waiting = Buffer.concat([this.waiting, bytes]);
        this.read(answer, done);
      });
      this.socket.on('error', () => undefined);
      this.socket.on('close', () => {
        answer(0);
        done(1006);
      });
    });
  }

  /** Asks for a socket, as a browser would. Headers given here take the place of the usual ones. */
  static async open(
    port: number,
    headers: Readonly<Record<string, string>> = {},
    path = '/socket',
    from?: string,
  ): Promise<RawGuest> {
    const guest = new RawGuest(port, from);
    guest.ask(port, headers, path);
    await guest.status;
    return guest;
  }

  ask(port: number, headers: Readonly<Record<string, string>> = {}, path = '/socket'): void {
    const all = {
      host: `127.0.0.1:${port}`,
      upgrade: 'websocket',
      connection: 'Upgrade',
      'sec-websocket-version': '13',
      'sec-websocket-key': randomBytes(16).toString('base64'),
      ...headers,
    };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    this.raw(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
  }

  raw(bytes: string | Buffer): void {
    if (this.socket.writable) {
      this.socket.write(bytes);
    }
  }

  frame(body: string | Buffer, { opcode = 'text', final = true, masked = true }: FrameOptions = {}): void {
    const bytes = Buffer.from(body);
    const head = Buffer.alloc(bytes.length < 126 ? 2 : bytes.length < 65_536 ? 4 : 10);
    head[0] = (final ? 0x80 : 0) | opcodes[opcode];
    head[1] = (masked ? 0x80 : 0) | (bytes.length < 126 ? bytes.length : bytes.length < 65_536 ? 126 : 127);
    if (head.length === 4) {
      head.writeUInt16BE(bytes.length, 2);
    } else if (head.length === 10) {
      head.writeBigUInt64BE(BigInt(bytes.length), 2);
    }
    const mask = masked ? randomBytes(4) : Buffer.alloc(0);
    this.raw(Buffer.concat([head, mask, masked ? bytes.map((byte, index) => byte ^ (mask[index % 4] ?? 0)) : bytes]));
  }

  /** A message of the protocol, or what pretends to be one. */
  say(message: unknown): void {
    this.frame(`.${typeof message === 'string' ? message : JSON.stringify(message)}`);
  }

  /** The first answer that has this in it. */
  answer(part: string): Promise<string> {
    return new Promise((done) => {
      const known = this.said.find((text) => text.includes(part));
      if (known !== undefined) {
        done(known);
      }
      this.listeners.add((text) => text.includes(part) && done(text));
    });
  }

  end(): void {
    this.socket.destroy();
  }

  private read(answer: (status: number) => void, closed: (code: number) => void): void {
    if (!this.upgraded) {
      const end = this.waiting.indexOf('\r\n\r\n');
      if (end < 0) {
        return;
      }
      const status = Number(this.waiting.toString('latin1', 9, 12));
      this.upgraded = status === 101;
      this.waiting = this.waiting.subarray(end + 4);
      answer(status);
    }
    while (this.upgraded && this.readFrame(closed)) {
      // One after the other.
    }
  }

  private readFrame(closed: (code: number) => void): boolean {
    const { waiting } = this;
    const short = (waiting[1] ?? 0) & 127;
    const start = short === 126 ? 4 : short === 127 ? 10 : 2;
    if (waiting.length < start) {
      return false;
    }
    const length = short === 126 ? waiting.readUInt16BE(2) : short === 127 ? Number(waiting.readBigUInt64BE(2)) : short;
    if (waiting.length < start + length) {
      return false;
    }
    const body = waiting.subarray(start, start + length);
    this.waiting = waiting.subarray(start + length);
    const opcode = (waiting[0] ?? 0) & 15;
    if (opcode === opcodes.close) {
      closed(body.length >= 2 ? body.readUInt16BE(0) : 1005);
    } else if (opcode === opcodes.text) {
      const text = body.toString();
      this.said.push(text);
      for (const listen of this.listeners) {
        listen(text);
      }
    }
    return true;
  }
}
