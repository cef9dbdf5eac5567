import assert from 'node:assert/strict';
import { cueTableOf } from '../../../src/tone/detect/cueTable.js';
import { cueTables } from '../../../src/tone/detect/cueTables.js';
import { Pattern } from '../../../src/tone/pattern/pattern.js';
import { ruleSet } from '../../../src/tone/rules/ruleSet.js';
import { signs } from '../../../src/tone/detect/signList.js';
import { wordWeights } from '../../../src/tone/detect/wordWeights.js';

const compiled = (texts: readonly string[]) => texts.map((text) => new Pattern(text));

describe('The scan for cues', () => {
  it('goes by a table that the bundle holds and that is the one of the rules', () => {
    const { rules, signs: ofSigns } = cueTables();
    assert.deepEqual(rules, cueTableOf(compiled(ruleSet.flatMap(({ match }) => match)), wordWeights()));
    assert.deepEqual(ofSigns, cueTableOf(compiled(signs.flatMap(({ match = [] }) => match)), new Map()));
  });
});
