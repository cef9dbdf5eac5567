import assert from 'node:assert/strict';
import type { Line } from '../../../src/protocol/line.js';
import type { RetroEvent } from '../../../src/retro/event.js';
import { Hub } from '../../../src/room/hub.js';
import { type Journal, MemoryJournal } from '../../../src/room/journal.js';
import type { RoomOwner } from '../../../src/room/room.js';
import { realWorld } from '../../../src/room/world.js';
import { guest, Person, roomSetup } from './people.js';

describe('A room', () => {
  let hub: Hub;
  let ahead = 0;
  // Time runs a hundred times as fast, but for what a test sets ahead by hand.
  const after: typeof realWorld.after = (milliseconds, run) => realWorld.after(milliseconds / 100, run);
  const world = { ...realWorld, after, now: () => Date.now() + ahead };
  const revived: Hub[] = [];
  const people: Person[] = [];
  beforeEach(() => {
    ahead = 0;
    hub = new Hub({ world });
  });
  afterEach(async () => {
    for (const person of people.splice(0)) {
      person.client.dispose();
    }
    await Promise.all([hub, ...revived.splice(0)].map((one) => one.stop()));
  });

  function revive(): Hub {
    const one = new Hub({ world });
    revived.push(one);
    return one;
  }

  const connect = () => Promise.resolve(hub.connect());

  async function open(journal: Journal = new MemoryJournal(), owner: RoomOwner = {}, changes = {}) {
    const { room, credential } = await hub.create(roomSetup(changes), journal, owner);
    return { room, noor: await came(new Person(room.id, { kind: 'back', credential }, connect)) };
  }

  async function came(person: Person): Promise<Person> {
    people.push(person);
    await person.here();
    return person;
  }

  const come = (room: { id: string; invitation: string }, name: string) => came(guest(room, name, connect));

  it('shows everyone what one of them did, before it is answered to them', async () => {
    const { room, noor } = await open();
    const [sam, ines] = [await come(room, 'Sam'), await come(room, 'Ines')];
    assert.deepEqual(await sam.act({ type: 'arrive/word', word: 'curious' }), { ok: true });
    assert.equal(sam.view?.words[sam.id], 'curious');
    for (const one of [noor, ines]) {
      await one.until('the word', ({ view }) => view?.words[sam.id] === 'curious');
    }
  });

  it('stamps who sent a move: nobody can do what is another’s', async () => {
    const { room, noor } = await open();
    const sam = await come(room, 'Sam');
    const moves: readonly RetroEvent[] = [
      { type: 'step/next' },
      { type: 'person/rename', id: 'noor', name: 'Nobody' },
      { type: 'person/join', id: 'ghost', name: 'Ghost' },
      { type: 'person/presence', id: 'noor', presence: 'left' },
      { type: 'entry/submit', cards: [] },
      { type: 'card/withdraw', id: 'c1' },
      { type: 'facilitator/takeOver' },
      { type: 'circle/done' },
    ];
    const before = room.state;
    for (const move of moves) {
      assert.equal((await sam.act(move)).ok, false, move.type);
    }
    assert.equal(room.state, before);
    for (const move of moves.slice(2, 5)) {
      assert.equal((await noor.act(move)).ok, false, `facilitator: ${move.type}`);
    }
    assert.deepEqual(await noor.act({ type: 'person/presence', id: sam.id, presence: 'left' }), {
      ok: false,
      code: 'actor/notYours',
      message: 'This one is for someone else to do.',
    });
  });

  it('does an act once, however often it is sent', async () => {
    const { room, noor } = await open();
    const again = () => room.act('noor', 'the-same-act-id-1', { type: 'arrive/word', word: 'here' });
    assert.deepEqual(await Promise.all([again(), again(), again()]), [{ ok: true }, { ok: true }, { ok: true }]);
    await noor.act({ type: 'step/next' });
    assert.deepEqual(await again(), { ok: true });
    assert.equal((await noor.act({ type: 'arrive/word', word: 'late' })).ok, false);
  });

  it('has one line for each person: the newest', async () => {
    const { room } = await open();
    const sam = await come(room, 'Sam');
    const again = await came(new Person(room.id, { kind: 'back', credential: sam.credential ?? '' }, connect));
    await sam.until('the end', ({ state }) => state.kind === 'ended');
    assert.equal(sam.state.kind === 'ended' && sam.state.code, 4030);
    assert.deepEqual(await again.act({ type: 'arrive/word', word: 'here' }), { ok: true });
    assert.equal(room.state.participants.find(({ id }) => id === again.id)?.presence, 'here');
    assert.equal(room.state.participants.length, 2);
  });

  it('lets in whoever is late, and shows them where the room is', async () => {
    const { room, noor } = await open();
    await noor.act({ type: 'step/next' });
    const late = await come(room, 'Sam');
    assert.equal(late.view?.kind, noor.view?.kind);
    await noor.until('Sam', ({ view }) => view?.people === 2);
  });

  it('says when a name is taken, and lets in under another', async () => {
    const { room } = await open();
    const double = guest(room, 'noor', connect);
    people.push(double);
    await double.until('the refusal', ({ state }) => state.kind === 'ended');
    assert.equal(double.state.kind === 'ended' && double.state.code, 'person/nameTaken');
    await come(room, 'Noor B.');
  });

  it('lets someone in whose first answer was lost, as the same person', async () => {
    const { room } = await open();
    const once = 'the first time of sam';
    const as = { kind: 'invited', secret: room.invitation, name: 'Sam', once } as const;
    const [first, again] = [await room.enter(as), await room.enter(as)];
    assert.equal(first.you, again.you);
    assert.equal(room.state.participants.length, 2);
    room.confirm(first.you);
    await assert.rejects(room.enter(as), { code: 'person/nameTaken' });
  });

  it('keeps nobody out whose credential could not be stored', async () => {
    const { room, noor } = await open();
    const lines: Line[] = [];
    const remembering = () => {
      const line = hub.connect();
      lines.push(line);
      return Promise.resolve(line);
    };
    const keep = () => Promise.reject(new Error('The store is full.'));
    const sam = await came(guest(room, 'Sam', remembering, { keep, chance: () => 0 }));
    lines[0]?.close(1006);
    await sam.until('lost', ({ state }) => state.kind !== 'here');
    await sam.here();
    assert.equal(lines.length, 2);
    await noor.until('one Sam', ({ view }) => view?.participants.length === 2);
  });

  it('opens to its secret only, and to a credential once', async () => {
    const { room } = await open();
    const wrong = 'x'.repeat(43);
    const strangers = [
      new Person(room.id, { kind: 'invited', secret: wrong, name: 'X' }, connect),
      new Person(room.id, { kind: 'back', credential: wrong }, connect),
      new Person('rnone', { kind: 'invited', secret: room.invitation, name: 'X' }, connect),
    ];
    const sam = await come(room, 'Sam');
    const used = sam.credential ?? '';
    const back = await came(new Person(room.id, { kind: 'back', credential: used }, connect));
    await back.act({ type: 'arrive/word', word: 'back' });
    strangers.push(new Person(room.id, { kind: 'back', credential: used }, connect));
    people.push(...strangers);
    for (const stranger of strangers) {
      await stranger.until('the end', ({ state }) => state.kind === 'ended');
      assert.equal(stranger.state.kind === 'ended' && stranger.state.code, 4011);
    }
    assert.equal(back.state.kind, 'here');
  });

  it('forgets who left, and knows them when they come back', async () => {
    const { room, noor } = await open();
    const sam = await come(room, 'Sam');
    const { id } = sam;
    await sam.client.call('leave', {});
    await sam.until('the end', ({ state }) => state.kind === 'ended');
    await noor.until('one person', ({ view }) => view?.people === 1);
    // Longer than a line may be gone before its person counts as away: who left is not away, and is not waited for again.
    await new Promise((done) => setTimeout(done, 4500 / 100));
    assert.equal(noor.view?.people, 1);
    const back = await came(new Person(room.id, { kind: 'back', credential: sam.credential ?? '' }, connect));
    assert.equal(back.id, id);
    await noor.until('two', ({ view }) => view?.people === 2);
    await assert.rejects(noor.client.call('leave', {}), { code: 'person/facilitates' });
    assert.equal(noor.state.kind, 'here');
  });

  it('is handed over, and taken over once the facilitator was away for a minute', async () => {
    const { room, noor } = await open();
    const [sam, ines] = [await come(room, 'Sam'), await come(room, 'Ines')];
    await noor.act({ type: 'facilitator/handOver', to: sam.id });
    assert.deepEqual(await sam.act({ type: 'step/next' }), { ok: true });
    sam.client.dispose();
    await ines.until('Sam is away', ({ view }) => view?.facilitatorAwaySince !== undefined);
    assert.equal((await ines.act({ type: 'facilitator/takeOver' })).ok, false);
    ahead = 61_000;
    assert.deepEqual(await ines.act({ type: 'facilitator/takeOver' }), { ok: true });
    assert.deepEqual(await ines.act({ type: 'step/next' }), { ok: true });
  });

  it('ends with what its owner writes, and not when that fails', async () => {
    let fails = true;
    const written: string[] = [];
    const journal = new MemoryJournal();
    const { room, noor } = await open(journal, {
      beforeFinish: (state) => {
        written.push(state.title);
        return fails ? Promise.reject(new Error('The folder is gone.')) : Promise.resolve();
      },
      preview: () => Promise.resolve([{ path: 'minutes.md', text: '# Sprint 42', kind: 'repo' }]),
    });
    const sam = await come(room, 'Sam');
    assert.deepEqual((await sam.client.call('preview', {})).files[0]?.text, '# Sprint 42');
    await noor.act({ type: 'step/goTo', step: 'close' });
    assert.equal((await sam.act({ type: 'retro/finish' })).ok, false);
    assert.deepEqual(written, []);
    const refused = await noor.act({ type: 'retro/finish' });
    assert.deepEqual(refused, { ok: false, code: 'room/notWritten', message: 'The folder is gone.' });
    fails = false;
    assert.deepEqual(await noor.act({ type: 'retro/finish' }), { ok: true });
    await sam.until('the end', ({ view }) => view?.finishedAt !== undefined);
    assert.deepEqual(journal.entries, []);
    await room.close('finished');
    await sam.until('the end of the room', ({ state }) => state.kind === 'ended');
    assert.equal(sam.state.kind === 'ended' && sam.state.code, 4000);
  });

  it('is in no journal from its end on, while people still look at it', async () => {
    const journal = new MemoryJournal();
    const { room, noor } = await open(journal);
    const sam = await come(room, 'Sam');
    await noor.act({ type: 'step/goTo', step: 'close' });
    await sam.act({ type: 'thanks/add', id: 'a1', text: 'thanks for the tests' });
    const unfinished = [...journal.entries];
    assert.deepEqual(await noor.act({ type: 'retro/finish' }), { ok: true });
    assert.deepEqual(journal.entries, []);
    const { you } = await room.enter({ kind: 'back', credential: sam.credential ?? '' });
    assert.equal(room.numbered(you).view.appreciations?.length, 1);
    assert.deepEqual(journal.entries, []);
    await hub.stop();
    assert.deepEqual(journal.entries, []);
    journal.entries = unfinished;
    assert.notEqual(await revive().resume(journal), undefined);
  });

  it('of a finished retro is erased where it was left, and whoever runs the hub hears when that fails', async () => {
    const warnings: string[] = [];
    let broken = true;
    class Stuck extends MemoryJournal {
      override erase(): Promise<void> {
        return broken ? Promise.reject(new Error('EPERM')) : super.erase();
      }
    }
    const journal = new Stuck();
    const { noor } = await open(journal, { warn: (message) => warnings.push(message) });
    await noor.act({ type: 'step/goTo', step: 'close' });
    assert.deepEqual(await noor.act({ type: 'retro/finish' }), { ok: true });
    assert.match(warnings.join(), /could not be erased: Error: EPERM/);
    assert.notDeepEqual(journal.entries, []);
    broken = false;
    await hub.stop();
    assert.deepEqual(journal.entries, []);
  });

  it('that an earlier version kept finished is not there after a crash, and leaves nothing', async () => {
    const journal = new MemoryJournal();
    const { room, noor } = await open(journal);
    await noor.act({ type: 'tick/set', done: true });
    const entry = JSON.parse(journal.entries[0] ?? '');
    const retro = { ...room.state, finishedAt: 1, groupsBefore: [] };
    journal.entries = [JSON.stringify({ ...entry, kept: { ...entry.kept, retro } })];
    assert.equal(await revive().resume(journal), undefined);
    assert.deepEqual(journal.entries, []);
  });

  describe('after a crash', () => {
    it('is there again, with everything that was answered and for everyone who was in it', async () => {
      const journal = new MemoryJournal();
      const { room, noor } = await open(journal);
      const sam = await come(room, 'Sam');
      const { id } = sam;
      await room.act(id, 'the-act-of-sam-01', { type: 'arrive/word', word: 'curious' });
      await noor.act({ type: 'step/next' });
      const before = room.state;
      noor.client.dispose();
      sam.client.dispose();
      const found = await revive().resume(journal);
      assert.ok(found !== undefined);
      const { participants, ...rest } = found.state;
      const { participants: then, ...restThen } = before;
      assert.deepEqual(rest, restThen);
      assert.deepEqual(
        participants.map(({ presence }) => presence),
        ['away', 'away'],
      );
      assert.equal(then.length, 2);
      assert.equal(found.invitation, room.invitation);
      assert.deepEqual(await found.act(id, 'the-act-of-sam-01', { type: 'step/next' }), { ok: true });
      assert.deepEqual(
        await found.enter({ kind: 'back', credential: sam.credential ?? '' }).then(({ you }) => you),
        id,
      );
    });

    it('is not there when the retro was to leave no trace', async () => {
      const journal = new MemoryJournal();
      const { noor } = await open(journal, {}, { confidentiality: 'room' });
      await noor.act({ type: 'arrive/word', word: 'unforgettable' });
      assert.ok(journal.entries.join().includes('unforgettable'));
      await noor.act({ type: 'confidentiality/lower', level: 'ashes' });
      await noor.act({ type: 'arrive/word', word: 'unforgettable too' });
      assert.ok(!journal.entries.join().includes('unforgettable'));
      assert.equal(await revive().resume(journal), undefined);
      assert.deepEqual(journal.entries, []);
    });

    it('is left where it is when it cannot be read, and nothing is there when nothing could be written', async () => {
      let erased = 0;
      const unreadable: Journal = {
        read: () => Promise.resolve([]),
        append: () => Promise.reject(new Error('full')),
        restart: () => Promise.reject(new Error('full')),
        erase: () => {
          erased += 1;
          return Promise.resolve();
        },
        stop: () => Promise.resolve(),
      };
      assert.equal(await revive().resume(unreadable), undefined);
      assert.equal(erased, 0);
      await assert.rejects(hub.create(roomSetup(), unreadable), /full/);
      assert.equal(hub.size, 0);
    });

    it('on a disk that is full says so once, and goes on', async () => {
      let told = 0;
      let full = false;
      class Filling extends MemoryJournal {
        override append(entry: string): Promise<void> {
          return full ? Promise.reject(new Error('full')) : super.append(entry);
        }
        override restart(entry: string): Promise<void> {
          return full ? Promise.reject(new Error('full')) : super.restart(entry);
        }
      }
      const journal = new Filling();
      const { noor } = await open(journal, {
        notKept: () => {
          told += 1;
        },
      });
      full = true;
      assert.deepEqual(await noor.act({ type: 'arrive/word', word: 'one' }), { ok: true });
      assert.deepEqual(await noor.act({ type: 'arrive/word', word: 'two' }), { ok: true });
      assert.equal(told, 1);
      full = false;
      await noor.act({ type: 'tick/set', done: true });
      assert.deepEqual(Object.values((await revive().resume(journal))?.state.words ?? {}), ['two']);
    });
  });

  it('keeps nothing of what someone turned to ashes, and no name beside what has none', async () => {
    const journal = new MemoryJournal();
    const { room, noor } = await open(
      journal,
      {},
      {
        board: { cards: [{ id: 'b1', prompt: 'start', text: 'burn this one' }], groups: [] },
      },
    );
    const sam = await come(room, 'Sam');
    assert.ok(journal.entries.join().includes('burn this one'));
    await sam.act({ type: 'save/lower', item: 'card/b1', level: 'ashes' });
    await noor.act({ type: 'step/goTo', step: 'close' });
    await sam.act({ type: 'thanks/add', id: 'a1', text: 'thanks for the tests' });
    assert.ok(!journal.entries.join().includes('burn this one'));
    const entry = journal.entries.find((one) => one.includes('thanks for the tests'));
    assert.ok(entry !== undefined && !entry.includes(sam.id) && !entry.includes('Sam'), entry);
  });
});
