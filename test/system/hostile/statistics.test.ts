import assert from 'node:assert/strict';
import type { SealingCrypto } from '../../../src/retro/sealing/crypto.js';
import { HubSealing, type RoundResult } from '../../../src/retro/sealing/hub/hubSealing.js';
import { Hub } from '../../../src/room/hub.js';
import { MemoryJournal } from '../../../src/room/journal.js';
import { sealDesks } from '../../../src/room/sealDesk.js';
import { fastCrypto } from '../../unit/retro/sealing/fastCrypto.js';
import { guest, Person, roomSetup } from '../../unit/room/people.js';
import { gatheredWith, quick, SealedPerson } from '../../unit/room/sealedPeople.js';

const rooms = Number(process.env.COMMON_GROUND_ROOMS ?? 200);
/** Rooms that are played side by side. */
const atOnce = 8;
const honest = 4;
const colluding = 2;
const people = honest + colluding;
/** Envelopes of each person. */
const slots = 10;

/** A colluder passes envelopes on in the order in which they came, so that its operator can follow them. */
function keepsOrder(crypto: SealingCrypto): SealingCrypto {
  const all = people * slots;
  return {
    ...crypto,
    random: (length) => (length === 4 * all ? everyoneStays(all) : crypto.random(length)),
  };
}

/** The numbers that a shuffle reads as "swap it with itself", from the last place to the second. */
function everyoneStays(count: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * count));
  for (let last = count - 1, at = 0; last > 0; last -= 1, at += 4) {
    view.setUint32(at, last);
  }
  return new Uint8Array(view.buffer);
}

/** Guesses of one operator about one room: by place, whose the card is. */
interface Guesses {
  readonly right: number;
  readonly made: number;
}

/** One room. The operator believes what the way of the envelopes would say if nobody had shuffled. */
async function play(
  seed: number,
  shufflers: number,
): Promise<Readonly<Record<'batch' | 'board' | 'arrival', Guesses>>> {
  const hub = new Hub({ makeSeals: sealDesks(Promise.resolve(fastCrypto(seed)), quick) });
  const { room, credential } = await hub.create(roomSetup({ anonymity: 'anonymous' }), new MemoryJournal());
  const everyone: SealedPerson[] = [];
  const connect = () => Promise.resolve(hub.connect());
  for (let index = 0; index < people; index += 1) {
    const own = fastCrypto(seed * 100 + index + 1);
    const crypto = index < shufflers ? own : keepsOrder(own);
    const someone = await SealedPerson.enter(`Person ${index}`, crypto, room.id, (onLine) =>
      index === 0
        ? new Person(room.id, { kind: 'back', credential }, connect, { onLine })
        : guest(room, `Person ${index}`, connect, { onLine }),
    );
    everyone.push(someone);
  }
  await Promise.all(everyone.map((one) => one.person.here()));
  await Promise.all(everyone.map((one) => gatheredWith(one, people)));
  const [noor] = everyone;
  await noor?.person.act({ type: 'step/goTo', step: 'write' });
  everyone.forEach((one, index) => {
    one.cards = [{ prompt: 'start', text: `by ${index}` }];
  });
  await noor?.person.act({ type: 'step/goTo', step: 'reveal' });
  await noor?.person.act({ type: 'reveal/open' });
  const done = everyone.map((one) => one.news.find((news) => news.type === 'done'));
  assert.ok(done.every((news) => news !== undefined));
  const ids = everyone.map((one) => one.person.id);
  const members = ids.toSorted();
  const round = opened.find((result) => result.people.includes(ids[1] ?? '')) ?? assert.fail();
  const batch = round.contents.flatMap((content) => (content.kind === 'card' ? content.text : []));
  const board = room.state.cards.map((card) => card.text);
  const believed = (texts: readonly string[], order: readonly string[]): Guesses => {
    const right = texts.filter((text, place) => text === `by ${ids.indexOf(order[place] ?? '')}`);
    const honestOnes = right.filter((text) => Number(text.slice(3)) < honest);
    return { right: honestOnes.length, made: honest };
  };
  for (const { person } of everyone) {
    person.client.dispose();
  }
  await hub.stop();
  return { batch: believed(batch, members), board: believed(board, members), arrival: believed(board, ids) };
}

/** Everything that was opened at any hub here, as its operator sees it. */
const opened: RoundResult[] = [];

/** Whether so many right guesses are more than chance and three standard errors. */
function isBetterThanChance({ right, made }: Guesses): boolean {
  const chance = 1 / people;
  const error = Math.sqrt((chance * (1 - chance)) / made);
  return right / made > chance + 3 * error;
}

async function playAll(count: number, shufflers: number): Promise<Awaited<ReturnType<typeof play>>> {
  const sums = { batch: { right: 0, made: 0 }, board: { right: 0, made: 0 }, arrival: { right: 0, made: 0 } };
  let next = 1;
  const player = async (): Promise<void> => {
    while (next <= count) {
      const seed = next;
      next += 1;
      const guesses = await play(seed, shufflers);
      for (const how of ['batch', 'board', 'arrival'] as const) {
        sums[how] = { right: sums[how].right + guesses[how].right, made: sums[how].made + guesses[how].made };
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, player));
  return sums;
}

describe(`An operator in league with ${colluding} of ${people} people`, () => {
  const { run } = HubSealing.prototype;
  before(() => {
    HubSealing.prototype.run = function (purpose, keep) {
      return run.call(this, purpose, async (result) => {
        opened.push(result);
        await keep?.(result);
      });
    };
  });
  after(() => {
    HubSealing.prototype.run = run;
  });

  it('says whose every card is when nobody shuffles: so the test below would tell', async () => {
    const { batch } = await playAll(5, 0);
    assert.deepEqual(batch, { right: 5 * honest, made: 5 * honest });
    assert.ok(isBetterThanChance(batch));
  });

  it(`cannot say whose a card is, over ${rooms} rooms`, async () => {
    const sums = await playAll(rooms, honest);
    for (const [how, guesses] of Object.entries(sums)) {
      assert.ok(!isBetterThanChance(guesses), `${how}: ${guesses.right} of ${guesses.made}`);
    }
    process.stdout.write(`        right guesses: ${JSON.stringify(sums)}\n`);
  }).timeout(20_000 + 2000 * rooms);
});
