import assert from 'node:assert/strict';
import fc from 'fast-check';
import { loadParser } from '../../../src/tone/language/parser.js';
import { Reading } from '../../../src/tone/pattern/reading.js';
import { ruleSet } from '../../../src/tone/rules/ruleSet.js';
import { weigh } from '../../../src/tone/detect/signs.js';
import { runs } from '../runs.js';

const words = ruleSet.flatMap(({ flags, passes }) => [...flags, ...passes]).flatMap((text) => text.split(' '));
const sentence = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...words) },
      fc.constantFrom('you', 'your', 'they', 'not', 'api', '\uE000', '5', ':)', 'WHY NOT', '!!', '?'),
    ),
    { minLength: 1, maxLength: 25 },
  )
  .map((parts) => parts.join(' '));
const none = new Set<string>();

describe('The sum of weak signs', () => {
  before(loadParser);

  it('comes to what is asked for, or does not, however soon that is known', () => {
    fc.assert(
      fc.property(sentence, fc.double({ min: -3, max: 4, noNaN: true }), (text, least) => {
        const whole = weigh(new Reading(text, text, none, none));
        const asked = weigh(new Reading(text, text, none, none), least);
        assert.equal(asked.sum >= least, whole.sum >= least);
        if (whole.sum >= least) {
          assert.deepEqual(asked, whole);
        }
      }),
      { numRuns: runs(200) },
    );
  });
});
