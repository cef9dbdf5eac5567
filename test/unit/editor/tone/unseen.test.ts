import assert from 'node:assert/strict';
import sinon from 'sinon';
import { Unseen } from '../../../../src/editor/tone/unseen.js';

describe('Unseen', () => {
  let clock: sinon.SinonFakeTimers;
  let gone: string[];
  let unseen: Unseen<string>;

  beforeEach(() => {
    clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    gone = [];
    unseen = new Unseen({ afterMs: 1000, most: 3 }, (item) => gone.push(item), Date.now);
  });
  afterEach(() => {
    unseen.dispose();
    clock.restore();
  });

  it('lets go of each after its time', () => {
    unseen.add('a');
    clock.tick(600);
    unseen.add('b');
    clock.tick(399);
    assert.deepEqual(gone, []);
    clock.tick(1);
    assert.deepEqual(gone, ['a']);
    clock.tick(600);
    assert.deepEqual(gone, ['a', 'b']);
    assert.equal(unseen.has('a'), false);
  });

  it('keeps what is seen again', () => {
    unseen.add('a');
    clock.tick(900);
    unseen.delete('a');
    clock.tick(900);
    unseen.add('a');
    clock.tick(900);
    assert.deepEqual(gone, []);
    clock.tick(100);
    assert.deepEqual(gone, ['a']);
  });

  it('counts from the last time that it was needed', () => {
    unseen.add('a');
    clock.tick(900);
    unseen.add('a');
    clock.tick(900);
    assert.deepEqual(gone, []);
    clock.tick(100);
    assert.deepEqual(gone, ['a']);
  });

  it('lets go of the oldest when there are too many', () => {
    for (const item of ['a', 'b', 'c', 'a', 'd']) {
      unseen.add(item);
    }
    assert.deepEqual(gone, ['b']);
  });

  it('waits for nothing when there is nothing', () => {
    unseen.add('a');
    clock.tick(1000);
    assert.equal(clock.countTimers(), 0);
    unseen.add('b');
    unseen.dispose();
    assert.equal(clock.countTimers(), 0);
  });
});
