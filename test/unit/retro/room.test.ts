import assert from 'node:assert/strict';
import { hub, Room, screen, withCards } from './room.js';

describe('Moving the room', () => {
  const kinds = (room: Room): readonly string[] => room.state.steps.map((step) => `${step.id} ${step.status}`);

  it('is for the facilitator', () => {
    const room = new Room(4, { mode: 'room' });
    room.refused('actor/facilitator', { type: 'step/next' }, 'sam').do({ type: 'step/next' }, 'noor');
    room.refused('actor/unknown', { type: 'step/next' }, screen).refused('actor/unknown', { type: 'step/next' }, 'zoe');
    room.do({ type: 'facilitator/handOver', to: 'sam' }, 'noor').do({ type: 'step/next' }, 'sam');
    room.refused('actor/facilitator', { type: 'step/next' }, 'noor');
  });

  it('leaves out promises where none are open, and puts them first where some are', () => {
    assert.equal(new Room().do({ type: 'step/next' }).seenBy().kind, 'norms');
    const promises = [{ id: 'p1', promise: 'x', owner: 'team', made: '' }];
    assert.equal(new Room(4, { promises }).do({ type: 'step/next' }).seenBy().kind, 'promises');
  });

  it('goes back, on, to any step, and over skipped ones', () => {
    const room = new Room().goTo('circle').do({ type: 'step/back' });
    assert.equal(room.seenBy().step, 'reveal');
    assert.ok(kinds(room).includes('circle upcoming'));
    room.do({ type: 'step/skip', step: 'circle', skip: true }).do({ type: 'step/next' });
    assert.equal(room.seenBy().step, 'group');
    room.goTo('circle');
    assert.ok(kinds(room).includes('circle now'));
    room
      .goTo('close')
      .refused('step/last', { type: 'step/next' })
      .goTo('arrive')
      .refused('step/first', { type: 'step/back' });
  });

  it('moves upcoming steps, but never the reveal before the writing, nor anything behind the close', () => {
    const room = new Room().do({ type: 'step/move', step: 'talk', to: 3 });
    assert.equal(room.state.steps[3]?.id, 'talk');
    room.refused('step/place', { type: 'step/move', step: 'reveal', to: 2 });
    room.refused('step/place', { type: 'step/move', step: 'talk', to: 10 });
    room.refused('step/place', { type: 'step/move', step: 'arrive', to: 3 });
    room.refused('step/place', { type: 'step/move', step: 'close', to: 3 });
    room.refused('step/needed', { type: 'step/skip', step: 'reveal', skip: true });
    room.refused('step/last', { type: 'step/skip', step: 'close', skip: true });
    room.do({ type: 'step/skip', step: 'write', skip: true }).do({ type: 'step/skip', step: 'reveal', skip: true });
  });

  it('starts a timer with the step, and "I need longer" is answered by more minutes', () => {
    const room = new Room().goTo('write');
    const { timer } = room.state;
    assert.equal((timer?.endsAt ?? 0) - (timer?.startedAt ?? 0), 7 * 60_000);
    const before = room.do({ type: 'request/longer' }).state;
    assert.equal(room.do({ type: 'request/longer' }).state, before);
    room.do({ type: 'timer/extend', minutes: 2 });
    assert.equal((room.state.timer?.endsAt ?? 0) - (timer?.endsAt ?? 0), 2 * 60_000);
    assert.equal(room.state.requests.longer, undefined);
    room.at += 3_600_000;
    room.do({ type: 'timer/extend', minutes: 2 });
    assert.equal((room.state.timer?.endsAt ?? 0) - room.at, 2 * 60_000);
    room.do({ type: 'timer/stop' }).refused('timer/none', { type: 'timer/stop' });
  });

  it('shows requests without a name, and ticks as a total', () => {
    const room = new Room(4, { mode: 'room', norms: [{ id: 'n1', text: 'Ask first.' }] });
    room.do({ type: 'request/norm', norm: 'n1' }, 'sam').do({ type: 'request/silence' }, 'ines');
    room.refused('norm/unknown', { type: 'request/norm', norm: 'n2' }, 'sam');
    assert.ok(!/sam|ines/.test(JSON.stringify(room.seenBy('tariq').requests)));
    room.do({ type: 'tick/set', done: true }, 'sam').do({ type: 'tick/set', done: true }, 'sam');
    assert.deepEqual(room.seenBy('tariq').ticks, { done: 1, of: 4, mine: false });
    assert.deepEqual(room.seenBy('sam').ticks, { done: 1, of: 4, mine: true });
  });
});

describe('People', () => {
  it('can take over when the facilitator is gone, after a grace time', () => {
    const room = new Room(3, { mode: 'room' }).refused('facilitator/here', { type: 'facilitator/takeOver' }, 'sam');
    room.do({ type: 'person/presence', id: 'noor', presence: 'away' }, hub);
    room.refused('facilitator/grace', { type: 'facilitator/takeOver' }, 'sam');
    assert.equal(room.seenBy('sam').facilitatorAwaySince, room.state.participants[0]?.since);
    room.at += 60_000;
    room.do({ type: 'facilitator/takeOver' }, 'sam');
    assert.equal(room.seenBy('sam').facilitates, true);
    room.refused('person/facilitates', { type: 'person/presence', id: 'sam', presence: 'left' }, hub);
  });

  it('have names of their own, and act no more once they left', () => {
    const room = new Room(3, { mode: 'room' });
    room.refused('person/nameTaken', { type: 'person/join', id: 'x', name: ' SAM ' }, hub);
    room.refused('event/idTaken', { type: 'person/join', id: 'sam', name: 'Samuel' }, hub);
    room.refused('actor/notYours', { type: 'person/rename', id: 'sam', name: 'Samuel' }, 'ines');
    room.do({ type: 'person/presence', id: 'sam', presence: 'left' }, hub);
    room.refused('actor/unknown', { type: 'request/longer' }, 'sam');
    room.do({ type: 'person/presence', id: 'sam', presence: 'here' }, hub).do({ type: 'request/longer' }, 'sam');
  });

  it('only ever lower where things may go, and only ever raise how anonymous cards are', () => {
    const room = new Room(4, { confidentiality: 'team', anonymity: 'named' });
    room.refused('level/raise', { type: 'confidentiality/lower', level: 'repo' }, 'sam');
    room.do({ type: 'confidentiality/lower', level: 'room' }, 'sam');
    room.do({ type: 'anonymity/raise', anonymity: 'alias' }, 'sam');
    room.refused('anonymity/lower', { type: 'anonymity/raise', anonymity: 'named' }, 'sam');
    room.goTo('write').do({ type: 'entry/submit', cards: [{ id: 'c1', prompt: 'start', text: 'x', alias: 'Heron' }] });
    room.refused('anonymity/late', { type: 'anonymity/raise', anonymity: 'anonymous' }, 'sam');
  });

  it('agree on norms together, and a newcomer is asked again', () => {
    const room = new Room(2, { mode: 'room', norms: [{ id: 'n1', text: 'Ask first.', adoptedOn: '2026-01-09' }] });
    room.do({ type: 'step/goTo', step: 'norms' }, 'noor').do({ type: 'norm/hand', hand: 'yes' }, 'noor');
    assert.deepEqual(room.seenBy('noor').norms[0]?.hands, {
      totals: { yes: 1, live: 0, change: 0 },
      waitingFor: 1,
      mine: 'yes',
    });
    room.do({ type: 'norm/hand', id: 'n1', hand: 'live' }, 'sam');
    assert.equal(room.seenBy('noor').norms[0]?.adopted, true);
    room.refused('norm/adopted', { type: 'norm/edit', id: 'n1', text: 'Ask.' }, 'sam');
    room.do({ type: 'person/join', id: 'zoe', name: 'Zoe' }, hub);
    assert.equal(room.seenBy('noor').norms[0]?.adopted, false);
    room.do({ type: 'norm/hand', hand: 'yes' }, 'zoe').do({ type: 'norm/hand', id: 'n1', hand: 'change' }, 'sam');
    room.do({ type: 'norm/edit', id: 'n1', text: 'Ask first, then fix.' }, 'sam');
    assert.equal(room.seenBy('noor').norms[0]?.hands.waitingFor, 3);
    assert.equal(room.seenBy('noor').norms[0]?.adoptedOn, undefined);
  });

  it('answer for their own promises', () => {
    const promises = [
      { id: 'hand-written.id', promise: 'x', owner: 'sam ', made: '' },
      { id: 'p2', promise: 'y', owner: 'Someone else', made: '' },
      { id: 'p3', promise: 'z', owner: 'team', made: '' },
    ];
    const room = new Room(3, { mode: 'room', promises }).do({ type: 'step/next' }, 'noor');
    room.refused('actor/notYours', { type: 'promise/answer', id: 'hand-written.id', answer: { kind: 'kept' } }, 'noor');
    room.do({ type: 'promise/answer', id: 'hand-written.id', answer: { kind: 'kept' } }, 'sam');
    room.refused('actor/notYours', { type: 'promise/answer', id: 'p2', answer: { kind: 'kept' } }, 'ines');
    room.do({ type: 'promise/answer', id: 'p2', answer: { kind: 'still' } }, 'noor');
    room.do({ type: 'promise/answer', id: 'p3', answer: { kind: 'kept' } }, 'ines');
    assert.deepEqual(
      room.seenBy('ines').promises.map((promise) => promise.yours),
      [false, false, true],
    );
    room.do({ type: 'promise/clear', id: 'p3' }, 'ines');
    assert.equal(room.state.promises[2]?.answer, undefined);
  });
});

describe('Cards', () => {
  it('are signed only in the way the room chose', () => {
    const named = new Room(2, { anonymity: 'named' }).goTo('write');
    named.refused('card/signature', { type: 'entry/submit', cards: [] });
    named.do({ type: 'entry/signed', cards: [{ id: 'c1', prompt: 'start', text: 'x' }] }, 'sam');
    assert.deepEqual(named.goTo('reveal').do({ type: 'reveal/open' }).state.cards, [
      { id: 'c1', prompt: 'start', text: 'x', by: 'Sam' },
    ]);
    const anonymous = new Room(2).goTo('write');
    anonymous.refused('card/signature', { type: 'entry/signed', cards: [] }, 'sam');
    const card = { id: 'c1', prompt: 'start', text: 'x', alias: 'Heron' };
    anonymous.refused('card/signature', { type: 'entry/submit', cards: [card] });
  });

  it('are handed in once by each, to prompts that exist', () => {
    const room = new Room(2).goTo('write').do({ type: 'entry/submit', cards: [] });
    room.refused('entry/prompt', { type: 'entry/submit', cards: [{ id: 'c1', prompt: 'no', text: 'x' }] });
    room.do({ type: 'entry/submit', cards: [{ id: 'c1', prompt: 'stop', text: 'x' }] });
    room.refused('entry/all', { type: 'entry/submit', cards: [] });
    room.goTo('reveal').do({ type: 'reveal/open' }).refused('reveal/nothing', { type: 'reveal/open' });
  });

  it('come out of a sealed round all at once, from the hub and nobody else', () => {
    const room = new Room(4, { mode: 'room' }).do({ type: 'step/goTo', step: 'write' }, 'noor');
    const cards = ['a', 'b', 'c'].map((id) => ({ id, prompt: 'start', text: `text ${id}`, key: id }));
    room.refused('actor/named', { type: 'entries/sealed', cards, entries: 4 }, 'noor');
    room.refused(
      'entry/prompt',
      { type: 'entries/sealed', cards: [{ id: 'e', prompt: 'no', text: 'x' }], entries: 4 },
      hub,
    );
    room.do({ type: 'entries/sealed', cards, entries: 4 }, hub);
    room.do({ type: 'entries/sealed', cards: [{ id: 'd', prompt: 'stop', text: 'the rest' }], entries: 0 }, hub);
    assert.deepEqual([room.seenBy('sam').write.entries, room.seenBy('sam').cards], [4, []]);
    room.do({ type: 'step/next' }, 'noor').do({ type: 'reveal/open' }, 'noor');
    assert.deepEqual(
      room
        .seenBy('sam')
        .cards.map((card) => card.id)
        .sort(),
      ['a', 'b', 'c', 'd'],
    );
  });

  it('are edited, withdrawn and answered by whoever holds their key', () => {
    const room = new Room(3, { mode: 'room' }).do({ type: 'step/goTo', step: 'write' }, 'noor');
    room.do({ type: 'entry/submit', cards: [{ id: 'c1', prompt: 'start', text: 'x', key: 'abc' }] }, hub);
    room.do({ type: 'step/next' }, 'noor').do({ type: 'reveal/open' }, 'noor');
    room.refused('actor/notYours', { type: 'card/edit', id: 'c1', text: 'y' }, 'sam');
    room.refused('actor/notYours', { type: 'card/edit', id: 'c1', text: 'y' }, { kind: 'cardHolder', card: 'c2' });
    room.do({ type: 'card/ask', id: 'c1', question: 'When was it?' }, 'sam');
    room.do({ type: 'card/answer', id: 'c1', answer: 'In May.' }, { kind: 'cardHolder', card: 'c1' });
    assert.deepEqual(room.seenBy('ines').cards[0]?.asked, { question: 'When was it?', answer: 'In May.' });
    room.do({ type: 'card/withdraw', id: 'c1' }, { kind: 'cardHolder', card: 'c1' });
    assert.deepEqual(room.seenBy('ines').cards, []);
  });

  it('go into groups and out of them, with a way back from every move', () => {
    const room = withCards(4).goTo('group');
    room.do({ type: 'group/make', id: 'g1', name: 'One', cards: ['c0', 'c1'] });
    room.do({ type: 'group/make', id: 'g2', name: 'Two', cards: ['c1', 'c2'] });
    assert.deepEqual(
      room.state.groups.map((group) => group.cards),
      [['c0'], ['c1', 'c2']],
    );
    const before = room.state.groups;
    room.do({ type: 'group/merge', from: 'g2', into: 'g1' }).do({ type: 'group/take', card: 'c0' });
    room.do({ type: 'group/undo' }).do({ type: 'group/undo' });
    assert.equal(room.state.groups, before);
    room.do({ type: 'group/put', group: 'g2', card: 'c0' });
    assert.deepEqual(
      room.state.groups.map((group) => group.id),
      ['g2'],
    );
    room.do({ type: 'card/withdraw', id: 'c0' }).do({ type: 'group/undo' });
    assert.deepEqual(room.state.groups, [{ id: 'g2', name: 'Two', cards: ['c1', 'c2'] }]);
    room.refused('card/unknown', { type: 'group/put', group: 'g2', card: 'c9' });
    room.refused('event/idTaken', { type: 'group/make', id: 'c3', name: 'x', cards: ['c3'] });
  });
});
