import assert from 'node:assert/strict';
import {
  type Consent,
  type Model,
  messageFor,
  proposalsIn,
  type RephrasePorts,
  rephrase,
  sentenceAround,
} from '../../../../src/editor/tone/rephrase.js';

const one: Model = { id: 'one', name: 'One' };
const two: Model = { id: 'two', name: 'Two' };
const sentence = 'You always break the build.';
const anything = { accepts: () => true, ours: [] };

/** A person with a language model, and a record of what happened. */
class Fake implements RephrasePorts {
  readonly sent: string[] = [];
  readonly told: string[] = [];
  readonly remembered: string[] = [];
  readonly shown: (readonly string[])[] = [];
  constructor(
    private readonly has: readonly Model[],
    private readonly consent: Consent,
    private readonly answer: string | undefined = '1. The build broke twice this week.\n2. "Could we run it first?"',
    private readonly pick = 0,
  ) {}

  models = async () => this.has;
  chooseModel = async (models: readonly Model[]) => models.at(-1);
  askConsent = async (_: Model, message: string) => {
    this.told.push(message);
    return this.consent;
  };
  rememberConsent = async ({ id }: Model) => void this.remembered.push(id);
  send = async ({ id }: Model, message: string) => {
    this.sent.push(`${id}: ${message}`);
    return this.answer;
  };
  choose = async (proposals: readonly string[]) => {
    this.shown.push(proposals);
    return proposals[this.pick];
  };
}

describe('rephrase', () => {
  it('shows exactly what it sends before it sends it, and sends the sentence alone', async () => {
    const fake = new Fake([one], 'once');
    const result = await rephrase(sentence, true, fake, anything);
    assert.deepEqual(result, { kind: 'chosen', text: 'The build broke twice this week.' });
    assert.deepEqual(
      fake.sent,
      fake.told.map((message) => `one: ${message}`),
    );
    assert.ok(fake.sent[0]?.endsWith(`\n\n${sentence}`));
    assert.deepEqual(fake.remembered, []);
  });

  it('offers what the engine accepts, with its own rewrites behind', async () => {
    const fake = new Fake([one], 'always', 'You broke it.\nThe build broke twice this week.');
    const beside = { accepts: (text: string) => !text.startsWith('You'), ours: ['The build broke again.'] };
    await rephrase(sentence, true, fake, beside);
    assert.deepEqual(fake.shown, [['The build broke twice this week.', 'The build broke again.']]);
    const refused = new Fake([one], 'always', 'You broke it.');
    assert.deepEqual(await rephrase(sentence, true, refused, beside), { kind: 'noAnswer' });
  });

  it('sends nothing without a yes', async () => {
    const fake = new Fake([one], undefined);
    assert.deepEqual(await rephrase(sentence, true, fake, anything), { kind: 'left' });
    assert.deepEqual(fake.sent, []);
  });

  it('remembers who need not be asked again, and then does not ask', async () => {
    const fake = new Fake([one], 'always');
    await rephrase(sentence, true, fake, anything);
    assert.deepEqual(fake.remembered, ['one']);
    const later = new Fake([one], undefined);
    assert.equal((await rephrase(sentence, false, later, anything)).kind, 'chosen');
    assert.deepEqual(later.told, []);
  });

  it('says when there is no model', async () => {
    assert.deepEqual(await rephrase(sentence, true, new Fake([], 'once'), anything), { kind: 'noModel' });
  });

  it('asks which one of several', async () => {
    const fake = new Fake([one, two], 'once');
    await rephrase(sentence, true, fake, anything);
    assert.match(fake.sent[0] ?? '', /^two: /);
  });

  it('leaves things as they are when cancelled, and when nothing is chosen', async () => {
    const cancelled = new Fake([one], 'once');
    cancelled.send = async () => undefined;
    assert.deepEqual(await rephrase(sentence, true, cancelled, anything), { kind: 'left' });
    assert.deepEqual(await rephrase(sentence, true, new Fake([one], 'once', 'A better line.', 7), anything), {
      kind: 'left',
    });
  });

  it('says when the answer has no other words', async () => {
    for (const answer of ['', '  \n', sentence]) {
      assert.deepEqual(await rephrase(sentence, true, new Fake([one], 'once', answer), anything), { kind: 'noAnswer' });
    }
  });
});

describe('proposalsIn', () => {
  it('takes numbers, bullets, quotes and fences away, keeps three', () => {
    assert.deepEqual(proposalsIn('```\n- One.\n* “Two.”\n3) Three.\nOne.\nFour.\n```', sentence), [
      'One.',
      'Two.',
      'Three.',
    ]);
  });
});

describe('messageFor', () => {
  it('ends with the sentence and holds nothing else of the document', () => {
    assert.equal(messageFor('A.').replace('A.', ''), messageFor(''));
  });
});

describe('sentenceAround', () => {
  const around = (text: string, part: string): string => {
    const start = text.indexOf(part);
    const range = sentenceAround(text, { start, end: start + part.length });
    return text.slice(range.start, range.end);
  };

  it('finds the one sentence', () => {
    assert.equal(around('Thanks. You always break the build. See #3.', 'always'), 'You always break the build.');
  });

  it('leaves the marks of lists, quotes and headings out', () => {
    assert.equal(around('- one\n- You always break it\n- three', 'always'), 'You always break it');
    assert.equal(around('## You always break it\n\nText', 'always'), 'You always break it');
    assert.equal(around('  1. You always break it.', 'always'), 'You always break it.');
  });

  it('goes over a line end, never over an empty line', () => {
    assert.equal(around('One.\n\nYou always\nbreak it. Two.\n\nThree', 'always'), 'You always\nbreak it.');
  });

  it('spans all sentences that a range touches', () => {
    assert.equal(around('A b. You always. Never. D', 'always. Never'), 'You always. Never.');
  });
});
