import assert from 'node:assert/strict';
import fc from 'fast-check';
import { matchesGlob } from '../../../src/tone/team/glob.js';
import { readTeamTone } from '../../../src/tone/team/teamTone.js';
import { allowPhrase, switchRule } from '../../../src/tone/team/teamToneEdit.js';
import { anyText } from '../anyText.js';
import { runs } from '../runs.js';

describe('The team file', () => {
  it('never throws', () => {
    const line = fc.constantFrom(
      'allow:',
      'rules:',
      '  - a',
      '  x: off',
      'phrases:',
      '  - phrase: b',
      ': ',
      '- ',
      '{',
      '[',
      '&a',
      '*a',
      '"',
      "'",
      '? ',
      '!!x ',
      '<<: *a',
      '\t',
      '%YAML',
      '---',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const source = lines.join('\n');
        for (const { range } of readTeamTone(source).problems) {
          assert.ok(range.start >= 0 && range.start <= range.end && range.end <= source.length + 1);
        }
        allowPhrase(source, 'a phrase');
        switchRule(source, 'absolute', 'off');
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('What holds for a file', () => {
  it('never breaks on a glob', () => {
    fc.assert(fc.property(anyText({ maxLength: 10 }), fc.string(), (glob, path) => void matchesGlob(path, glob)));
  });
});
