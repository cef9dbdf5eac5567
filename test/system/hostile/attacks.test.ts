import assert from 'node:assert/strict';
import type { RetroView } from '../../../src/retro/viewModel.js';
import { House, pause, type Someone, until } from './house.js';
import type { Falsify } from './operator.js';

/** What an operator believes: this text is that person's. */
interface Guess {
  readonly text: string;
  readonly person: Someone;
}

/** The guesses that are right. */
function linked(guesses: readonly Guess[]): readonly string[] {
  return guesses.filter(({ text, person }) => House.isBy(text, person)).map(({ text }) => text);
}

/** The texts of cards that came out of rounds. */
function textsOpened(house: House): readonly string[] {
  return house.opened.flatMap(({ contents }) =>
    contents.flatMap((content) => (content.kind === 'card' ? content.text : [])),
  );
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

  describe('shows people different things', () => {
    const marked = (text: string, line: { readonly person: string }) => `${text}-${indexOf(line.person)}`;
    const firstPrompt = (change: (prompt: RetroView['prompts'][number], mark: string) => object): Falsify => {
      return (view, line) => {
        const prompts = view.prompts.map((one, at) => (at === 0 ? { ...one, ...change(one, marked('', line)) } : one));
        return { ...view, prompts, write: { ...view.write, prompts } };
      };
    };
    const onlyFor = (which: number, change: (view: RetroView) => RetroView): Falsify => {
      return (view, line) => (indexOf(line.person) === which ? change(view) : view);
    };

    const whileTheyWrite: Readonly<Record<string, Falsify>> = {
      'ids of a prompt': firstPrompt(({ id }, mark) => ({ id: `${id}${mark}` })),
      'titles of a prompt': firstPrompt(({ title }, mark) => ({ title: `${title}${mark}` })),
      'hints of a prompt': firstPrompt((_, mark) => ({ hint: `Say it with ${mark}.` })),
      'orders of prompts': onlyFor(1, (view) => ({ ...view, prompts: view.prompts.toReversed() })),
      'titles of the retro': (view, line) => ({ ...view, title: marked(view.title, line) }),
      'guides of a step': (view, line) => ({
        ...view,
        steps: view.steps.map((step) => (step.kind === 'write' ? { ...step, guide: marked('Write', line) } : step)),
      }),
      'levels of anonymity': onlyFor(2, (view) => ({ ...view, anonymity: 'alias' })),
    };
    for (const [what, falsify] of Object.entries(whileTheyWrite)) {
      it(`${what}: nothing is sealed`, async () => {
        house = await House.open(4);
        house.operator.falsify = falsify;
        house.operator.show();
        await house.write();
        await house.goTo('reveal');
        assert.equal(await house.noor.panel.act({ type: 'reveal/open' }), false);
        assert.deepEqual(textsOpened(house), []);
        assert.ok(house.people.every((someone) => house.sent(someone, 'envelopes').length === 0));
        assert.ok(house.said.length > 0);
      });
    }

    it('titles of a prompt while they write, and the same to all before they seal: nothing is sealed', async () => {
      house = await House.open(4);
      house.operator.falsify = firstPrompt(({ title }, mark) => ({ title: `${title}${mark}` }));
      house.operator.show();
      await house.write();
      house.operator.falsify = (view) => view;
      house.operator.show();
      await house.goTo('reveal');
      assert.equal(await house.noor.panel.act({ type: 'reveal/open' }), false);
      assert.deepEqual(textsOpened(house), []);
      assert.match(house.said.join(), /What is asked changed/);
    });

    async function startVote(): Promise<void> {
      await house.goTo('vote');
      await house.does({ type: 'talk/propose', id: 'builds', title: 'Builds' });
      await house.does({ type: 'talk/propose', id: 'reviews', title: 'Reviews' });
      await house.does({ type: 'vote/open' });
      await until('all see the vote', () => house.people.every(({ panel }) => panel.view?.vote.status === 'open'));
    }

    const topics = (
      change: (topics: RetroView['talk']['topics'], mark: string) => RetroView['talk']['topics'],
    ): Falsify => {
      return (view, line) => ({ ...view, talk: { ...view.talk, topics: change(view.talk.topics, marked('', line)) } });
    };
    const whileTheyVote: Readonly<Record<string, Falsify>> = {
      'ids of topics': topics((all, mark) => all.map((topic) => ({ ...topic, id: `${topic.id}${mark}` }))),
      'titles of topics': topics((all, mark) => all.map((topic) => ({ ...topic, title: `${topic.title}${mark}` }))),
      'orders of topics': topics((all, mark) => (mark === '-1' ? all.toReversed() : all)),
      'topics that others do not have': topics((all, mark) => (mark === '-2' ? all.slice(1) : all)),
      'numbers of votes': (view, line) => ({
        ...view,
        vote: { ...view.vote, budget: view.vote.budget + indexOf(line.person) },
      }),
      'votes for one topic': (view, line) => ({ ...view, vote: { ...view.vote, cap: 1 + indexOf(line.person) } }),
    };
    for (const [what, falsify] of Object.entries(whileTheyVote)) {
      it(`${what}: no ballot is sealed`, async () => {
        house = await House.open(4);
        house.operator.falsify = falsify;
        await startVote();
        for (const { panel } of house.people) {
          panel.vote(panel.view?.talk.topics[0]?.id ?? '');
          panel.ready('vote');
        }
        await until('it is refused', () => house.said.length > 0);
        assert.ok(house.people.every((someone) => house.sent(someone, 'envelopes').length === 0));
        assert.equal(house.room.state.vote.ballots, 0);
      });
    }

    it('titles of topics until they have voted: no ballot is sealed', async () => {
      house = await House.open(4);
      house.operator.falsify = topics((all, mark) => (mark === '-1' ? swapped(all) : all));
      await startVote();
      for (const { panel } of house.people) {
        panel.vote('builds');
        panel.ready('vote');
      }
      house.operator.falsify = (view) => view;
      house.operator.show();
      await pause(800);
      assert.ok(house.opened.every(({ contents }) => contents.length === 0));
      assert.equal(house.room.state.vote.ballots, 0);
    });

    function swapped(all: RetroView['talk']['topics']): RetroView['talk']['topics'] {
      return all.map((topic, at) => ({ ...topic, title: all[all.length - 1 - at]?.title ?? '' }));
    }

    it('words of a promise whose confidence is asked: no answer is sealed', async () => {
      house = await House.open(4);
      await house.goTo('commit');
      await house.does({ type: 'commitment/add', id: 'k1', when: 'it rains', will: 'cycle', team: true });
      house.operator.falsify = (view, line) => ({
        ...view,
        commitments: view.commitments.map((one) => ({ ...one, sentence: marked(one.sentence, line) })),
      });
      house.operator.show();
      await house.does({ type: 'ballot/open', box: 'confidence/k1' });
      for (const { panel } of house.people) {
        panel.answer('confidence/k1', '50');
        panel.ready('ballot/confidence/k1');
      }
      assert.equal(await house.noor.panel.act({ type: 'ballot/close', box: 'confidence/k1' }), false);
      assert.ok(house.people.every((someone) => house.sent(someone, 'envelopes').length === 0));
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
      assert.ok(house.people.every(({ panel }) => panel.said.length > 0));
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
      const ghost = { id: 'zz-ghost', name: 'Ghost', sign: 'A'.repeat(43), mix: 'B'.repeat(43) };
      const own = await house.ownRounds([...house.people.map((someone) => house.member(someone)), ghost]);
      assert.equal(await own.gather(), false);
      assert.ok(house.people.every((someone) => house.sent(someone, 'commit').length <= 4));
      assert.match(house.said.join() || 'none', /list of people|none/);
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
    it('of someone who is known: nothing is sealed before each person says that it is right', async () => {
      house = await House.open(4);
      await house.write();
      const [, sam] = house.people;
      assert.ok(sam);
      const members = house.people.map((someone) => house.member(someone));
      const swapped = members.map((one) => (one.id === sam.id ? { ...one, sign: one.mix, mix: one.sign } : one));
      const others = house.people.filter((someone) => someone !== sam);
      const own = await house.ownRounds(swapped);
      // The operator speaks for Sam, whose panel would not know these keys.
      const seed = { commit: 'c', seed: 's' };
      assert.ok(seed);
      await Promise.race([own.gather(), pause(1500)]);
      assert.ok(others.every((someone) => house.sent(someone, 'envelopes').length === 0));
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
      assert.deepEqual(textsOpened(house), []);
    });
  });

  describe('counts twice', () => {
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
