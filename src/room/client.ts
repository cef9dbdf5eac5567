import { WebSocket } from 'ws';
import type { Line } from '../protocol/line.js';
import { roomLimits } from '../protocol/roomMessages.js';
import { SocketLine } from './socketLine.js';

/**
 * A line to a hub, for guests outside of a browser. It is let go by whoever opened it; coming back is `RoomClient`'s business.
 * Rejects when there is no hub, or it does not take the connection.
 * @param url as `socketUrl` gives it
 */
export function connectSocket(url: string): Promise<Line> {
  return new Promise((done, failed) => {
    const socket = new WebSocket(url, {
      perMessageDeflate: false,
      maxPayload: 4 * roomLimits.frame,
      handshakeTimeout: roomLimits.handshake,
      followRedirects: false,
    });
    const line = new SocketLine(socket, { longest: () => 2 * roomLimits.messageAfter });
    socket.once('open', () => done(line));
    socket.once('error', failed);
    socket.once('close', (code) => failed(new Error(`The hub closed the line (${code}).`)));
  });
}
