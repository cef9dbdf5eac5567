import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import { apply } from '../../../src/retro/apply.js';
import { saveItems } from '../../../src/retro/confidentiality.js';
import { eventSchema, eventTypes } from '../../../src/retro/eventSchema.js';
import { brokenInvariants } from '../../../src/retro/invariants.js';
import { outcome } from '../../../src/retro/minutes.js';
import { loadState, saveState } from '../../../src/retro/snapshot.js';
import { view } from '../../../src/retro/view.js';
import { withoutAshes } from '../../../src/retro/withoutAshes.js';
import { runs } from '../runs.js';
import { begin, finished, play, someRun } from './anyRun.js';

/** The rule of the house, written out here so that a change of the constant is noticed. */
const fewestAnswers = 4;

const settings = { numRuns: runs(20), seed: 42 };

describe('Any sequence of events', () => {
  it('keeps to what is true of every state; nearly every kind of event is taken somewhere', () => {
    const taken = new Set<string>();
    fc.assert(
      fc.property(someRun(100), (run) => {
        const { state, log } = play(run, (now) => assert.deepEqual(brokenInvariants(now), []));
        for (const { event } of log.filter((one) => one.taken)) {
          taken.add(event.type);
        }
        const saved = withoutAshes(state);
        assert.deepEqual(loadState(saveState(state)), { ...saved, groupsBefore: saved.groupsBefore.slice(-5) });
      }),
      { ...settings, numRuns: runs(300) },
    );
    const rare = eventTypes.filter((type) => !taken.has(type));
    assert.ok(rare.length <= 3, `never taken: ${rare.join(', ')}`);
  });

  it('is made of events that the schema takes', () => {
    fc.assert(
      fc.property(someRun(40), (run) => {
        for (const { event } of play(run).log) {
          assert.ok(v.is(eventSchema, event), JSON.stringify(event));
        }
      }),
      { ...settings, numRuns: runs(10) },
    );
  });

  it('gives the same state when it is played again', () => {
    fc.assert(
      fc.property(someRun(80), (run) => {
        const { state, log } = play(run);
        const again = log.reduce((before, { event, stamp }) => apply(before, event, stamp).state, begin(run));
        assert.deepEqual(again, state);
      }),
      settings,
    );
  });

  it('never shows what is sealed, nor answers of fewer than four', () => {
    fc.assert(
      fc.property(someRun(80), (run) => {
        play(run, (state) => {
          const viewers = [{ kind: 'screen' } as const, { kind: 'participant', id: 'pid-0' } as const];
          for (const seen of viewers.map((viewer) => view(state, viewer))) {
            const bytes = JSON.stringify(seen);
            assert.ok(state.sealed.pool.every((card) => !bytes.includes(card.text)));
            assert.ok(
              seen.vote.totals === undefined || (seen.vote.status === 'counted' && seen.vote.ballots >= fewestAnswers),
            );
            for (const box of Object.values(seen.boxes).filter((one) => one !== undefined)) {
              const shown = box.histograms !== undefined || box.median !== undefined;
              assert.ok(!shown || (box.status === 'counted' && box.answers >= fewestAnswers));
            }
            assert.ok(seen.vote.totals !== undefined || seen.talk.topics.every((topic) => topic.votes === undefined));
          }
        });
      }),
      settings,
    );
  });

  it('keeps no person beside an anonymous card, ballot, dial or line', () => {
    fc.assert(
      fc.property(someRun(100), (run) => {
        play({ ...run, anonymity: 'anonymous' }, (state) => {
          const { cards, sealed, boxes, vote, heard, groups, groupsBefore } = state;
          const notes = Object.values(state.talk.topics).map((topic) => topic.notes);
          const bytes = JSON.stringify([cards, sealed, boxes, vote, heard, groups, groupsBefore, notes]);
          assert.ok(!/pid-|Person|Late/.test(bytes), bytes);
        });
      }),
      settings,
    );
  });

  it('writes nothing that may not leave, and the finished state has no more than what is written', () => {
    fc.assert(
      fc.property(someRun(150), (run) => {
        const { state, log } = play(run);
        if (state.finishedAt !== undefined) {
          return;
        }
        const written = JSON.stringify(outcome(state));
        const ended = finished(state);
        for (const item of saveItems(state).filter((one) => one.level === 'ashes' || one.level === 'room')) {
          const own = item.kind === 'promise' ? [] : [item.text];
          assert.ok(
            own.every((text) => !written.includes(text) && !JSON.stringify(ended).includes(text)),
            item.id,
          );
        }
        assert.ok(state.sealed.pool.every((card) => !written.includes(card.text)));
        const repo = outcome(state).repo ?? '';
        for (const item of saveItems(state).filter((one) => one.level === 'team')) {
          assert.ok(!repo.includes(item.text), item.id);
        }
        assert.deepEqual(outcome(ended), outcome(state));
        assert.deepEqual(brokenInvariants(ended), []);
        assert.ok(log.length > 0);
      }),
      settings,
    );
  });
});
