import assert from 'node:assert/strict';
import { isClean } from '../../../src/tone/detect/suggestions.js';
import type { Suggestion } from '../../../src/tone/finding.js';
import { ruleSet } from '../../../src/tone/rules/ruleSet.js';
import { examplesOf } from '../../corpus/ruleExamples.js';
import { offersOf } from '../../corpus/ruleMatches.js';
import { everything, findings } from './languageFixtures.js';

function apply(text: string, { range, newText }: Suggestion): string {
  return text.slice(0, range.start) + newText + text.slice(range.end);
}

/** What rules that match a text offer, whatever its score is. */
function offers(text: string): readonly Suggestion[] {
  return ruleSet.flatMap((rule) => offersOf(rule, text) ?? []);
}

/** The text after the first suggestion with this label, or what the suggestions with it would make of it. */
function after(text: string, label: string, wanted: string | undefined): string | undefined {
  const results = offers(text)
    .filter((one) => one.label === label)
    .map((suggestion) => apply(text, suggestion));
  return results.find((result) => result === wanted) ?? results[0];
}

describe('Rewrites', () => {
  const cases: readonly (readonly [text: string, label: string, result: string | undefined])[] = [
    [
      'You always break the nightly build.',
      'Say what happened',
      'The nightly build broke in <which change>. Could we <what would help>?',
    ],
    ['You never write tests.', 'Ask for it', 'Could you write tests?'],
    [
      'You never test your code.',
      'Ask for it',
      'In <which change>, <what you saw>. Could you test the code <where or when>?',
    ],
    [
      'You never listen to us.',
      'Say what you brought up',
      'I brought up <what> in <where>, and <what happened>. Could we <what would help>?',
    ],
    [
      'You messed up the rebase.',
      'Say what it left behind',
      'The rebase left <which files> with <what you saw>. Could we <what would help>?',
    ],
    [
      'You clearly rushed this patch.',
      'Say what you saw',
      'This patch still has <what you saw>. Could we <what would help> before <which step>?',
    ],
    [
      "It's your fault that prod is down.",
      'Say what happened',
      'Prod is down. <Which condition> led to it; what would have caught it earlier?',
    ],
    [
      'How many times do I have to say this?',
      'Say it with more detail',
      'To restate it with more detail: <the point>.',
    ],
    ['How many times do I have to tell you to rebase?', 'Leave the reminder out', undefined],
    [
      'I closed it politely, and you are so lazy?',
      'Name what is missing',
      'I closed it politely, and <Which part> misses <which case>.',
    ],
    ['You should have told us earlier.', 'Ask for it next time', 'Next time, could you tell us earlier?'],
    ['You should have checked the logs first.', 'Ask for it next time', 'Next time, could you check the logs first?'],
    [
      'You ignored my review.',
      'Say what is still open',
      '<Which point> of my review is still open. Could we <what would help>?',
    ],
    [
      'You keep breaking the build.',
      'Say what happened',
      'The build broke in <which changes>. Could we <what would help>?',
    ],
    ['You should have tested the import.', 'Ask for the check', 'Could we add a test for the import?'],
    [
      "Fix the leak or I'll revert.",
      'Ask for it with a date',
      'Could we fix the leak by <when>? It matters because <reason>.',
    ],
    ['As I already said, use a mutex.', 'Leave the reminder out', 'Use a mutex.'],
    ['as i already said, use a mutex', 'Leave the reminder out', 'use a mutex'],
    [
      "You clearly don't understand closures.",
      'Put both readings side by side',
      'I think we read closures differently: I mean <what you mean>.',
    ],
    [
      'Thanks to you we lost the weekend.',
      'Say what was lost',
      'We lost the weekend, because <which condition>. What would have caught it earlier?',
    ],
    ['Why would you use threads here?', 'Ask about the reason', 'What is the reason to use threads here?'],
    ["Why don't you use a map here?", 'Propose it', 'Could we use a map here?'],
    ["I don't need the upgrade, you miss the point.", 'Leave the accusation out', "I don't need the upgrade."],
    ['Just use a mutex.', 'Leave the word out', 'Use a mutex.'],
    ['Your function leaks.', 'Speak of the code', 'The function leaks.'],
    ['You never told anyone about the deploy.', 'Ask for it', 'Could you tell someone about the deploy?'],
    ['You forgot to run the linter again.', 'Ask for it', 'Could you run the linter?'],
    [
      'You left the tests broken and went home.',
      'Say what you found',
      'I found the tests broken. Could we <what would help>?',
    ],
    [
      'You broke the nightly build with the last commit.',
      'Let the change be the subject',
      'The nightly build broke in <which change>: <what you saw>.',
    ],
    [
      'you constantly mess up the changelog',
      'Say what happened',
      'the changelog broke in <which change>. Could we <what would help>?',
    ],
    [
      'They never answer questions on the forum.',
      'Say what you asked',
      'I asked about <what> on <which day> and have no answer yet. Could someone <what would help>?',
    ],
    ['He has never once replied to a review.', 'Ask for it', 'Could someone reply to a review?'],
    [
      'You are breaking the_old_script.sh with this.',
      'Let the change be the subject',
      'the_old_script.sh breaks with this change: <what you saw>.',
    ],
    [
      'It took you a month to reply.',
      'Say how long you waited',
      'I waited a month for <what>. Could we agree on <when>?',
    ],
    ['Why did you even touch this file?', 'Ask about the reason', 'What was the reason to touch this file?'],
    ['I did close it politely, are you kidding me?', 'Leave the accusation out', 'I did close it politely.'],
    ['Even worse, you are lazy, and rush to conclusions.', 'Leave the accusation out', ''],
    [
      'You did not read my comment.',
      'Say what is still open',
      '<Which point> of my comment is still open. Could we <what would help>?',
    ],
    [
      'You could have at least warned us about the migration.',
      'Ask for it next time',
      'Next time, could you warn us about the migration?',
    ],
    [
      'You broke the staging environment again.',
      'Say what happened',
      'The staging environment broke again in <which change>: <what you saw>.',
    ],
    [
      'You deleted my tests.',
      'Say what is gone',
      'My tests went missing with <which change>. Could we bring <what> back?',
    ],
    [
      'I told you twice to squash the commits.',
      'Ask for it',
      'Could you squash the commits? It matters because <reason>.',
    ],
    ["Why can't you just follow the style guide?", 'Ask for it', 'Could we follow the style guide from now on?'],
    ['Why would you ever put SQL in a view?', 'Ask about the reason', 'What is the reason to put SQL in a view?'],
    ['Stop complaining and fix the tests.', 'Ask for it', 'Could you fix the tests?'],
    [
      'Fix this today or I will close the PR.',
      'Ask for it with a date',
      'Could we fix this today? It matters because <reason>.',
    ],
    [
      'Thanks to your hotfix the login is down.',
      'Say what was lost',
      'The login is down, because <which condition>. What would have caught it earlier?',
    ],
    [
      'Nice work, now nothing compiles.',
      'State the problem',
      'Since <which change>, nothing compiles: <what you saw>.',
    ],
    ['Great job breaking the build.', 'State the problem', 'The build broke in <which change>: <what you saw>.'],
    [
      'Bob forgot to renew the certificate.',
      'Ask for a safeguard',
      'Nothing reminded us to renew the certificate. Which check would?',
    ],
    [
      'You wasted three days of my week with this refactoring.',
      'Say what it cost',
      'I spent three days of my week on <what>. Could we <what would help>?',
    ],
    ['you broke the layout', 'Let the change be the subject', 'the layout broke in <which change>: <what you saw>.'],
  ];
  for (const [text, label, result] of cases) {
    it(`turn “${text}” into “${result}”`, () => {
      assert.equal(after(text, label, result), result);
    });
  }

  for (const rule of ruleSet) {
    it(`${rule.id}: no rule speaks about what is offered, and a fixed sentence stays as it is`, () => {
      for (const text of examplesOf(rule.id).flags) {
        for (const finding of findings(text, everything)) {
          assert.ok(finding.suggestions.length <= 3);
          assert.ok(finding.level === 'opt-in' || finding.suggestions.length >= 2, `${text}: two ways at least`);
          for (const suggestion of finding.suggestions) {
            const fixed = apply(text, suggestion);
            assert.ok(isClean(suggestion.newText), suggestion.newText);
            assert.deepEqual(findings(fixed, everything), [], fixed);
            assert.doesNotMatch(fixed, / {2}|\s[.,?]|undefined|\{/, fixed);
          }
        }
      }
    });
  }
});
