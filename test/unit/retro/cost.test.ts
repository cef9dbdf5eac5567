import assert from 'node:assert/strict';
import { Room } from './room.js';

/** 1,000 cards on the board. */
function full(): Room {
  const cards = Array.from({ length: 1000 }, (_, index) => ({
    id: `b${index}`,
    prompt: 'start',
    text: `Card ${index}`,
  }));
  return new Room(8, { board: { cards, groups: [] } });
}

describe('With 1,000 cards', () => {
  it('what did not change stays the same object, in the state and in the view', () => {
    const room = full().goTo('group');
    const before = room.state;
    const seen = room.seenBy();
    room.do({ type: 'request/longer' });
    assert.equal(room.seenBy().talk.topics, seen.talk.topics);
    room.do({ type: 'group/make', id: 'g1', name: 'x', cards: ['b1', 'b2'] });
    assert.equal(room.state.cards, before.cards);
    assert.equal(room.state.cards[0], before.cards[0]);
    assert.equal(room.seenBy().cards, seen.cards);
    assert.equal(room.seenBy().may, seen.may);
  });

  it('a move makes groups anew, and no card that it does not touch', () => {
    const room = full().goTo('group');
    for (let i = 0; i < 20; i += 1) {
      const before = new Set(room.seenBy().talk.topics);
      room.do({ type: 'group/make', id: `g${i}`, name: 'x', cards: [`b${i}`, `b${i + 100}`] });
      const fresh = room.seenBy().talk.topics.filter((topic) => !before.has(topic));
      assert.ok(fresh.length > 0 && fresh.every(({ id }) => id.startsWith('g')), String(fresh.length));
    }
  });
});
