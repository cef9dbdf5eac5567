import assert from 'node:assert/strict';
import sinon from 'sinon';
import * as v from 'valibot';
import { caller, listen, notifier, type Port, RpcError, serve } from '../../../src/protocol/rpc.js';

const methods = {
  double: { params: v.object({ value: v.number() }), result: v.number() },
} as const;
const notices = { tick: v.object({ at: v.number() }) } as const;

/** Two ends of one line; messages arrive a moment later, as copies. */
function line(): { near: Port; far: Port; cut: () => void } {
  const ends = [new Set<(message: unknown) => void>(), new Set<(message: unknown) => void>()] as const;
  let cut = false;
  const port = (mine: 0 | 1): Port => ({
    send(message) {
      if (cut) {
        throw new Error('gone');
      }
      const copy: unknown = structuredClone(message);
      queueMicrotask(() => {
        for (const hear of ends[mine === 0 ? 1 : 0]) {
          hear(copy);
        }
      });
    },
    onMessage(hear) {
      ends[mine].add(hear);
      return () => ends[mine].delete(hear);
    },
  });
  return { near: port(0), far: port(1), cut: () => (cut = true) };
}

const after = (milliseconds: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

async function code(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'no failure';
  } catch (error) {
    assert.ok(error instanceof RpcError);
    return error.code;
  }
}

describe('Requests', () => {
  it('are answered', async () => {
    const { near, far } = line();
    serve(far, methods, { double: ({ value }) => Promise.resolve(value * 2) });
    const { call } = caller(near, methods, { after });
    assert.deepEqual(await Promise.all([call('double', { value: 2 }), call('double', { value: 4 })]), [4, 8]);
  });

  it('are answered when the handler throws, at once or later, with no word of what broke', async () => {
    for (const broken of [
      () => {
        throw new Error('a path on this machine');
      },
      () => Promise.reject(new Error('a path on this machine')),
    ]) {
      const { near, far } = line();
      serve(far, methods, { double: broken });
      const failure = caller(near, methods, { after }).call('double', { value: 2 });
      await assert.rejects(failure, (error: RpcError) => error.code === 'internal' && !error.message.includes('path'));
    }
  });

  it('are answered in the words that the host has for its own failures, also when it has none', async () => {
    const { near, far } = line();
    const explain = sinon.stub().onFirstCall().returns({ code: 'retro/none', message: 'There is no retro.' });
    explain.onSecondCall().throws(new Error('in the explanation'));
    serve(far, methods, { double: () => Promise.reject(new Error('x')) }, { explain });
    const { call } = caller(near, methods, { after });
    assert.equal(await code(call('double', { value: 2 })), 'retro/none');
    assert.equal(await code(call('double', { value: 2 })), 'internal');
    assert.equal(explain.firstCall.args[1], 'double');
  });

  it('are refused when they are unknown or cannot be read', async () => {
    const { near, far } = line();
    const double = sinon.spy(() => 1);
    serve(far, methods, { double });
    const more = { ...methods, toString: methods.double, other: methods.double };
    const { call } = caller(near, more, { after });
    assert.equal(await code(call('other', { value: 1 })), 'unknownMethod');
    assert.equal(await code(call('toString', { value: 1 })), 'unknownMethod');
    const wrong = caller(near, { double: { params: v.unknown(), result: v.number() } }, { after });
    assert.equal(await code(wrong.call('double', { value: 'x' })), 'badParams');
    assert.ok(double.notCalled);
  });

  it('end when the answer cannot be read, does not come, or the line is gone', async () => {
    const { near, far, cut } = line();
    const one = caller(near, { double: { params: v.unknown(), result: v.number() } }, { after, timeout: 5 });
    assert.equal(await code(one.call('double', {})), 'timeout');
    const stop = serve(far, { double: { params: v.unknown(), result: v.unknown() } }, { double: () => 'text' });
    assert.equal(await code(one.call('double', {})), 'badReply');
    stop();
    const open = one.call('double', {});
    one.dispose();
    assert.equal(await code(open), 'closed');
    assert.equal(await code(one.call('double', {})), 'closed');
    cut();
    assert.equal(await code(caller(near, methods, { after }).call('double', { value: 1 })), 'closed');
  });

  it('leave everything else on the line alone', async () => {
    const { near, far } = line();
    const double = sinon.spy(() => 1);
    serve(far, methods, { double });
    const { call } = caller(near, methods, { after });
    for (const noise of [
      null,
      'x',
      7,
      {},
      { kind: 'request' },
      { kind: 'reply', id: 99, result: 5 },
      { kind: 'request', id: -1 },
    ]) {
      near.send(noise);
      far.send(noise);
    }
    assert.equal(await call('double', { value: 1 }), 1);
    assert.ok(double.calledOnce);
  });
});

describe('Notices', () => {
  it('arrive when they can be read, and a line that is gone does not matter', async () => {
    const { near, far, cut } = line();
    const tick = sinon.spy();
    const stop = listen(far, notices, { tick });
    const tell = notifier<typeof notices>(near);
    tell('tick', { at: 1 });
    near.send({ kind: 'notice', method: 'tick', params: { at: 'x' } });
    near.send({ kind: 'notice', method: 'toString', params: {} });
    await Promise.resolve();
    stop();
    tell('tick', { at: 2 });
    await Promise.resolve();
    assert.deepEqual(tick.args, [[{ at: 1 }]]);
    cut();
    tell('tick', { at: 3 });
  });
});
