import assert from 'node:assert/strict';
import type { HubSealing } from '../../../src/retro/sealing/hub/hubSealing.js';
import type { Purpose, SealOrder } from '../../../src/retro/sealing/messages.js';
import type { RetroView } from '../../../src/retro/viewModel.js';
import { House, pause, type Someone, until } from './house.js';
import type { Falsify } from './operator.js';

const honest: Falsify = (view) => view;

describe('A hub whose operator picks the moment', () => {
  let house: House;
  afterEach(() => house?.close());

  const indexOf = (id: string) => house.people.findIndex((someone) => someone.id === id);
  const toAllButNoor =
    (change: (view: RetroView) => RetroView): Falsify =>
    (view, line) =>
      line.person === house.noor.id ? view : change(view);
  const toNoor =
    (change: (view: RetroView) => RetroView): Falsify =>
    (view, line) =>
      line.person === house.noor.id ? change(view) : view;
  const show = (falsify: Falsify): void => {
    house.operator.falsify = falsify;
    house.operator.show();
  };
  const ownRoundsOfAll = (): Promise<HubSealing> => house.ownRounds(house.people.map((one) => house.member(one)));

  /** Does something before the operator's own orders of one type go out. */
  function beforeOrder(type: SealOrder['type'], run: (someone: Someone) => void): void {
    changeOrders((order, someone) => {
      if (order.type === type) {
        run(someone);
      }
      return order;
    });
  }

  function changeOrders(change: (order: SealOrder, someone: Someone) => SealOrder): void {
    for (const someone of house.people) {
      const line = house.lineOf(someone);
      const send = line.order.bind(line);
      line.order = (order) => send(change(order, someone));
    }
  }

  /** Nothing came out, and at least one person was told why. */
  async function isToldAndClosed(): Promise<void> {
    assert.deepEqual(house.textsOpened, []);
    await until('someone is told', () => house.said.length > 0);
  }

  async function toReveal(people = 5): Promise<void> {
    house = await House.open(people);
    await house.write();
    await house.goTo('reveal');
    const isThere = ({ panel }: Someone) => panel.view?.kind === 'reveal';
    await until('all are at the reveal', () => house.people.every(isThere));
  }

  async function askAll(purpose: Purpose, isOpen: (view: RetroView) => boolean): Promise<void> {
    await until(`all see ${purpose}`, () => house.people.every(({ panel }) => panel.view && isOpen(panel.view)));
  }

  describe('and shows that nothing is asked', () => {
    it('to all but one, while they hand in: no card comes out alone', async () => {
      await toReveal();
      const own = await ownRoundsOfAll();
      beforeOrder('seal', () => show(toAllButNoor((view) => ({ ...view, kind: 'arrive' }))));
      assert.ok(!(await own.run('cards')).ok);
      await isToldAndClosed();
    });

    it('to all but one, the whole time: no vote comes out alone', async () => {
      house = await House.open(5);
      await house.goTo('vote');
      await house.does({ type: 'talk/propose', id: 'builds', title: 'Builds' });
      house.operator.falsify = toAllButNoor((view) => ({ ...view, vote: { ...view.vote, status: 'waiting' } }));
      await house.does({ type: 'vote/open' });
      await until('Noor sees the vote', () => house.noor.panel.view?.vote.status === 'open');
      const own = await ownRoundsOfAll();
      house.noor.panel.vote('builds');
      house.noor.panel.ready('vote');
      assert.ok(!(await own.run('vote')).ok);
      assert.deepEqual(house.opened, []);
      await until('someone is told', () => house.said.length > 0);
    });

    it('for a moment, so that the others’ answers are taken back: no answer comes out alone', async () => {
      house = await House.open(5);
      await house.does({ type: 'ballot/open', box: 'safety' });
      await askAll('ballot/safety', (view) => view.boxes.safety?.status === 'open');
      const own = await ownRoundsOfAll();
      for (const { panel } of house.people) {
        panel.answer('safety', '1');
        panel.ready('ballot/safety');
      }
      show(toAllButNoor((view) => ({ ...view, boxes: { safety: { status: 'counted', answers: 0, of: 5 } } })));
      await pause(50);
      show(honest);
      await pause(50);
      assert.ok(!(await own.run('ballot/safety')).ok);
      assert.deepEqual(house.opened, []);
      assert.ok(house.people.every((someone) => house.sent(someone, 'envelopes').length === 0));
    });
  });

  it('collects cards while they are still written: none leaves its panel', async () => {
    house = await House.open(5);
    await house.write();
    const own = await ownRoundsOfAll();
    assert.ok(!(await own.run('cards')).ok);
    await isToldAndClosed();
  });

  it('asks for signed cards while they are written: none leaves its panel', async () => {
    house = await House.open(4, { anonymity: 'named' });
    await house.write();
    for (const someone of house.people) {
      house.lineOf(someone).order({ type: 'handInSigned', ask: 'A'.repeat(22) });
    }
    await until('all are told', () => house.people.every(({ panel }) => panel.said.length > 0));
    assert.ok(house.people.every(({ panel }) => panel.unsent.length === 2));
  });

  describe('and shows other people for a moment', () => {
    it('the person is told their names before anything is sealed', async () => {
      await toReveal();
      const names = ['Anna', 'Bert', 'Carla', 'Dora'];
      const ghosts = await Promise.all(names.map((name) => house.ghost(`g${name}`, name)));
      const members = [house.member(house.noor), ...ghosts.map(({ member }) => member)];
      const own = await house.ownRounds(members, ghosts);
      const others = toNoor((view) => ({
        ...view,
        participants: [
          ...view.participants.map((one) => (one.id === house.noor.id ? one : { ...one, presence: 'away' as const })),
          ...ghosts.map(({ member: { id, name } }) => {
            return { id, name, influence: false, presence: 'here' as const, since: 0 };
          }),
        ],
      }));
      const told = () => house.noor.panel.signals.peopleMoved.peek();
      beforeOrder('gather', () => show(others));
      beforeOrder('commits', () => show(honest));
      beforeOrder('begin', () => show(others));
      beforeOrder('seal', () => assert.deepEqual(told()?.gone.toSorted(), ['Ines', 'Sam', 'Tariq', 'Yuki']));
      await own.run('cards');
      assert.ok(told());
      house.opened.length = 0;
      beforeOrder('begin', () => setTimeout(() => show(honest), 50));
      assert.ok(!(await own.run('cards')).ok, 'they have to stay on the screen for as long');
      assert.deepEqual(house.opened, []);
    });
  });

  it('leaves out all but four: these are told first', async () => {
    await toReveal(8);
    for (const someone of house.people.slice(4)) {
      await house.does({ type: 'person/aside', id: someone.id, aside: true });
    }
    await house.does({ type: 'reveal/open' });
    for (const { panel } of house.people.slice(0, 4)) {
      assert.equal(panel.signals.peopleMoved.peek()?.gone.length, 4);
    }
  });

  it('opens a round in secret and tells one alone that it is over: the others are asked first', async () => {
    await toReveal();
    const own = await ownRoundsOfAll();
    changeOrders((order, someone) =>
      order.type === 'opened' && someone !== house.noor ? { type: 'stop', round: order.round, why: 'late' } : order,
    );
    assert.ok((await own.run('cards')).ok);
    house.opened.length = 0;
    assert.ok(!(await own.run('cards')).ok);
    assert.deepEqual(house.textsOpened, []);
    assert.ok(house.people.some(({ panel }) => panel.signals.sealAgain.peek()?.without?.length === 0));
  });

  it('opens a round in secret and lets people load their panels anew: they are asked first', async () => {
    await toReveal();
    const own = await ownRoundsOfAll();
    changeOrders((order) =>
      order.type === 'opened' ? { type: 'progress', round: order.round, mixed: 4, of: 5 } : order,
    );
    assert.ok((await own.run('cards')).ok);
    house.opened.length = 0;
    house.operator.up = (message) => message;
    const [, sam] = house.people;
    for (const someone of house.people.filter((one) => one !== sam)) {
      await house.reload(someone);
    }
    house.people.splice(1, 1)[0]?.panel.leave();
    const isAway = ({ panel }: Someone) =>
      panel.view?.participants.some(({ presence }) => presence === 'away') === true;
    await until('Sam is away', () => house.people.every(isAway));
    assert.ok(!(await (await ownRoundsOfAll()).run('cards')).ok);
    assert.deepEqual(house.textsOpened, []);
    assert.ok(house.people.some(({ panel }) => panel.signals.sealAgain.peek()?.without?.join() === 'Sam'));
  });

  describe('and puts other words to the writer of a card', () => {
    async function revealed(): Promise<string> {
      await toReveal(4);
      await house.does({ type: 'reveal/open' });
      return house.room.state.cards[0]?.id ?? assert.fail();
    }
    const holderOf = (card: string): Someone =>
      house.people.find(({ panel }) => panel.signals.ownCards.peek().has(card)) ?? assert.fail();
    const change =
      (id: string, to: (card: RetroView['cards'][number], mark: number) => RetroView['cards'][number]): Falsify =>
      (view, line) => ({
        ...view,
        cards: view.cards.map((card) => (card.id === id ? to(card, indexOf(line.person)) : card)),
      });

    it('to each their own question, and to all that of one of them: no answer comes out', async () => {
      const card = await revealed();
      await house.does({ type: 'card/ask', id: card, question: 'Why?' });
      const asked = (mark: number) => ({ question: `Why (${mark})?` });
      show(change(card, (one, mark) => ({ ...one, asked: asked(mark) })));
      const isAsked = ({ panel }: Someone) =>
        panel.view?.cards.some((one) => one.asked?.question.includes('(')) === true;
      await until('all are asked', () => house.people.every(isAsked));
      const holder = holderOf(card);
      holder.panel.amend({ type: 'card/answer', id: card, answer: 'Because.' });
      const mark = indexOf(holder.id);
      const asHolder = change(card, (one) => ({ ...one, asked: asked(mark) }));
      const own = await house.ownRounds(
        house.people.map((one) => house.member(one)),
        [],
        (view) => asHolder(view, house.lineOf(holder)),
      );
      show(asHolder);
      for (let times = 0; times < 2; times += 1) {
        assert.ok(!(await own.run('amend')).ok);
      }
      const isTold = (someone: Someone) => someone === holder || /your board/.test(someone.panel.said.join());
      await until('the others are told', () => house.people.every(isTold));
    });

    it('with a mark in the text of the card: the writer is told', async () => {
      const card = await revealed();
      show(change(card, (one, mark) => ({ ...one, text: `${one.text}${'\u200b'.repeat(mark + 1)}` })));
      const holder = holderOf(card);
      await until('it is told', () => /other words than yours/.test(holder.panel.said.join()));
      assert.ok(house.people.every((one) => one === holder || !/other words/.test(one.panel.said.join())));
    });

    it('a change of one’s own raises no alarm', async () => {
      const card = await revealed();
      const own = await ownRoundsOfAll();
      const holder = holderOf(card);
      holder.panel.amend({ type: 'card/edit', id: card, text: 'Better words.' });
      assert.ok((await own.run('amend')).ok);
      show(change(card, (one) => ({ ...one, text: 'Better words.' })));
      await pause(50);
      assert.deepEqual(holder.panel.said, []);
    });
  });

  it('asks the same promise under another id once someone has gone: no answer is opened', async () => {
    house = await House.open(5);
    await house.goTo('commit');
    const asks = async (id: string, when: string): Promise<void> => {
      const box = `confidence/${id}` as const;
      await house.does({ type: 'commitment/add', id, when, will: 'cycle', team: true });
      await house.does({ type: 'ballot/open', box });
      await askAll(`ballot/${box}`, (view) => view.boxes[box]?.status === 'open');
      for (const { panel } of house.people) {
        panel.answer(box, '50');
        panel.ready(`ballot/${box}`);
      }
    };
    await asks('k1', 'it rains');
    await until('it is counted', () => house.room.state.boxes['confidence/k1']?.status === 'counted');
    await house.does({ type: 'commitment/remove', id: 'k1' });
    house.people.pop()?.panel.leave();
    house.opened.length = 0;
    await asks('k2', 'It rains …');
    await until('it is refused', () => house.said.length > 0);
    assert.deepEqual(house.opened, []);
    assert.match(house.said.join(), /counted before/);
  });
});
