import assert from 'node:assert/strict';
import sinon from 'sinon';
import {
  type CheckHost,
  type CheckPlan,
  DocumentCheck,
  hasLetters,
  type NotChecked,
} from '../../../../src/editor/tone/documentCheck.js';
import { TimeSlices } from '../../../../src/editor/tone/timeSlices.js';
import { ToneChecker } from '../../../../src/tone/checker.js';
import type { SentenceEngine } from '../../../../src/tone/detect/sentenceEngine.js';
import type { Finding } from '../../../../src/tone/finding.js';
import { plainSettings } from '../../../../src/tone/toneSettings.js';

/** An engine that finds the word "blame". */
class WordEngine implements SentenceEngine {
  isCandidate = (masked: string): boolean => masked.includes('blame');

  checkSentence(masked: string): readonly Finding[] {
    return [...masked.matchAll(/blame/g)].map(({ index }) => ({
      rule: 'test/blame',
      level: 'default',
      range: { start: index, end: index + 5 },
      text: 'blame',
      message: 'May read as blame.',
      evidence: [],
      suggestions: [],
    }));
  }
}

/** The part of a document that the check uses: one long line. */
class FakeDocument {
  version = 1;
  readonly lineCount = 1;
  constructor(public text: string) {}
  getText = (): string => this.text;
  lineAt = () => ({ range: { end: {} }, text: this.text });
  offsetAt = (): number => this.text.length;

  /** Puts a text at a place, and says what an editor would tell of it. */
  insert(at: number, text: string) {
    this.text = this.text.slice(0, at) + text + this.text.slice(at);
    this.version += 1;
    return [{ rangeOffset: at, rangeLength: 0, text }];
  }
}

class Desk implements CheckHost {
  readonly engine = new WordEngine();
  readonly checker = new ToneChecker(this.engine, plainSettings);
  readonly rests: (() => void)[] = [];
  time = 0;
  /** How long a look at the clock takes, and with it a step of the work. */
  stepMs = 0;
  readonly slices = new TimeSlices({ now: () => (this.time += this.stepMs), rest: (next) => this.rests.push(next) }, 6);
  readonly published: { readonly version: number; readonly places: readonly number[] }[] = [];
  readonly errors: unknown[] = [];
  answer: NotChecked | 'nothing' | undefined;
  plans = 0;
  readonly document: FakeDocument;
  readonly check: DocumentCheck;

  constructor(text: string) {
    this.document = new FakeDocument(text);
    this.check = new DocumentCheck(this.document as never, this);
  }

  async plan(): Promise<CheckPlan | NotChecked | undefined> {
    this.plans += 1;
    const plan = { checker: this.checker, languageId: 'markdown', openBlanks: () => [] };
    return this.answer === 'nothing' ? undefined : (this.answer ?? plan);
  }

  publish({ version, findings }: DocumentCheck): void {
    this.published.push({ version, places: findings.map(({ range }) => range.start) });
  }

  report(error: unknown): void {
    this.errors.push(error);
  }

  /** Lets work that rests go on until something has come about; counts how often it rested. */
  async workUntil(done: () => boolean): Promise<number> {
    for (let rests = 0; ; rests += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      if (done()) {
        return rests;
      }
      const next = this.rests.shift();
      assert.ok(next, 'there is work left');
      next();
    }
  }

  places = async (): Promise<number[]> => (await this.check.upToDate()).map(({ range }) => range.start);
}

describe('DocumentCheck', () => {
  it('follows edits without reading the text anew', async () => {
    const desk = new Desk('I blame you.');
    await desk.places();
    const read = sinon.spy(desk.document, 'getText');
    desk.check.edit(desk.document.insert(0, 'Well. ') as never);
    assert.deepEqual(await desk.places(), [8]);
    assert.equal(read.callCount, 0);
  });

  it('publishes nothing of an older text', async () => {
    const desk = new Desk('');
    desk.check.wake();
    const text = 'They blame us. We blame them.';
    for (let at = 0; at < text.length; at += 1) {
      desk.check.edit(desk.document.insert(at, text.charAt(at)) as never);
      if (at % 5 === 0) {
        await Promise.resolve();
      }
    }
    assert.deepEqual(await desk.places(), [5, 18]);
    const { version } = desk.document;
    assert.deepEqual(desk.published.at(-1), { version, places: [5, 18] });
    assert.ok(desk.published.every((each) => each.version <= version));
  });

  it('reads the text anew when an edit was missed', async () => {
    const desk = new Desk('I blame you.');
    await desk.places();
    desk.document.insert(0, 'Not told. ');
    desk.check.recheck();
    assert.deepEqual(await desk.places(), [12]);
  });

  it('says why it does not look, and forgets what it found', async () => {
    const desk = new Desk('I blame you.');
    await desk.places();
    desk.answer = 'snoozed';
    desk.check.recheck();
    assert.deepEqual(await desk.places(), []);
    assert.equal(desk.check.notChecked, 'snoozed');
    desk.answer = undefined;
    desk.check.recheck();
    assert.deepEqual(await desk.places(), [2]);
    assert.equal(desk.check.notChecked, undefined);
  });

  it('leaves out what was silenced, also after an edit', async () => {
    const desk = new Desk('I blame you.');
    await desk.places();
    desk.check.silence({ rule: 'test/blame', text: 'blame' });
    assert.deepEqual(desk.check.findings, []);
    desk.check.edit(desk.document.insert(0, 'Well. ') as never);
    assert.deepEqual(await desk.places(), []);
  });

  it('tells of a failure, and works again with the next edit', async () => {
    const desk = new Desk('I blame you.');
    const plan = sinon.stub(desk, 'plan').rejects(new Error('broken'));
    assert.deepEqual(await desk.places(), []);
    assert.equal(desk.errors.length, 1);
    plan.restore();
    desk.check.edit(desk.document.insert(0, 'Well. ') as never);
    assert.deepEqual(await desk.places(), [8]);
  });

  it('publishes nothing after it was disposed of', async () => {
    const desk = new Desk('I blame you.');
    desk.check.wake();
    const checked = desk.check.upToDate();
    desk.check.dispose();
    await checked;
    assert.deepEqual(desk.published, []);
  });

  it('waits a moment with a long text', async () => {
    const clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const desk = new Desk('All is well. '.repeat(2000));
      desk.check.wake();
      desk.check.edit(desk.document.insert(0, 'a') as never);
      await clock.tickAsync(50);
      desk.check.edit(desk.document.insert(0, 'b') as never);
      await clock.tickAsync(50);
      assert.equal(desk.plans, 0);
      await clock.tickAsync(50);
      assert.equal(desk.plans, 1);
    } finally {
      clock.restore();
    }
  });

  describe('that nobody looked at yet', () => {
    let clock: sinon.SinonFakeTimers;
    beforeEach(() => {
      clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    });
    afterEach(() => clock.restore());

    it('is not checked, whatever changes', async () => {
      const desk = new Desk('I blame you.');
      desk.check.recheck();
      desk.check.edit(desk.document.insert(0, 'Well. ') as never);
      await clock.tickAsync(1000);
      assert.equal(desk.plans, 0);
      desk.check.wake();
      await clock.tickAsync(10);
      assert.deepEqual(desk.published, [{ version: 2, places: [8] }]);
      desk.check.wake();
      await clock.tickAsync(1000);
      assert.equal(desk.plans, 1);
    });

    it('is checked for whoever asks, and followed from then on', async () => {
      const desk = new Desk('I blame you.');
      assert.deepEqual(await desk.places(), [2]);
      desk.check.edit(desk.document.insert(0, 'Well. ') as never);
      await clock.tickAsync(1000);
      assert.deepEqual(desk.published.at(-1), { version: 2, places: [8] });
    });
  });

  describe('that was let go of', () => {
    let clock: sinon.SinonFakeTimers;
    let desk: Desk;
    beforeEach(async () => {
      clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      desk = new Desk('I blame you.');
      await desk.places();
      assert.equal(desk.check.isHeld, true);
      desk.check.letGo();
    });
    afterEach(() => clock.restore());

    it('holds nothing of the text, and leaves what is shown', () => {
      assert.equal(desk.check.isHeld, false);
      assert.deepEqual(desk.check.findings, []);
      assert.deepEqual(desk.published, [{ version: 1, places: [2] }]);
    });

    it('has its findings again when somebody looks, or asks', async () => {
      desk.check.wake();
      await clock.tickAsync(10);
      assert.deepEqual(desk.check.findings.length, 1);
      desk.check.letGo();
      assert.deepEqual(await desk.places(), [2]);
    });

    it('keeps what is shown in step when the text changes', async () => {
      desk.check.edit(desk.document.insert(0, 'Well. ') as never);
      desk.check.letGo();
      await clock.tickAsync(10);
      assert.deepEqual(desk.published.at(-1), { version: 2, places: [8] });
    });

    it('still leaves out what was silenced', async () => {
      await desk.places();
      desk.check.silence({ rule: 'test/blame', text: 'blame' });
      desk.check.letGo();
      assert.deepEqual(await desk.places(), []);
    });

    it('was not at work', async () => {
      const places = desk.places();
      desk.check.letGo();
      assert.deepEqual(await places, [2]);
      assert.equal(desk.check.isHeld, true);
    });
  });

  it('has no findings where there is nothing to read, and gives no reason', async () => {
    const desk = new Desk('I blame you.');
    await desk.places();
    desk.answer = 'nothing';
    desk.check.recheck();
    assert.deepEqual(await desk.places(), []);
    assert.equal(desk.check.notChecked, undefined);
    assert.equal(desk.check.isHeld, false);
  });

  it('shows the first findings of a long text while it is at work on the rest', async () => {
    const desk = new Desk('I blame you.\n\n'.repeat(400));
    desk.stepMs = 1;
    const found = desk.places();
    await desk.workUntil(() => desk.published.at(-1)?.places.length === 400);
    const all = await found;
    const early = desk.published[0]?.places ?? [];
    assert.ok(early.length > 0 && early.length < 100, `${early.length} at first`);
    assert.deepEqual(early, all.slice(0, early.length));
    assert.ok(desk.published.length < 10, `${desk.published.length} times`);
  });

  it('knows whether its text says that it is a postmortem', async () => {
    const desk = new Desk('---\ntype: postmortem\n---\nI blame you.');
    await desk.places();
    assert.equal(desk.check.isIncident, true);
    desk.check.edit([{ rangeOffset: 0, rangeLength: 26, text: '' }] as never);
    desk.document.text = desk.document.text.slice(26);
    await desk.places();
    assert.equal(desk.check.isIncident, false);
  });
});

describe('hasLetters', () => {
  const cases: readonly (readonly [string, boolean])[] = [
    ['', false],
    [' \t ', false],
    ['- [ ] 12:30 — 🙂', false],
    ['é', true],
    ['見', true],
  ];
  for (const [text, expected] of cases) {
    it(`${expected ? 'finds one' : 'finds none'} in “${text}”`, () =>
      assert.equal(hasLetters(new FakeDocument(text) as never), expected));
  }
});
