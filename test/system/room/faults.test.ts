import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { socketUrl } from '../../../src/protocol/invitation.js';
import { connectSocket } from '../../../src/room/client.js';
import { guest, Person } from '../../unit/room/people.js';
import { freePort, HubProcess } from './hubProcess.js';
import { RawGuest } from './rawGuest.js';

/** `COMMON_GROUND_FAULTS=200 npm run test:system` for as many deaths. */
const deaths = Number(process.env.COMMON_GROUND_FAULTS ?? 6);

describe('A hub of its own', () => {
  let folder = '';
  let port = 0;
  let flags: readonly string[] = [];
  let hub: HubProcess | undefined;
  const people: Person[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hub-'));
    port = await freePort();
    flags = ['--port', String(port), '--data', join(folder, 'rooms'), '--data-key', join(folder, 'key')];
  });
  afterEach(async () => {
    for (const person of people.splice(0)) {
      person.client.dispose();
    }
    await hub?.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  async function opened() {
    hub = await HubProcess.start([...flags, '--open', 'Sprint 42', '--facilitator', 'Noor']);
    const [facilitator, guests] = hub.links;
    const connect = () => connectSocket(socketUrl(guests.hub));
    const quick = { chance: () => 0 };
    const noor = new Person(facilitator.room, { kind: 'back', credential: facilitator.key.secret }, connect, quick);
    const room = { id: guests.room, invitation: guests.key.secret };
    const come = (name: string) => {
      const person = guest(room, name, connect, quick);
      people.push(person);
      return person;
    };
    people.push(noor);
    await noor.here();
    return { noor, come, started: hub };
  }

  it(`that is killed ${deaths} times has every act that it answered, and none twice`, async () => {
    const { noor, come } = await opened();
    const others = ['Sam', 'Ines', 'Tariq'].map(come);
    await Promise.all(others.map((one) => one.here()));
    assert.ok((await noor.act({ type: 'step/goTo', step: 'circle' })).ok);
    let on = true;
    let thanks = 0;
    const names = new Map<string, string>();
    // What counts up shows what was done twice or is missing; a name shows the last that was answered.
    const busy = [noor, ...others].map(async (one, index) => {
      const who = one.id;
      for (let count = 0; on; count += 1) {
        const { ok } = await one.act({ type: 'circle/thank' });
        thanks += ok ? 1 : 0;
        const name = `Person ${index}, ${count}`;
        if ((await one.act({ type: 'person/rename', id: who, name })).ok) {
          names.set(who, name);
        }
        await new Promise((done) => setTimeout(done, 1 + Math.random() * 8));
      }
    });
    for (let death = 0; death < deaths; death += 1) {
      await new Promise((done) => setTimeout(done, Math.random() * 250));
      await hub?.kill('SIGKILL');
      hub = await HubProcess.start(flags);
      await Promise.all([noor, ...others].map((one) => one.here()));
      const before = thanks;
      while (thanks === before) {
        await new Promise((done) => setTimeout(done, 5));
      }
    }
    on = false;
    await Promise.all(busy);
    await noor.act({ type: 'tick/set', done: true });
    assert.equal(noor.view?.circle?.thanks, thanks);
    assert.deepEqual(new Map(noor.view?.participants.map(({ id, name }) => [id, name])), names);
    assert.ok(thanks >= deaths);
  }).timeout(60_000 + deaths * 5_000);

  it('that is asked to stop says so to everyone, ends with 0, and has its rooms when it is back', async () => {
    const { noor, started } = await opened();
    await noor.act({ type: 'arrive/word', word: 'steady' });
    const left = noor.until(
      'the move',
      ({ state }) => state.kind === 'waiting' && state.text.startsWith('The room is being moved.'),
    );
    assert.equal(await started.kill('SIGTERM'), 0);
    await left;
    hub = await HubProcess.start(flags);
    assert.match(hub.lines.join(), /rooms from before: 1/);
    await noor.until('back', ({ state }) => state.kind === 'here');
    assert.deepEqual(Object.values(noor.view?.words ?? {}), ['steady']);
  });

  it('keeps nothing that can be read without the key', async () => {
    const { noor } = await opened();
    await noor.act({ type: 'arrive/word', word: 'unmistakable' });
    const names = await readdir(join(folder, 'rooms'));
    assert.equal(names.length, 1);
    const bytes = await readFile(join(folder, 'rooms', names[0] ?? ''));
    for (const word of ['unmistakable', 'Noor', 'Sprint', noor.view?.id ?? '']) {
      assert.ok(!bytes.includes(word), word);
    }
  });

  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    it(`keeps nothing of a finished retro, which can still be looked at, also after ${signal}`, async () => {
      const { noor, come, started } = await opened();
      const sam = come('Sam');
      await sam.here();
      await noor.act({ type: 'step/goTo', step: 'close' });
      await sam.act({ type: 'thanks/add', id: 'a1', text: 'for the tests' });
      assert.equal((await readdir(join(folder, 'rooms'))).length, 1);
      assert.deepEqual(await noor.act({ type: 'retro/finish' }), { ok: true });
      assert.deepEqual(await readdir(join(folder, 'rooms')), []);
      const files = (await sam.client.call('preview', {})).files;
      assert.match(files.map(({ text }) => text).join(), /for the tests/);
      await started.kill(signal);
      assert.deepEqual(await readdir(join(folder, 'rooms')), []);
      await writeFile(join(folder, 'rooms', 'torn.room.part'), 'what a crash left');
      hub = await HubProcess.start(flags);
      assert.deepEqual(await readdir(join(folder, 'rooms')), []);
      assert.doesNotMatch(hub.lines.join(), /rooms from before/);
    });
  }

  it('makes a folder for its key that is its own alone', async () => {
    flags = [...flags.slice(0, -1), join(folder, 'keys', 'of the hub', 'key')];
    await opened();
    for (const path of ['keys', 'keys/of the hub', 'keys/of the hub/key', 'rooms']) {
      const { mode } = await stat(join(folder, path));
      assert.equal(process.platform === 'win32' ? 0 : mode & 0o077, 0, path);
    }
  });

  it('bears 1,000 connections and a person who sends all they can: its memory stays bounded', async () => {
    const { noor, started } = await opened();
    const before = started.memory;
    const crowd = await Promise.all(Array.from({ length: 1000 }, () => RawGuest.open(port)));
    for (const raw of crowd) {
      raw.frame(`+${'x'.repeat(50_000)}`);
    }
    assert.ok((await noor.act({ type: 'arrive/word', word: 'calm' })).ok);
    const during = started.memory;
    const codes = await Promise.all(crowd.map(({ closed }) => closed));
    assert.ok(codes.every((code) => code === 4020 || code === 4021 || code === 1006));
    assert.ok((await noor.act({ type: 'arrive/word', word: 'calm still' })).ok);
    if (before !== undefined && during !== undefined) {
      assert.ok(during - before < 150, `${before.toFixed()} MB before, ${during.toFixed()} MB during`);
    }
  }).timeout(30_000);

  it('says in words why it cannot start', async () => {
    await opened();
    await assert.rejects(HubProcess.start(['--port', String(port)]), /Port \d+ is taken\. Give another one/);
    await assert.rejects(HubProcess.start(['--port', '0', '--host', '203.0.113.77']), /has no address 203\.0\.113\.77/);
    await assert.rejects(HubProcess.start(['--port', 'many']), /whole number/);
    await assert.rejects(HubProcess.start(['--data', folder]), /--data and --data-key go together/);
    await assert.rejects(HubProcess.start(['--port', '0', '--open', 'X', '--template', 'none']), /no template "none"/);
    await assert.rejects(HubProcess.start(['--nonsense']), /--help says what there is/);
  });
});
