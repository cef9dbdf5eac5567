import assert from 'node:assert/strict';
import { Room, template, withCards } from './room.js';

const quiet = { template: { ...template(), heard: false } };

describe('The circle', () => {
  it('gives everyone one turn, comes back to those who asked, and is over', () => {
    const room = new Room(4, quiet).goTo('circle');
    assert.equal(room.seenBy().circle?.speaker, 'noor');
    assert.deepEqual(room.seenBy().circle?.next, ['sam', 'ines']);
    room
      .do({ type: 'circle/later' })
      .do({ type: 'circle/done' })
      .do({ type: 'circle/pass' })
      .do({ type: 'circle/done' });
    assert.equal(room.seenBy().circle?.speaker, 'noor');
    room.refused('circle/laterTwice', { type: 'circle/later' }).do({ type: 'circle/done' });
    assert.equal(room.seenBy().circle?.over, true);
    room.refused('circle/noSpeaker', { type: 'circle/done' });
  });

  it('takes moves of the turn from the speaker alone, and only thanks from the others', () => {
    const room = new Room(4, { ...quiet, mode: 'room' });
    room.do({ type: 'step/goTo', step: 'circle' }, 'noor');
    room.refused('actor/notYours', { type: 'circle/done' }, 'sam');
    room.refused('circle/speaker', { type: 'circle/thank' }, 'noor').do({ type: 'circle/thank' }, 'sam');
    assert.equal(room.seenBy('ines').circle?.thanks, 1);
    assert.equal(room.seenBy('noor').circle?.myTurn, true);
    room.do({ type: 'circle/done' }, 'noor');
    assert.equal(room.seenBy('ines').circle?.thanks, 0);
  });

  it('lets people with influence open, and begins with someone else each time', () => {
    const room = new Room(4, quiet);
    room.do({ type: 'person/influence', influence: true }, 'ines').goTo('circle');
    assert.deepEqual(
      room.seenBy().circle?.order.map((turn) => turn.id),
      ['ines', 'noor', 'sam', 'tariq'],
    );
    assert.equal(room.seenBy().circle?.opening, true);
    room.do({ type: 'circle/done' });
    assert.equal(room.seenBy().circle?.opening, false);
    room.do({ type: 'circle/restart' });
    assert.deepEqual(
      room.seenBy().circle?.order.map((turn) => turn.id),
      ['ines', 'sam', 'tariq', 'noor'],
    );
    assert.deepEqual(new Room(4, { ...quiet, circleStart: 6 }).goTo('circle').seenBy().circle?.speaker, 'ines');
  });

  it('goes on without someone who left, and hears someone who came late', () => {
    const room = new Room(3, quiet).goTo('circle').do({ type: 'person/join', id: 'late', name: 'Late' });
    room.do({ type: 'circle/done' }).do({ type: 'person/presence', id: 'sam', presence: 'left' });
    assert.equal(room.seenBy().circle?.speaker, 'ines');
    room.do({ type: 'circle/done' });
    assert.equal(room.seenBy().circle?.speaker, 'late');
  });

  it('lets the facilitator go on while the speaker is away', () => {
    const room = new Room(3, { ...quiet, mode: 'room' });
    room.do({ type: 'step/goTo', step: 'circle' }, 'noor').do({ type: 'circle/done' }, 'noor');
    room.refused('actor/notYours', { type: 'circle/later' }, 'noor');
    room.do({ type: 'person/presence', id: 'sam', presence: 'away' }, { kind: 'hub' });
    room.do({ type: 'circle/later' }, 'noor');
    assert.equal(room.seenBy('noor').circle?.speaker, 'ines');
  });

  it('stays where it was when the room comes back to it', () => {
    const room = new Room(3, quiet).goTo('circle').do({ type: 'circle/done' }).goTo('group').goTo('circle');
    assert.equal(room.seenBy().circle?.speaker, 'sam');
  });

  it('reads each unnamed card once; one that was put back is read later', () => {
    const room = withCards(3, quiet).goTo('circle');
    const ids = room.state.cards.map((card) => card.id);
    room.do({ type: 'circle/read' });
    assert.equal(room.seenBy().circle?.reading, ids[0]);
    room.do({ type: 'circle/read' });
    assert.equal(room.seenBy().circle?.reading, ids[1]);
    room.do({ type: 'circle/done' }).do({ type: 'circle/read' }).do({ type: 'circle/read', stop: true });
    assert.equal(room.seenBy().circle?.cardsLeft, 2);
    room
      .do({ type: 'circle/read' })
      .do({ type: 'circle/done' })
      .do({ type: 'circle/read' })
      .do({ type: 'circle/done' });
    assert.equal(room.seenBy().circle?.cardsLeft, 0);
    room.do({ type: 'circle/restart' }).refused('circle/noCards', { type: 'circle/read' });
  });
});

describe('What I heard is …', () => {
  const begin = (): Room => {
    const room = new Room(4, { mode: 'room' });
    return room.do({ type: 'step/goTo', step: 'circle' }, 'noor').do({ type: 'circle/done' }, 'noor');
  };

  it('is said by the next person and confirmed by the speaker alone', () => {
    const room = begin();
    assert.deepEqual(room.seenBy('sam').circle?.hearing, { speaker: 'noor', listener: 'sam', loops: 0 });
    room.refused('actor/notYours', { type: 'heard/say', id: 'h1', text: 'that it was late' }, 'ines');
    room.refused('heard/notNow', { type: 'heard/answer', answer: 'yes' }, 'noor');
    room.refused('heard/waiting', { type: 'circle/done' }, 'noor');
    room.do({ type: 'heard/say', id: 'h1', text: 'that it was late' }, 'sam');
    room.refused('actor/notYours', { type: 'heard/answer', answer: 'yes' }, 'ines');
    room.do({ type: 'heard/answer', answer: 'yes' }, 'noor');
    assert.deepEqual(room.state.heard, [{ id: 'h1', text: 'that it was late' }]);
    assert.equal(room.seenBy('sam').circle?.speaker, 'sam');
  });

  it('loops twice at most', () => {
    const room = begin();
    room
      .do({ type: 'heard/say', id: 'h1', text: 'late' }, 'sam')
      .do({ type: 'heard/answer', answer: 'almost' }, 'noor');
    room
      .do({ type: 'heard/say', id: 'h2', text: 'lonely' }, 'sam')
      .do({ type: 'heard/answer', answer: 'almost' }, 'noor');
    assert.equal(room.state.circle?.hearing, undefined);
    assert.deepEqual(room.state.heard, []);
  });

  it('can be left out by either, and is left out after a pass or when the template says so', () => {
    const room = begin().do({ type: 'heard/skip' }, 'sam').do({ type: 'circle/pass' }, 'sam');
    assert.equal(room.seenBy('ines').circle?.speaker, 'ines');
    room.do({ type: 'circle/done' }, 'ines').do({ type: 'heard/say', id: 'h1', text: 'tired' }, 'tariq');
    room.do({ type: 'heard/answer', answer: 'skip' }, 'ines');
    assert.deepEqual(room.state.heard, []);
    assert.equal(room.seenBy('ines').circle?.speaker, 'tariq');
  });

  it('asks the first person to listen to the last', () => {
    const room = new Room(2).goTo('circle').do({ type: 'circle/pass' }).do({ type: 'circle/done' });
    assert.equal(room.state.circle?.hearing?.listener, 'noor');
  });
});
