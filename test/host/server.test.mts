import assert from 'node:assert/strict';
import { isListening, leftBehind } from './leftBehind.mts';
import { inProject } from './paths.mts';
import { runProgram } from './runProgram.mts';
import { startServer } from './server.mts';

const holdOpen = inProject('test', 'host', 'programs', 'holdOpen.mts');

describe('The server', () => {
  it('listens, two at once on ports of their own, and is gone when it is disposed of', async () => {
    const [one, other] = await Promise.all([startServer(), startServer()]);
    assert.notEqual(one.port, other.port);
    assert.ok(await isListening(one.port));
    await one.dispose();
    assert.equal(await isListening(one.port), false);
    assert.ok(await isListening(other.port), 'the other goes on');
    await other.dispose();
    assert.equal(await isListening(other.port), false);
  });
});

describe('Nothing is left behind', () => {
  const ends = [
    { name: 'after Ctrl+C', what: 'browser', signal: 'SIGINT', code: 130 },
    { name: 'after a polite end', what: 'server', signal: 'SIGTERM', code: 143 },
    { name: 'after kill -9', what: 'browser', signal: 'SIGKILL', code: 'SIGKILL' },
    { name: 'after a crash', what: 'server', signal: undefined, code: 1 },
  ] as const;

  for (const { name, what, signal, code } of ends) {
    it(`${name}, of a ${what}`, async () => {
      const program = runProgram([holdOpen, what, ...(signal === undefined ? ['crash'] : [])]);
      const [, json = ''] = await program.says(/^(\{.*\})$/m);
      const { port, folder, processes } = JSON.parse(json);
      assert.ok(processes >= 1);
      if (signal !== undefined) {
        assert.ok(await isListening(port));
        program.process.kill(signal);
      }
      assert.equal(await program.ended, code);
      assert.deepEqual(await leftBehind(folder, port), []);
    });
  }
});
