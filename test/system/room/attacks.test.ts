import assert from 'node:assert/strict';
import type { ActResult } from '../../../src/protocol/panelMessages.js';
import { roomLimits, roomProtocol } from '../../../src/protocol/roomMessages.js';
import { connectSocket } from '../../../src/room/client.js';
import { Hub } from '../../../src/room/hub.js';
import { MemoryJournal } from '../../../src/room/journal.js';
import type { Room } from '../../../src/room/room.js';
import { HubServer } from '../../../src/room/server.js';
import { realWorld } from '../../../src/room/world.js';
import { guest, Person, roomSetup } from '../../unit/room/people.js';
import { RawGuest } from './rawGuest.js';

const wrong = 'x'.repeat(43);

describe('A hub that is attacked', () => {
  let hub: Hub;
  let server: HubServer;
  let room: Room;
  let noor: Person;
  let sam: Person;
  const raws: RawGuest[] = [];

  before(async () => {
    // A deadline of 10 s passes in one.
    const after: typeof realWorld.after = (milliseconds, run) => realWorld.after(milliseconds / 10, run);
    hub = new Hub({ world: { ...realWorld, after } });
    server = await HubServer.start(hub, { host: '127.0.0.1', port: 0, limits: { patience: 1000 } });
    const made = await hub.create(roomSetup(), new MemoryJournal());
    room = made.room;
    const connect = () => connectSocket(`ws://127.0.0.1:${server.port}/socket`);
    noor = new Person(room.id, { kind: 'back', credential: made.credential }, connect);
    sam = guest(room, 'Sam', connect);
    await Promise.all([noor.here(), sam.here()]);
  });
  after(async () => {
    noor.client.dispose();
    sam.client.dispose();
    await server.close();
    await hub.stop();
  });

  /** The room goes on: whoever is in it moves, and the others see it, soon. */
  afterEach(async () => {
    const word = `w${Math.random()}`;
    assert.deepEqual(await sam.act({ type: 'arrive/word', word }), { ok: true });
    await noor.until('the word', ({ view }) => Object.values(view?.words ?? {}).includes(word));
    assert.deepEqual([noor.state.kind, sam.state.kind], ['here', 'here']);
    const here = room.state.participants.filter(({ presence }) => presence === 'here').map(({ id }) => id);
    assert.ok(here.includes('noor') && here.includes(sam.id));
    for (const raw of raws.splice(0)) {
      raw.end();
    }
  });

  const stranger = async (headers?: Readonly<Record<string, string>>, path?: string): Promise<RawGuest> => {
    const raw = await RawGuest.open(server.port, headers, path);
    raws.push(raw);
    return raw;
  };
  const request = (method: string, params: unknown, id = 1) => ({ kind: 'request', id, method, params });
  const hello = (as: unknown, more: object = {}) =>
    request('hello', { protocol: roomProtocol, room: room.id, as, ...more });

  /** Someone who was let in, and keeps to no rule from then on. */
  async function mallory() {
    const connect = () => connectSocket(`ws://127.0.0.1:${server.port}/socket`);
    const person = guest(room, `Mallory ${Math.random()}`, connect);
    await person.here();
    const { id } = person;
    const credential = person.credential ?? '';
    const raw = await stranger();
    raw.say(hello({ kind: 'back', credential }));
    await raw.answer('"reply"');
    person.client.dispose();
    let last = 1;
    const ask = async (method: string, params: unknown): Promise<unknown> => {
      last += 1;
      raw.say(request(method, params, last));
      const text = await Promise.race([raw.answer(`"id":${last},`), raw.closed.then((code) => `.${code}`)]);
      return JSON.parse(text.slice(1));
    };
    return { raw, ask, id, credential };
  }

  describe('by someone without a key', () => {
    const cases: Readonly<Record<string, readonly [number, () => unknown]>> = {
      'no entrance at all': [4024, () => hello(undefined)],
      'no secret': [4024, () => hello({ kind: 'invited', name: 'X' })],
      'a wrong secret': [4011, () => hello({ kind: 'invited', secret: wrong, name: 'X' })],
      'a wrong credential': [4011, () => hello({ kind: 'back', credential: wrong })],
      'the invitation as a credential': [4011, () => hello({ kind: 'back', credential: room.invitation })],
      'a room that is not there': [
        4011,
        () => hello({ kind: 'invited', secret: room.invitation, name: 'X' }, { room: 'r0' }),
      ],
      'a name of the prototype as the room': [
        4024,
        () => hello({ kind: 'back', credential: wrong }, { room: '__proto__' }),
      ],
      'another version': [4010, () => hello({ kind: 'back', credential: wrong }, { protocol: 99, shape: 'new' })],
      'an act before hello': [4024, () => request('act', { id: 'a'.repeat(20), event: { type: 'step/next' } })],
      'a resync before hello': [4024, () => request('resync', {})],
      'a room of their own': [4011, () => request('open', { protocol: roomProtocol, key: 'k', setup: roomSetup() })],
      'an unknown request': [4024, () => request('hack', {})],
      'a request named like what every object has': [4024, () => request('constructor', {})],
      'a notice': [4024, () => ({ kind: 'notice', method: 'beat', params: {} })],
      'a reply to nothing': [4024, () => ({ kind: 'reply', id: 1, result: {} })],
      'no envelope': [4024, () => ({ hello: 'there' })],
      'no JSON': [4024, () => '{"kind":'],
      nothing: [4024, () => ''],
      'JSON that is nested deep': [
        4024,
        () => `{"kind":"request","id":1,"method":"hello","params":${'['.repeat(5000)}${']'.repeat(5000)}}`,
      ],
      'keys of the prototype': [
        4024,
        () => '{"__proto__":{"kind":"request"},"constructor":{"prototype":{"polluted":1}}}',
      ],
      'more than a stranger may say': [4023, () => hello({ kind: 'invited', secret: wrong, name: 'x'.repeat(61_000) })],
    };
    for (const [name, [code, message]] of Object.entries(cases)) {
      it(`${name}: ${code}`, async () => {
        const raw = await stranger();
        raw.say(message());
        assert.equal(await raw.closed, code);
        assert.equal('polluted' in {}, false);
        assert.ok(!raw.said.join().includes('Noor'));
      });
    }

    const frames: Readonly<Record<string, readonly [number, (raw: RawGuest) => void]>> = {
      'a frame without its mark': [4024, (raw) => raw.frame('{}')],
      'a binary frame': [4024, (raw) => raw.frame(Buffer.from([1, 2, 3]), { opcode: 'binary' })],
      'bytes that are no UTF-8': [1007, (raw) => raw.frame(Buffer.from([0x2e, 0xff, 0xfe]))],
      'a frame without a mask': [1002, (raw) => raw.frame('.{}', { masked: false })],
      'a frame that says it is enormous': [1009, (raw) => raw.raw(Buffer.from([0x81, 0xff, 0, 0, 1, 0, 0, 0, 0, 0]))],
      'a frame over the limit': [1009, (raw) => raw.frame(`.${'x'.repeat(200_000)}`)],
      'fragments over the limit': [
        1009,
        (raw) => {
          raw.frame(`.${'x'.repeat(150_000)}`, { final: false });
          raw.frame('x'.repeat(150_000), { opcode: 'continued', final: false });
        },
      ],
      'a message in pieces over the limit': [
        4023,
        (raw) => {
          raw.frame(`+${'x'.repeat(40_000)}`);
          raw.frame(`+${'x'.repeat(40_000)}`);
        },
      ],
      'a flood of small pieces': [
        4024,
        (raw) => {
          for (let count = 0; count < 200; count += 1) {
            raw.frame('+');
          }
        },
      ],
      // The library lets go of the connection before the rate does.
      'a flood of pings': [
        1006,
        (raw) => {
          for (let count = 0; count < 1000; count += 1) {
            raw.frame('', { opcode: 'ping' });
          }
        },
      ],
    };
    for (const [name, [code, act]] of Object.entries(frames)) {
      it(`${name}: ${code}`, async () => {
        const raw = await stranger();
        act(raw);
        assert.equal(await raw.closed, code);
      });
    }

    it('is told that a name is taken, a few times, and not who else is there', async () => {
      const raw = await stranger();
      for (let count = 0; count < 6; count += 1) {
        raw.say(
          request(
            'hello',
            { protocol: roomProtocol, room: room.id, as: { kind: 'invited', secret: room.invitation, name: 'sam' } },
            count,
          ),
        );
        await raw.answer(`"id":${count},`);
      }
      raw.say(hello({ kind: 'invited', secret: room.invitation, name: 'sam' }));
      assert.equal(await raw.closed, 4011);
      assert.ok(!raw.said.join().includes('Noor'));
    });

    it('a handshake that is never finished: 4020, also when it keeps talking', async () => {
      const silent = await stranger();
      const talking = await stranger();
      const timer = setInterval(() => talking.frame('', { opcode: 'ping' }), 100);
      assert.deepEqual(await Promise.all([silent.closed, talking.closed]), [4020, 4020]);
      clearInterval(timer);
    });

    it('a request whose head never ends is let go', async () => {
      const raw = new RawGuest(server.port);
      raws.push(raw);
      raw.raw('GET /socket HTTP/1.1\r\n');
      const timer = setInterval(() => raw.raw('x-a: b\r\n'), 100);
      await raw.closed;
      clearInterval(timer);
    });
  });

  describe('from another page or under another name', () => {
    const cases: readonly (readonly [Readonly<Record<string, string>>, number, string?])[] = [
      [{ origin: 'https://evil.example' }, 403],
      [{ origin: 'null' }, 403],
      [{ origin: 'http://127.0.0.1:1' }, 403],
      [{ origin: 'http://localhost.evil.example' }, 403],
      [{ host: 'evil.example' }, 421],
      [{ host: 'evil.example', origin: 'http://evil.example' }, 421],
      [{ host: '127.0.0.1.evil.example:80' }, 421],
      [{ host: '' }, 421],
      [{}, 404, '/elsewhere'],
      [{ 'sec-websocket-version': '7' }, 400],
      [{ 'sec-websocket-key': 'short' }, 400],
    ];
    for (const [headers, status, path] of cases) {
      it(`${JSON.stringify(headers)} ${path ?? ''}: ${status}`, async () => {
        const raw = await stranger(headers, path);
        assert.equal(await raw.status, status);
      });
    }

    it('the page itself is let in', async () => {
      const raw = await stranger({ origin: `http://127.0.0.1:${server.port}` });
      assert.equal(await raw.status, 101);
    });
  });

  describe('by someone who was let in', () => {
    it('an old hello that was recorded: 4011', async () => {
      const { raw, ask, credential } = await mallory();
      await ask('kept', {});
      const replay = await stranger();
      replay.say(hello({ kind: 'back', credential }));
      assert.equal(await replay.closed, 4011);
      raw.end();
    });

    it('moves that are another’s: refused, nothing changes', async () => {
      const { ask, id } = await mallory();
      const before = room.state;
      const events: readonly object[] = [
        { type: 'step/next' },
        { type: 'person/rename', id: 'noor', name: 'Nobody' },
        { type: 'person/presence', id: sam.id, presence: 'left' },
        { type: 'person/join', id: 'ghost', name: 'Ghost' },
        { type: 'facilitator/handOver', to: id },
        { type: 'facilitator/takeOver' },
        { type: 'circle/done' },
        { type: 'card/edit', id: 'c1', text: 'not mine' },
        { type: 'card/withdraw', id: 'c1' },
        { type: 'entry/submit', cards: [] },
        { type: 'vote/cast', votes: {} },
        { type: 'ballot/answer', box: 'safety', answers: [0] },
        { type: 'retro/finish' },
      ];
      for (const [index, event] of events.entries()) {
        const answer = (await ask('act', { id: `another-s-move-${index}`.padEnd(20, 'x'), event })) as {
          result: ActResult;
        };
        assert.equal(answer.result?.ok, false, JSON.stringify([event, answer]));
      }
      assert.equal(room.state, before);
    });

    it('acts that are none: not understood, and the line ends when there are many', async () => {
      const { raw, ask } = await mallory();
      const bad: readonly unknown[] = [
        { type: 'step/warp' },
        { type: 'arrive/word', word: 'x'.repeat(100_000 / 10) },
        { type: 'arrive/word', word: 'x', as: 'noor' },
        JSON.parse('{"type":"arrive/word","word":"x","__proto__":{"polluted":1}}'),
        JSON.parse('{"type":"vote/cast","votes":{"__proto__":3}}'),
        { type: 'constructor' },
        null,
        [],
      ];
      for (const event of bad) {
        const answer = await ask('act', { id: 'a'.repeat(20), event });
        assert.match(JSON.stringify(answer), /badParams|"ok":false/);
      }
      for (let count = 0; count < 20; count += 1) {
        raw.say(request('act', {}));
      }
      assert.equal(await raw.closed, 4024);
      assert.equal('polluted' in {}, false);
    });

    it('a second hello: 4024', async () => {
      const { raw } = await mallory();
      raw.say(hello({ kind: 'invited', secret: room.invitation, name: 'Second' }));
      assert.equal(await raw.closed, 4024);
    });

    it('a flood: 4022', async () => {
      const { raw } = await mallory();
      for (let count = 0; count < 2000; count += 1) {
        raw.say(request('resync', {}, count));
      }
      assert.equal(await raw.closed, 4022);
    });

    it('a message larger than any of the protocol: 4023', async () => {
      const { raw } = await mallory();
      for (let sent = 0; sent <= roomLimits.messageAfter; sent += 59_000) {
        raw.frame(`+${'x'.repeat(59_000)}`);
      }
      assert.equal(await raw.closed, 4023);
    });
  });

  it('by 1,000 connections at once: each is told why, and none of them is kept', async () => {
    const crowd = await Promise.all(Array.from({ length: 1000 }, () => RawGuest.open(server.port)));
    raws.push(...crowd);
    const codes = await Promise.all(crowd.map(({ closed }) => closed));
    const counts = new Map<number, number>();
    for (const code of codes) {
      counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    assert.deepEqual([...counts.keys()].toSorted(), [4020, 4021], JSON.stringify([...counts]));
    for (let tries = 0; server.connections > 10 && tries < 50; tries += 1) {
      await new Promise((done) => setTimeout(done, 100));
    }
    assert.ok(server.connections <= 10, `${server.connections} connections`);
  });
});
