import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyPatch, DiffMemo, diff } from '../../../src/protocol/patch.js';
import { apply } from '../../../src/retro/apply.js';
import type { RetroState } from '../../../src/retro/model.js';
import { startRetro } from '../../../src/retro/start.js';
import { view } from '../../../src/retro/view.js';
import type { RetroView } from '../../../src/retro/viewModel.js';
import { choices, played } from '../retro/anyEvent.js';
import { setup } from '../retro/room.js';
import { runs } from '../runs.js';

const stamp = { at: 5000, seed: 'a seed of the test' } as const;

const seenBy = (state: RetroState, id: string): RetroView => view(state, { kind: 'participant', id });

describe('patches of views', () => {
  it('keep everyone at the same view as the hub, through whole random retros', () => {
    fc.assert(
      fc.property(choices(60), (moves) => {
        let state = startRetro(setup(5, { mode: 'room' }));
        const people = state.participants.map((person) => person.id);
        const shown = new Map<string, unknown>(people.map((id) => [id, seenBy(state, id)]));
        moves.forEach((move, count) => {
          const { actor, event } = played(state, move, count);
          const before = state;
          state = apply(state, event, { ...stamp, actor }).state;
          const memo = new DiffMemo();
          for (const id of before === state ? [] : people) {
            const patch = diff(seenBy(before, id), seenBy(state, id), memo);
            const sent: unknown = patch === undefined ? undefined : JSON.parse(JSON.stringify(patch));
            shown.set(id, sent === undefined ? shown.get(id) : applyPatch(shown.get(id), sent));
          }
        });
        for (const id of people) {
          assert.deepEqual(shown.get(id), JSON.parse(JSON.stringify(seenBy(state, id))));
        }
      }),
      { numRuns: runs(8), seed: 42 },
    );
  });
});
