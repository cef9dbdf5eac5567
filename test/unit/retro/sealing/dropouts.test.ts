import assert from 'node:assert/strict';
import type { OrderType } from '../../../../src/retro/sealing/messages.js';
import { answersOf, question, Ring, ringWithAnswers } from './people.js';

const gone = 'pid-1';

/** Someone's line is lost when an order of that type is on its way to them, for the first time. */
function leavesAt(ring: Ring, type: OrderType, id = gone): void {
  let left = false;
  ring.tamper = (to, order) => {
    if (!left && to === id && order.type === type) {
      left = true;
      queueMicrotask(() => ring.leave(id));
      return [];
    }
    return [order];
  };
}

describe('Someone who drops out', () => {
  for (const type of ['gather', 'commits', 'begin', 'seal', 'mix', 'check', 'release'] as const) {
    it(`is left out, and the others seal again: at ${type}`, async () => {
      const ring = await ringWithAnswers(5);
      leavesAt(ring, type);
      const outcome = await ring.run(question);
      assert.ok(outcome.ok, JSON.stringify(outcome));
      assert.deepEqual(answersOf(outcome.contents), [0, 2, 3, 4]);
      assert.ok(!outcome.people.includes(gone));
    });
  }

  it('is waited for when the line only blinked', async () => {
    const ring = await ringWithAnswers(4);
    ring.tamper = (to, order) => {
      if (to === gone && order.type === 'seal' && ring.stops('pid-0').length === 0) {
        ring.hub.leave(gone);
        ring.person(gone).client.introduce();
      }
      return [order];
    };
    const outcome = await ring.run(question);
    assert.ok(outcome.ok);
    assert.equal(answersOf(outcome.contents).length, 4);
  });

  it('is left out when there is no answer in time', async () => {
    const ring = await ringWithAnswers(4, { patience: 60 });
    ring.tamper = (to, order) => (to === gone && order.type === 'mix' ? [] : [order]);
    const outcome = await ring.run(question);
    assert.ok(outcome.ok);
    assert.equal(outcome.people.length, 3);
    assert.ok(ring.stops('pid-0').some((stop) => stop.why === 'late'));
  });

  it('stops the round for good when it happens again and again', async () => {
    const ring = await ringWithAnswers(9, { patience: 60 });
    const rounds = new Set<string>();
    ring.tamper = (_, order) => {
      if (order.type === 'seal' && !rounds.has(order.round)) {
        rounds.add(order.round);
        ring.leave(`pid-${rounds.size}`);
      }
      return [order];
    };
    const outcome = await ring.run(question);
    assert.deepEqual(outcome, { ok: false, why: 'left' });
  });

  it('hears how it ended when they are back', async () => {
    const ring = await ringWithAnswers(4);
    let released = 0;
    ring.tamperReply = (_, reply) => {
      released += reply.type === 'released' ? 1 : 0;
      if (released === 4) {
        queueMicrotask(() => ring.hub.leave(gone));
      }
      return [reply];
    };
    const outcome = await ring.run(question);
    assert.ok(outcome.ok);
    assert.ok(!ring.person(gone).news.some((news) => news.type === 'done'));
    ring.person(gone).client.introduce();
    await new Promise((resolve) => setImmediate(resolve));
    assert.ok(ring.person(gone).news.some((news) => news.type === 'done'));
  });

  it('who comes late takes part in the next round', async () => {
    const ring = await ringWithAnswers(4);
    assert.ok((await ring.run('amend')).ok);
    for (const person of ring.people.values()) {
      person.contents = [];
    }
    const late = await ring.enter('pid-late', 'Late');
    late.contents = [{ kind: 'answers', answers: [77] }];
    const outcome = await ring.run('amend');
    assert.ok(outcome.ok);
    assert.deepEqual(answersOf(outcome.contents), [77]);
    const gathered = ring.person('pid-0').news.filter((news) => news.type === 'gathered');
    assert.deepEqual(gathered.at(-1)?.otherKeys, []);
  });
});

describe('Sealing again', () => {
  /** The hub keeps from all that the round was opened, and goes on as if one mixer had gone before. */
  async function secretlyOpened(people: number): Promise<Ring> {
    const ring = await ringWithAnswers(people, { patience: 60 });
    ring.tamperReply = (from, reply) => (from === gone && reply.type === 'released' ? [] : [reply]);
    return ring;
  }

  it('needs the consent of those who released their key, when someone is missing then', async () => {
    const ring = await secretlyOpened(5);
    const outcome = await ring.run(question);
    assert.deepEqual(outcome, { ok: false, why: 'askFirst', objection: 'askFirst' });
    const asked = [...ring.people.keys()].flatMap((id) => ring.stops(id).filter((stop) => stop.why === 'askFirst'));
    assert.ok(asked.some((stop) => stop.mine && stop.asks?.without.join() === 'Person 1'));
    for (const person of ring.people.values()) {
      person.client.agree(question);
    }
    assert.ok((await ring.run(question)).ok);
  });

  it('needs consent when so few are left that nobody could hide', async () => {
    const ring = await ringWithAnswers(5);
    for (const person of ring.people.values()) {
      person.agreesToFew = false;
    }
    ring.leave('pid-3');
    assert.ok((await ring.run('ballot/dials')).ok);
    ring.leave('pid-4');
    assert.deepEqual(await ring.run(question), { ok: false, why: 'askFirst', objection: 'askFirst' });
    assert.deepEqual(ring.stops('pid-0').at(-1)?.asks, { without: [], few: 3 });
    for (const person of ring.people.values()) {
      person.client.agree(question);
    }
    assert.ok((await ring.run(question)).ok);
  });

  it('of a change to a card is put off with a blank instead, which nobody can tell', async () => {
    const ring = await Ring.of(5);
    const asked: string[] = [];
    for (const person of ring.people.values()) {
      person.agreesToFew = false;
      person.onContents = () => asked.push(person.id);
    }
    ring.leave('pid-3');
    ring.leave('pid-4');
    assert.ok((await ring.run('amend')).ok);
    assert.deepEqual(asked, []);
    await ring.enter('pid-5', 'Person 5');
    assert.ok((await ring.run('amend')).ok);
    assert.deepEqual(asked.sort(), ['pid-0', 'pid-1', 'pid-2']);
  });

  it('needs none with the same people', async () => {
    const ring = await secretlyOpened(4);
    let first = true;
    ring.tamperReply = (from, reply) => {
      if (from === gone && reply.type === 'released' && first) {
        first = false;
        queueMicrotask(() => {
          ring.hub.leave(gone);
          ring.person(gone).client.introduce();
        });
        return [];
      }
      return [reply];
    };
    const outcome = await ring.run(question);
    assert.ok(outcome.ok, JSON.stringify(outcome));
  });

  it('needs none in a large room, when all mixers signed that their keys are gone', async () => {
    const ring = await ringWithAnswers(18);
    let left = '';
    ring.tamper = (to, order) => {
      // Someone who is no mixer goes while all say yes.
      if (left === '' && order.type === 'check' && isNoMixer(ring, to)) {
        left = to;
        queueMicrotask(() => ring.leave(to));
        return [];
      }
      return [order];
    };
    const outcome = await ring.run(question);
    assert.ok(outcome.ok, JSON.stringify(outcome));
    assert.ok(!outcome.people.includes(left));
  });
});

function isNoMixer(ring: Ring, id: string): boolean {
  const gathered = ring.person(id).news.findLast((news) => news.type === 'gathered');
  return gathered?.type === 'gathered' && gathered.gathering.order.indexOf(id) >= 8;
}
