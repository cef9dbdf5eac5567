import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyPatch, DiffMemo, diff, PatchError } from '../../../src/protocol/patch.js';
import { longestRising } from '../../../src/protocol/rising.js';
import { runs } from '../runs.js';

const scalar = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom('', 'a', 'b'),
  fc.boolean(),
  fc.constant(null),
);
const key = fc.constantFrom('a', 'b', 'id', '__proto__', 'constructor', 'toString', '0');

/** Plain data with the names that objects bring along, and lists of things that share ids. */
const { value } = fc.letrec<{ value: unknown; thing: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    scalar,
    fc.array(tie('value'), { maxLength: 5 }),
    fc.uniqueArray(tie('thing'), { selector: (one) => JSON.stringify(one).slice(0, 12), maxLength: 6 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
  thing: fc.record(
    { id: fc.constantFrom('p', 'q', 'r', 's', 't', 'u'), text: scalar, more: tie('value') },
    { noNullPrototype: true },
  ),
}));

const sent = (patch: unknown): unknown => JSON.parse(JSON.stringify(patch));

describe('a patch', () => {
  it('leads from one value to the other, also when it crossed a line', () => {
    fc.assert(
      fc.property(value, value, (before, after) => {
        const patch = diff(before, after);
        if (patch === undefined) {
          assert.deepEqual(before, after);
        } else {
          assert.deepEqual(applyPatch(sent(before), sent(patch)), after);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('is the same with a memory of what was compared before', () => {
    fc.assert(
      fc.property(value, value, (before, after) => {
        const memo = new DiffMemo();
        diff(before, after, memo);
        assert.deepEqual(diff(before, after, memo), diff(before, after));
      }),
    );
  });

  it('is the same text where parts of it were written for others', () => {
    fc.assert(
      fc.property(value, value, value, (shared, before, after) => {
        const memo = new DiffMemo();
        for (const more of [1, 2]) {
          const patch = diff({ shared: [0], before }, { shared: [shared], before: after, more }, memo);
          assert.ok(patch);
          assert.equal(memo.text(patch), JSON.stringify(patch));
        }
      }),
      { numRuns: runs(100) },
    );
  });

  it('is nothing between equal values that are not the same object', () => {
    fc.assert(fc.property(value, (one) => assert.equal(diff(one, structuredClone(one)), undefined)));
  });

  it('names what moved, and sends it again in no case', () => {
    const things = Array.from({ length: 50 }, (_, index) => ({ id: `t${index}`, text: 'a long text '.repeat(10) }));
    fc.assert(
      fc.property(fc.shuffledSubarray(things, { minLength: 1 }), (after) => {
        const patch = diff(things, after);
        assert.ok(patch === undefined || !JSON.stringify(patch).includes('long text'));
        assert.deepEqual(patch === undefined ? things : applyPatch(things, patch), after);
      }),
    );
  });

  it('that does not fit, or is none, is refused with one kind of error', () => {
    fc.assert(
      fc.property(
        value,
        fc.oneof(value, fc.tuple(fc.constantFrom('o', 'k', 's', '='), value, value, value)),
        (before, patch) => {
          try {
            applyPatch(before, patch);
          } catch (error) {
            assert.ok(error instanceof PatchError, String(error));
          }
        },
      ),
      { numRuns: runs(300) },
    );
    const loop = [
      'k',
      [],
      [],
      [
        ['b', { id: 'a' }],
        ['a', { id: 'b' }],
      ],
    ];
    assert.throws(() => applyPatch([{ id: 'c' }], loop), PatchError);
  });
});

describe('the longest rising sequence', () => {
  it('rises, and is as long as any', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(20), { maxLength: 9 }), (numbers) => {
        const places = [...longestRising(numbers)].toSorted((one, other) => one - other);
        const picked = places.map((place) => numbers[place] ?? 0);
        assert.deepEqual(
          picked,
          picked.toSorted((one, other) => one - other),
        );
        assert.equal(picked.length, longest(numbers));
      }),
    );
  });
});

function longest(numbers: readonly number[]): number {
  const ending = numbers.map(() => 1);
  numbers.forEach((number, place) => {
    for (let before = 0; before < place; before += 1) {
      if ((numbers[before] ?? 0) < number) {
        ending[place] = Math.max(ending[place] ?? 1, (ending[before] ?? 1) + 1);
      }
    }
  });
  return Math.max(0, ...ending);
}
