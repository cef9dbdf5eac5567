import assert from 'node:assert/strict';
import { mostWaiting, PacedAnswers } from '../../../src/room/pacedAnswers.js';

describe('Long answers', () => {
  let unread = 0;
  let over = false;
  let answered: number[] = [];
  let looks: (() => void)[] = [];
  const line = {
    isBehind: () => unread >= 2,
    isOver: () => over,
    answer: async (id: number) => {
      if (id < 0) {
        throw new Error('The line is closed.');
      }
      answered.push(id);
      unread += 1;
    },
  };
  const after = (_milliseconds: number, run: () => void) => {
    looks.push(run);
    return () => undefined;
  };
  beforeEach(() => {
    unread = 0;
    over = false;
    answered = [];
    looks = [];
  });
  const settle = () => new Promise((done) => setImmediate(done));
  async function look(): Promise<void> {
    for (const run of looks.splice(0)) {
      run();
    }
    await settle();
  }

  it('are given in the order of the questions, no quicker than they are read', async () => {
    const answers = new PacedAnswers(line, after);
    for (const id of [1, 2, 3, 4, 5]) {
      assert.ok(answers.ask(id));
    }
    await settle();
    await look();
    assert.deepEqual([answered, looks.length], [[1, 2], 1]);
    unread = 0;
    await look();
    assert.deepEqual(answered, [1, 2, 3, 4]);
    unread = 1;
    await look();
    assert.deepEqual([answered, looks.length], [[1, 2, 3, 4, 5], 0]);
    unread = 0;
    assert.ok(answers.ask(6));
    await settle();
    assert.deepEqual(answered.at(-1), 6);
  });

  it('are waited for by so many questions and no more, and by none once the line is over', async () => {
    unread = 2;
    const answers = new PacedAnswers(line, after);
    const taken = Array.from({ length: mostWaiting + 1 }, (_, id) => answers.ask(id));
    assert.deepEqual([taken.lastIndexOf(true), taken.indexOf(false)], [mostWaiting - 1, mostWaiting]);
    over = true;
    await look();
    assert.deepEqual([answered, looks.length], [[], 0]);
  });

  it('that cannot be given stop nothing', async () => {
    const answers = new PacedAnswers(line, after);
    answers.ask(-1);
    answers.ask(1);
    await settle();
    assert.deepEqual(answered, [1]);
  });
});
