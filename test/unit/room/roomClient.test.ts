import assert from 'node:assert/strict';
import { closeReasons } from '../../../src/protocol/closeCodes.js';
import { linePair } from '../../../src/protocol/line.js';
import { Person } from './people.js';

const later = (run: () => void) => void setImmediate(run);

describe('a client of a room', () => {
  it('passes on why the room ended to what carries its line, which may hear of it later than the client', async () => {
    const [ours, theirs] = linePair(later);
    const person = new Person('room', { kind: 'back', credential: 'c'.repeat(43) }, () => Promise.resolve(ours));
    const code = new Promise((heard) => theirs.onClosed(heard));
    theirs.send({ kind: 'notice', method: 'closing', params: { code: closeReasons.finished.code } });
    assert.equal(await code, closeReasons.finished.code);
    assert.equal(person.state.kind, 'ended');
  });

  it('does not take a code that no line can be closed with', async () => {
    const [ours, theirs] = linePair(later);
    const person = new Person('room', { kind: 'back', credential: 'c'.repeat(43) }, () => Promise.resolve(ours));
    await new Promise((done) => setImmediate(done));
    theirs.send({ kind: 'notice', method: 'closing', params: { code: 7 } });
    for (let turn = 0; turn < 5; turn += 1) {
      await new Promise((done) => setImmediate(done));
    }
    assert.equal(person.state.kind, 'connecting');
    person.client.dispose();
  });
});
