import assert from 'node:assert/strict';
import { roomProtocol } from '../../../src/protocol/roomMessages.js';
import { connectSocket } from '../../../src/room/client.js';
import { Hub } from '../../../src/room/hub.js';
import { MemoryJournal } from '../../../src/room/journal.js';
import type { Room } from '../../../src/room/room.js';
import { HubServer, type ServerLimits } from '../../../src/room/server.js';
import { guest, type Person, roomSetup } from '../../unit/room/people.js';
import { RawGuest } from './rawGuest.js';

const elsewhere = '127.0.0.2';
const stillOpen = 0;

describe('A hub that many strangers come to', () => {
  let hub: Hub;
  let server: HubServer;
  let room: Room;
  let raws: RawGuest[] = [];
  let people: Person[] = [];

  async function start(limits: Partial<ServerLimits> = {}, proxies: readonly string[] = []): Promise<void> {
    hub = new Hub();
    server = await HubServer.start(hub, { host: '127.0.0.1', port: 0, limits, proxies });
    room = (await hub.create(roomSetup(), new MemoryJournal())).room;
  }

  afterEach(async () => {
    for (const { client } of people.splice(0)) {
      client.dispose();
    }
    for (const raw of raws.splice(0)) {
      raw.end();
    }
    await server.close();
    await hub.stop();
    raws = [];
    people = [];
  });

  const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

  const come = async (path = '/socket', from?: string, headers = {}): Promise<RawGuest> => {
    const raw = await RawGuest.open(server.port, headers, path, from);
    raws.push(raw);
    return raw;
  };
  const hello = (raw: RawGuest, secret = room.invitation, name = `N${Math.random()}`) => {
    const as = { kind: 'invited', secret, name };
    raw.say({ kind: 'request', id: 1, method: 'hello', params: { protocol: roomProtocol, room: room.id, as } });
  };
  /** The close codes so far, 0 for a line that is open. */
  const codes = (some: readonly RawGuest[]) =>
    Promise.all(some.map(({ closed }) => Promise.race([closed, pause(100).then(() => stillOpen)])));

  /** Comes in at the first try. */
  async function comesIn(name: string): Promise<void> {
    const person = guest(room, name, () => connectSocket(`ws://127.0.0.1:${server.port}/socket`));
    people.push(person);
    await person.until(
      'here at the first try',
      ({ state }) => {
        assert.notEqual(state.kind, 'waiting', `${name}: ${JSON.stringify(state)}`);
        return state.kind === 'here';
      },
      10_000,
    );
  }

  for (const perSecond of [33, 95, 300]) {
    it(`lets every guest in while ${perSecond} strangers a second say nothing`, async () => {
      await start();
      let on = true;
      const flood = (async () => {
        const began = Date.now();
        for (let count = 0; on; count += 1) {
          raws.push(new RawGuest(server.port));
          raws.at(-1)?.ask(server.port);
          await pause(Math.max(0, began + (count * 1000) / perSecond - Date.now()));
        }
      })();
      await pause(4500);
      for (let count = 0; count < 20; count += 1) {
        await comesIn(`Guest ${count}`);
        await pause(50);
      }
      on = false;
      await flood;
    }).timeout(30_000);
  }

  it('has four places for strangers of one address; the oldest makes way, and may come back soon', async () => {
    await start();
    const strangers: RawGuest[] = [];
    for (let count = 0; count < 7; count += 1) {
      strangers.push(await come('/socket', elsewhere));
    }
    assert.deepEqual(await codes(strangers), [4020, 4020, 4020, stillOpen, stillOpen, stillOpen, stillOpen]);
    const last = await come('/socket', elsewhere);
    hello(last);
    await last.answer('"reply"');
    assert.deepEqual(await codes(strangers.slice(3)), [4020, stillOpen, stillOpen, stillOpen]);
  });

  it('does not count those who were let in, nor those who come from this machine, as one address', async () => {
    await start();
    const guests = await Promise.all(Array.from({ length: 12 }, () => come()));
    assert.deepEqual(new Set(await codes(guests)), new Set([stillOpen]));
    for (let count = 0; count < 8; count += 1) {
      const raw = await come('/socket', elsewhere);
      hello(raw);
      await raw.answer('"reply"');
      guests.push(raw);
    }
    assert.deepEqual(new Set(await codes(guests)), new Set([stillOpen]));
  });

  it('tells guests of a known proxy apart by the address that it names', async () => {
    await start({ strangersPerAddress: 1 }, [elsewhere]);
    const named = (address: string) => come('/socket', elsewhere, { 'x-forwarded-for': `10.9.9.9, ${address}` });
    const strangers = [await named('10.0.0.1'), await named('10.0.0.2'), await named('10.0.0.1')];
    assert.deepEqual(await codes(strangers), [4020, stillOpen, stillOpen]);
    const nameless = [await come('/socket', elsewhere), await come('/socket', elsewhere)];
    assert.deepEqual(await codes(nameless), [stillOpen, stillOpen]);
    const others = [1, 2].map(() => come('/socket', '127.0.0.3', { 'x-forwarded-for': `10.1.1.${Math.random()}` }));
    assert.deepEqual((await codes(await Promise.all(others))).toSorted(), [stillOpen, 4020]);
  });

  it('waits less for a hello while more than half of the places are taken', async () => {
    await start({ strangers: 10, hurry: 300 });
    const few = await Promise.all([1, 2, 3, 4, 5].map(() => come()));
    await pause(1200);
    assert.deepEqual(new Set(await codes(few)), new Set([stillOpen]));
    const more = await come();
    assert.deepEqual(new Set(await Promise.all(few.map(({ closed }) => closed))), new Set([4020]));
    await pause(1200);
    assert.deepEqual(await codes([more]), [stillOpen]);
  });

  it('keeps a share of the places for those who come back, and no more of them', async () => {
    await start({ strangers: 8 });
    const back = [await come('/socket?back'), await come('/socket?back')];
    const fresh = await Promise.all(Array.from({ length: 40 }, () => come()));
    assert.deepEqual(await codes(back), [stillOpen, stillOpen]);
    const flood = await Promise.all(Array.from({ length: 40 }, () => come('/socket?back')));
    assert.deepEqual((await codes(fresh)).filter((code) => code === stillOpen).length, 6);
    assert.deepEqual((await codes(flood)).filter((code) => code === stillOpen).length, 2);
  });

  it('lets strangers make way where all of its connections are taken', async () => {
    await start({ connections: 5 });
    const silent = await Promise.all([1, 2, 3, 4, 5].map(() => come()));
    for (const name of ['A', 'B', 'C', 'D', 'E']) {
      await comesIn(name);
    }
    assert.deepEqual(new Set(await codes(silent)), new Set([4021]));
    assert.deepEqual(await codes([await come()]), [4021]);
  });

  const floods: Readonly<Record<string, (raw: RawGuest) => void>> = {
    'connections that never ask for anything': () => undefined,
    'connections that ask for no room and stay open': (raw) => raw.ask(server.port, {}, '/elsewhere'),
    'connections that ask for the page and stay open': (raw) =>
      raw.raw(`GET / HTTP/1.1\r\nhost: 127.0.0.1:${server.port}\r\n\r\n`),
    'connections that begin a head and stop': (raw) => raw.raw('GET / HTTP/1.1\r\nhost: '),
  };
  for (const [name, act] of Object.entries(floods)) {
    for (const from of ['127.0.0.1', elsewhere]) {
      it(`lets a guest in beside 2,000 ${name}, from ${from}`, async () => {
        await start();
        for (let count = 0; count < 2000; count += 1) {
          const raw = new RawGuest(server.port, from);
          raws.push(raw);
          act(raw);
          if (count % 50 === 0) {
            await pause(1);
          }
        }
        await comesIn('Guest');
      }).timeout(30_000);
    }
  }

  it('lets a guest in beside 900 that were sent away and do not go', async () => {
    await start();
    const away: RawGuest[] = [];
    for (let count = 0; count < 900; count += 1) {
      const raw = await come();
      hello(raw, 'x'.repeat(43));
      away.push(raw);
    }
    await comesIn('Guest');
    assert.ok((await codes(away)).every((code) => code === 4011));
  }).timeout(30_000);
});
