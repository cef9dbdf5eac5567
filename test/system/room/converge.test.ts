import assert from 'node:assert/strict';
import type { RetroEvent } from '../../../src/retro/event.js';
import { view } from '../../../src/retro/view.js';
import { Hub } from '../../../src/room/hub.js';
import { MemoryJournal } from '../../../src/room/journal.js';
import { realWorld } from '../../../src/room/world.js';
import { guest, Person, roomSetup } from '../../unit/room/people.js';
import { BadLine } from './badNetwork.js';

const speed = 20;
const quicker: typeof realWorld.after = (milliseconds, run) => realWorld.after(milliseconds / speed, run);
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** The same chances on each run. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

describe('Guests on a bad network', () => {
  for (const seed of [1, 2, 3]) {
    it(`lose every third message, are cut off and come back, have wrong clocks: all see the same (${seed})`, async () => {
      const chance = chances(seed);
      // The hub's own clock is set back and forth as well.
      const hub = new Hub({ world: { ...realWorld, after: quicker, now: () => Date.now() + (chance() - 0.5) * 1e6 } });
      const { room, credential } = await hub.create(roomSetup({ confidentiality: 'repo' }), new MemoryJournal());
      const badness = { loses: 3, cuts: 0.02, delays: 4, chance };
      const connect = () => Promise.resolve(new BadLine(hub.connect(), badness, () => false));
      const options = () => ({ after: quicker, now: wrongClock(chance), timeout: 2000, silence: 12_000, chance });
      const noor = new Person(room.id, { kind: 'back', credential }, connect, options());
      const guests = ['Sam', 'Ines', 'Tariq', 'Yuki', 'Lena'].map((name) => guest(room, name, connect, options()));
      const people = [noor, ...guests];
      await Promise.all(people.map((person) => person.until('in', ({ view: seen }) => seen !== undefined, 20_000)));
      assert.ok((await noor.act({ type: 'step/goTo', step: 'norms' })).ok);
      const answers = await Promise.all(people.flatMap((person, index) => busy(person, index, chance)));
      assert.ok(answers.every(({ ok }) => ok));
      const counts = room.state.norms.length;
      assert.equal(counts, 5 * people.length);
      // Nothing gets better: with what is lost still being lost, everyone gets there.
      for (const person of people) {
        const { me = '' } = person.view ?? {};
        await person.until('the same view as the hub', ({ view: seen }) => same(seen, room, me), 20_000);
      }
      for (const person of people) {
        person.client.dispose();
      }
      await hub.stop();
    }).timeout(60_000);
  }

  it('that slept for an hour come back to where the room is', async () => {
    const hub = new Hub({ world: { ...realWorld, after: quicker } });
    const { room, credential } = await hub.create(roomSetup(), new MemoryJournal());
    let asleep = false;
    let slept = 0;
    const connect = () => {
      const line = hub.connect();
      return asleep ? Promise.reject(new Error('asleep')) : Promise.resolve(line);
    };
    const noor = new Person(room.id, { kind: 'back', credential }, () => Promise.resolve(hub.connect()));
    await noor.here();
    // While the machine sleeps no timer runs, nothing arrives, and then the clock is an hour ahead.
    const sleepers: (() => void)[] = [];
    const after: typeof realWorld.after = (milliseconds, run) =>
      quicker(milliseconds, () => (asleep ? sleepers.push(run) : run()));
    const hears = { loses: 1, cuts: 0, delays: 0, chance: () => 1 };
    const line = () => connect().then((one) => new BadLine(one, hears, () => !asleep));
    const sam = guest(room, 'Sam', line, { after, now: () => Date.now() + slept });
    await sam.here();
    asleep = true;
    await noor.act({ type: 'step/next' });
    await pause(100);
    assert.notEqual(sam.view?.step, noor.view?.step);
    slept = 3_600_000;
    asleep = false;
    for (const run of sleepers.splice(0)) {
      run();
    }
    await sam.until('the step', ({ view: seen }) => seen?.step === noor.view?.step, 5000);
    await sam.until('here', ({ state }) => state.kind === 'here');
    for (const person of [noor, sam]) {
      person.client.dispose();
    }
    await hub.stop();
  }).timeout(15_000);
});

/** Five norms each, proposed one after the other, with other moves in between. */
function busy(person: Person, index: number, chance: () => number) {
  return Array.from({ length: 5 }, async (_, count) => {
    await pause(chance() * 300);
    const moves: readonly RetroEvent[] = [
      { type: 'request/longer' },
      { type: 'tick/set', done: chance() < 0.5 },
      { type: 'request/silence' },
    ];
    const move = moves[Math.floor(chance() * moves.length)];
    if (move !== undefined) {
      await person.act(move);
    }
    return person.act({ type: 'norm/add', id: `n${index}-${count}`, text: `Norm ${index} ${count}` });
  });
}

function same(seen: unknown, room: { readonly state: Parameters<typeof view>[0] }, id: string): boolean {
  const wanted = view(room.state, { kind: 'participant', id });
  // Who is away for a moment changes with each cut; what everyone sees of it comes with the next beat.
  const plain = (one: unknown) =>
    JSON.stringify(one, (key, value) => (key === 'since' || key === 'presence' ? 0 : value));
  return plain(order(seen)) === plain(order(wanted));
}

function order(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(order);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([, one]) => one !== undefined)
          .toSorted(([one], [other]) => (one < other ? -1 : 1))
          .map(([key, one]) => [key, order(one)]),
      )
    : value;
}

function wrongClock(chance: () => number): () => number {
  const off = (chance() - 0.5) * 1e8;
  return () => Date.now() + off;
}
