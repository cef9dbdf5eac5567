import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parsedMasks } from '../../../src/tone/prose/markdown/markdownInline.js';
import { plainInlineMasks } from '../../../src/tone/prose/markdown/plainInline.js';
import { maskedText } from '../../../src/tone/prose/masking.js';
import { runs } from '../runs.js';

/** What a paragraph without addresses is made of. */
const piece = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('word', 'a', 'Ü', ' ', ' ', ' ', '\nand', '.', ',', '(', ')', '"', '2', '\u00a0'),
  },
  fc.constantFrom(
    '*',
    '**',
    '***',
    '_',
    '__',
    '~',
    '~~',
    '`',
    '``',
    '[',
    ']',
    '[b]',
    '(c)',
    '[^1]',
    '!',
    ':',
    '\\',
    '|',
  ),
  fc.constantFrom('<b>', '</b>', '<br/>', '<a b>', '<a b="c">', '<', '>', '<!-- x -->', '&amp;', '&', '#', '<String>'),
  fc.constantFrom('*a*', '**a b**', '_a_', '__a__', ' *a* ', ' **a b** ', ' _a `b`_ ', ' *a [b] c*, ', 'a_b'),
);
const paragraph = fc
  .array(piece, { minLength: 1, maxLength: 14 })
  .map((pieces) => `x ${pieces.join('').replace(/\n\s*(?=\n)/g, '')}`)
  .filter((text) => !/\[\s*\]/.test(text));

function read(text: string, masks: readonly number[]): string {
  return maskedText(text, { start: 0, end: text.length, masks });
}

describe('A paragraph that is read by hand', () => {
  it('reads as the parser has it', () => {
    fc.assert(
      fc.property(paragraph, (text) => {
        const masks = plainInlineMasks(text, 0, text.length, 0);
        if (masks !== undefined) {
          assert.equal(read(text, masks), read(text, parsedMasks({ text, from: 0, to: text.length, own: [] }, [])));
        }
      }),
      { numRuns: runs(500) },
    );
  });
});
