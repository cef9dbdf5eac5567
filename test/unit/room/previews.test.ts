import assert from 'node:assert/strict';
import type { RetroState } from '../../../src/retro/model.js';
import { startRetro } from '../../../src/retro/start.js';
import { Previews } from '../../../src/room/previews.js';
import { roomSetup } from './people.js';

describe('The preview of a room', () => {
  let now = 0;
  let state: RetroState;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  let made: RetroState[] = [];
  let finish: (() => void)[] = [];
  const world = {
    now: () => now,
    after: (milliseconds: number, run: () => void) => {
      timers.push({ at: now + milliseconds, run });
      return () => undefined;
    },
  };
  beforeEach(() => {
    now = 0;
    timers = [];
    made = [];
    finish = [];
    state = startRetro(roomSetup());
  });

  const previews = () =>
    new Previews(
      world,
      () => state,
      (of) => {
        made.push(of);
        const nth = made.length;
        return new Promise((done) => finish.push(() => done([{ path: 'm.md', text: `${nth}`, kind: 'repo' }])));
      },
    );
  /** Lets everything that is ready happen. */
  const settle = () => new Promise((done) => setImmediate(done));
  const change = () => {
    state = { ...state };
  };
  async function pass(milliseconds: number): Promise<void> {
    await settle();
    now += milliseconds;
    const due = timers.filter(({ at }) => at <= now);
    timers = timers.filter(({ at }) => at > now);
    for (const { run } of due) {
      run();
    }
    await settle();
  }
  const text = async (files: ReturnType<Previews['ask']>) => (await files)[0]?.text;

  it('is made once for all who ask, while it is being made and after', async () => {
    const one = previews();
    const asked = Array.from({ length: 300 }, () => one.ask());
    assert.equal(made.length, 1);
    finish[0]?.();
    assert.deepEqual(new Set(await Promise.all(asked.map(text))), new Set(['1']));
    assert.equal(await text(one.ask()), '1');
    assert.equal(made.length, 1);
  });

  it('is made anew after a change, one at a time, with a rest in between, for all who wait', async () => {
    const one = previews();
    void one.ask();
    change();
    const waiting = [one.ask(), one.ask()];
    change();
    waiting.push(one.ask());
    await pass(10_000);
    assert.equal(made.length, 1);
    finish[0]?.();
    await settle();
    assert.equal(made.length, 1);
    await pass(10_000);
    assert.deepEqual(made.length, 2);
    assert.equal(made[1], state);
    finish[1]?.();
    assert.deepEqual(await Promise.all(waiting.map(text)), ['2', '2', '2']);
  });

  it('is made anew after a while, since files change as well', async () => {
    const one = previews();
    void one.ask();
    finish[0]?.();
    await pass(10_000);
    void one.ask();
    assert.equal(made.length, 2);
  });

  it('that could not be made is tried again by whoever asks next', async () => {
    let fails = true;
    const one = new Previews(
      world,
      () => state,
      () => (fails ? Promise.reject(new Error('no folder')) : Promise.resolve([])),
    );
    await assert.rejects(one.ask(), /no folder/);
    fails = false;
    const next = one.ask();
    await pass(10_000);
    assert.deepEqual(await next, []);
  });
});
