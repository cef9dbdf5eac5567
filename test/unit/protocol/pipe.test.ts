import assert from 'node:assert/strict';
import { type Line, linePair } from '../../../src/protocol/line.js';
import { pipedLines, servePipes } from '../../../src/protocol/pipe.js';

const later = (run: () => void) => void setImmediate(run);
/** Messages take a few turns of the loop, however long those are. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** A webview's port to its editor, and lines of the editor to a hub. */
function pipes() {
  const [panel, editor] = linePair(later);
  const hub: Line[] = [];
  const stop = servePipes(editor, () => {
    const [ours, theirs] = linePair(later);
    hub.push(theirs);
    return Promise.resolve(ours);
  });
  return { panel, editor, hub, stop, connect: pipedLines(panel) };
}

describe('pipes', () => {
  it('carry what either side says', async () => {
    const { connect, hub } = pipes();
    const line = await connect();
    const heard: unknown[] = [];
    line.onMessage((message) => heard.push(message));
    hub[0]?.onMessage((message) => hub[0]?.send({ echo: message }));
    line.send({ hello: 1 });
    await settled();
    assert.deepEqual(heard, [{ echo: { hello: 1 } }]);
  });

  it('end with the code that the hub ended with, once', async () => {
    const { connect, hub } = pipes();
    const line = await connect();
    const codes: number[] = [];
    line.onClosed((code) => codes.push(code));
    hub[0]?.close(4001);
    await settled();
    assert.deepEqual(codes, [4001]);
    assert.throws(() => line.send({}));
  });

  it('end at the hub when the panel ends them, or goes', async () => {
    const { connect, hub, stop } = pipes();
    const codes: number[] = [];
    const [one] = [await connect(), await connect()];
    hub.forEach((line) => {
      line.onClosed((code) => codes.push(code));
    });
    one?.close(4003);
    await settled();
    stop();
    await settled();
    assert.deepEqual(codes, [4003, 1000]);
  });

  it('keep lines apart: the last words of one are not heard by the next', async () => {
    const { connect, hub } = pipes();
    const first = await connect();
    const second = await connect();
    const heard: unknown[] = [];
    second.onMessage((message) => heard.push(message));
    hub[0]?.send('for the first');
    hub[1]?.send('for the second');
    await settled();
    assert.deepEqual(heard, ['for the second']);
    first.close();
    second.send('still there');
  });

  it('reject when there is no line to be had', async () => {
    const [panel, editor] = linePair(later);
    servePipes(editor, () => Promise.reject(new Error('no hub')));
    await assert.rejects(pipedLines(panel)(), /no line/);
  });

  it('hear nothing in what is no message of theirs', async () => {
    const { connect, editor, hub } = pipes();
    const line = await connect();
    const heard: unknown[] = [];
    line.onMessage((message) => heard.push(message));
    for (const noise of [null, 7, 'open', { pipe: 'pass' }, { pipe: 'pass', line: -1 }, { kind: 'notice' }]) {
      editor.send(noise);
    }
    await settled();
    assert.deepEqual(heard, []);
    assert.equal(hub.length, 1);
  });
});
