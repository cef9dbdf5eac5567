import assert from 'node:assert/strict';
import fc from 'fast-check';
import { apply } from '../../../src/retro/apply.js';
import { exportJson } from '../../../src/retro/archive.js';
import { saveItems } from '../../../src/retro/confidentiality.js';
import { outcome } from '../../../src/retro/minutes.js';
import { type ConfidentialityLevel, levels } from '../../../src/retro/model.js';
import { runs } from '../runs.js';
import { Room, screen } from './room.js';

describe('Whatever the levels', () => {
  /** One thing of every kind at least, each with words of its own. */
  function everything(level: ConfidentialityLevel): Room {
    const promises = [
      { id: 'p1', promise: 'x', owner: 'team', made: '2026-11-06' },
      { id: 'p2', promise: 'y', owner: 'team', made: '2026-11-06' },
    ];
    const room = new Room(5, { confidentiality: level, promises }).goTo('promises');
    room.do({ type: 'promise/answer', id: 'p1', answer: { kind: 'letGo', because: 'mark-promise/p1;' } });
    room.do({ type: 'promise/reflect', id: 'p2', helped: 'mark-promise/p2;', hindered: 'mark-promise/p2;' });
    room.goTo('norms').do({ type: 'norm/add', id: 'n1', text: 'mark-norm/n1;' }).do({ type: 'norm/hand', hand: 'yes' });
    room.goTo('write').all((_, i) => ({
      type: 'entry/submit',
      cards: [0, 1].map((n) => ({ id: `c${i}${n}`, prompt: 'stop', text: `mark-card/c${i}${n};` })),
    }));
    room.goTo('reveal').do({ type: 'reveal/open' }).do({ type: 'card/ask', id: 'c00', question: 'mark-card/c00;' });
    room.do({ type: 'card/answer', id: 'c00', answer: 'mark-card/c00;' }).goTo('circle').do({ type: 'circle/done' });
    room.do({ type: 'heard/say', id: 'h1', text: 'mark-heard/h1;' }).do({ type: 'heard/answer', answer: 'yes' });
    room.goTo('group').do({ type: 'group/make', id: 'g1', name: 'mark-group/g1;', cards: ['c00', 'c10'] });
    room.do({ type: 'group/make', id: 'g2', name: 'mark-group/g2;', cards: ['c20', 'c30'] });
    room.goTo('talk').do({ type: 'talk/propose', id: 'q1', title: 'mark-topic/q1;' });
    for (const topic of ['g1', 'c11', 'q1']) {
      room.do({ type: 'talk/start', topic }).do({ type: 'talk/note', id: `t${topic}`, text: `mark-note/t${topic};` });
    }
    room.goTo('commit');
    for (const id of ['k1', 'k2']) {
      const words = { when: `mark-commitment/${id};`, will: 'act', how: `mark-commitment/${id};` };
      room.do({ type: 'commitment/add', id, ...words, team: id === 'k1' });
    }
    room.do({ type: 'commitment/take', id: 'k2' }, 'sam').goTo('close');
    return room.do({ type: 'thanks/add', id: 'a1', to: 'sam', text: 'mark-thanks/a1;' });
  }

  const rooms = levels.map((level) => everything(level));
  const count = saveItems(everything('repo').state).length;

  it('each thing is written exactly as far as it may go, before and after the end', () => {
    const lowering = fc.array(fc.option(fc.constantFrom(...levels)), { minLength: count, maxLength: count });
    fc.assert(
      fc.property(fc.constantFrom(...rooms), lowering, ({ state }, chosen) => {
        const ids = saveItems(state).map((one) => one.id);
        const lowered = Object.fromEntries(ids.flatMap((id, i) => (chosen[i] ? [[id, chosen[i]]] : [])));
        const open = { ...state, lowered };
        const done = apply(open, { type: 'retro/finish' }, { actor: screen, at: 9e6, seed: 'seed of the end' }).state;
        const { repo, team, ...files } = outcome(open);
        assert.deepEqual(outcome(done), outcome(open));
        for (const { id, level } of saveItems(open)) {
          const places = { repo: repo + JSON.stringify(files) + exportJson(open, 'repo'), team: team ?? repo ?? '' };
          const left = { ...places, state: JSON.stringify(done) };
          for (const [place, text] of Object.entries(left)) {
            const may = level === 'repo' || (level === 'team' && place !== 'repo');
            const is = text.includes(`mark-${id};`);
            // A group is nothing without its cards: it may be written, and is when one of them is.
            assert.ok(is === may || (id.startsWith('group/') && !is), `${id} ${level} in ${place}`);
          }
        }
      }),
      { numRuns: runs(40), seed: 42 },
    );
  });
});
