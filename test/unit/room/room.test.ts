import assert from 'node:assert/strict';
import { Hub } from '../../../src/room/hub.js';
import { MemoryJournal } from '../../../src/room/journal.js';
import { guest, Person, roomSetup } from './people.js';

describe('a room', () => {
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

  async function roomOf(...names: readonly string[]) {
    const { room, credential } = await hub.create(roomSetup(), new MemoryJournal());
    const noor = new Person(room.id, { kind: 'back', credential }, connect);
    const others = names.map((name) => guest(room, name, connect));
    people.push(noor, ...others);
    await Promise.all(people.map((person) => person.here()));
    return { room, noor, others };
  }

  it('shows everyone what one of them did', async () => {
    const { noor, others } = await roomOf('Sam', 'Ines');
    const [sam, ines] = others;
    assert.ok(sam !== undefined && ines !== undefined);
    assert.deepEqual(await sam.act({ type: 'arrive/word', word: 'curious' }), { ok: true });
    await Promise.all(
      [noor, sam, ines].map((one) => one.until('the word', ({ view }) => view?.words[sam.id] === 'curious')),
    );
  });
});
