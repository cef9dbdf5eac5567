import assert from 'node:assert/strict';
import { ring, ringLength, seats, shortName, turnLength } from '../../../src/panel/parts/ringGeometry.js';

describe('the ring', () => {
  it('begins at the top and goes clockwise', () => {
    const [top, right, bottom, left] = seats(4);
    assert.ok(top && right && bottom && left);
    assert.ok(top.y < right.y && right.y < bottom.y);
    assert.ok(right.x > left.x);
    assert.deepEqual([top.anchor, right.anchor, bottom.anchor, left.anchor], ['middle', 'start', 'middle', 'end']);
  });

  it('keeps every seat inside the picture, for one person and for two hundred', () => {
    for (const count of [1, 2, 7, 200]) {
      const all = seats(count);
      assert.equal(all.length, count);
      assert.ok(all.every(({ x, y }) => x > 0 && y > 0 && x < ring.width && y < ring.height));
    }
  });

  it('draws the turn from the top to the speaker', () => {
    assert.equal(turnLength(0, 8), 0);
    assert.equal(turnLength(4, 8), ringLength / 2);
    assert.equal(turnLength(0, 0), 0);
  });

  it('shortens names by letters, not by halves of them', () => {
    assert.equal(shortName('Noor'), 'Noor');
    assert.equal(shortName('👩‍🚀 Wilhelmine Auguste', 5).endsWith('…'), true);
  });
});
