import assert from 'node:assert/strict';
import { ToneChecker } from '../../../src/tone/checker.js';
import { plainSettings, type ToneSettings } from '../../../src/tone/toneSettings.js';
import { stubEngine } from './stubEngine.js';

const paragraph = (index: number): string =>
  `Paragraph ${index} says a thing. You always break number ${index}. It goes on.`;
const document = (count: number): string => Array.from({ length: count }, (_, index) => paragraph(index)).join('\n\n');

function withSettings(change: Partial<ToneSettings>): ToneSettings {
  return { ...plainSettings, ...change };
}

describe('The checker', () => {
  it('says where in the document a finding is, and what its suggestions replace', () => {
    const text = '# Title\r\n\r\n- It works.\r\n- You always break it. Sorry.\r\n';
    const [finding] = new ToneChecker(stubEngine()).check(text, 'markdown');
    assert.equal(finding?.text, 'You always');
    assert.equal(text.slice(finding?.range.start, finding?.range.end), 'You always');
    const [suggestion] = finding?.suggestions ?? [];
    assert.equal(text.slice(suggestion?.range.start, suggestion?.range.end), 'You always break it.');
  });

  it('keeps emphasis whole in what a suggestion replaces', () => {
    const replaced = (text: string): string[] =>
      new ToneChecker(stubEngine())
        .check(text, 'markdown')
        .map(({ suggestions: [first] }) => text.slice(first?.range.start, first?.range.end));
    assert.deepEqual(replaced('**You always** break it.'), ['**You always** break it.']);
    assert.deepEqual(replaced('**You always break it.** Yes.'), ['**You always break it.**']);
    assert.deepEqual(replaced('So. You always _break it._'), ['You always _break it._']);
    assert.deepEqual(replaced('You always **break** it.'), ['You always **break** it.']);
  });

  it('checks a sentence once, wherever it stands', () => {
    const engine = stubEngine();
    const checker = new ToneChecker(engine);
    const text = 'You always break it.\n\n- You always break it.\n\nSo. You always break it.';
    assert.equal(checker.check(text, 'markdown').length, 3);
    assert.equal(checker.check(text, 'plaintext').length, 3);
    assert.deepEqual(engine.seen, ['You always break it.']);
  });

  it('checks only what an edit touched', () => {
    const engine = stubEngine();
    const checker = new ToneChecker(engine);
    const text = document(500);
    const tracked = checker.open(text, 'markdown');
    tracked.finish();
    const before = { ...checker.work };
    engine.seen.length = 0;
    const at = text.indexOf('number 250');
    tracked.edit([{ rangeOffset: at, rangeLength: 0, text: 'lucky ' }]);
    tracked.finish();
    assert.deepEqual(engine.seen, ['You always break lucky number 250.']);
    assert.ok(checker.work.read - before.read < 500, `read ${checker.work.read - before.read}`);
    assert.ok(checker.work.sentences - before.sentences <= 6);
    assert.equal(tracked.findings().length, 500);
    const last = tracked.findings().at(-1);
    assert.equal(last?.range.start, text.lastIndexOf('You always') + 'lucky '.length);
  });

  it('reads about as much after an edit in a long list, a table and after a fence as in a paragraph', () => {
    const texts = [
      Array.from({ length: 1200 }, (_, index) => `- item ${index} with **bold** words`).join('\n'),
      `| a | b |\n|---|---|\n${Array.from({ length: 1500 }, (_, index) => `| cell ${index} | more |`).join('\n')}`,
      Array.from({ length: 300 }, (_, index) => `Text ${index}.\n\n\`\`\`js\nlet a;\n\`\`\``).join('\n\n'),
    ];
    for (const text of texts) {
      const checker = new ToneChecker(stubEngine());
      const tracked = checker.open(text, 'markdown');
      tracked.finish();
      const before = checker.work.read;
      tracked.edit([{ rangeOffset: Math.floor(text.length / 2), rangeLength: 0, text: 'x' }]);
      tracked.finish();
      assert.ok(checker.work.read - before < text.length / 3, `read ${checker.work.read - before} of ${text.length}`);
    }
  });

  it('pauses often', () => {
    const tracked = new ToneChecker(stubEngine()).open(document(200), 'markdown');
    assert.ok([...tracked.steps()].length >= 200);
    assert.equal(tracked.pending, false);
  });

  it('takes edits between two steps', () => {
    const checker = new ToneChecker(stubEngine());
    const tracked = checker.open(document(50), 'markdown');
    const steps = tracked.steps();
    for (let i = 0; i < 70; i += 1) {
      steps.next();
    }
    tracked.edit([{ rangeOffset: 0, rangeLength: 0, text: 'You always begin.\n\n' }]);
    for (const _ of steps) {
      // To the end.
    }
    assert.equal(tracked.findings().length, 51);
    assert.equal(tracked.findings()[0]?.range.start, 0);
  });

  it('takes several changes of one edit, in their order', () => {
    const tracked = new ToneChecker(stubEngine()).open('One.\n\nTwo.\n\nThree.', 'markdown');
    tracked.finish();
    tracked.edit([
      { rangeOffset: 12, rangeLength: 6, text: 'You always three.' },
      { rangeOffset: 0, rangeLength: 4, text: 'You always one.' },
    ]);
    tracked.finish();
    assert.deepEqual(
      tracked.findings().map(({ range }) => range.start),
      [0, 23],
    );
  });

  it('takes other settings without being opened again', () => {
    const checker = new ToneChecker(stubEngine());
    const tracked = checker.open('You always break it. Yes.', 'markdown');
    tracked.finish();
    checker.configure(withSettings({ allowedPhrases: ['you always break'] }));
    assert.equal(tracked.pending, true);
    tracked.finish();
    assert.equal(tracked.findings().length, 0);
    checker.configure(plainSettings);
    tracked.finish();
    assert.equal(tracked.findings().length, 1);
  });

  it('drops what a person or a team switched off', () => {
    const rules = new Map([['absolute', 'off']] as const);
    const checker = new ToneChecker(stubEngine(), withSettings({ context: { ...plainSettings.context, rules } }));
    assert.equal(checker.check('You always break it.', 'markdown').length, 0);
  });

  it('finds the team’s own phrases, in prose only, and offers their words', () => {
    const checker = new ToneChecker(
      stubEngine(),
      withSettings({
        ownPhrases: [
          { phrase: "ping pong  review's", suggestions: ['a short call'], why: 'We agreed to talk.', level: 'gentle' },
        ],
      }),
    );
    const text = "Ping  pong review’s end. `ping pong review's` and xping pong review's.";
    const findings = checker.check(text, 'markdown');
    assert.equal(findings.length, 1);
    assert.deepEqual(
      findings.map(({ rule, level, message, text: found, suggestions }) => [
        rule,
        level,
        message,
        found,
        suggestions[0]?.newText,
      ]),
      [['team/own-phrase', 'gentle', 'We agreed to talk.', 'Ping  pong review’s', 'A short call']],
    );
  });

  it('says when front matter makes a document a postmortem or a retro', () => {
    const checker = new ToneChecker(stubEngine());
    const isIncident = (text: string): boolean => {
      const tracked = checker.open(text, 'markdown');
      tracked.finish();
      return tracked.incident;
    };
    assert.equal(isIncident('---\ntitle: x\ntype: postmortem\n---\nText'), true);
    assert.equal(isIncident('---\ntags:\n  - a\n  - retro\n---\nText'), true);
    assert.equal(isIncident('---\ntags: [incident-report]\n---\n'), true);
    assert.equal(isIncident('---\ntype: guide\ntitle: On retros\n---\n'), false);
    assert.equal(isIncident('Text\n\n---\ntype: retro\n---\n'), false);
  });

  it('says nothing about code unless its comments are wanted', () => {
    const text = '// You always break it.';
    assert.equal(new ToneChecker(stubEngine()).check(text, 'typescript').length, 0);
    assert.equal(
      new ToneChecker(stubEngine(), withSettings({ codeComments: true })).check(text, 'typescript').length,
      1,
    );
  });

  it('starts from nothing, and ends with nothing', () => {
    const tracked = new ToneChecker(stubEngine()).open('', 'markdown');
    tracked.finish();
    tracked.edit([{ rangeOffset: 0, rangeLength: 0, text: 'You always' }]);
    tracked.finish();
    assert.equal(tracked.findings().length, 1);
    tracked.edit([{ rangeOffset: 0, rangeLength: 10, text: '' }]);
    tracked.finish();
    assert.deepEqual([tracked.findings().length, tracked.length], [0, 0]);
  });
});
