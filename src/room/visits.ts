import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Addresses } from './addresses.js';
import { Places } from './places.js';
import { every, realWorld } from './world.js';

export interface VisitLimits {
  /** Connections that have asked for nothing yet, or wait to ask again. */
  readonly waiting: number;
  /** Of these, those of one address. A browser keeps six. */
  readonly waitingPerAddress: number;
  /** Connections that are being answered. */
  readonly answered: number;
  /** Milliseconds for a request while more than half of the waiting places are taken. */
  readonly hurry: number;
}

/** How often those who wait for too long are looked for, in milliseconds. */
const lookEvery = 500;

/** Connections of a server that are no WebSocket, or not yet. They can't take the place of guests: the oldest makes way. */
export class Visits {
  private readonly waiting: Places<string>;
  private readonly answered: Places<string>;
  private readonly sockets = new Map<string, Duplex>();
  private readonly stop: () => void;

  constructor(
    server: Server,
    private readonly addresses: Addresses,
    { waiting, waitingPerAddress, answered, hurry }: VisitLimits,
  ) {
    this.waiting = new Places({ inAll: waiting, perAddress: waitingPerAddress });
    this.answered = new Places({ inAll: answered, perAddress: answered });
    // With TLS a socket for the handshake comes first and another one for what is said; both have one name.
    server.on('connection', (socket: Socket) => this.came(socket));
    server.on('secureConnection', (socket: Socket) => this.came(socket));
    server.on('request', (request, response) => this.asked(request, response));
    this.stop = every(realWorld, lookEvery, () => {
      for (const name of this.waiting.overdue(hurry)) {
        this.drop(name);
      }
    });
  }

  /** The connection became a WebSocket, or is refused. */
  left(socket: Socket): void {
    this.forget(nameOf(socket));
  }

  dispose(): void {
    this.stop();
  }

  private came(socket: Socket): void {
    const name = nameOf(socket);
    this.sockets.set(name, socket);
    socket.once('close', () => this.sockets.get(name) === socket && this.forget(name));
    this.waits(name, socket.remoteAddress);
  }

  private waits(name: string, remoteAddress: string | undefined): void {
    this.waiting.leave(name);
    const way = this.waiting.take(name, { address: this.addresses.of({ remoteAddress }) });
    this.drop(way?.holder);
  }

  private asked({ socket }: IncomingMessage, response: ServerResponse): void {
    const name = nameOf(socket);
    const { remoteAddress } = socket;
    this.waiting.leave(name);
    this.answered.leave(name);
    this.drop(this.answered.take(name)?.holder);
    response.once('close', () => {
      this.answered.leave(name);
      if (this.sockets.get(name) === socket && !socket.destroyed) {
        this.waits(name, remoteAddress);
      }
    });
  }

  private drop(name: string | undefined): void {
    if (name !== undefined) {
      this.sockets.get(name)?.destroy();
      this.forget(name);
    }
  }

  private forget(name: string): void {
    this.sockets.delete(name);
    this.waiting.leave(name);
    this.answered.leave(name);
  }
}

function nameOf({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress} ${remotePort}`;
}
