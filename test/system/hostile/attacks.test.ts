import assert from 'node:assert/strict';
import type { RetroView } from '../../../src/retro/viewModel.js';
import { House, pause, type Someone, until } from './house.js';

/** What an operator believes: this text is that person's. */
interface Guess {
  readonly text: string;
  readonly person: Someone;
}

/** The guesses that are right. */
function linked(guesses: readonly Guess[]): readonly string[] {
  return guesses.filter(({ text, person }) => House.isBy(text, person)).map(({ text }) => text);
}

describe('A hub whose operator changed it', () => {
  let house: House;
  afterEach(() => house?.close());

  const indexOf = (id: string) => house.people.findIndex((someone) => someone.id === id);

  describe('asks for signed cards in a room without names', () => {
    async function asks(): Promise<readonly Guess[]> {
      const guesses: Guess[] = [];
      house.operator.up = (message, line) => {
        const event = (message as { params?: { event?: { type?: string; cards?: { text: string }[] } } }).params?.event;
        if (event?.type !== 'entry/signed') {
          return message;
        }
        const person = house.people[indexOf(line.person)] ?? assert.fail();
        guesses.push(...(event.cards ?? []).map(({ text }) => ({ text, person })));
        line.say({ kind: 'reply', id: message.id, result: { ok: false, code: 'x', message: '' } });
        return undefined;
      };
      for (const someone of house.people) {
        house.lineOf(someone).order({ type: 'handInSigned', ask: 'A'.repeat(22) });
      }
      await pause(300);
      return guesses;
    }

    it('and gets none, and every person is told', async () => {
      house = await House.open(5);
      await house.write();
      assert.deepEqual(linked(await asks()), []);
      assert.ok(house.people.every(({ panel }) => panel.unsent.length === 2));
      assert.ok(house.people.every(({ panel }) => panel.said.some((text) => /promised more/.test(text))));
    });

    it('also after it showed for a moment that names had been chosen', async () => {
      house = await House.open(4);
      await house.write();
      house.operator.falsify = (view) => ({ ...view, anonymity: 'named' });
      house.operator.show();
      await pause(50);
      assert.deepEqual(linked(await asks()), []);
      assert.ok(house.people.every(({ panel }) => panel.said.some((text) => /promised more/.test(text))));
    });

    it('and a refusal without a reason is told', async () => {
      house = await House.open(4);
      house.operator.up = (message, line) => {
        if (message.method !== 'act') {
          return message;
        }
        line.say({ kind: 'reply', id: message.id, result: { ok: false, code: 'x', message: '' } });
        return undefined;
      };
      assert.equal(await house.noor.panel.act({ type: 'request/longer' }), false);
      assert.match(house.noor.panel.said.join(), /refused/);
    });
  });

  describe('says who is there', () => {
    async function alone(few: (view: RetroView, me: Someone) => RetroView): Promise<readonly Guess[]> {
      await house.write();
      await house.goTo('reveal');
      const guesses: Guess[] = [];
      for (const someone of house.people) {
        house.operator.falsify = (view, line) => (line.person === someone.id ? few(view, someone) : view);
        house.operator.show();
        const own = await house.ownRounds([house.member(someone)]);
        await own.run('cards', async ({ contents }) => {
          const texts = contents.flatMap((content) => (content.kind === 'card' ? content.text : []));
          guesses.push(...texts.map((text) => ({ text, person: someone })));
        });
      }
      return guesses;
    }

    it('and that anonymity is not possible here: nobody seals alone', async () => {
      house = await House.open(5);
      assert.deepEqual(linked(await alone((view) => ({ ...view, anonymityPossible: false }))), []);
      assert.ok(house.people.every((someone) => house.sent(someone, 'envelopes').length === 0));
    });

    it('and that all others have left: each person is asked first', async () => {
      house = await House.open(4);
      const left = (view: RetroView, me: Someone): RetroView => ({
        ...view,
        anonymityPossible: false,
        participants: view.participants.map((one) => (one.id === me.id ? one : { ...one, presence: 'left' })),
      });
      assert.deepEqual(linked(await alone(left)), []);
      assert.ok(house.people.every(({ panel }) => panel.signals.sealAgain.peek()?.few === 1));
    });

    it('in a round and not on the screen: nobody seals with people they do not see', async () => {
      house = await House.open(4);
      await house.write();
      const before = house.people.map((someone) => house.sent(someone, 'commit').length);
      const ghosts = await Promise.all(['g1', 'g2', 'g3'].map((id) => house.ghost(id, `Ghost ${id}`)));
      const members = [...house.people.map((someone) => house.member(someone)), ...ghosts.map(({ member }) => member)];
      const own = await house.ownRounds(members, ghosts);
      for (let times = 0; times < 3; times += 1) {
        assert.equal(await own.gather(), false);
      }
      assert.deepEqual(
        house.people.map((someone) => house.sent(someone, 'commit').length),
        before,
      );
      assert.ok(house.people.some(({ panel }) => panel.said.some((text) => /list of people/.test(text))));
    });

    it('under another name than on the screen: it is refused', async () => {
      house = await House.open(4);
      const [first, ...others] = house.people.map((someone) => house.member(someone));
      const own = await house.ownRounds([{ ...(first ?? assert.fail()), name: 'Nora' }, ...others]);
      assert.equal(await own.gather(), false);
    });
  });

  describe('draws who mixes', () => {
    it('and gets the same from the same people, however often it begins anew', async () => {
      house = await House.open(4);
      const before = house.people.map((someone) => house.sent(someone, 'seed').length);
      const own = await house.ownRounds(house.people.map((someone) => house.member(someone)));
      assert.equal(await own.gather(), true);
      own.leave(house.noor.id);
      own.join(house.member(house.noor));
      house.people.forEach((someone, index) => {
        const seeds = house.sent(someone, 'seed').slice((before[index] ?? 0) - 1);
        assert.ok(seeds.length >= 2);
        assert.equal(new Set(seeds.map(({ seed }) => seed)).size, 1);
      });
    });

    it('and does not finish, again and again: it is told after the third time, and gets slower', async () => {
      house = await House.open(4);
      house.operator.down = (message) => {
        const order = message.params as { type?: string } | undefined;
        return message.method === 'seal' && order?.type === 'seeds' ? undefined : message;
      };
      for (let times = 0; times < 4; times += 1) {
        const members = house.people.map((someone) => house.member(someone));
        const own = await house.ownRounds(members);
        for (const someone of house.people) {
          const line = house.lineOf(someone);
          const { order } = line;
          line.order = (one) => (one.type === 'seeds' ? undefined : order.call(line, one));
        }
        await own.gather();
      }
      await until('it is told', () => house.people.every(({ panel }) => (panel.signals.redrawn.peek() ?? 0) >= 3));
    });
  });

  describe('changes keys', () => {
    async function swapSam() {
      const [, sam] = house.people;
      assert.ok(sam);
      const ghost = await house.ghost(sam.id, sam.name);
      const others = house.people.filter((someone) => someone !== sam);
      const members = [...others.map((someone) => house.member(someone)), ghost.member];
      return { own: await house.ownRounds(members, [ghost]), others };
    }

    it('of someone who is known: nothing is sealed before each person says that it is right', async () => {
      house = await House.open(5);
      await house.write();
      await house.goTo('reveal');
      const { own, others } = await swapSam();
      assert.ok(!(await own.run('cards')).ok);
      assert.ok(others.every((someone) => house.sent(someone, 'envelopes').length === 0));
      assert.ok(others.every(({ panel }) => panel.signals.otherKeys.peek()?.names.join() === 'Sam'));
      for (const { panel } of others) {
        panel.agree();
      }
      assert.ok((await own.run('cards')).ok, 'the person can say that it is right');
    });

    it('after it opened a round in secret: nobody seals the same again without being asked', async () => {
      house = await House.open(5);
      await house.write();
      await house.goTo('reveal');
      house.operator.down = (message, line) => {
        const order = message.params as { type?: string; round?: string } | undefined;
        if (message.method === 'seal' && order?.type === 'opened') {
          line.order({ type: 'stop', round: order.round ?? '', why: 'late' });
          return undefined;
        }
        return message;
      };
      await house.noor.panel.act({ type: 'reveal/open' });
      house.opened.length = 0;
      const { own, others } = await swapSam();
      await own.gather();
      await until('all are told', () => others.every(({ panel }) => panel.signals.otherKeys.peek() !== undefined));
      for (const { panel } of others) {
        panel.signals.otherKeys.peek()?.acknowledge();
      }
      assert.ok(!(await own.run('cards')).ok);
      assert.deepEqual(house.textsOpened, []);
      assert.ok(others.some(({ panel }) => panel.signals.sealAgain.peek()?.without.join() === 'Sam'));
    });

    it('once the person agreed to go on without someone: not with that person alone', async () => {
      house = await House.open(5);
      await house.write();
      await house.goTo('reveal');
      const { noor } = house;
      const without = (people: readonly Someone[]): void => {
        house.operator.falsify = (view) => ({
          ...view,
          participants: view.participants.filter((one) => people.some((someone) => someone.id === one.id)),
        });
        house.operator.show();
      };
      const three = house.people.slice(0, 3);
      without(three);
      const few = await house.ownRounds(three.map((someone) => house.member(someone)));
      assert.ok(!(await few.run('cards')).ok);
      const asked = () => noor.panel.signals.sealAgain.peek()?.few;
      await until('Noor is asked', () => asked() === 3);
      noor.panel.signals.sealAgain.peek()?.agree();
      without([noor]);
      const alone = await house.ownRounds([house.member(noor)]);
      assert.ok(!(await alone.run('cards')).ok);
      await until('Noor is asked anew', () => asked() === 1);
      assert.deepEqual(house.textsOpened, []);
    });
  });

  describe('says that it is over', () => {
    it('before anything was opened: cards stay with those who wrote them', async () => {
      house = await House.open(4);
      await house.write();
      await house.goTo('reveal');
      house.operator.down = (message, line) => {
        const order = message.params as { type?: string; round?: string } | undefined;
        if (message.method === 'seal' && order?.type === 'mix') {
          line.order({ type: 'opened', round: order.round ?? '' });
          return undefined;
        }
        return message;
      };
      await house.noor.panel.act({ type: 'reveal/open' });
      assert.ok(house.people.every(({ panel }) => panel.unsent.length === 2));
      assert.deepEqual(house.textsOpened, []);
    });
  });
});
