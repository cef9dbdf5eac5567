import assert from 'node:assert/strict';
import { loudnessOf } from '../../../../src/editor/tone/loudness.js';
import type { Finding } from '../../../../src/tone/finding.js';

function finding(rule: string, level: Finding['level'], more: Pick<Finding, 'modelOnly' | 'sure'> = {}): Finding {
  return { rule, level, range: { start: 0, end: 1 }, text: 'a', message: '', evidence: [], suggestions: [], ...more };
}

describe('How loud a finding is told', () => {
  const modelOnly = { modelOnly: true } as const;
  const cases: readonly (readonly [Finding, string])[] = [
    [finding('absolute/you-always', 'default'), 'Warning'],
    [finding('sarcasm/retort', 'default'), 'Information'],
    [finding('absolute/you-always', 'gentle'), 'Hint'],
    [finding('minimiser/just', 'opt-in'), 'Hint'],
    [finding('absolute/you-always', 'default', modelOnly), 'Hint'],
    [finding('quarrel/many-signs', 'default', { ...modelOnly, sure: true }), 'Information'],
    [finding('absolute/you-always', 'gentle', modelOnly), 'Hint'],
  ];
  for (const [given, loudness] of cases) {
    const by = given.modelOnly ? ' that only the score found' : '';
    it(`${given.rule} at ${given.level}${by}: ${loudness}`, () => assert.equal(loudnessOf(given), loudness));
  }
});
