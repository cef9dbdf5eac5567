import assert from 'node:assert/strict';
import { cueTableOf } from '../../../src/tone/cueTable.js';
import { cueTables } from '../../../src/tone/cueTables.js';
import { Pattern } from '../../../src/tone/pattern.js';
import { ruleSet } from '../../../src/tone/ruleSet.js';
import { signs } from '../../../src/tone/signList.js';
import { wordWeights } from '../../../src/tone/wordWeights.js';

const compiled = (texts: readonly string[]) => texts.map((text) => new Pattern(text));

describe('The scan for cues', () => {
  it('goes by a table that the bundle holds and that is the one of the rules', () => {
    const { rules, signs: ofSigns } = cueTables();
    assert.deepEqual(rules, cueTableOf(compiled(ruleSet.flatMap(({ match }) => match)), wordWeights()));
    assert.deepEqual(ofSigns, cueTableOf(compiled(signs.flatMap(({ match = [] }) => match)), new Map()));
  });
});
