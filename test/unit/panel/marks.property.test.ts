import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pieces } from '../../../src/panel/parts/marks.js';
import { finding } from './someFinding.js';

describe('marks', () => {
  it('cuts a text at its findings, and loses nothing of it', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.tuple(fc.nat(40), fc.nat(40))), (text, ranges) => {
        const all = pieces(
          text,
          ranges.map(([a, b]) => finding(Math.min(a, b), Math.max(a, b))),
        );
        assert.equal(all.map((piece) => piece.text).join(''), text);
        assert.ok(all.every((piece) => piece.text !== ''));
      }),
    );
  });
});
