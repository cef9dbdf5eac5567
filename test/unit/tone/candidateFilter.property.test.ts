import assert from 'node:assert/strict';
import fc from 'fast-check';
import { patternIndex } from '../../../src/tone/detect/activeRules.js';
import { isPerson, matches } from '../../../src/tone/pattern/matcher.js';
import { Reading } from '../../../src/tone/pattern/reading.js';
import { corpusRows } from '../../corpus/rows.js';
import { runs } from '../runs.js';

const written = fc.constantFrom(...corpusRows().map(({ text }) => text));
const examples = fc.constantFrom(...corpusRows('rules').map(({ text }) => text));
const names = new Set(['okonkwo', 'build', 'tests']);

/** The words of some sentences, parts of them mixed, and names between them. */
const mixed = fc
  .tuple(
    fc.array(fc.oneof(written, examples), { minLength: 1, maxLength: 3 }),
    fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 3 }),
    fc.array(fc.tuple(fc.nat(40), fc.constantFrom('@bob', 'Bob', 'okonkwo', 'Zed', ',', 'not')), { maxLength: 2 }),
  )
  .map(([sentences, moves, names]) => {
    const words = sentences.join(' ').split(' ');
    for (const [from, to] of moves) {
      words.splice(to % words.length, 0, ...words.splice(from % words.length, 3));
    }
    for (const [at, name] of names) {
      words.splice(at % (words.length + 1), 0, name);
    }
    return words.join(' ');
  });

describe('The filter of candidates', () => {
  it('loses no pattern that matches', () => {
    const { filter, owners } = patternIndex();
    fc.assert(
      fc.property(mixed, fc.boolean(), fc.constantFrom(names, new Set<string>()), (text, namesAnyone, people) => {
        const reading = new Reading(text, text, people, new Set(), namesAnyone);
        const hasPerson = reading.tokens.some((_, at) => isPerson(reading, at));
        const candidates = new Set(filter.candidates(reading.tokens, hasPerson));
        const lost = owners.filter(
          ([, pattern], number) => !candidates.has(number) && matches(pattern, reading).length > 0,
        );
        assert.deepEqual(
          lost.map(([, { source }]) => source),
          [],
        );
      }),
      { numRuns: runs(60) },
    );
  });

  it('leaves few patterns to try', () => {
    const { filter, owners } = patternIndex();
    const rows = corpusRows('everyday').slice(0, 300);
    const tried = rows.reduce((sum, { text }) => {
      const reading = new Reading(text, text, new Set(), new Set());
      return sum + filter.candidates(reading.tokens, false).length;
    }, 0);
    assert.ok(tried / rows.length < owners.length / 4, `${tried / rows.length} of ${owners.length}`);
  });
});
