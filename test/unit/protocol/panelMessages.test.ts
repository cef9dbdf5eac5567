import assert from 'node:assert/strict';
import * as v from 'valibot';
import { hostNotices, panelRequests } from '../../../src/protocol/panelMessages.js';
import { startRetro } from '../../../src/retro/start.js';
import { view } from '../../../src/retro/view.js';
import { setup } from '../retro/room.js';

describe('Messages of the panel', () => {
  const act = (params: unknown): boolean => v.is(panelRequests.act.params, params);

  it('carry any event, and whom the shared screen acts for', () => {
    assert.ok(act({ event: { type: 'step/next' } }));
    assert.ok(act({ event: { type: 'arrive/word', word: '' }, for: 'sam' }));
    assert.ok(!act({ event: { type: 'step/next', extra: 1 } }));
    assert.ok(!act({ event: { type: 'step/teleport' } }));
    assert.ok(!act({ event: { type: 'arrive/word', word: 'x' }, for: '__proto__' }));
    assert.ok(!act({ event: { type: 'ballot/open', box: 'confidence/' } }));
    assert.ok(act({ event: { type: 'promise/clear', id: 'written-by.hand/1' } }));
  });

  it('trim what people wrote, and refuse what is too long or empty', () => {
    const add = (text: string) => ({ event: { type: 'norm/add', id: 'n1', text } });
    const parsed = v.parse(panelRequests.act.params, add('  Ask first. '));
    assert.deepEqual(parsed.event, { type: 'norm/add', id: 'n1', text: 'Ask first.' });
    assert.ok(!act(add('   ')));
    assert.ok(!act(add('x'.repeat(501))));
  });

  it('bring a view that is one', () => {
    const seen = view(startRetro(setup()), { kind: 'screen' });
    assert.ok(v.is(hostNotices.view, { version: 1, view: seen, sentAt: 5 }));
    assert.ok(!v.is(hostNotices.view, { version: 1, view: {}, sentAt: 5 }));
    assert.ok(!v.is(hostNotices.view, { version: 1, view: null, sentAt: 5 }));
  });
});
