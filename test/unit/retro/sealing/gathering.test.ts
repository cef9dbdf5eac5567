import assert from 'node:assert/strict';
import { toBase64 } from '../../../../src/retro/sealing/bytes.js';
import { ClientGathering, pauseAfter } from '../../../../src/retro/sealing/client/clientGathering.js';
import { RoomMemory } from '../../../../src/retro/sealing/client/roomMemory.js';
import { commitment, peopleAreRight, peopleDigest } from '../../../../src/retro/sealing/gathering.js';
import type { SealMember } from '../../../../src/retro/sealing/messages.js';
import { fastCrypto } from './fastCrypto.js';
import { participant, shownTo } from './people.js';

const crypto = fastCrypto(7);
const member = (id: string, name = id): SealMember => ({
  id,
  name,
  sign: toBase64(crypto.random(32)),
  mix: toBase64(crypto.random(32)),
});

describe('A panel in a gathering', () => {
  const [ada, bo] = [member('ada'), member('bo')];
  const members = [ada, bo];
  const people = peopleDigest(crypto, 'r', members);

  it('has one seed for one list of people, and opens it for one list of commitments, also after a reload', () => {
    const secret = crypto.random(32);
    const draws = new Map<string, string>();
    const open = (client: ClientGathering, name: string, seed: Uint8Array) => {
      const { commit } = client.commit({ type: 'gather', gathering: name, members }, ada);
      const commits = [commit, commitment(crypto, people, bo, seed)];
      return client.open({ type: 'commits', gathering: name, commits }).seed;
    };
    const seed = crypto.random(32);
    const client = new ClientGathering(crypto, 'r', secret, draws);
    const opened = open(client, 'g1', seed);
    assert.equal(open(client, 'g2', seed), opened);
    assert.throws(() => open(client, 'g3', crypto.random(32)), { objection: 'seed' });
    const reloaded = new ClientGathering(crypto, 'r', secret, draws);
    assert.equal(open(reloaded, 'g4', seed), opened);
    assert.throws(() => open(reloaded, 'g5', crypto.random(32)), { objection: 'seed' });
  });

  it('refuses people in another order, twice, or without itself as it is', () => {
    assert.ok(peopleAreRight(members, ada));
    for (const wrong of [[bo, ada], [ada, ada], [bo], [{ ...ada, sign: bo.mix }, bo], [ada, { ...bo, name: 'ada' }]]) {
      assert.equal(peopleAreRight(wrong, ada), false);
    }
  });

  it('has other words in another room, and with someone more', () => {
    const digests = [
      peopleDigest(crypto, 'r', members),
      peopleDigest(crypto, 'other', members),
      peopleDigest(crypto, 'r', [...members, member('cy')]),
    ];
    assert.equal(new Set(digests).size, 3);
  });

  it('answers more slowly when draws come to nothing, or when there are many', () => {
    assert.deepEqual(
      [0, 3, 4, 5, 9].map((times) => pauseAfter(times, 1)),
      [1000, 1000, 2000, 4000, 15_000],
    );
    assert.deepEqual(
      [1, 12, 13, 30].map((times) => pauseAfter(0, times)),
      [1000, 1000, 2000, 15_000],
    );
  });
});

describe('The memory of a panel', () => {
  const view = { ...shownTo('ada'), participants: [participant('ada', 'Ada')] };

  it('comes back as it was, with the same keys, for its own room alone', async () => {
    const memory = await RoomMemory.of(crypto, 'r', undefined);
    memory.look(view);
    memory.meet([member('bo')]);
    const again = await RoomMemory.of(crypto, 'r', memory.text);
    assert.deepEqual(JSON.parse(again.text), JSON.parse(memory.text));
    assert.deepEqual(again.keys.sign.privateKey.join(), memory.keys.sign.privateKey.join());
    const other = await RoomMemory.of(crypto, 'other', memory.text);
    assert.notEqual(other.keys.sign.publicKey.join(), memory.keys.sign.publicKey.join());
    for (const broken of ['', '{', '[]', memory.text.replace('"secret":"', '"secret":"-')]) {
      const { keys } = await RoomMemory.of(crypto, 'r', broken);
      assert.notEqual(keys.sign.publicKey.join(), memory.keys.sign.publicKey.join());
    }
  });

  it('knows people by id and by name', async () => {
    const memory = await RoomMemory.of(crypto, 'r', undefined);
    const [bo, noor] = [member('bo', 'Bo'), member('noor', 'Noor')];
    memory.meet([bo, noor]);
    const changed = { ...bo, mix: noor.sign };
    const back = { ...member('noor2', 'N\u043e\u043er'), name: 'noor' };
    assert.deepEqual(memory.withOtherKeys([changed, back]), [changed, back]);
    assert.deepEqual(memory.withOtherKeys([bo, noor, member('sam')]), []);
    memory.acknowledge([changed]);
    assert.deepEqual(memory.withOtherKeys([changed]), []);
    assert.deepEqual(memory.withOtherKeys([bo]), [bo]);
  });

  it('keeps to the highest level that was shown, and sees a question that changed while it was open', async () => {
    const memory = await RoomMemory.of(crypto, 'r', undefined);
    memory.look({ ...view, anonymity: 'alias' });
    memory.look({ ...view, anonymity: 'named' });
    assert.equal(memory.level, 'alias');
    assert.equal(memory.isUnchanged('vote'), true);
    const topics = view.talk.topics.map((topic) => ({ ...topic, title: `${topic.title}!` }));
    memory.look({ ...view, talk: { topics } });
    assert.equal(memory.isUnchanged('vote'), false);
    memory.look(view);
    assert.equal(memory.isUnchanged('vote'), false);
    memory.look({ ...view, vote: { ...view.vote, status: 'waiting' } });
    memory.look(view);
    assert.equal(memory.isUnchanged('vote'), true);
    memory.look({ ...view, prompts: view.prompts.toReversed() });
    assert.equal(memory.isUnchanged('cards'), false);
  });
});
