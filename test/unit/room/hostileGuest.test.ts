import assert from 'node:assert/strict';
import type { Line } from '../../../src/protocol/line.js';
import type { SealReply } from '../../../src/retro/sealing/messages.js';
import { Hub } from '../../../src/room/hub.js';
import { MemoryJournal } from '../../../src/room/journal.js';
import type { Room } from '../../../src/room/room.js';
import { type DeskTimes, sealDesks } from '../../../src/room/sealDesk.js';
import { fastCrypto } from '../retro/sealing/fastCrypto.js';
import { guest, Person, roomSetup } from './people.js';
import { gatheredWith, quick, SealedPerson } from './sealedPeople.js';

/** Changes what one guest's panel says; nothing swallows it. */
type Mischief = (reply: SealReply, say: (reply: SealReply) => void) => SealReply | undefined;

/** The times of a real room take long; `COMMON_GROUND_REAL_TIMES=1` tries them and prints how long each took. */
const isReal = process.env.COMMON_GROUND_REAL_TIMES === '1';
const times: Partial<DeskTimes> = isReal ? {} : { ...quick, patience: 300 };

describe('One guest among five who', function () {
  this.timeout(isReal ? 120_000 : 10_000);
  let hub: Hub;
  let room: Room;
  let people: SealedPerson[] = [];
  let mischief: Mischief = (reply) => reply;
  const mallory = () => people[4] ?? assert.fail();
  const noor = () => people[0] ?? assert.fail();

  beforeEach(async () => {
    mischief = (reply) => reply;
    people = [];
    hub = new Hub({ makeSeals: sealDesks(Promise.resolve(fastCrypto(3)), times) });
    const made = await hub.create(roomSetup({ anonymity: 'anonymous' }), new MemoryJournal());
    ({ room } = made);
    for (const [index, name] of ['Noor', 'Sam', 'Ines', 'Tariq', 'Mallory'].entries()) {
      const connect = async () => (name === 'Mallory' ? mischievous(hub.connect()) : hub.connect());
      const someone = await SealedPerson.enter(name, fastCrypto(index + 10), room.id, (onLine) =>
        index === 0
          ? new Person(room.id, { kind: 'back', credential: made.credential }, connect, { onLine })
          : guest(room, name, connect, { onLine }),
      );
      people.push(someone);
      await someone.person.here();
    }
    await Promise.all(people.map((one) => gatheredWith(one, 5)));
    await noor().person.act({ type: 'step/goTo', step: 'write' });
    for (const one of people) {
      one.cards = [{ prompt: 'start', text: `by ${one.name}` }];
    }
    await noor().person.act({ type: 'step/goTo', step: 'reveal' });
  });
  afterEach(async () => {
    for (const { person } of people) {
      person.client.dispose();
    }
    await hub.stop();
  });

  function mischievous(line: Line): Line {
    const send = (reply: SealReply) => line.send({ kind: 'notice', method: 'seal', params: reply });
    return {
      send(message) {
        const { method, params } = message as { method?: string; params?: SealReply };
        const changed = method === 'seal' && params !== undefined ? mischief(params, send) : undefined;
        if (method !== 'seal') {
          line.send(message);
        } else if (changed !== undefined) {
          send(changed);
        }
      },
      onMessage: (run) => line.onMessage(run),
      onClosed: (run) => line.onClosed(run),
      close: (code) => line.close(code),
    };
  }

  async function reveal(what: string): Promise<boolean> {
    const from = performance.now();
    const { ok } = await noor().person.act({ type: 'reveal/open' });
    if (isReal) {
      process.stdout.write(
        `        ${what}: ${ok ? 'open' : 'stopped'} after ${Math.round(performance.now() - from)} ms\n`,
      );
    }
    return ok;
  }

  const boardIsOthers = () =>
    assert.deepEqual(room.state.cards.map((card) => card.text).sort(), ['by Ines', 'by Noor', 'by Sam', 'by Tariq']);
  const leftOut = () => {
    const stops = people[1]?.news.filter((news) => news.type === 'stopped') ?? [];
    return stops.flatMap((news) => (news.type === 'stopped' ? (news.without ?? []) : []));
  };
  const garbage = (batch: string) => batch.replace(/^.{60}/, 'A'.repeat(60));

  it('does not answer is left out by name, and the others’ cards are there', async () => {
    mischief = (reply) => (reply.type === 'envelopes' ? undefined : reply);
    assert.ok(await reveal('stalling'));
    boardIsOthers();
    assert.deepEqual(leftOut(), [mallory().person.id]);
  });

  it('does not answer and says keys again and again does not get in between', async () => {
    mischief = (reply, say) => {
      if (reply.type !== 'envelopes') {
        return reply;
      }
      say({ type: 'keys', sign: 'A'.repeat(43), mix: 'B'.repeat(43) });
      return undefined;
    };
    assert.ok(await reveal('stalling with new keys'));
    boardIsOthers();
  });

  it('sends an envelope that nobody can open is left out by name', async () => {
    mischief = (reply) => (reply.type === 'envelopes' ? { ...reply, batch: garbage(reply.batch) } : reply);
    assert.ok(await reveal('garbling'));
    boardIsOthers();
    assert.deepEqual([...new Set(leftOut())], [mallory().person.id]);
  });

  it('sends too few envelopes is left out by name', async () => {
    mischief = (reply) => (reply.type === 'envelopes' ? { ...reply, batch: '' } : reply);
    assert.ok(await reveal('too few'));
    boardIsOthers();
  });

  it('signs nothing, or something else, is left out by name', async () => {
    for (const type of ['inner', 'yes'] as const) {
      mischief = (reply) => (reply.type === type ? { ...reply, signature: 'A'.repeat(86) } : reply);
      people.forEach((one) => {
        one.cards = [{ prompt: 'start', text: `${type} by ${one.name}` }];
      });
      assert.ok(await reveal(`false ${type}`));
      assert.equal(room.state.cards.filter((card) => card.text.startsWith(type)).length, 4);
    }
  });

  it('gives a false key at the end is left out by name', async () => {
    mischief = (reply) => (reply.type === 'released' ? { ...reply, key: 'A'.repeat(43) } : reply);
    assert.equal(await reveal('false key'), false);
    assert.deepEqual(leftOut(), [mallory().person.id]);
    let open = false;
    for (let times = 0; times < 4 && !open; times += 1) {
      for (const one of people) {
        one.client.agree('cards');
      }
      open = await reveal('false key, once all agreed');
    }
    assert.ok(open);
    boardIsOthers();
  });

  it('objects twice without a proof is named to the facilitator alone, who goes on without', async () => {
    mischief = (reply) => (reply.type === 'inner' ? { type: 'no', id: reply.round, objection: 'people' } : reply);
    assert.equal(await reveal('objecting'), false);
    assert.equal(await reveal('objecting again'), false);
    const asked = people.map((one) => one.news.filter((news) => news.type === 'askWithout').length);
    assert.deepEqual(asked, [1, 0, 0, 0, 0]);
    const { id } = mallory().person;
    assert.deepEqual(await noor().person.act({ type: 'person/aside', id, aside: true }), { ok: true });
    await people[1]?.person.until('all see it', ({ view }) => view?.participants[4]?.aside === true);
    assert.ok(await reveal('objecting, left out'));
    boardIsOthers();
    assert.deepEqual(await noor().person.act({ type: 'person/aside', id, aside: false }), { ok: true });
  });

  it('passes on rubbish as a mixer is suspected each time, and named after two', async () => {
    mischief = (reply) => (reply.type === 'mixed' ? { ...reply, batch: garbage(reply.batch) } : reply);
    let open = await reveal('rubbish from a mixer');
    const tried = new Set<string>();
    for (let times = 0; times < 8 && !open; times += 1) {
      const asked = noor().news.findLast((news) => news.type === 'askWithout');
      const [next] = asked?.type === 'askWithout' ? asked.people.filter((id) => !tried.has(id)) : [];
      if (next !== undefined) {
        for (const id of tried) {
          await noor().person.act({ type: 'person/aside', id, aside: false });
        }
        tried.add(next);
        await noor().person.act({ type: 'person/aside', id: next, aside: true });
      }
      for (const one of people) {
        one.client.agree('cards');
      }
      open = await reveal('rubbish from a mixer, again');
    }
    assert.ok(tried.has(mallory().person.id));
    assert.ok(open);
  });

  it('takes another name while it is sealed waits for the end', async () => {
    let renamed: Promise<unknown> | undefined;
    mischief = (reply) => {
      renamed ??= reply.type === 'inner' ? mallory().person.act(rename()) : undefined;
      return reply;
    };
    const rename = () => ({ type: 'person/rename', id: mallory().person.id, name: 'Mal' }) as const;
    assert.ok(await reveal('renaming'));
    assert.equal(room.state.cards.length, 5);
    await renamed;
    assert.equal(room.state.participants[4]?.name, 'Mal');
  });

  it('comes and goes all the time is left out in the end', async () => {
    mischief = (reply) => {
      if (reply.type === 'inner') {
        queueMicrotask(() => mallory().person.client.nudge());
        return undefined;
      }
      return reply;
    };
    assert.ok(await reveal('flapping'));
    boardIsOthers();
  });
});
