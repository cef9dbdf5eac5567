import assert from 'node:assert/strict';
import { limits } from '../../../src/retro/limits.js';
import type { RetroState } from '../../../src/retro/model.js';
import { startRetro } from '../../../src/retro/start.js';
import { BoardShare } from '../../../src/room/boardShare.js';
import { roomSetup } from './people.js';

const cards = Array.from({ length: limits.cards }, (_, index) => `c${index}`);
const empty = startRetro(roomSetup());
const grouped = (...groups: readonly (readonly string[])[]): RetroState => ({
  ...empty,
  groups: groups.map((some, index) => ({ id: `g${index}`, name: 'x', cards: some })),
});
const person = (id: string) => ({ kind: 'participant', id }) as const;

describe('The share of the board that one person moves', () => {
  it('is all of it a few times at once, and then again after a while; others have shares of their own', () => {
    let now = 0;
    const share = new BoardShare(() => now);
    const all = grouped(cards);
    const moves = () => share.allows(person('sam'), empty, all);
    assert.deepEqual([moves(), moves(), moves(), moves()], [true, true, true, false]);
    assert.ok(share.allows(person('ines'), empty, all));
    // What was refused uses up nothing.
    for (let count = 0; count < 100; count += 1) {
      moves();
    }
    now += 2000;
    assert.deepEqual([moves(), moves()], [true, false]);
  });

  it('is used up by cards that change their group alone', () => {
    const share = new BoardShare(() => 0);
    const sam = person('sam');
    const [one = '', two = '', ...rest] = cards;
    const before = grouped([one, two], rest);
    const after = grouped([one], [...rest, two]);
    for (let count = 0; count < 100; count += 1) {
      assert.ok(share.allows(sam, before, after));
      assert.ok(share.allows(sam, after, before));
      assert.ok(share.allows(sam, before, { ...before, groups: before.groups.map((group) => ({ ...group })) }));
    }
    // 200 of 6,000 are used up.
    const used = [1, 2, 3].map(() => share.allows(sam, empty, before));
    assert.deepEqual(used, [true, true, false]);
  });

  it('is nothing that the hub itself or the sealed rounds use', () => {
    const share = new BoardShare(() => 0);
    for (let count = 0; count < 10; count += 1) {
      assert.ok(share.allows({ kind: 'hub' }, empty, grouped(cards)));
    }
  });
});
