import assert from 'node:assert/strict';
import { applyPatch, diff } from '../../../src/protocol/patch.js';

const sent = (patch: unknown): unknown => JSON.parse(JSON.stringify(patch));

describe('a patch', () => {
  it('leaves the identity of what did not change', () => {
    const before = {
      cards: [
        { id: 'a', text: '1' },
        { id: 'b', text: '2' },
      ],
      people: [{ id: 'x' }],
    };
    const after = {
      cards: [
        { id: 'a', text: '1' },
        { id: 'b', text: '3' },
      ],
      people: [{ id: 'x' }],
    };
    const result = applyPatch(before, sent(diff(before, after)));
    assert.deepEqual(result, after);
    assert.ok(typeof result === 'object' && result !== null && 'people' in result && 'cards' in result);
    assert.equal(result.people, before.people);
    assert.ok(Array.isArray(result.cards));
    assert.equal(result.cards[0], before.cards[0]);
  });

  it('treats a key with undefined as no key', () => {
    assert.equal(diff({ a: 1, b: undefined }, { a: 1 }), undefined);
    assert.deepEqual(diff({ a: 1 }, { a: undefined }), ['o', {}, ['a']]);
  });

  it('never touches the prototype of anything', () => {
    const patch: unknown = JSON.parse('["o",{"__proto__":["=",{"polluted":true}]},[]]');
    const result = applyPatch({ a: 1 }, patch);
    assert.ok(typeof result === 'object' && result !== null && Object.hasOwn(result, '__proto__'));
    assert.equal(Object.getPrototypeOf(result), Object.prototype);
    assert.equal('polluted' in {}, false);
  });
});
