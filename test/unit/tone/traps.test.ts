import assert from 'node:assert/strict';
import { isReported } from '../../../src/tone/detect/gates.js';
import { tokenize } from '../../../src/tone/language/tokens.js';
import { Reading } from '../../../src/tone/pattern/reading.js';
import { maskedText } from '../../../src/tone/prose/masking.js';
import { readerFor } from '../../../src/tone/prose/readers.js';
import { proseOf } from './proseOf.js';

function reads(cases: readonly (readonly [string, readonly string[]])[], languageId = 'markdown'): void {
  for (const [text, expected] of cases) {
    it(JSON.stringify(text).slice(0, 100), () => {
      assert.deepEqual(proseOf(text, languageId), expected);
    });
  }
}

describe('Quoted speech', () => {
  describe('is not the writer’s, whatever marks it has', () => {
    reads([
      ['She wrote ‘you never test’ today.', ['She wrote “” today.']],
      ['He said ‘you don’t test’.', ['He said “”.']],
      ['‘You never test. You don’t care.’ is harsh.', ['“” is harsh.']],
      ['‘You never test the users’ list’ is harsh.', ['“” is harsh.']],
      ['‘You never write tests’ is harsh.', ['“” is harsh.']],
      ['So „Du testest nie“ or „you never“ it is.', ['So “” or “” it is.']],
      ['So »you never« or «you always» it is.', ['So “” or “” it is.']],
      ['So ‹you never› or 「you always」 or 『you』 it is.', ['So “” or “” or “” it is.']],
      ['So ”you never” or ‚you always‘ it is.', ['So “” or “” it is.']],
      ["She wrote 'you never test' today.", ['She wrote “” today.']],
      ["('You never test!') is harsh.", ['(“”) is harsh.']],
      ["'You don't test the users' list' is harsh.", ['“” is harsh.']],
      ["'You never write tests' is harsh.", ['“” is harsh.']],
      ["She wrote *'you never test'* today.", ['She wrote “” today.']],
    ]);
  });

  describe('is not begun by an apostrophe', () => {
    const unchanged = (text: string): [string, string[]] => [text, [text]];
    reads([
      unchanged("The users' list and the devs' view."),
      unchanged('The users’ list and the devs’ view.'),
      unchanged("Don't touch what's James' and what isn't."),
      unchanged("Rock 'n' roll in the '90s and the users' list."),
      unchanged("Tell 'em it's the users' list, 'cause it's the devs' view."),
      unchanged("The 'users' list and the devs' view."),
      unchanged("Press 'q' or the users' key."),
      unchanged("A 5' pole and a 6' one."),
      unchanged("An 'open quote stays."),
      unchanged('An ‘open quote stays.'),
      ["**Tom**'s view and the users' list.", ["Tom 's view and the users' list."]],
      ["`code`'s view and the users' list.", ["□'s view and the users' list."]],
    ]);
  });
});

describe('An emphasised mention', () => {
  describe('is not said', () => {
    reads([
      ['The phrase *you never write tests* is blame.', ['The phrase “” is blame.']],
      ['So saying *you always …* is blame.', ['So saying “” is blame.']],
      ['Avoid **you never test** and _you always break_.', ['Avoid “” and “”.']],
      ['Instead of *you broke it*, say *it broke*.', ['Instead of “”, say “”.']],
      ['Words such as *you never* or *you always* hurt.', ['Words such as “” or “” hurt.']],
      ['This sounds like *you never test*.', ['This sounds like “”.']],
      ['Harsh phrases, e.g. *you never test*, hurt.', ['Harsh phrases, e.g. “”, hurt.']],
      ['I would not say *you never test*.', ['I would not say “”.']],
      ['[See](x.md) the phrase *you never [test](y)* here.', ['See the phrase “” here.']],
    ]);
  });

  describe('is told from emphasis', () => {
    reads([
      ['Avoid *validating* it.', ['Avoid validating it.']],
      ['But *you never* test.', ['But you never test.']],
      ['I have to say *you never* test.', ['I have to say you never test.']],
      ['In other words *you never* test.', ['In other words you never test.']],
      ['It is like *you never* test.', ['It is like you never test.']],
      ['It looks like *you never* test.', ['It looks like you never test.']],
    ]);
  });
});

describe('MDX comments and math', () => {
  describe('are code', () => {
    reads([
      ['{/* you always */}\n\nYes.', ['Yes.']],
      ['{/* you always\n\nyou never */}\n\nYes.', ['Yes.']],
      ['{/* you always */}\nYes.', ['Yes.']],
      ['{/*you always*/} Yes.', ['□ Yes.']],
      ['Yes, {/* you\nalways */} so.', ['Yes, □ so.']],
      ['So $you never test$ is math.', ['So □ is math.']],
      ['So $\\text{you never * test}$ is * math.', ['So □ is * math.']],
      ['$$\nyou never\n- test\n$$\n\nYes.', ['Yes.']],
      ['So $$you never$$ is math.', ['So □ is math.']],
      ['So \\(you never\\) or \\[you always\\] is math.', ['So □ or □ is math.']],
      ['# On $x^*$ and $y^*$', ['On □ and □']],
      ['| a | b |\n|---|---|\n| In $you never$ | three |', ['a', 'b', 'In □', 'three']],
    ]);
  });

  describe('are told from money and from code', () => {
    const unchanged = (text: string): [string, string[]] => [text, [text]];
    reads([
      unchanged('It costs $5 and $6.'),
      unchanged('It costs 5$ and you pay 6$ now.'),
      unchanged('It costs $5, you never pay the rest in US$.'),
      unchanged('It costs $5, not 6 or 7.'),
      unchanged('A $ b $ c.'),
      unchanged('You set $a to $(b) and ($c and $(d)) here.'),
      ['So `$a` and `b$` you see.', ['So □ and □ you see.']],
      ['So {x} and {/ you see.', ['So {x} and {/ you see.']],
      ['So \\$you never\\$ see.', ['So $you never $ see.']],
      ['$$\nyou never', ['$$ you never']],
    ]);
  });

  it('may leave the next block alone', () => {
    const text = '{/* tone-ignore blame */}\n\nYou always do.';
    const marks = readerFor('markdown').read(text, 0, true, true)?.marks;
    assert.deepEqual(marks, [{ kind: 'next', start: 0, end: 26, rules: ['blame'] }]);
  });
});

describe('Words with invisible characters', () => {
  const words = (text: string): [string, string][] =>
    tokenize(maskedText(text, { start: 0, end: text.length, masks: [] })).map(({ word, start, end }) => [
      word,
      text.slice(start, end),
    ]);

  it('are read without them, and end where they are written to', () => {
    for (const sign of ['\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad\u200b']) {
      assert.deepEqual(words(`You nev${sign}er t${sign}es${sign}t it.`), [
        ['you', 'You'],
        ['never', `nev${sign}er`],
        ['test', `t${sign}es${sign}t`],
        ['it', 'it'],
      ]);
    }
  });

  it('may have one at either end', () => {
    assert.deepEqual(words('\u200bYou\u200b never\u00ad, so.'), [
      ['you', 'You'],
      ['never', 'never'],
      ['so', 'so'],
    ]);
    assert.deepEqual(
      tokenize(maskedText('You\u200b never', { start: 0, end: 10, masks: [] })).map(({ cut }) => cut),
      [2, 0],
    );
  });

  it('may be contractions', () => {
    assert.deepEqual(words('You do\u00adn’t.'), [
      ['you', 'You'],
      ['do', 'do'],
      ['not', '\u00adn’t'],
    ]);
  });

  it('leave emoji whole', () => {
    assert.deepEqual(proseOf('👩‍👩‍👧 you.'), ['👩‍👩‍👧 you.']);
  });
});

describe('Hasty typing', () => {
  const read = (text: string): string =>
    tokenize(text)
      .map(({ word }) => word)
      .join(' ');

  it('reads “your” as “you are” where nothing else makes sense', () => {
    for (const [text, expected] of [
      ['your always late', 'you are always late'],
      ['ur always late with reviews', 'you are always late with reviews'],
      ['Your never on time.', 'you are never on time'],
      ['YOUR ALWAYS LATE', 'you are always late'],
      ['your always breaking the build', 'you are always breaking the build'],
      ['and your never at standup', 'and you are never at standup'],
      ['your just lazy', 'you are just lazy'],
      ['your so rude', 'you are so rude'],
      ['ur not listening', 'you are not listening'],
      ['your being rude again', 'you are being rude again'],
      ['your a complete moron', 'you are a complete moron'],
      ['ur an idiot', 'you are an idiot'],
      ['ur the reason people leave', 'you are the reason people leave'],
      ['your wasting my time', 'you are wasting my time'],
      ['i think your wrong', 'i think you are wrong'],
    ] as const) {
      assert.equal(read(text), expected);
    }
  });

  it('keeps “your” where something is yours', () => {
    for (const text of [
      'your always-on flag',
      'your always on flag',
      'your never-ending loop',
      'your never ending loop',
      'your always failing tests',
      'your never used variable',
      'your always late standup',
      'put it on your never list',
      'your just in time compiler',
      'your so called hash map',
      'your not null constraint',
      'your being late cost us a day',
      'i resent your being late',
      'your a and b variables',
      'your A record',
      'your SO answer',
      'your breaking change',
      'your testing setup',
      'thanks for your reviewing this',
      'your only aim',
      'your wrong answer',
      'your really late reply',
    ]) {
      assert.equal(read(text).includes('are'), false, text);
    }
  });

  it('says where both words are', () => {
    const [you, are, always] = tokenize('your always late');
    assert.deepEqual([you?.start, you?.end, are?.start, are?.end, always?.start], [0, 3, 3, 4, 5]);
  });

  it('hears swearing with stars, in Markdown too', () => {
    assert.equal(read('F**k off.'), 'fuck off');
    assert.equal(read('You a**hole.'), 'you asshole');
    assert.equal(read('What the f*** is this s***, *really*?'), 'what the fuck is this shit really');
    assert.equal(read('You definately dont'), 'you definitely do not');
    assert.equal(read('u dont even run ur linter'), 'you do not even run your linter');
    assert.deepEqual(proseOf('You a**hole, f**k off. *Now.*'), ['You a**hole, f**k off.', 'Now.']);
    assert.deepEqual(proseOf('That is un**believ**able.'), ['That is un believ able.']);
  });
});

describe('Reported speech', () => {
  function reported(sentence: string): boolean {
    const reading = new Reading(sentence, sentence, new Set(), new Set());
    const you = reading.tokens.findIndex(({ word }, at) => word === 'you' && reading.word(at + 1) === 'never');
    assert.notEqual(you, -1, sentence);
    return isReported(reading, you);
  }

  it('is somebody else’s', () => {
    for (const sentence of [
      'He said that you never write tests.',
      'According to Tom, you never write tests.',
      'According to @tom you never write tests.',
      'According to the reviewers, you never write tests.',
      'You never write tests, according to Tom.',
      'He wrote: you never write tests.',
      'Tom told me yesterday: you never write tests.',
      'They wrote that you never write tests.',
      'Tom complained to me that you never write tests.',
      'In their words, you never write tests.',
      'In Tom’s own words: you never write tests.',
      'In Tom’s opinion you never write tests.',
      'Her message: you never write tests.',
      'You never write tests, he said.',
      'You never write tests, says Tom.',
      'You never write tests, the reviewers wrote.',
    ]) {
      assert.equal(reported(sentence), true, sentence);
    }
  });

  it('is one’s own from the first and the second person, from tools, and without a verb that reports', () => {
    for (const sentence of [
      'I told you that you never write tests.',
      'I told you: you never write tests.',
      'I wrote that you never write tests.',
      'As I said, you never write tests.',
      'You said it yourself: you never write tests.',
      'You wrote this and you never test.',
      'Whoever wrote this, you never write tests.',
      'According to git blame, you never write tests.',
      'According to Jenkins, you never write tests.',
      'According to the logs, you never write tests.',
      'In my words, you never write tests.',
      'In her review, you never write tests.',
      'In other words, you never write tests.',
      'One thing: you never write tests.',
      'My review: you never write tests.',
      'You never write tests, I said.',
      'You never write tests, Tom.',
      'You never write tests, Tom said so.',
      'You never write tests, and Tom has to fix them.',
    ]) {
      assert.equal(reported(sentence), false, sentence);
    }
  });
});

describe('What is masked', () => {
  const pieces = [
    "'",
    '‘',
    '"',
    '«',
    '»',
    '”',
    '$',
    '$$',
    "'a ",
    '‘a ',
    "a' ",
    '$a ',
    '$a$',
    '{/*',
    '\\(',
    '\u00ad',
    "s' a 's",
  ];

  it('is as long as it was, and quickly found', () => {
    const start = performance.now();
    for (const piece of pieces) {
      const text = piece.repeat(50_000);
      assert.equal(maskedText(text, { start: 0, end: text.length, masks: [] }).length, text.length);
      proseOf(piece.repeat(5_000));
    }
    const took = performance.now() - start;
    assert.ok(took < 1900, `took ${took} ms`);
  });
});
