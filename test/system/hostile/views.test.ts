import assert from 'node:assert/strict';
import type { RetroView } from '../../../src/retro/viewModel.js';
import { House, pause, until } from './house.js';
import type { Falsify } from './operator.js';

describe('A hub whose operator shows people different', () => {
  let house: House;
  afterEach(() => house?.close());

  const indexOf = (id: string) => house.people.findIndex((someone) => someone.id === id);
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
      assert.deepEqual(house.textsOpened, []);
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
    assert.deepEqual(house.textsOpened, []);
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
      commitments: view.commitments.map((one) => ({ ...one, will: marked(one.will, line) })),
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
