import assert from 'node:assert/strict';
import fc from 'fast-check';
import { limits } from '../../../../src/retro/limits.js';
import { fromBase64, toBase64 } from '../../../../src/retro/sealing/bytes.js';
import { type Content, contentSize, packed, unpacked } from '../../../../src/retro/sealing/content.js';
import type { Purpose } from '../../../../src/retro/sealing/messages.js';
import { anyText } from '../../anyText.js';
import { runs } from '../../runs.js';

const settings = { numRuns: runs(30), seed: 7 };

const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
const text = fc.oneof(
  fc.string({ maxLength: limits.text }),
  anyText({ maxLength: limits.text / 2 }),
  fc.constant('語'.repeat(limits.text)),
  fc.constant('\ud83d'.repeat(limits.text)),
);
const place = fc.integer({ min: 0, max: 49 });
const contents: Readonly<Record<string, fc.Arbitrary<Content>>> = {
  cards: fc.oneof(
    fc.constant<Content>({ kind: 'blank' }),
    fc.constant<Content>({ kind: 'more' }),
    fc.record({ kind: fc.constant('card' as const), prompt: place, text, key }),
    fc.record({
      kind: fc.constant('card' as const),
      prompt: place,
      text,
      key,
      alias: fc.string({ minLength: 1, maxLength: 80 }),
    }),
  ),
  amend: fc.record({
    kind: fc.constant('amend' as const),
    change: fc.constantFrom('edit' as const, 'withdraw' as const, 'answer' as const),
    text,
    key,
    signature: fc.uint8Array({ minLength: 64, maxLength: 64 }),
  }),
  vote: fc
    .array(
      fc.tuple(
        fc.integer({ min: 0, max: limits.cards + limits.groups }),
        fc.integer({ min: 1, max: limits.votesBudget }),
      ),
      { maxLength: limits.votesBudget },
    )
    .map((votes) => ({ kind: 'votes' as const, votes })),
  'ballot/dials': fc
    .array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 2 })
    .map((answers) => ({ kind: 'answers' as const, answers })),
};

describe('Bytes', () => {
  const strange = ['AB', 'A', 'A=', 'A+', 'é', 'A A', 'AAA\n', 'AA==', 'AAAB=', 'AA/A'];
  const written = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

  /** With nothing of the platform's own but what is given. */
  function onPlatform<T>(own: { readonly Buffer?: unknown; readonly fromBase64?: unknown }, run: () => T): T {
    const before = { Buffer: globalThis.Buffer, fromBase64: Reflect.get(Uint8Array, 'fromBase64') };
    Object.assign(globalThis, { Buffer: own.Buffer });
    Object.assign(Uint8Array, { fromBase64: own.fromBase64 });
    try {
      return run();
    } finally {
      Object.assign(globalThis, { Buffer: before.Buffer });
      Object.assign(Uint8Array, { fromBase64: before.fromBase64 });
    }
  }

  /** As browsers have it: white space and padding are overlooked. */
  function loose(text: string): Uint8Array {
    const read = Buffer.from(text.replaceAll(/[\s=]/g, ''), 'base64url');
    return new Uint8Array(read);
  }

  it('travel as base64url, and in one way only, whatever the platform brings', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const sent = written(bytes);
        for (const own of [{}, { Buffer }, { Buffer, fromBase64: loose }]) {
          const [text, back, part] = onPlatform(own, () => [
            toBase64(bytes),
            fromBase64(sent),
            toBase64(bytes.subarray(1)),
          ]);
          assert.deepEqual([text, part], [sent, written(bytes.subarray(1))]);
          assert.deepEqual(new Uint8Array(back ?? []), bytes);
        }
      }),
      settings,
    );
    for (const own of [{}, { Buffer }, { Buffer, fromBase64: loose }]) {
      const read = onPlatform(own, () => strange.map(fromBase64));
      assert.deepEqual(read, Array(strange.length).fill(undefined));
    }
  });
});

describe('What is in an envelope', () => {
  for (const [purpose, content] of Object.entries(contents)) {
    it(`has one size and comes out as it went in: ${purpose}`, () => {
      fc.assert(
        fc.property(content, (one) => {
          const bytes = packed(one, purpose as Purpose);
          assert.equal(bytes.length, contentSize(purpose as Purpose));
          assert.deepEqual(unpacked(bytes), { ...one });
        }),
        settings,
      );
    });
  }

  it('is nothing when it is spoiled, and breaks nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        unpacked(bytes);
      }),
      settings,
    );
    assert.equal(unpacked(new Uint8Array([9])), undefined);
  });
});
