import assert from 'node:assert/strict';
import { carryOver, findingAt, selectionAfter } from '../../../src/panel/parts/marks.js';
import { finding } from './someFinding.js';

describe('marks', () => {
  it('finds what is under the caret, else the one before, else the first', () => {
    const all = [finding(2, 5), finding(10, 12)];
    assert.equal(findingAt(all, 4), all[0]);
    assert.equal(findingAt(all, 8), all[0]);
    assert.equal(findingAt(all, 20), all[1]);
    assert.equal(findingAt(all, 0), all[0]);
    assert.equal(findingAt([], 0), undefined);
  });

  it('moves findings along with typing before them, and drops the one that was touched', () => {
    const found = [finding(4, 9)];
    assert.deepEqual(carryOver(found, 'and you never', 'so and you never')[0]?.range, { start: 7, end: 12 });
    assert.deepEqual(carryOver(found, 'and you n', 'and you n ...')[0]?.range, undefined);
    assert.deepEqual(carryOver(found, 'and you never', 'and you never say')[0]?.range, { start: 4, end: 9 });
    assert.deepEqual(carryOver(found, 'and you never', 'and yu never'), []);
  });

  it('selects the first blank of a rewrite', () => {
    const range = { start: 3, end: 9 };
    assert.deepEqual(selectionAfter({ label: '', range, newText: 'I felt [how?] when' }), { start: 10, end: 16 });
    assert.deepEqual(selectionAfter({ label: '', range, newText: 'fine' }), { start: 7, end: 7 });
  });
});
