import assert from 'node:assert/strict';
import { outcome } from '../../../src/retro/minutes.js';
import { Room } from './room.js';

describe('A whole retro on one screen', () => {
  const promises = [
    { id: '7f3a9c21', promise: 'When the build goes red, I will say so.', owner: 'Noor', made: '2026-11-06' },
    { id: '11112222', promise: 'We will try pairing.', owner: 'team', made: '2026-11-06' },
  ];
  const room = new Room(8, { promises, confidentiality: 'repo' });

  it('arrives', () => {
    room.do({ type: 'arrive/word', word: 'curious' }, 'sam').do({ type: 'arrive/word', word: '' }, 'ines');
    room.do({ type: 'ballot/open', box: 'safety' }).all(() => ({ type: 'ballot/answer', box: 'safety', answers: [3] }));
    assert.deepEqual(room.seenBy().boxes.safety?.histograms, [[0, 0, 0, 8, 0]]);
    assert.equal(room.seenBy().safetyLow, false);
  });

  it('walks the promises', () => {
    room.do({ type: 'step/next' });
    assert.equal(room.seenBy().kind, 'promises');
    room.do({ type: 'promise/answer', id: '7f3a9c21', answer: { kind: 'letGo', because: 'the job moved' } });
    room.do({ type: 'promise/answer', id: '11112222', answer: { kind: 'kept' } });
    room.do({ type: 'promise/reflect', id: '11112222', helped: 'the calendar' });
  });

  it('agrees on norms', () => {
    room.do({ type: 'step/next' }).do({ type: 'norm/add', id: 'n1', text: 'Ask before you fix.' });
    room.do({ type: 'norm/hand', id: 'n1', hand: 'change' }, 'sam').do({ type: 'norm/hand', hand: 'yes' });
    assert.equal(room.seenBy().norms[0]?.adopted, false);
    room.do({ type: 'norm/edit', id: 'n1', text: 'Ask first.' }).do({ type: 'norm/hand', hand: 'yes' });
    assert.equal(room.seenBy().norms[0]?.adopted, true);
  });

  it('writes in silence and shows everything at once', () => {
    room.do({ type: 'step/next' }).all((_, i) => ({
      type: 'entry/submit',
      cards: i === 7 ? [] : [{ id: `c${i}`, prompt: 'start', text: `Card ${i}` }],
    }));
    assert.deepEqual(room.seenBy().cards, []);
    room.do({ type: 'step/next' }).do({ type: 'reveal/open' });
    assert.equal(room.seenBy().cards.length, 7);
  });

  it('goes round', () => {
    room.do({ type: 'step/next' });
    for (let turn = 0; turn < 8; turn += 1) {
      if (turn % 2 === 0) {
        room.do({ type: 'circle/pass' });
        continue;
      }
      room.do({ type: 'circle/read' }).do({ type: 'circle/done' });
      room.do({ type: 'heard/say', id: `h${turn}`, text: `Line ${turn}` }).do({ type: 'heard/answer', answer: 'yes' });
    }
    assert.equal(room.seenBy().circle?.over, true);
    assert.equal(room.seenBy().heard.length, 4);
  });

  it('groups, votes and talks', () => {
    room.do({ type: 'step/next' }).do({ type: 'group/make', id: 'g1', name: 'Releases', cards: ['c0', 'c1'] });
    room
      .do({ type: 'step/next' })
      .do({ type: 'vote/open' })
      .all(() => ({ type: 'vote/cast', votes: { g1: 2, c3: 1 } }));
    room.do({ type: 'step/next' });
    assert.deepEqual(
      room
        .seenBy()
        .talk.topics.slice(0, 2)
        .map((topic) => [topic.title, topic.votes]),
      [
        ['Releases', 16],
        ['Card 3', 8],
      ],
    );
    room.do({ type: 'talk/start', topic: 'g1', purpose: 'understand', minutes: 8 }).do({ type: 'talk/appreciate' });
    room.do({ type: 'talk/note', id: 't1', text: 'The schema is the hard part.' });
    room.do({ type: 'talk/wellEnough', answer: 'yes' }).do({ type: 'talk/end' });
  });

  it('commits', () => {
    room.do({ type: 'step/next' }).do({
      type: 'commitment/add',
      id: '8a0b1c2d',
      when: 'a schema change ships',
      will: 'tell the support channel first',
      team: false,
      revisit: '2026-12-04',
    });
    room
      .do({ type: 'commitment/take', id: '8a0b1c2d' }, 'noor')
      .do({ type: 'ballot/open', box: 'confidence/8a0b1c2d' });
    room.all((_, i) => ({ type: 'ballot/answer', box: 'confidence/8a0b1c2d', answers: [60 + 5 * i] }));
    assert.equal(room.seenBy().commitments[0]?.confidence?.median, 77.5);
  });

  it('closes, and writes exactly what was shown before', () => {
    room.do({ type: 'step/next' }).do({ type: 'thanks/add', id: 'a1', to: 'sam', text: 'for staying late.' });
    room.all(() => ({ type: 'ballot/answer', box: 'dials', answers: [3, 4] }));
    room.all(() => ({ type: 'ballot/answer', box: 'worth', answers: [4] }));
    room.do({ type: 'save/lower', item: 'card/c3', level: 'ashes' });
    const shown = outcome(room.state);
    room.do({ type: 'retro/finish' });
    assert.deepEqual(outcome(room.state), shown);
    assert.ok(!JSON.stringify(room.state).includes('Card 3'));
    assert.match(shown.repo ?? '', /^# Sprint 42\n\n2026-11-20 · Start, stop, continue · 8 people\n/);
    assert.equal(shown.team, undefined);
    assert.deepEqual(shown.norms, [{ id: 'n1', text: 'Ask first.', adoptedOn: '2026-11-20' }]);
  });
});
