import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { closeReasons } from '../protocol/closeCodes.js';
import { returningHint } from '../protocol/invitation.js';
import { roomLimits } from '../protocol/roomMessages.js';
import { Addresses } from './addresses.js';
import { Doorkeeper } from './doorkeeper.js';
import type { Hub } from './hub.js';
import { type Arrival, type MakesWay, Places } from './places.js';
import { Rate } from './rate.js';
import { headersFor, Site } from './site.js';
import { SocketLine } from './socketLine.js';
import { Visits } from './visits.js';
import { every, realWorld } from './world.js';

export interface ServerOptions {
  /** `127.0.0.1` for this machine alone, `0.0.0.0` for its networks. */
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** The folder of the guest page. */
  readonly site?: string;
  /** Host names that lead here beside the machine's own addresses. */
  readonly names?: readonly string[];
  readonly tls?: { readonly cert: string | Buffer; readonly key: string | Buffer };
  /** Addresses of proxies in front of the hub; guests count for the address that these name in `X-Forwarded-For`. */
  readonly proxies?: readonly string[];
  readonly limits?: Partial<ServerLimits>;
}

/** What one hub takes. */
export interface ServerLimits {
  /** Connections in all. */
  readonly connections: number;
  /** Connections that have not said `hello` yet, in all. Where there are more, the oldest makes way for the new one. */
  readonly strangers: number;
  /** The same of one address (see {@link Addresses}), which 127.0.0.1 and ::1 are not: everyone behind a port forwarding has these. */
  readonly strangersPerAddress: number;
  /** Milliseconds for `hello`, or for a request, while more than half of the places for those who have said nothing are taken. */
  readonly hurry: number;
  /** Connections that are no WebSocket, in all: half may wait with nothing said, half may be answered. */
  readonly visits: number;
  /** Frames that a person can send at once, and a second after that. */
  readonly frames: readonly [burst: number, perSecond: number];
  /** Bytes, likewise. A mixer hands on a whole batch. */
  readonly bytes: readonly [burst: number, perSecond: number];
  /** Milliseconds for the head of a request. */
  readonly patience: number;
}

const usual: ServerLimits = {
  connections: 600,
  strangers: 100,
  strangersPerAddress: 4,
  hurry: 3000,
  visits: 1000,
  frames: [300, 60],
  bytes: [16_000_000, 500_000],
  patience: roomLimits.handshake,
};
/** Of the places for strangers, one in so many is first for those who were here before. */
const shareOfReturning = 4;
/** Of those who have asked for nothing, one in so many may be of one address. */
const shareOfAddress = 4;
/** How often strangers who take too long are looked for, in milliseconds. */
const hurryEvery = 500;
/** WebSockets that were sent away and have not said goodbye yet; with more, the oldest is cut off. */
const mostParting = 1000;

/** Bytes of a UTF-8 frame: a UTF-16 unit takes three at most. */
const frameBytes = 3 * roomLimits.frame + 16;

/** A hub on the network. */
export class HubServer {
  private readonly server: Server;
  private readonly sockets: WebSocketServer;
  private readonly doorkeeper: Doorkeeper;
  private readonly site: Site;
  private readonly limits: ServerLimits;
  private readonly addresses: Addresses;
  private readonly visits: Visits;
  private readonly alive = new Map<WebSocket, number>();
  private readonly strangers: Places<SocketLine>;
  private readonly parting = new Places<WebSocket>({ inAll: mostParting, perAddress: mostParting });
  private stopTimers: (() => void) | undefined;

  private constructor(
    private readonly hub: Hub,
    private readonly options: ServerOptions,
  ) {
    this.limits = { ...usual, ...options.limits };
    this.doorkeeper = new Doorkeeper(options.host, options.names ?? []);
    this.site = new Site(options.site);
    this.addresses = new Addresses(options.proxies ?? []);
    const { strangers, strangersPerAddress } = this.limits;
    this.strangers = new Places({
      inAll: strangers,
      perAddress: strangersPerAddress,
      forReturning: Math.floor(strangers / shareOfReturning),
    });
    this.server = this.newServer();
    this.visits = this.visitsOf(this.server);
    this.sockets = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: frameBytes,
    });
    this.server.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head));
    this.server.on('clientError', (_error, socket) => socket.destroy());
  }

  private newServer(): Server {
    const { patience, connections, visits } = this.limits;
    const slow = {
      headersTimeout: patience,
      requestTimeout: patience,
      connectionsCheckingInterval: patience / 4,
      maxHeaderSize: 8192,
    };
    const { tls } = this.options;
    const handle = (request: IncomingMessage, response: ServerResponse) => void this.answer(request, response);
    const server =
      tls === undefined
        ? createServer(slow, handle)
        : createSecureServer({ ...slow, handshakeTimeout: patience, ...tls }, handle);
    server.keepAliveTimeout = 5000;
    // An answer that nobody reads.
    server.timeout = 3 * patience;
    server.maxConnections = connections + visits + mostParting;
    return server;
  }

  private visitsOf(server: Server): Visits {
    const { visits, hurry } = this.limits;
    const half = Math.ceil(visits / 2);
    return new Visits(server, this.addresses, {
      waiting: half,
      waitingPerAddress: Math.ceil(half / shareOfAddress),
      answered: half,
      hurry,
    });
  }

  /** @throws when the address is taken or not there */
  static async start(hub: Hub, options: ServerOptions): Promise<HubServer> {
    const one = new HubServer(hub, options);
    await new Promise<void>((done, failed) => {
      one.server.once('error', failed);
      one.server.listen(options.port, options.host, () => {
        one.server.off('error', failed);
        done();
      });
    });
    const stopPing = every(realWorld, roomLimits.beat, () => one.ping());
    const stopHurry = every(realWorld, hurryEvery, () => one.hurry());
    one.stopTimers = () => {
      stopPing();
      stopHurry();
      one.visits.dispose();
    };
    return one;
  }

  get port(): number {
    const address: AddressInfo | string | null = this.server.address();
    return typeof address === 'object' && address !== null ? address.port : this.options.port;
  }

  /** Where people of this machine find it: `http://127.0.0.1:4711/`. */
  get url(): string {
    const { host } = this.options;
    const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
    return `${this.options.tls === undefined ? 'http' : 'https'}://${name}:${this.port}/`;
  }

  /** A page from there may come in as well. */
  allowOrigin(origin: string): void {
    this.doorkeeper.allowOrigin(origin);
  }

  /** People who have a line, and lines in all. */
  get connections(): number {
    return this.alive.size;
  }

  /** No new lines, and the end of those there are. The hub and its rooms stay. */
  async close(): Promise<void> {
    this.stopTimers?.();
    const closed = new Promise<void>((done) => this.server.close(() => done()));
    for (const socket of this.alive.keys()) {
      socket.close(closeReasons.stopping.code);
    }
    setTimeout(() => {
      for (const socket of this.alive.keys()) {
        socket.terminate();
      }
      this.server.closeAllConnections();
    }, 500).unref();
    this.server.closeIdleConnections();
    await closed;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { host } = request.headers;
    if (!this.doorkeeper.knowsHost(host)) {
      this.say(response, 421, 'This hub has another name.');
      return;
    }
    for (const [name, value] of Object.entries(headersFor(/^[\w.:[\]-]+$/.test(host) ? host : undefined))) {
      response.setHeader(name, value);
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      this.say(response, 405, 'This hub is read with GET.');
      return;
    }
    const file = await this.site.file((request.url ?? '/').replace(/[?#].*$/, '')).catch(() => undefined);
    if (file === undefined) {
      this.say(response, 404, 'There is no such page here.');
      return;
    }
    response.setHeader('etag', file.tag);
    if (request.headers['if-none-match'] === file.tag) {
      response.writeHead(304).end();
      return;
    }
    response.writeHead(200, { 'content-type': file.type, 'content-length': file.body.length });
    response.end(request.method === 'HEAD' ? undefined : file.body);
  }

  private say(response: ServerResponse, status: number, text: string): void {
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { host, origin } = request.headers;
    const refusal = this.refusal(request, host, origin);
    this.visits.left(request.socket);
    if (refusal !== undefined) {
      // Nothing looks after this connection any more: one that stays open on the other side is not waited for.
      socket.once('finish', () => socket.destroy());
      socket.end(`HTTP/1.1 ${refusal}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    const arrival = this.arrivalOf(request);
    this.sockets.handleUpgrade(request, socket, head, (webSocket) => this.take(webSocket, socket, arrival));
  }

  private refusal(request: IncomingMessage, host: string | undefined, origin: string | undefined): string | undefined {
    if (!this.doorkeeper.knowsHost(host)) {
      return '421 Misdirected Request';
    }
    if (!this.doorkeeper.knowsOrigin(origin, host)) {
      return '403 Forbidden';
    }
    return (request.url ?? '').replace(/\?.*$/, '') === '/socket' ? undefined : '404 Not Found';
  }

  private arrivalOf({ socket, headers, url = '' }: IncomingMessage): Arrival {
    const forwardedFor = headers['x-forwarded-for'];
    return {
      address: this.addresses.of({ remoteAddress: socket.remoteAddress, forwardedFor }),
      returning: new URLSearchParams(url.replace(/^[^?]*/, '')).has(returningHint),
    };
  }

  private take(socket: WebSocket, wire: Duplex, arrival: Arrival): void {
    const isFull = this.alive.size >= this.limits.connections;
    if (isFull && this.strangers.size === 0) {
      socket.on('error', () => undefined);
      socket.close(closeReasons.tooMany.code);
      setTimeout(() => socket.terminate(), 500).unref();
      this.part(socket);
      return;
    }
    const line = this.lineOf(socket, wire, () => this.strangers.has(line));
    const known = () => this.strangers.leave(line);
    this.alive.set(socket, Date.now());
    const heard = () => this.alive.has(socket) && this.alive.set(socket, Date.now());
    socket.on('pong', heard).on('message', heard);
    line.onMessage(() => this.strangers.renew(line));
    line.onClosed(() => {
      known();
      this.alive.delete(socket);
      this.part(socket);
    });
    makeWay(this.strangers.take(line, arrival, isFull));
    this.hub.accept({ line, letIn: known, backlog: () => line.backlog });
  }

  /** The socket was sent away, and goes soon by itself. */
  private part(socket: WebSocket): void {
    if (socket.readyState !== socket.CLOSED) {
      this.parting.take(socket)?.holder.terminate();
      socket.once('close', () => this.parting.leave(socket));
    }
  }

  private hurry(): void {
    for (const line of this.strangers.overdue(this.limits.hurry)) {
      line.close(closeReasons.tooLate.code);
    }
  }

  private lineOf(socket: WebSocket, wire: Duplex, isStranger: () => boolean): SocketLine {
    const frames = new Rate(...this.limits.frames, Date.now);
    const bytes = new Rate(...this.limits.bytes, Date.now);
    const line = new SocketLine(socket, {
      longest: () => (isStranger() ? roomLimits.messageBefore : roomLimits.messageAfter),
      allows: () => frames.take(1),
    });
    const tooFast = () => line.close(closeReasons.tooFast.code);
    // Counted on the wire: pings and fragments that never become a message cost something as well.
    wire.on('data', (chunk: Buffer) => bytes.take(chunk.length) || tooFast());
    socket.on('ping', () => frames.take(1) || tooFast());
    return line;
  }

  /** Asks for a sign of life, and lets go of those who gave none. */
  private ping(): void {
    const long = Date.now() - 3 * roomLimits.beat;
    for (const [socket, heardAt] of this.alive) {
      if (heardAt < long) {
        socket.close(closeReasons.silent.code);
        socket.terminate();
      } else {
        socket.ping();
      }
    }
  }
}

/** Where a whole team has one address, those who made way for each other come back soon. */
function makeWay(way: MakesWay<SocketLine> | undefined): void {
  way?.holder.close(closeReasons[way.why === 'address' ? 'tooLate' : 'tooMany'].code);
}
