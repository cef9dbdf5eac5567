import assert from 'node:assert/strict';
import { MisuseError, readArguments } from '../../../src/shell/toneArguments.js';
import { languageOf } from '../../../src/shell/toneLanguages.js';
import { placesIn } from '../../../src/shell/tonePlaces.js';
import { report } from '../../../src/shell/toneReport.js';
import { ToneChecker } from '../../../src/tone/checker.js';
import { stubEngine } from '../tone/stubEngine.js';

const text = '# Notes\r\n\r\n🙂 You always break it.\n';
const findings = new ToneChecker(stubEngine()).check(text, 'markdown');
const checked = [
  { file: 'docs/a b.md', text, findings },
  { file: 'c.md', text: '', findings: [] },
];

describe('The report of the shell command', () => {
  it('names place, words, rule and other words', () => {
    assert.equal(
      report(checked, 'text', '1.0.0'),
      'docs/a b.md:3:4: May read as blame. “You always” [absolute/you-always]\n    Leave it out: Could we?\n',
    );
  });

  it('is JSON with offsets and places', () => {
    const [first, second] = JSON.parse(report(checked, 'json', '1.0.0'));
    assert.deepEqual(second, { file: 'c.md', findings: [] });
    const { start, end, line, column, rule, rewrites } = first.findings[0];
    assert.deepEqual([text.slice(start, end), line, column, rule], ['You always', 3, 4, 'absolute/you-always']);
    assert.equal(text.slice(rewrites[0].start, rewrites[0].end), '🙂 You always break it.');
  });

  it('is SARIF 2.1.0, with regions and fixes', () => {
    const { version, runs } = JSON.parse(report(checked, 'sarif', '1.0.0'));
    const [run] = runs;
    assert.deepEqual(
      [version, run.tool.driver.name, run.tool.driver.version, run.columnKind],
      ['2.1.0', 'Common Ground', '1.0.0', 'utf16CodeUnits'],
    );
    const [result] = run.results;
    const { artifactLocation, region } = result.locations[0].physicalLocation;
    assert.deepEqual(
      [result.ruleId, result.level, artifactLocation.uri],
      ['absolute/you-always', 'warning', 'docs/a%20b.md'],
    );
    assert.deepEqual([region.startLine, region.startColumn, region.endLine, region.endColumn], [3, 4, 3, 14]);
    assert.equal(text.slice(region.charOffset, region.charOffset + region.charLength), 'You always');
    assert.equal(result.fixes[0].artifactChanges[0].replacements[0].insertedContent.text, 'Could we?');
  });
});

describe('Places', () => {
  it('count lines of every kind and columns from 1', () => {
    const placeOf = placesIn('a\r\nb\rc\nd');
    assert.deepEqual([0, 3, 5, 7, 8].map(placeOf), [
      { line: 1, column: 1 },
      { line: 2, column: 1 },
      { line: 3, column: 1 },
      { line: 4, column: 1 },
      { line: 4, column: 2 },
    ]);
  });
});

describe('The command line', () => {
  it('is gentle and plain if nothing is said', () => {
    const { level, format, files } = readArguments(['a.md', '-']);
    assert.deepEqual([level, format, files], ['gentle', 'text', ['a.md', '-']]);
  });

  for (const args of [
    [],
    ['--level', 'loud', 'a'],
    ['--format', 'xml', 'a'],
    ['--nope'],
    ['--jsonl', 'a'],
    ['--config'],
  ]) {
    it(`is not understood: ${args.join(' ') || 'nothing'}`, () => {
      assert.throws(() => readArguments(args), MisuseError);
    });
  }

  it('reads files by their names', () => {
    assert.deepEqual(['a.MD', 'x/COMMIT_EDITMSG', 'a.py', 'notes', 'a.tsx'].map(languageOf), [
      'markdown',
      'git-commit',
      'python',
      'plaintext',
      'typescriptreact',
    ]);
  });
});
