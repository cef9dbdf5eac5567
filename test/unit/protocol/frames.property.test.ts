import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FrameReader, toFrames } from '../../../src/protocol/frames.js';
import { roomLimits } from '../../../src/protocol/roomMessages.js';
import { runs } from '../runs.js';

describe('frames', () => {
  it('carry any message, whole or in pieces, and never half a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '\u0000', 'é', '𝄞', '"'), maxLength: 12 }),
        fc.integer({ min: 1, max: 90_000 }),
        (text, times) => {
          const message = { text: text.repeat(Math.min(times, 200_000 / Math.max(1, text.length))) };
          const frames = toFrames(message);
          assert.ok(frames.every((frame) => frame.length <= roomLimits.frame && frame.isWellFormed()));
          const reader = new FrameReader(() => roomLimits.messageAfter);
          const taken = frames.map((frame) => reader.take(frame));
          const last = taken.pop();
          assert.ok(taken.every((one) => one === 'more') && typeof last === 'object');
          assert.ok(last.text === JSON.stringify(message));
        },
      ),
      { numRuns: runs(5) },
    );
  });
});
