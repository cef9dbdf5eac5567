import assert from 'node:assert/strict';
import { Room, withCards } from './room.js';

describe('Votes', () => {
  it('are taken as whole ballots, within the budget and the cap', () => {
    const room = withCards(4).goTo('vote').refused('vote/notOpen', { type: 'vote/cast', votes: {} });
    room.do({ type: 'vote/open', budget: 4, cap: 2 });
    room.refused('vote/cap', { type: 'vote/cast', votes: { c1: 3 } });
    room.refused('vote/cap', { type: 'vote/cast', votes: { c1: -1 } });
    room.refused('vote/budget', { type: 'vote/cast', votes: { c1: 2, c2: 2, c3: 1 } });
    room.refused('vote/topic', { type: 'vote/cast', votes: { c9: 1 } });
    room.all((_, index) => ({ type: 'vote/cast', votes: index === 0 ? {} : { c1: 2, c2: 1 } }));
    assert.deepEqual(room.seenBy().vote, {
      status: 'counted',
      budget: 4,
      cap: 2,
      ballots: 4,
      of: 4,
      totals: { c1: 6, c2: 3 },
    });
    room.refused('vote/notOpen', { type: 'vote/cast', votes: {} });
  });

  it('hold the groups they were counted on', () => {
    const room = withCards(4).goTo('vote').do({ type: 'vote/open' }).goTo('group');
    room.refused('group/votesIn', { type: 'group/make', id: 'g1', name: 'x', cards: ['c1'] });
    room.do({ type: 'vote/reset' }).do({ type: 'group/make', id: 'g1', name: 'x', cards: ['c1'] });
  });
});

describe('The talk', () => {
  const begin = (purpose: 'heard' | 'understand' | 'try' = 'heard'): Room =>
    withCards(4).goTo('talk').do({ type: 'talk/start', topic: 'c1', purpose, minutes: 5 });

  it('opens advice after an appreciation, and not on what is only to be heard', () => {
    const room = begin();
    assert.equal(room.state.talk.topics.c1?.advice, 'closed');
    room.do({ type: 'talk/appreciate' });
    assert.equal(room.state.talk.topics.c1?.advice, 'open');
    room.do({ type: 'talk/listen', on: true }).do({ type: 'talk/appreciate' });
    assert.equal(room.state.talk.topics.c1?.advice, 'listening');
    room.do({ type: 'talk/listen', on: false });
    assert.equal(room.state.talk.topics.c1?.advice, 'closed');
  });

  it('ends what is to be heard or understood with a question, and what is to be tried without', () => {
    const room = begin()
      .do({ type: 'talk/wellEnough', answer: 'notYet' }, 'sam')
      .do({ type: 'talk/wellEnough', answer: 'yes' });
    const topic = room.seenBy().talk.topics.find((one) => one.id === 'c1');
    assert.deepEqual(topic?.wellEnough, { totals: { yes: 3, notYet: 1 }, waitingFor: 0 });
    begin('try').refused('talk/purpose', { type: 'talk/wellEnough', answer: 'yes' });
  });

  it('asks all for two more minutes', () => {
    const room = begin().refused('talk/notAsked', { type: 'talk/more', answer: 'yes' });
    const ends = room.state.timer?.endsAt ?? 0;
    room
      .do({ type: 'talk/askMore' })
      .do({ type: 'talk/more', answer: 'yes' }, 'sam')
      .do({ type: 'talk/more', answer: 'yes' }, 'ines');
    assert.equal(room.state.timer?.endsAt, ends);
    room.do({ type: 'talk/more', answer: 'yes' }, 'noor');
    assert.equal(room.state.timer?.endsAt, ends + 120_000);
    room.do({ type: 'talk/askMore' }).do({ type: 'talk/more', answer: 'no' });
    assert.equal(room.state.talk.more, undefined);
    assert.equal(room.state.timer?.endsAt, ends + 120_000);
  });

  it('goes from topic to topic and back, keeps notes, and takes up what no card named', () => {
    const room = begin().do({ type: 'talk/note', id: 't1', text: 'It was the schema.' });
    room.do({ type: 'talk/propose', id: 'q1', title: 'On call' }).do({ type: 'talk/start', topic: 'q1' });
    assert.equal(room.state.talk.topics.c1?.status, 'done');
    room.refused('talk/note', { type: 'talk/unnote', id: 't1' }).do({ type: 'talk/start', topic: 'c1' });
    assert.equal(room.state.talk.topics.c1?.purpose, 'heard');
    room.do({ type: 'talk/unnote', id: 't1' }).do({ type: 'talk/end' }).refused('talk/noTopic', { type: 'talk/end' });
    room.refused('talk/unknown', { type: 'talk/start', topic: 'c9' });
  });

  it('suggests that people with influence speak last', () => {
    const room = new Room(3).do({ type: 'person/influence', influence: true }, 'noor');
    assert.deepEqual(room.seenBy().talk.order, ['sam', 'ines', 'noor']);
  });
});

describe('Commitments', () => {
  const words = { when: 'the build goes red', will: 'say so.', team: false } as const;

  it('are taken by each person for oneself', () => {
    const room = new Room(3).goTo('commit').do({ type: 'commitment/add', id: 'k1', ...words });
    room
      .refused('actor/needsPerson', { type: 'commitment/take', id: 'k1' })
      .do({ type: 'commitment/take', id: 'k1' }, 'sam');
    room.refused('commitment/taken', { type: 'commitment/take', id: 'k1' }, 'ines');
    room.refused('commitment/taken', { type: 'commitment/edit', id: 'k1', ...words }, 'ines');
    room.refused('actor/notYours', { type: 'commitment/handBack', id: 'k1' }, 'ines');
    room.do({ type: 'commitment/edit', id: 'k1', ...words, how: 'in the log' }, 'sam');
    assert.equal(room.state.commitments[0]?.owner, 'sam');
    assert.equal(room.seenBy().commitments[0]?.sentence, 'When the build goes red, I will say so.');
    room.do({ type: 'commitment/handBack', id: 'k1' }, 'sam').do({ type: 'commitment/remove', id: 'k1' });
  });

  it('of the team need nobody to take them', () => {
    const room = new Room(3).goTo('commit').do({ type: 'commitment/add', id: 'k1', ...words, team: true });
    room.refused('commitment/team', { type: 'commitment/take', id: 'k1' }, 'sam');
    assert.equal(room.seenBy().commitments[0]?.stands, true);
    assert.equal(room.seenBy().commitments[0]?.sentence, 'When the build goes red, we will say so.');
  });
});
