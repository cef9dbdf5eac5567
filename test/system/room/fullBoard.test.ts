import assert from 'node:assert/strict';
import { limits } from '../../../src/retro/limits.js';
import { outcome } from '../../../src/retro/minutes.js';
import { connectSocket } from '../../../src/room/client.js';
import { Hub } from '../../../src/room/hub.js';
import { MemoryJournal } from '../../../src/room/journal.js';
import { HubServer } from '../../../src/room/server.js';
import { guest, Person, roomSetup } from '../../unit/room/people.js';

/** One person asks for all they can, on a board with as many cards as there may be. The others must not notice. */
describe('A room with a full board', () => {
  const cards = Array.from({ length: limits.cards }, (_, index) => ({
    id: `card-number-${index}`,
    prompt: 'start',
    text: `Card ${index}: ${'what went well in these two weeks. '.repeat(3)}`,
  }));
  let hub: Hub;
  let server: HubServer;
  let noor: Person;
  let sam: Person;
  let previews = 0;

  beforeEach(async () => {
    previews = 0;
    hub = new Hub();
    server = await HubServer.start(hub, { host: '127.0.0.1', port: 0 });
    const setup = roomSetup({ board: { cards, groups: [] } });
    const { room, credential } = await hub.create(setup, new MemoryJournal(), {
      preview: async (state) => {
        previews += 1;
        return [{ path: 'minutes.md', text: outcome(state).team ?? '', kind: 'local' }];
      },
    });
    const connect = () => connectSocket(`ws://127.0.0.1:${server.port}/socket`);
    noor = new Person(room.id, { kind: 'back', credential }, connect, { timeout: 60_000 });
    sam = guest(room, 'Sam', connect);
    await Promise.all([noor.here(), sam.here()]);
    await noor.act({ type: 'step/goTo', step: 'group' });
  });
  afterEach(async () => {
    noor.client.dispose();
    sam.client.dispose();
    await server.close();
    await hub.stop();
  });

  it('makes one preview for 250 who ask at once, and answers others meanwhile', async () => {
    let answered = 0;
    const asked = Array.from({ length: 250 }, async () => {
      const { files } = await noor.client.call('preview', {});
      answered += 1;
      return files[0]?.text;
    });
    assert.deepEqual(await sam.act({ type: 'tick/set', done: true }), { ok: true });
    assert.ok(answered < asked.length, `${answered} previews were answered before the act of another`);
    const texts = new Set(await Promise.all(asked));
    assert.equal(texts.size, 1);
    assert.match([...texts].join(), /Card 1999/);
    // The act of the other was a change, so what was asked after it is another one.
    assert.ok(previews <= 2, `${previews} previews were made`);
  }).timeout(30_000);

  it('moves the whole board a few times at once, and then tells whoever goes on; the others move on', async () => {
    const ids = cards.map(({ id }) => id);
    const results: Promise<string>[] = [];
    const times: number[] = [];
    let on = true;
    const others = (async () => {
      for (let done = true; on; done = !done) {
        const start = performance.now();
        assert.deepEqual(await sam.act({ type: 'tick/set', done }), { ok: true });
        times.push(performance.now() - start);
        await new Promise((next) => setTimeout(next, 20));
      }
    })();
    for (let count = 0; count < 160; count += 1) {
      const isUndo = count % 2 === 1;
      const act = isUndo
        ? noor.act({ type: 'group/undo' })
        : noor.act({ type: 'group/make', id: `g${count}`, name: 'all', cards: ids });
      results.push(act.then((result) => (result.ok ? 'ok' : result.code)));
      await new Promise((next) => setTimeout(next, 18));
    }
    const codes = await Promise.all(results);
    on = false;
    await others;
    const done = codes.filter((code) => code === 'ok').length;
    assert.ok(done >= 3 && done < 20 && codes.includes('group/tooFast'), `${done} moves: ${new Set(codes).size}`);
    assert.ok(times.length > 30 && Math.max(...times) < 2000, `${times.length} acts, ${Math.max(...times)} ms`);
    assert.deepEqual(await sam.act({ type: 'group/make', id: 'mine', name: 'mine', cards: ids.slice(0, 3) }), {
      ok: true,
    });
  }).timeout(60_000);

  it('turns many cards to ashes one by one while others move on', async () => {
    const results: Promise<boolean>[] = [];
    for (const { id } of cards.slice(0, 100)) {
      results.push(noor.act({ type: 'save/lower', item: `card/${id}`, level: 'ashes' }).then(({ ok }) => ok));
    }
    assert.deepEqual(await sam.act({ type: 'tick/set', done: true }), { ok: true });
    assert.ok((await Promise.all(results)).every((ok) => ok));
  }).timeout(30_000);
});
