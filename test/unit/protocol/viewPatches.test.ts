import assert from 'node:assert/strict';
import { diff } from '../../../src/protocol/patch.js';
import { ViewKeeper } from '../../../src/protocol/viewKeeper.js';
import { apply } from '../../../src/retro/apply.js';
import type { RetroEvent } from '../../../src/retro/event.js';
import type { RetroState } from '../../../src/retro/model.js';
import { startRetro } from '../../../src/retro/start.js';
import { view } from '../../../src/retro/view.js';
import type { RetroView } from '../../../src/retro/viewModel.js';
import { setup } from '../retro/room.js';

const stamp = { at: 5000, seed: 'a seed of the test' } as const;

/** A room with so many cards on the board. */
function board(size: number, step: string): RetroState {
  const cards = Array.from({ length: size }, (_, index) => ({
    id: `b${index}`,
    prompt: 'start',
    text: `Card ${index}`,
  }));
  const state = startRetro(setup(8, { mode: 'room', board: { cards, groups: [] } }));
  return play(state, { type: 'step/goTo', step });
}

function play(state: RetroState, event: RetroEvent, from = 'noor'): RetroState {
  const result = apply(state, event, { ...stamp, actor: { kind: 'participant', id: from } });
  assert.equal(result.refused, undefined, JSON.stringify(event));
  return result.state;
}

const seenBy = (state: RetroState, id: string): RetroView => view(state, { kind: 'participant', id });

function bytes(before: RetroState, after: RetroState, viewer = 'sam'): number {
  return JSON.stringify(diff(seenBy(before, viewer), seenBy(after, viewer)) ?? null).length;
}

describe('patches of views', () => {
  const acts: readonly { readonly step: string; readonly event: RetroEvent }[] = [
    { step: 'arrive', event: { type: 'arrive/word', word: 'curious' } },
    { step: 'norms', event: { type: 'norm/add', id: 'n1', text: 'Ask before you fix.' } },
    { step: 'write', event: { type: 'request/longer' } },
    { step: 'circle', event: { type: 'circle/read' } },
    { step: 'group', event: { type: 'group/make', id: 'g1', name: 'Releases', cards: ['b1', 'b2'] } },
    { step: 'group', event: { type: 'card/ask', id: 'b3', question: 'What would help?' } },
    { step: 'talk', event: { type: 'talk/start', topic: 'b4', purpose: 'heard' } },
    {
      step: 'commit',
      event: { type: 'commitment/add', id: '8a0b1c2d', when: 'it is red', will: 'say so', team: true },
    },
    { step: 'close', event: { type: 'save/lower', item: 'card/b5', level: 'room' } },
  ];
  for (const { step, event } of acts) {
    it(`are as small on a board of 2,000 cards as on one of 20: ${event.type}`, () => {
      const sizes = [20, 2000].map((size) => {
        const before = board(size, step);
        return bytes(before, play(before, event));
      });
      const [small = 0, large = 0] = sizes;
      assert.ok(large <= small + 20 && large < 700, `${small} and ${large} bytes`);
    });
  }
});

describe('a kept view', () => {
  const numbered = (version: number, word: string) => {
    const state = play(board(3, 'arrive'), { type: 'arrive/word', word }, 'sam');
    return { version, view: seenBy(state, 'sam'), sentAt: 1 };
  };
  const change = (base: number, version: number, from: string, to: string) => {
    const patch = diff(numbered(base, from).view, numbered(version, to).view);
    return { version, base, patch, sentAt: 2 };
  };

  function keeper() {
    const shown: string[] = [];
    let asked = 0;
    const one = new ViewKeeper(
      (now) => shown.push(now.words.sam ?? ''),
      () => {
        asked += 1;
      },
    );
    return { one, shown, asked: () => asked };
  }

  it('follows the changes, and asks for everything after a gap', () => {
    const { one, shown, asked } = keeper();
    one.take(numbered(1, 'a'));
    one.change(change(1, 2, 'a', 'b'));
    one.change(change(3, 4, 'c', 'd'));
    assert.equal(asked(), 1);
    one.change(change(4, 5, 'd', 'e'));
    one.take(numbered(4, 'd'));
    assert.deepEqual(shown, ['a', 'b', 'e']);
    assert.equal(asked(), 1);
  });

  it('asks when a beat tells of something that never came', () => {
    const { one, asked } = keeper();
    one.beat(3);
    one.take(numbered(1, 'a'));
    one.beat(1);
    assert.equal(asked(), 0);
    one.beat(2);
    one.beat(2);
    assert.equal(asked(), 1);
    one.failed();
    one.beat(2);
    assert.equal(asked(), 2);
  });

  it('is not led astray by a patch that does not fit', () => {
    const { one, shown, asked } = keeper();
    one.take(numbered(1, 'a'));
    one.change({ version: 2, base: 1, patch: ['k', [], [], []], sentAt: 2 });
    one.change({ version: 2, base: 1, patch: ['=', 'nothing'], sentAt: 2 });
    assert.equal(asked(), 1);
    one.take(numbered(2, 'b'));
    assert.deepEqual(shown, ['a', 'b']);
  });
});
