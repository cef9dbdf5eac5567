import assert from 'node:assert/strict';
import fc from 'fast-check';
import { piecesOf } from '../../../../src/editor/tone/fixes.js';

describe('piecesOf', () => {
  it('gives the whole text back, piece by piece', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        assert.equal(
          piecesOf(text)
            .map((piece) => ('ask' in piece ? piece.ask : piece.text))
            .join(''),
          text,
        );
      }),
    );
  });
});
