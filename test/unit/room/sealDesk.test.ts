import assert from 'node:assert/strict';
import type { RetroEvent } from '../../../src/retro/event.js';
import type { StepId } from '../../../src/retro/model.js';
import { Hub } from '../../../src/room/hub.js';
import { MemoryJournal } from '../../../src/room/journal.js';
import { type DeskTimes, sealDesks } from '../../../src/room/sealDesk.js';
import { fastCrypto } from '../retro/sealing/fastCrypto.js';
import { roomSetup } from './people.js';
import { quick, type SealedPerson, sealedRoom } from './sealedPeople.js';

/** A disk that takes its time. */
class SlowJournal extends MemoryJournal {
  override async append(entry: string): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 4));
    await super.append(entry);
  }
}

describe('Sealed rounds in a room', () => {
  let hub: Hub | undefined;
  let people: readonly SealedPerson[] = [];
  afterEach(async () => {
    for (const { person } of people) {
      person.client.dispose();
    }
    await hub?.stop();
  });

  async function start(
    names: readonly string[],
    times: Partial<DeskTimes> = {},
    anonymity?: 'named' | 'alias',
    journal = new MemoryJournal(),
  ) {
    hub = new Hub({ makeSeals: sealDesks(Promise.resolve(fastCrypto(3)), { ...quick, ...times }) });
    const setup = roomSetup(anonymity === undefined ? {} : { anonymity });
    const made = await hub.create(setup, journal);
    people = await sealedRoom(hub, made, names);
    return made.room;
  }

  const noor = (): SealedPerson => people[0] ?? assert.fail();
  const does = async (event: RetroEvent, someone = noor()): Promise<void> => {
    assert.deepEqual(await someone.person.act(event), { ok: true }, JSON.stringify(event));
  };
  const goTo = (step: StepId) => does({ type: 'step/goTo', step });

  it('bring everyone’s cards to the board when they are revealed, also more than fit into one round', async () => {
    const room = await start(['Sam', 'Ines']);
    await goTo('write');
    people.forEach((one, index) => {
      one.cards = Array.from({ length: index === 1 ? 13 : index }, (_, card) => ({
        prompt: 'start',
        text: `${index}.${card}`,
      }));
    });
    await goTo('reveal');
    await does({ type: 'reveal/open' });
    assert.equal(room.state.cards.length, 0 + 13 + 2);
    assert.ok(room.state.cards.every((card) => /^[0-9a-f]{16}$/.test(card.id)));
    assert.equal(people[1]?.cards.length, 0);
  });

  it('count votes when everyone is ready, without being asked', async () => {
    const room = await start(['Sam', 'Ines', 'Tariq']);
    await goTo('vote');
    await does({ type: 'talk/propose', id: 'p1', title: 'Releases' });
    await does({ type: 'vote/open' });
    for (const one of people) {
      one.votes = { p1: 1 };
      one.ready('vote');
    }
    await noor().person.until('the count', ({ view }) => view?.vote.status === 'counted');
    assert.deepEqual(room.state.vote.totals, { p1: 4 });
    const told = people[1]?.news.filter((news) => news.type === 'readiness').at(-1);
    assert.deepEqual(told, { type: 'readiness', purpose: 'vote', ready: 4, of: 4 });
  });

  it('count what is there when the facilitator asks for it; whoever is not ready hands in a blank', async () => {
    const room = await start(['Sam', 'Ines', 'Tariq', 'Yuki']);
    await does({ type: 'ballot/open', box: 'safety' });
    for (const one of people.slice(0, 4)) {
      one.answers = { safety: [3] };
    }
    await does({ type: 'ballot/close', box: 'safety' });
    assert.equal(room.state.boxes.safety?.status, 'counted');
    assert.deepEqual(room.state.boxes.safety?.counts, [[0, 0, 0, 4, 0]]);
  });

  it('carry changes of one’s own cards on the hub’s clock', async () => {
    const room = await start(['Sam', 'Ines', 'Tariq'], { amend: 15 });
    await goTo('write');
    const sam = people[1] ?? assert.fail();
    sam.cards = [{ prompt: 'start', text: 'first words' }];
    await goTo('reveal');
    await does({ type: 'reveal/open' });
    const id = sam.own('first words') ?? assert.fail();
    sam.amendment = { card: id, change: 'edit', text: 'second words' };
    await noor().person.until('the change', ({ view }) => view?.cards[0]?.text === 'second words');
    await does({ type: 'card/ask', id, question: 'When?' }, people[2]);
    sam.amendment = { card: id, change: 'answer', text: 'In May.' };
    await noor().person.until('the answer', ({ view }) => view?.cards[0]?.asked?.answer === 'In May.');
    // Another's card cannot be changed: the signature is not its key's.
    const ines = people[2] ?? assert.fail();
    ines.keys.set(id, await ines.crypto.newSigningKeys());
    ines.amendment = { card: id, change: 'withdraw', text: '' };
    await ines.heard('done');
    assert.equal(room.state.cards.length, 1);
    sam.amendment = { card: id, change: 'withdraw', text: '' };
    await noor().person.until('the withdrawal', ({ view }) => view?.cards.length === 0);
  });

  it('go on without someone whose line is lost, and without a panel whose signature is wrong', async () => {
    const room = await start(['Sam', 'Ines', 'Tariq', 'Yuki']);
    await goTo('write');
    const sam = people[1] ?? assert.fail();
    for (const one of people) {
      one.cards = [{ prompt: 'start', text: `by ${one.name}` }];
    }
    await goTo('reveal');
    const reveal = noor().person.act({ type: 'reveal/open' });
    sam.person.client.dispose();
    assert.deepEqual(await reveal, { ok: true });
    assert.equal(room.state.cards.length, 4);
    await goTo('write');
    const ines = people[2] ?? assert.fail();
    ines.crypto.sign = async () => new Uint8Array(64);
    await goTo('reveal');
    noor().cards = [{ prompt: 'start', text: 'one more' }];
    await does({ type: 'reveal/open' });
    assert.equal(room.state.cards.length, 5);
    const left = noor().news.findLast((news) => news.type === 'stopped');
    assert.deepEqual(left?.type === 'stopped' && left.without, [ines.person.id]);
  });

  it('are kept before anyone is told to forget what they handed in', async () => {
    const journal = new SlowJournal();
    const room = await start(['Sam', 'Ines', 'Tariq'], {}, undefined, journal);
    await goTo('write');
    for (const one of people) {
      one.cards = [{ prompt: 'start', text: `by ${one.name}` }];
    }
    await goTo('reveal');
    const sam = people[1] ?? assert.fail();
    const reveal = noor().person.act({ type: 'reveal/open' });
    await sam.heard('done');
    assert.ok(journal.entries.some((entry) => entry.includes('by Sam')));
    assert.deepEqual(await reveal, { ok: true });
    assert.equal(room.state.cards.length, 4);
  });

  it('are over before the room goes on', async () => {
    const room = await start(['Sam', 'Ines', 'Tariq']);
    await goTo('write');
    for (const one of people) {
      one.cards = [{ prompt: 'start', text: `by ${one.name}` }];
    }
    await goTo('reveal');
    const [reveal, next] = [noor().person.act({ type: 'reveal/open' }), noor().person.act({ type: 'step/next' })];
    assert.deepEqual([await reveal, await next], [{ ok: true }, { ok: true }]);
    assert.equal(room.state.cards.length, 4);
    assert.equal(noor().person.view?.kind, 'circle');
  });

  it('are not needed where the room chose names: each hands in what is signed', async () => {
    const room = await start(['Sam'], {}, 'named');
    await goTo('write');
    await goTo('reveal');
    for (const one of people) {
      void one.heard('handInSigned').then(async () => {
        await one.person.act({
          type: 'entry/signed',
          cards: [{ id: `c-${one.name}`, prompt: 'start', text: `by ${one.name}` }],
        });
        const asked = one.news.findLast((news) => news.type === 'handInSigned');
        one.sayDone(asked?.type === 'handInSigned' ? asked.ask : '');
      });
    }
    await does({ type: 'reveal/open' });
    assert.deepEqual(room.state.cards.map((card) => 'by' in card && card.by).sort(), ['Noor', 'Sam']);
  });
});
