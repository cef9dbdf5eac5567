import assert from 'node:assert/strict';
import type { RetroEvent } from '../../../src/retro/event.js';
import { Room, withCards } from './room.js';

/** What the screen and a person see after the same moves with different secrets. */
function sameViews(play: (room: Room, secret: boolean) => void, begin = () => new Room(8)): void {
  const [one, other] = [true, false].map((secret) => {
    const room = begin();
    play(room, secret);
    return [JSON.stringify(room.seenBy()), JSON.stringify(room.seenBy('sam'))];
  });
  assert.deepEqual(one, other);
}

describe('What is secret', () => {
  it('cannot be sent with a name, by anyone', () => {
    const votes: RetroEvent = { type: 'vote/cast', votes: {} };
    withCards().goTo('vote').do({ type: 'vote/open' }).refused('actor/named', votes, 'sam');
    new Room().refused('actor/named', { type: 'ballot/answer', box: 'safety', answers: [1] }, 'sam');
    new Room(4, { mode: 'room' }).refused('actor/named', { type: 'entry/submit', cards: [] }, 'noor');
  });

  it('shows nothing of cards before the reveal, not even how many', () => {
    sameViews((room, secret) => {
      room.goTo('write').do({
        type: 'entry/submit',
        cards: secret ? [{ id: 'c1', prompt: 'start', text: 'A secret' }] : [],
      });
    });
  });

  it('shows nothing of open questions, nor of counted ones with three answers', () => {
    for (const close of [false, true]) {
      sameViews((room, secret) => {
        room.do({ type: 'ballot/open', box: 'safety' });
        for (let i = 0; i < (close ? 3 : 7); i += 1) {
          room.do({ type: 'ballot/answer', box: 'safety', answers: [secret ? 0 : 4] });
        }
        if (close) {
          room.do({ type: 'ballot/close', box: 'safety' });
        }
      });
    }
  });

  it('shows nothing of an open vote, nor of a counted one with three ballots', () => {
    for (const close of [false, true]) {
      sameViews(
        (room, secret) => {
          room.goTo('vote').do({ type: 'vote/open' });
          for (let i = 0; i < (close ? 3 : 7); i += 1) {
            room.do({ type: 'vote/cast', votes: secret ? { c1: 2 } : { c2: 3, c4: 1 } });
          }
          if (close) {
            room.do({ type: 'vote/close' }).goTo('talk');
          }
        },
        () => withCards(8),
      );
    }
  });

  it('is shown as one picture from four answers on', () => {
    const room = new Room(8).goTo('close');
    for (let i = 0; i < 4; i += 1) {
      room.do({ type: 'ballot/answer', box: 'dials', answers: [i, 4] });
    }
    assert.equal(room.seenBy().boxes.dials?.histograms, undefined);
    room.do({ type: 'ballot/close', box: 'dials' });
    assert.deepEqual(room.seenBy('sam').boxes.dials?.histograms, [
      [1, 1, 1, 1, 0],
      [0, 0, 0, 0, 4],
    ]);
    room.refused('ballot/notOpen', { type: 'ballot/answer', box: 'dials', answers: [1, 1] });
  });

  it('shows the confidence of all as its middle and no more', () => {
    const room = new Room(4).goTo('commit');
    room.do({ type: 'commitment/add', id: 'k1', when: 'it rains', will: 'cycle', team: true });
    room.do({ type: 'ballot/open', box: 'confidence/k1' });
    for (const answer of [10, 90, 80, 70]) {
      room.do({ type: 'ballot/answer', box: 'confidence/k1', answers: [answer] });
    }
    const { confidence } = room.seenBy('sam').commitments[0] ?? {};
    assert.deepEqual(confidence, { status: 'counted', answers: 4, of: 4, median: 75 });
    room.do({ type: 'commitment/edit', id: 'k1', when: 'it snows', will: 'walk', team: true });
    assert.equal(room.seenBy('sam').commitments[0]?.confidence, undefined);
  });

  it('says plainly when there are too few to be anonymous, and shows the order of topics there but no numbers', () => {
    const room = withCards(3).goTo('vote').do({ type: 'vote/open' });
    assert.equal(room.seenBy().anonymityPossible, false);
    assert.equal(withCards(4).seenBy().anonymityPossible, true);
    const last = room.seenBy().talk.topics.at(-1)?.id ?? '';
    room.all(() => ({ type: 'vote/cast', votes: { [last]: 1 } }));
    assert.equal(room.seenBy().talk.topics[0]?.id, last);
    assert.equal(room.seenBy().vote.totals, undefined);
    assert.equal(room.seenBy().talk.topics[0]?.votes, undefined);
  });

  it('takes one answer for each person and no answer off the scale', () => {
    const room = new Room(2).do({ type: 'ballot/open', box: 'safety' });
    room.refused('ballot/answer', { type: 'ballot/answer', box: 'safety', answers: [5] });
    room.refused('ballot/answer', { type: 'ballot/answer', box: 'safety', answers: [1, 1] });
    room.all(() => ({ type: 'ballot/answer', box: 'safety', answers: [1] }));
    assert.equal(room.seenBy().boxes.safety?.status, 'counted');
    room.refused('ballot/notOpen', { type: 'ballot/answer', box: 'safety', answers: [1] });
    room.refused('step/notNow', { type: 'ballot/open', box: 'worth' });
  });

  it('offers safety first after a low answer, without asking who', () => {
    const room = new Room(5, { anonymity: 'alias' }).refused('safety/notLow', { type: 'safety/first' });
    room.do({ type: 'ballot/open', box: 'safety' });
    for (const answer of [4, 4, 3, 0, 1]) {
      room.do({ type: 'ballot/answer', box: 'safety', answers: [answer] });
    }
    assert.equal(room.seenBy().safetyLow, true);
    room.do({ type: 'safety/first' }).do({ type: 'step/next' });
    assert.equal(room.seenBy().kind, 'norms');
    assert.equal(room.state.anonymity, 'anonymous');
  });

  it('leaves a pool in whose order nothing of the entries is left', () => {
    const firsts = new Set<string | undefined>();
    for (let run = 0; run < 12; run += 1) {
      const room = new Room(6);
      room.at = run;
      room.goTo('write');
      for (let i = 0; i < run; i += 1) {
        room.do({ type: 'request/longer' });
      }
      room.all((_, index) => ({ type: 'entry/submit', cards: [{ id: `c${index}`, prompt: 'start', text: 'x' }] }));
      firsts.add(room.state.sealed.pool[0]?.id);
    }
    assert.ok(firsts.size >= 4, [...firsts].join(' '));
  });
});

describe('A second count', () => {
  const ask = (room: Room, answers: readonly number[]) => {
    room.do({ type: 'ballot/open', box: 'safety' });
    for (const answer of answers) {
      room.do({ type: 'ballot/answer', box: 'safety', answers: [answer] });
    }
    if (room.state.boxes.safety?.status === 'open') {
      room.do({ type: 'ballot/close', box: 'safety' });
    }
    return room.seenBy('sam').boxes.safety;
  };

  it('with one answer more is not shown: the first stays, and it is said', () => {
    const room = new Room(5);
    const first = ask(room, [3, 3, 4, 4]);
    const second = ask(room, [0, 3, 3, 4, 4]);
    assert.deepEqual(first?.histograms, [[0, 0, 0, 2, 2]]);
    assert.deepEqual([second?.histograms, second?.answers, second?.withheld], [[[0, 0, 0, 2, 2]], 4, true]);
    assert.deepEqual(room.state.boxes.safety, { status: 'counted', counts: [[0, 0, 0, 2, 2]], withheld: true });
    assert.deepEqual(ask(room, [0, 0, 0, 3, 3])?.histograms, first?.histograms);
  });

  it('without someone who left is not shown', () => {
    const room = new Room(5);
    ask(room, [0, 3, 3, 4, 4]);
    room.do({ type: 'person/presence', id: room.state.participants.at(-1)?.id ?? '', presence: 'left' });
    assert.deepEqual(ask(room, [3, 3, 4, 4])?.histograms, [[1, 0, 0, 2, 2]]);
  });

  it('of the same people, who all answer again, is shown; also with four more', () => {
    const room = new Room(5);
    ask(room, [0, 0, 3, 4, 4]);
    assert.deepEqual(ask(room, [2, 3, 3, 4, 4])?.histograms, [[0, 0, 1, 2, 2]]);
    for (let i = 0; i < 4; i += 1) {
      room.do({ type: 'person/join', id: `pid-new${i}`, name: `New ${i}` });
    }
    const more = ask(room, [0, 0, 0, 0, 0, 0, 0, 0, 0]);
    assert.deepEqual([more?.histograms, more?.withheld], [[[9, 0, 0, 0, 0]], undefined]);
  });

  it('of too few answers leaves the first one there', () => {
    const room = new Room(5);
    const first = ask(room, [3, 3, 4, 4, 4]);
    assert.deepEqual(ask(room, [0, 0])?.histograms, first?.histograms);
  });

  it('of a vote is not shown when someone is new, whether it is opened again or forgotten first', () => {
    for (const forget of [false, true]) {
      const room = withCards(5).goTo('vote').do({ type: 'vote/open' });
      room.all(() => ({ type: 'vote/cast', votes: { c1: 1 } }));
      room.do({ type: 'person/join', id: 'pid-late', name: 'Late' });
      if (forget) {
        room.do({ type: 'vote/reset' });
        assert.equal(room.seenBy().vote.totals, undefined);
      }
      room.do({ type: 'vote/open' });
      room.all((_, index) => ({ type: 'vote/cast', votes: index === 0 ? { c2: 1 } : { c1: 1 } }));
      const { totals, ballots, withheld } = room.seenBy('sam').vote;
      assert.deepEqual([totals, ballots, withheld], [{ c1: 5 }, 5, true]);
    }
  });

  it('of the confidence in a promise whose words changed is not shown when someone is new', () => {
    const room = new Room(5).goTo('commit');
    room.do({ type: 'commitment/add', id: 'k1', when: 'it rains', will: 'cycle', team: true });
    const sure = () => {
      room.do({ type: 'ballot/open', box: 'confidence/k1' });
      room.all(() => ({ type: 'ballot/answer', box: 'confidence/k1', answers: [50] }));
      return room.seenBy('sam').commitments[0]?.confidence;
    };
    assert.equal(sure()?.median, 50);
    room.do({ type: 'person/join', id: 'pid-late', name: 'Late' });
    room.do({ type: 'commitment/edit', id: 'k1', when: 'it snows', will: 'walk', team: true });
    assert.deepEqual(sure(), { status: 'counted', answers: 0, of: 6, withheld: true });
  });

  it('compares topics and cards that stay as they are while the vote is open', () => {
    const room = withCards(4).goTo('vote').do({ type: 'vote/open' });
    room.refused('vote/frozen', { type: 'talk/propose', id: 'p1', title: 'New' });
    room.refused('vote/frozen', { type: 'card/edit', id: 'c1', text: 'Other words' });
    room.refused('vote/frozen', { type: 'card/withdraw', id: 'c1' });
  });
});
