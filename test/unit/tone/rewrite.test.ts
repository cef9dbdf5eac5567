import assert from 'node:assert/strict';
import { ToneChecker } from '../../../src/tone/checker.js';
import { languageEngine } from '../../../src/tone/detect/languageEngine.js';
import { residueOf } from '../../../src/tone/detect/suggestions.js';
import type { Suggestion } from '../../../src/tone/finding.js';
import { blanksIn } from '../../../src/tone/rewrite/blanks.js';
import { Passage } from '../../../src/tone/rewrite/passage.js';
import { ruleSet } from '../../../src/tone/rules/ruleSet.js';
import { plainSettings } from '../../../src/tone/toneSettings.js';
import { examplesOf } from '../../corpus/ruleExamples.js';
import { contextOf, everything, findings } from './languageFixtures.js';

const usual = contextOf('default', 'gentle');

function apply(text: string, { range, newText }: Suggestion): string {
  return text.slice(0, range.start) + newText + text.slice(range.end);
}

/** A Markdown text after the first suggestion of its first finding. */
function firstFix(text: string): string | undefined {
  const checker = new ToneChecker(languageEngine, { ...plainSettings, context: usual });
  const [finding] = checker.check(text, 'markdown');
  const [suggestion] = finding?.suggestions ?? [];
  return suggestion && apply(text, suggestion);
}

const cases: readonly (readonly [text: string, fixed: string])[] = [
  // The agent goes, what happened stays.
  ['You broke the nightly build with the last commit.', 'The nightly build broke with the last commit.'],
  ['You ignored my review.', 'My review was ignored.'],
  ['You keep breaking the build.', 'The build broke again.'],
  ['@kim, you always break the build.', '@kim, the build broke.'],
  ['[Kim](http://x.example) you always break the build.', '[Kim](http://x.example) the build broke again.'],
  ['Great job breaking the build again.', 'The build broke again.'],
  [
    'When you renamed the topic you never told us, so the consumers stopped.',
    'When you renamed the topic we were not told, so the consumers stopped.',
  ],
  [
    'I had to fix it **again** because you never read the docs.',
    'I had to fix it **again** because the docs were not read.',
  ],
  // What was not done is asked for.
  [
    'I like the API, but you never write tests for the error path.',
    'I like the API, but could you write tests for the error path?',
  ],
  [
    'You never write tests, see `queue_test.go` for how we do it.',
    'Could you write tests? See `queue_test.go` for how we do it.',
  ],
  [
    'You never write tests: add one for the empty list and one for the full list.',
    'Could you write tests? Add one for the empty list and one for the full list.',
  ],
  ['nit: you never write tests.', 'nit: could you write tests?'],
  [
    'You should have tested this on Windows, where paths are different.',
    'Could we test this on Windows, where paths are different?',
  ],
  ['You could have told us that the port was closed.', 'Could you tell us that the port was closed?'],
  ['You need to stop pushing to main.', 'Could you not push to main?'],
  ['How many times do I have to tell you to rebase?', 'Could you rebase?'],
  // Questions are honest.
  ['Did you even run this on a large file?', 'Was this run on a large file?'],
  ['What possessed you to put SQL in a component?', 'What was the reason for putting SQL in a component?'],
  // What accuses and says nothing else goes.
  ['Because of you we missed the release.', 'We missed the release.'],
  ['Thanks to your change, the deploy failed.', 'With the change, the deploy failed.'],
  ["Fix the leak by Friday or I'll revert your change.", 'Fix the leak by Friday.'],
  [
    "I'm not going to review 2,400 lines because you couldn't be bothered to split the PR.",
    "I'm not going to review 2,400 lines because the PR was not split.",
  ],
];

describe('The first rewrite', () => {
  for (const [text, fixed] of cases) {
    it(`makes “${fixed}” of “${text}”`, () => {
      assert.equal(firstFix(text), fixed);
    });
  }

  it('stays inside of lists, tables, headings, footnotes and emphasis', () => {
    for (const [before, after] of [
      ['- [ ] ', ''],
      ['## ', ''],
      ['[^1]: ', ''],
      ['| a | ', ' |\n|---|---|\n| b | c |'],
      ['**', '**'],
      ['1. ', '\n2. More.'],
    ] as const) {
      const text = `${before}You broke the nightly build with the last commit.${after}`;
      assert.equal(firstFix(text), `${before}The nightly build broke with the last commit.${after}`);
    }
  });

  it('is a form where only the writer knows what to say', () => {
    for (const text of ['You are lazy.', "You just don't want to admit it."]) {
      const [finding] = findings(text, usual);
      const [first, second] = finding?.suggestions ?? [];
      assert.ok(first?.deletes === true || blanksIn(first?.newText ?? '').length > 0, text);
      assert.ok(second?.deletes === true || blanksIn(second?.newText ?? '').length > 0, text);
    }
  });
});

describe('Rewrites', () => {
  it('have blanks that Markdown keeps', () => {
    for (const rule of ruleSet) {
      for (const { text } of rule.rewrite) {
        assert.doesNotMatch(text, /<[^>]*>/, text);
        assert.equal(text.split('?]').length - 1, blanksIn(text).length, text);
      }
    }
  });

  for (const rule of ruleSet) {
    it(`${rule.id}: nothing is found in what is offered, and the sentence can be taken away`, () => {
      for (const text of examplesOf(rule.id).flags) {
        for (const { level, suggestions } of findings(text, everything)) {
          assert.ok(suggestions.length <= 4);
          assert.ok(level === 'opt-in' || suggestions.some(({ deletes }) => deletes === true), text);
          for (const suggestion of suggestions) {
            const fixed = apply(text, suggestion);
            assert.notEqual(residueOf(new Passage(fixed, fixed)), undefined, fixed);
            assert.deepEqual(findings(fixed, usual), [], fixed);
            assert.doesNotMatch(fixed, / {2}|\s[.,?]|undefined|\{/, fixed);
          }
        }
      }
    });
  }
});
