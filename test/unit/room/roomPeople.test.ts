import assert from 'node:assert/strict';
import { Hub } from '../../../src/room/hub.js';
import { MemoryJournal } from '../../../src/room/journal.js';
import { guest, Person, roomSetup } from './people.js';

describe('The people of a room', () => {
  let hub: Hub;
  const people: Person[] = [];
  beforeEach(() => {
    hub = new Hub();
  });
  afterEach(async () => {
    for (const person of people.splice(0)) {
      person.client.dispose();
    }
    await hub.stop();
  });

  const connect = () => Promise.resolve(hub.connect());

  async function came(person: Person): Promise<Person> {
    people.push(person);
    await person.here();
    return person;
  }

  async function open(journal = new MemoryJournal()) {
    const { room, credential } = await hub.create(roomSetup(), journal);
    return { room, noor: await came(new Person(room.id, { kind: 'back', credential }, connect)) };
  }

  it('do not come in under a name that imitates another, or that cannot be seen', async () => {
    const { room } = await open();
    const enter = (name: string) => room.enter({ kind: 'invited', secret: room.invitation, name });
    const imitations = ['Nооr', 'Noor\u200b', '\u200bNoor', 'Noor\u00ad', 'N\u2060oor', 'Ｎｏｏｒ', 'N00r', 'Noor 👑'];
    for (const name of imitations) {
      await assert.rejects(
        enter(name),
        { code: 'person/nameTaken', message: /Please add a letter/ },
        JSON.stringify(name),
      );
    }
    for (const name of [
      'Sam\u0000',
      '\u001b[2JSam',
      'Sam (facilitator)',
      '\u200b',
      '\u2800',
      'S\u0301\u0301\u0301\u0301am',
      'team',
    ]) {
      await assert.rejects(enter(name), ({ code }) => String(code).startsWith('name/'), JSON.stringify(name));
    }
    await enter('\u202eJose\u0301\u202c\n');
    await assert.rejects(enter('José'), { code: 'person/nameTaken' });
    assert.deepEqual(
      room.state.participants.map(({ name }) => name),
      ['Noor', 'José'],
    );
  });

  it('are put out by the facilitator alone, in the open, and nothing that they have opens the room again', async () => {
    const { room, noor } = await open();
    const invitation = room.invitation;
    const mallory = await came(guest(room, 'Mallory', connect));
    const sam = await came(guest(room, 'Sam', connect));
    const putOut = { type: 'person/putOut', id: mallory.id } as const;
    assert.equal((await sam.act(putOut)).ok, false);
    assert.equal((await noor.act({ type: 'person/putOut', id: noor.id })).ok, false);
    const { credential } = mallory;
    assert.deepEqual(await noor.act(putOut), { ok: true });
    await mallory.until('the end', ({ state }) => state.kind === 'ended' && state.code === 4004);
    await sam.until('the news', ({ view }) => view?.participants[1]?.putOut === true);
    assert.notEqual(room.invitation, invitation);
    await assert.rejects(room.enter({ kind: 'back', credential: credential ?? '' }), { code: 'notLetIn' });
    await assert.rejects(room.enter({ kind: 'invited', secret: invitation, name: 'Other' }), { code: 'notLetIn' });
    await room.enter({ kind: 'invited', secret: room.invitation, name: 'Lena' });
  });

  it('who come back under a name that someone took meanwhile get a number', async () => {
    const { room } = await open();
    const sam = await came(guest(room, 'Sam', connect));
    await sam.client.call('leave', {});
    await came(guest(room, 'sam', connect));
    await room.enter({ kind: 'back', credential: sam.credential ?? '' });
    assert.deepEqual(
      room.state.participants.map(({ name }) => name),
      ['Noor', 'Sam 2', 'sam'],
    );
  });

  it('who were put out stay out after a crash', async () => {
    const journal = new MemoryJournal();
    const { room, noor } = await open(journal);
    const invitation = room.invitation;
    const mallory = await came(guest(room, 'Mallory', connect));
    await noor.act({ type: 'person/putOut', id: mallory.id });
    const again = new Hub();
    const found = await again.resume(journal);
    await assert.rejects(found?.enter({ kind: 'invited', secret: invitation, name: 'Other' }) ?? assert.fail(), {
      code: 'notLetIn',
    });
    await again.stop();
  });
});
