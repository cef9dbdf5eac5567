import assert from 'node:assert/strict';
import { TimeSlices } from '../../../../src/editor/tone/timeSlices.js';

/** Work of so many steps that takes `stepMs` of the clock for each. */
class Bench {
  time = 0;
  readonly log: string[] = [];
  readonly rests: (() => void)[] = [];
  readonly slices = new TimeSlices({ now: () => this.time, rest: (next) => this.rests.push(next) }, 6);

  *work(name: string, steps: number, stepMs: number): Generator<void, void, void> {
    for (let step = 1; step <= steps; step++) {
      this.time += stepMs;
      this.log.push(`${name}${step}`);
      yield;
    }
  }

  rest(): void {
    this.rests.shift()?.();
  }
}

describe('TimeSlices', () => {
  it('does short work at once', async () => {
    const bench = new Bench();
    const job = bench.slices.run(bench.work('a', 3, 1));
    assert.deepEqual(bench.log, ['a1', 'a2', 'a3']);
    assert.equal(await job.done, true);
    assert.equal(bench.rests.length, 0);
  });

  it('rests after a slice, and goes on', async () => {
    const bench = new Bench();
    const job = bench.slices.run(bench.work('a', 5, 3));
    assert.deepEqual(bench.log, ['a1', 'a2']);
    bench.rest();
    assert.deepEqual(bench.log, ['a1', 'a2', 'a3', 'a4']);
    bench.rest();
    assert.equal(await job.done, true);
  });

  it('shares one slice among all jobs', () => {
    const bench = new Bench();
    bench.slices.run(bench.work('a', 4, 3));
    bench.slices.run(bench.work('b', 4, 3));
    assert.deepEqual(bench.log, ['a1', 'a2']);
    bench.rest();
    assert.deepEqual(bench.log.slice(2), ['a3', 'b1']);
    assert.equal(bench.rests.length, 1);
  });

  it('stops a job without touching the others', async () => {
    const bench = new Bench();
    const first = bench.slices.run(bench.work('a', 9, 6));
    const second = bench.slices.run(bench.work('b', 2, 1));
    first.stop();
    bench.rest();
    assert.equal(await first.done, false);
    assert.equal(await second.done, true);
    assert.deepEqual(bench.log, ['a1', 'b1', 'b2']);
  });

  it('tells of work that throws, and goes on with the rest', async () => {
    const bench = new Bench();
    const broken = bench.slices.run({
      next: () => {
        throw new Error('broken');
      },
    });
    const whole = bench.slices.run(bench.work('a', 1, 1));
    await assert.rejects(broken.done, /broken/);
    assert.equal(await whole.done, true);
  });

  it('has nothing to stop after the end', async () => {
    const bench = new Bench();
    const job = bench.slices.run(bench.work('a', 1, 1));
    job.stop();
    assert.equal(await job.done, true);
  });
});
