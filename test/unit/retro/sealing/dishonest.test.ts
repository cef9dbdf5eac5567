import assert from 'node:assert/strict';
import { fromBase64, toBase64 } from '../../../../src/retro/sealing/bytes.js';
import { ClientGathering } from '../../../../src/retro/sealing/client/clientGathering.js';
import { contentSize } from '../../../../src/retro/sealing/content.js';
import { batchOf, locked, sizeWith, wrapped } from '../../../../src/retro/sealing/envelope.js';
import { commitment, peopleDigest } from '../../../../src/retro/sealing/gathering.js';
import type {
  OrderOf,
  OrderType,
  ReplyOf,
  SealMember,
  SealOrder,
  SealReply,
} from '../../../../src/retro/sealing/messages.js';
import { questionDigest, questionOf } from '../../../../src/retro/sealing/question.js';
import { Stash } from '../../../../src/retro/sealing/stash.js';
import { transcript } from '../../../../src/retro/sealing/transcript.js';
import { fastCrypto } from './fastCrypto.js';
import { question, type Ring, ringWithAnswers, shownTo } from './people.js';

const people = 5;
const slots = 1;
const victim = 'pid-2';

/** Changes orders of one type. */
function onOrder<T extends OrderType>(
  ring: Ring,
  type: T,
  change: (order: OrderOf<T>, to: string) => SealOrder[],
): void {
  ring.tamper = (to, order) => (order.type === type ? change(order as OrderOf<T>, to) : [order]);
}

function withBatch(order: SealOrder, change: (envelopes: Uint8Array[]) => Uint8Array[]): SealOrder {
  if (order.type !== 'mix' && order.type !== 'check') {
    return order;
  }
  const bytes = fromBase64(order.type === 'mix' ? order.batch : order.digests) ?? new Uint8Array();
  const size = bytes.length / (people * slots);
  const envelopes = Array.from({ length: people * slots }, (_, at) => bytes.slice(at * size, (at + 1) * size));
  const changed = batchOf(change(envelopes));
  return order.type === 'mix' ? { ...order, batch: changed } : { ...order, digests: changed };
}

/** The round ends, and nobody's inner key was given away: what was sealed stays sealed. */
async function isStopped(ring: Ring, objection: string): Promise<void> {
  const outcome = await ring.run(question);
  assert.ok(!outcome.ok);
  const said = [...ring.people.keys()].flatMap((id) => ring.stops(id).filter((stop) => stop.mine));
  assert.ok(outcome.objection === objection || said.some((stop) => stop.objection === objection), JSON.stringify(said));
  assert.ok(!ring.wire.some(({ from, message }) => from !== undefined && message.includes('"released"')));
  assert.ok([...ring.people.values()].every((person) => !person.news.some((news) => news.type === 'done')));
}

describe('A dishonest hub', () => {
  let ring: Ring;
  const { random } = fastCrypto(99);
  beforeEach(async () => {
    ring = await ringWithAnswers(people, { patience: 150, attempts: 1 });
  });

  it('cannot drop an envelope and put one of its own in its place', async () => {
    onOrder(ring, 'check', (order) => [withBatch(order, ([one, ...rest]) => [random(one?.length ?? 0), ...rest])]);
    await isStopped(ring, 'missing');
  });

  it('cannot drop an envelope before a mixer', async () => {
    onOrder(ring, 'mix', (order) => [withBatch(order, ([, ...rest]) => rest)]);
    await isStopped(ring, 'count');
  });

  it('cannot send an envelope twice to see where it goes', async () => {
    onOrder(ring, 'mix', (order) => [
      withBatch(order, ([one, , ...rest]) => [one, one, ...rest].flatMap((x) => x ?? [])),
    ]);
    await isStopped(ring, 'duplicate');
  });

  it('cannot tag an envelope', async () => {
    onOrder(ring, 'mix', (order) => [
      withBatch(order, ([one, ...rest]) => [one?.with(60, (one[60] ?? 0) ^ 1) ?? random(1), ...rest]),
    ]);
    await isStopped(ring, 'tampered');
  });

  it('cannot tag an envelope after the last mixer, in the layers that nobody has opened yet', async () => {
    let mixed = 0;
    ring.tamperReply = (_, reply) => {
      mixed += reply.type === 'mixed' ? 1 : 0;
      const bytes = reply.type === 'mixed' && mixed === people ? fromBase64(reply.batch) : undefined;
      return [
        bytes === undefined
          ? reply
          : ({ ...reply, batch: toBase64(bytes.with(60, (bytes[60] ?? 0) ^ 1)) } as SealReply),
      ];
    };
    await isStopped(ring, 'missing');
  });

  it('cannot bring envelopes of another round', async () => {
    let old: ReplyOf<'envelopes'> | undefined;
    ring.tamperReply = (from, reply) => {
      if (from === victim && reply.type === 'envelopes') {
        const kept = old === undefined ? reply : { ...old, round: reply.round };
        old ??= reply;
        return [kept];
      }
      return [reply];
    };
    assert.ok((await ring.run(question)).ok);
    ring.wire.length = 0;
    for (const person of ring.people.values()) {
      person.news.length = 0;
    }
    await isStopped(ring, 'tampered');
  });

  it('cannot show different people different lists of people', async () => {
    const other = await fastCrypto(5).newSigningKeys();
    onOrder(ring, 'gather', (order, to) => {
      const members = order.members.map((member) =>
        to === victim && member.id === 'pid-0' ? { ...member, sign: toBase64(other.publicKey) } : member,
      );
      return [{ ...order, members }];
    });
    const outcome = await ring.run(question);
    assert.ok(!outcome.ok);
    assert.ok(!ring.wire.some(({ from, message }) => from !== undefined && message.includes('"released"')));
  });

  it('cannot give two people false keys of each other without their words telling', async () => {
    const member = (name: string, bytes: (length: number) => Uint8Array): SealMember => ({
      id: name.toLowerCase(),
      name,
      sign: toBase64(bytes(32)),
      mix: toBase64(bytes(32)),
    });
    for (let run = 0; run < 50; run += 1) {
      const crypto = fastCrypto(run + 1);
      // To each of the two it presents one of its own in the other's place, and keeps every commitment.
      const [ada, bo] = [member('Ada', crypto.random), member('Bo', crypto.random)];
      const words = [ada, bo].map((honest) => {
        const other = honest === ada ? bo : ada;
        const false1 = member(other.name, crypto.random);
        const members = [honest, false1].sort((one, two) => (one.id < two.id ? -1 : 1));
        const mineFirst = members[0] === honest;
        const client = new ClientGathering(crypto, 'r', crypto.random(32), new Map());
        const commit = client.commit({ type: 'gather', gathering: 'g', members }, honest).commit;
        const seed = crypto.random(32);
        const hubs = commitment(crypto, peopleDigest(crypto, 'r', members), false1, seed);
        const commits = mineFirst ? [commit, hubs] : [hubs, commit];
        const own = client.open({ type: 'commits', gathering: 'g', commits }).seed;
        const seeds = mineFirst ? [own, toBase64(seed)] : [toBase64(seed), own];
        return client.complete({ type: 'seeds', gathering: 'g', seeds }).words.join(' ');
      });
      assert.notEqual(words[0], words[1]);
    }
  });

  it('cannot leave someone out of the list of people who takes part', async () => {
    onOrder(ring, 'gather', (order, to) => [
      to === victim ? { ...order, members: order.members.filter((member) => member.id !== victim) } : order,
    ]);
    await isStopped(ring, 'people');
  });

  it('cannot change a commitment or a seed', async () => {
    onOrder(ring, 'commits', (order) => [{ ...order, commits: order.commits.with(0, toBase64(random(32))) }]);
    await isStopped(ring, 'seed');
    const another = await ringWithAnswers(people, { patience: 150, attempts: 1 });
    onOrder(another, 'seeds', (order) => [{ ...order, seeds: order.seeds.with(1, toBase64(random(32))) }]);
    await isStopped(another, 'seed');
  });

  it('cannot choose who mixes, nor mix with keys of its own', async () => {
    onOrder(ring, 'seal', (order) => [{ ...order, mixers: order.mixers.slice(1) }]);
    await isStopped(ring, 'mixers');
    const another = await ringWithAnswers(people, { patience: 150, attempts: 1 });
    const own = await fastCrypto(5).newBoxKeys();
    onOrder(another, 'seal', (order) => {
      const [first, ...rest] = order.mixers;
      return first === undefined
        ? [order]
        : [{ ...order, mixers: [{ ...first, key: toBase64(own.publicKey) }, ...rest] }];
    });
    await isStopped(another, 'mixers');
  });

  it('cannot leave a mixer out when it is their turn', async () => {
    ring.tamper = (to, order) => {
      if (order.type === 'mix' && to === victim) {
        // Opens nothing, of course: it does not have the key.
        ring.hub.receive(to, { type: 'mixed', round: order.round, batch: order.batch });
        return [];
      }
      return [order];
    };
    const outcome = await ring.run(question);
    assert.ok(!outcome.ok);
    assert.ok(!ring.wire.some(({ from, message }) => from !== undefined && message.includes('"released"')));
  });

  it('cannot show different people different batches at the end', async () => {
    onOrder(ring, 'check', (order, to) => [
      to === victim ? order : withBatch(order, ([one, two, ...rest]) => [two, one, ...rest].flatMap((x) => x ?? [])),
    ]);
    await isStopped(ring, 'unconfirmed');
  });

  it('cannot say yes for others: with all but one replaced by its own, that one stays closed', async () => {
    const sealed = { batches: new Map<string, string>() };
    let seal: OrderOf<'seal'> | undefined;
    ring.tamper = (_, order) => {
      seal = order.type === 'seal' ? order : seal;
      return [order];
    };
    ring.tamperReply = (from, reply) => {
      if (reply.type === 'envelopes' && from !== victim) {
        const made = sealed.batches.get(from);
        return made === undefined ? [] : [{ ...reply, batch: made }];
      }
      if (reply.type === 'no' && from !== victim) {
        return [{ type: 'yes', round: reply.id, signature: toBase64(random(64)) }];
      }
      return [reply];
    };
    const running = ring.run(question);
    // Makes envelopes as good as anyone's while the others' are on their way.
    while (seal === undefined || ring.person(victim).news.length === 0) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    await fabricate(ring, seal, sealed.batches);
    const outcome = await running;
    assert.ok(!outcome.ok);
    assert.ok(!ring.wire.some(({ from, message }) => from !== undefined && message.includes('"released"')));
    assert.deepEqual(
      ring.stops(victim).map((stop) => stop.objection),
      ['unconfirmed'],
    );
  });

  it('cannot use the name of a round twice, nor ask for a step twice', async () => {
    for (const type of ['begin', 'mix', 'seal', 'check'] as const) {
      const another = await ringWithAnswers(people, { patience: 150, attempts: 1 });
      onOrder(another, type, (order, to) => (to === victim ? [order, order] : [order]));
      const outcome = await another.run(question);
      assert.ok(!outcome.ok || type === 'check', type);
      assert.ok(
        another.stops(victim).some((stop) => stop.objection === 'order'),
        type,
      );
    }
  });

  it('cannot ask for keys that nobody has released, nor open with others', async () => {
    onOrder(ring, 'release', (order) => [{ ...order, signatures: order.signatures.slice(1) }]);
    await isStopped(ring, 'unconfirmed');
    const another = await ringWithAnswers(people, { patience: 150, attempts: 1 });
    for (const person of another.people.values()) {
      person.contents = [{ kind: 'votes', votes: [[0, 1]] }];
    }
    onOrder(another, 'opened', (order) =>
      order.proof === undefined ? [] : [{ ...order, proof: { ...order.proof, keys: order.proof.keys.toReversed() } }],
    );
    await another.run('vote');
    assert.deepEqual(
      another.stops(victim).map((stop) => stop.objection),
      ['opened'],
    );
    assert.ok(!another.person(victim).news.some((news) => news.type === 'done'));
  });

  it('cannot show other votes than those that came out', async () => {
    for (const person of ring.people.values()) {
      person.contents = [{ kind: 'votes', votes: [[0, 1]] }];
    }
    onOrder(ring, 'opened', (order) => {
      const batch = (order.proof?.batch ?? '').replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'));
      return order.proof === undefined ? [] : [{ ...order, proof: { ...order.proof, batch } }];
    });
    await ring.run('vote');
    assert.deepEqual(
      ring.stops(victim).map((stop) => stop.objection),
      ['opened'],
    );
  });

  it('cannot ask for other numbers of envelopes', async () => {
    onOrder(ring, 'begin', (order, to) => [to === victim ? { ...order, slots: 3 } : order]);
    await isStopped(ring, 'count');
  });
});

/** What a hub that knows every public key can make in place of others' envelopes. */
async function fabricate(ring: Ring, seal: OrderOf<'seal'>, batches: Map<string, string>): Promise<void> {
  const crypto = fastCrypto(1234);
  const stash = new Stash(crypto);
  const gathered = ring.person(victim).news.find((one) => one.type === 'gathered');
  assert.ok(gathered);
  const { gathering } = gathered;
  const asks = questionOf(shownTo('hub'), question);
  const plan = { id: seal.round, question: asks, asked: questionDigest(crypto, asks), slots, gathering };
  const seen = transcript(crypto, plan, seal.mixers);
  const bytes = (text: string | undefined) => fromBase64(text ?? '') ?? new Uint8Array();
  const inner = seal.mixers.map((mixer) => bytes(mixer.key));
  const outer = seal.mixers.map((mixer) => bytes(gathering.members.find((member) => member.id === mixer.id)?.mix));
  for (const id of ring.people.keys()) {
    const made: Uint8Array[] = [];
    for (let slot = 0; slot < slots; slot += 1) {
      const blank = await locked(crypto, stash, seen, inner, new Uint8Array(contentSize(question)));
      made.push(await wrapped(crypto, stash, seen, outer, blank));
    }
    assert.equal(made[0]?.length, sizeWith(seal.mixers.length, contentSize(question)));
    batches.set(id, batchOf(made));
    if (id !== victim) {
      ring.hub.receive(id, { type: 'envelopes', round: seal.round, batch: batchOf(made) });
    }
  }
}
