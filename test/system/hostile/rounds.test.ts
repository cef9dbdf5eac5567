import assert from 'node:assert/strict';
import type { SealOrder } from '../../../src/retro/sealing/messages.js';
import { House, pause, type Someone, until } from './house.js';

describe('A hub whose operator', () => {
  let house: House;
  afterEach(() => house?.close());

  describe('says again what it said before', () => {
    /** The orders that went to one person. */
    function recorded(person: () => string): SealOrder[] {
      const orders: SealOrder[] = [];
      house.operator.down = (message, line) => {
        if (message.method === 'seal' && line.person === person()) {
          orders.push(message.params as SealOrder);
        }
        return message;
      };
      return orders;
    }

    it('to a page that was loaded anew: nothing is sealed for old keys, and nobody is alarmed by the reload', async () => {
      house = await House.open(4);
      await house.write();
      await house.goTo('reveal');
      const sam = house.people[1] ?? assert.fail();
      const orders = recorded(() => sam.id);
      await house.does({ type: 'reveal/open' });
      const again = await house.reload(sam);
      assert.ok(house.people.every(({ panel }) => panel.signals.otherKeys.peek() === undefined));
      again.panel.write('three by Sam');
      for (const order of orders) {
        house.lineOf(again).order(order);
        await pause(20);
      }
      await until('it is refused', () => again.panel.said.length > 0);
      assert.equal(house.sent(again, 'envelopes').length, 0);
      assert.deepEqual(again.panel.unsent, ['three by Sam']);
    });

    it('in another room of the same people: nothing is sealed', async () => {
      const first = await House.open(4);
      await first.write();
      await first.goTo('reveal');
      house = first;
      const orders = recorded(() => first.noor.id);
      await first.does({ type: 'reveal/open' });
      await first.close();
      house = await House.open(4);
      await house.write();
      await house.goTo('reveal');
      const before = house.sent(house.noor, 'commit').length;
      for (const order of orders) {
        house.lineOf(house.noor).order(order);
        await pause(20);
      }
      assert.equal(house.sent(house.noor, 'envelopes').length, 0);
      assert.equal(house.sent(house.noor, 'commit').length, before);
    });
  });

  describe('opens and shows nothing', () => {
    it('for cards: they stay with those who wrote them, and it is said', async () => {
      house = await House.open(4);
      await house.write();
      await house.goTo('reveal');
      house.operator.falsify = (view) => ({ ...view, cards: [] });
      await house.noor.panel.act({ type: 'reveal/open' });
      await until(
        'it is said',
        () => house.people.every(({ panel }) => panel.said.join().includes('still here with you')),
        15_000,
      );
      assert.ok(house.people.every(({ panel }) => panel.unsent.length === 2));
    });
  });

  describe('lets the facilitator leave someone out', () => {
    it('and take them in again when the others’ cards are there: theirs stay with them until they agree', async () => {
      house = await House.open(5);
      await house.write();
      await house.goTo('reveal');
      const sam = house.people[1] ?? assert.fail();
      await house.does({ type: 'person/aside', id: sam.id, aside: true });
      await house.does({ type: 'reveal/open' });
      await until('Sam sees the cards', () => sam.panel.view?.cards.length === 8);
      await house.does({ type: 'person/aside', id: sam.id, aside: false });
      await house.does({ type: 'reveal/open' });
      assert.equal(house.room.state.cards.length, 8);
      assert.equal(sam.panel.unsent.length, 2);
      await until('Sam is asked', () => sam.panel.signals.lateCards.peek() !== undefined);
      sam.panel.signals.lateCards.peek()?.agree();
      await house.does({ type: 'reveal/open' });
      assert.equal(house.room.state.cards.length, 10);
    });
  });

  describe('asks in a room with names', () => {
    it('while people write: nobody’s words leave their panel', async () => {
      house = await House.open(4, { anonymity: 'named' });
      await house.write();
      for (const someone of house.people) {
        house.lineOf(someone).order({ type: 'handInSigned', ask: 'A'.repeat(22) });
      }
      await pause(300);
      assert.ok(house.people.every(({ panel }) => panel.unsent.length === 2));
      assert.equal(house.room.state.sealed.pool.length, 0);
      await house.goTo('reveal');
      await house.does({ type: 'reveal/open' });
      assert.equal(house.room.state.cards.length, 8);
    });
  });

  describe('counts twice', () => {
    it('the votes of the same people: no false alarm where the second count is withheld', async () => {
      house = await House.open(5);
      await house.goTo('vote');
      await house.does({ type: 'talk/propose', id: 'builds', title: 'Builds' });
      await house.does({ type: 'talk/propose', id: 'reviews', title: 'Reviews' });
      for (const topic of ['builds', 'reviews']) {
        await house.does({ type: 'vote/open' });
        await until('all see the vote', () => house.people.every(({ panel }) => panel.view?.vote.status === 'open'));
        for (const { panel } of house.people.slice(0, 4)) {
          panel.vote(topic);
          panel.ready('vote');
        }
        await house.does({ type: 'vote/close' });
      }
      assert.equal(house.noor.panel.view?.vote.withheld, true);
      await pause(1500);
      assert.ok(!house.said.some((text) => /votes that are shown/.test(text)), house.said.join());
    });

    async function askSafety(): Promise<void> {
      await house.does({ type: 'ballot/open', box: 'safety' });
      const isOpen = ({ panel }: Someone) => panel.view?.boxes.safety?.status === 'open';
      await until('all see the question', () => house.people.every(isOpen));
    }

    it('with one person less the second time: nothing is opened', async () => {
      house = await House.open(5);
      await askSafety();
      for (const { panel } of house.people) {
        panel.answer('safety', '3');
        panel.ready('ballot/safety');
      }
      await until('it is counted', () => house.room.state.boxes.safety?.status === 'counted');
      await askSafety();
      house.opened.length = 0;
      house.people.pop()?.panel.leave();
      for (const { panel } of house.people) {
        panel.answer('safety', '3');
        panel.ready('ballot/safety');
      }
      await until('it is refused', () => house.said.length > 0);
      assert.deepEqual(house.opened, []);
      assert.match(house.said.join(), /counted before/);
      await until('the first count is there', () => house.noor.panel.view?.boxes.safety?.withheld === true);
      assert.deepEqual(house.noor.panel.view?.boxes.safety?.histograms, [[0, 0, 0, 5, 0]]);
    });

    it('with someone who had not answered: that person is asked first', async () => {
      house = await House.open(5);
      await askSafety();
      const slow = house.people[4] ?? assert.fail();
      for (const { panel } of house.people.slice(0, 4)) {
        panel.answer('safety', '3');
        panel.ready('ballot/safety');
      }
      await house.does({ type: 'ballot/close', box: 'safety' });
      await askSafety();
      house.opened.length = 0;
      for (const { panel } of house.people) {
        panel.answer('safety', '3');
        panel.ready('ballot/safety');
      }
      await until('it is asked', () => slow.panel.signals.sealAgain.peek()?.again === true);
      assert.deepEqual(house.opened, []);
    });
  });
});
