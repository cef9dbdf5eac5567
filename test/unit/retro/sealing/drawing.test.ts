import assert from 'node:assert/strict';
import type { OrderOf } from '../../../../src/retro/sealing/messages.js';
import { Ring } from './people.js';

async function mixersIn(ring: Ring): Promise<readonly string[]> {
  let mixers: readonly string[] = [];
  ring.tamper = (_, order) => {
    mixers = order.type === 'seal' ? (order as OrderOf<'seal'>).mixers.map((mixer) => mixer.id) : mixers;
    return [order];
  };
  assert.ok((await ring.run('amend')).ok);
  return mixers;
}

describe('The mixers', () => {
  it('are all in a room of sixteen', async () => {
    assert.equal((await mixersIn(await Ring.of(16))).length, 16);
  });

  it('are eight in a larger room, others in each', async () => {
    const drawn = new Set<string>();
    for (let seed = 1; seed <= 2; seed += 1) {
      const mixers = await mixersIn(await Ring.of(17, { seed }));
      assert.equal(mixers.length, 8);
      drawn.add(mixers.join());
    }
    assert.equal(drawn.size, 2);
  });

  it('are also those who insist', async () => {
    const ring = await Ring.of(18);
    for (const id of ['pid-0', 'pid-3', 'pid-7', 'pid-9']) {
      ring.person(id).insists = true;
    }
    const mixers = await mixersIn(ring);
    assert.ok(['pid-0', 'pid-3', 'pid-7', 'pid-9'].every((id) => mixers.includes(id)));
  });

  it('are complained about by someone who insists and is left out', async () => {
    const ring = await Ring.of(17);
    for (const person of ring.people.values()) {
      person.insists = true;
    }
    ring.tamperReply = (_, reply) => [reply.type === 'inner' ? { ...reply, insist: false } : reply];
    const outcome = await ring.run('amend');
    assert.deepEqual(outcome, { ok: false, why: 'objection', objection: 'mixers' });
  });
});
