// The hub of the benchmark: what dist/hub.js is, with rooms made on demand.
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DiskJournal } from '../../../src/room/diskJournal.js';
import { Hub } from '../../../src/room/hub.js';
import { nodeCrypto } from '../../../src/room/nodeCrypto.js';
import { sealDesks } from '../../../src/room/sealDesk.js';
import { HubServer } from '../../../src/room/server.js';
import { roomSetup } from '../../unit/room/people.js';
import { answerOrders, type HubAnswer, type HubOrder } from './workers.js';

const folder = mkdtempSync(join(tmpdir(), 'bench-room-'));
const key = randomBytes(32);
const hub = new Hub({ makeSeals: sealDesks(nodeCrypto()) });
const limits = { connections: 1500, strangers: 1500 };
const server = HubServer.start(hub, { host: '127.0.0.1', port: 0, limits });

answerOrders<HubOrder>(async (order): Promise<HubAnswer> => {
  if (order.do === 'memory') {
    global.gc?.();
    return { memory: process.memoryUsage().rss / 1e6 };
  }
  const { title, cards: count } = order;
  const cards = Array.from({ length: count }, (_, index) => ({
    id: `b${index}`,
    prompt: 'start',
    text: `Card ${index}: what it says is about as long as what people write, so that sizes are what they will be.`,
  }));
  const setup = roomSetup({ title, board: { cards, groups: [] } });
  const { room, credential } = await hub.create(setup, new DiskJournal(join(folder, `${setup.id}.room`), key));
  return { url: (await server).url, room: room.id, invitation: room.invitation, credential };
});
