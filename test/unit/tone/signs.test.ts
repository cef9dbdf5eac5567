import assert from 'node:assert/strict';
import { loadParser } from '../../../src/tone/language/parser.js';
import { Reading } from '../../../src/tone/pattern/reading.js';
import { readSigns } from '../../../src/tone/detect/signs.js';

function sign(text: string, name: string): number | undefined {
  return readSigns(new Reading(text, text, new Set(), new Set())).get(name);
}

describe('Weak signs', () => {
  before(loadParser);

  it('count a word in the sense in which it charges someone', () => {
    assert.equal(sign('You are mean to newcomers.', 'verdictTrait'), 1);
    assert.equal(sign('I do not see what you mean.', 'verdictTrait'), 0);
    assert.equal(sign('They mock people.', 'hostile'), 1);
    assert.equal(sign('They mock the client.', 'hostile'), 0);
    assert.equal(sign('He is lying.', 'nuisance'), 1);
    assert.equal(sign('There is a file lying around.', 'nuisance'), 0);
    assert.equal(sign('It was a stupid thing.', 'edgy'), 1);
    assert.equal(sign('A stupid question, is this sorted?', 'edgy'), 0);
    assert.equal(sign('We need some kind of lock.', 'moral'), 0);
  });

  it('do not count a charge that is denied', () => {
    assert.equal(sign('You are lazy.', 'scorn'), 1);
    assert.equal(sign('You are not lazy.', 'scorn'), 0);
  });

  it('see emphasis, a smile and a sneer', () => {
    assert.equal(sign('This is NOT what we need.', 'emphasis'), 0.5);
    assert.equal(sign('The API is not what we need.', 'emphasis'), 0);
    assert.equal(sign('That was my own doing :)', 'smile'), 1);
    assert.equal(sign('The list is (a, b).', 'smile'), 0);
    assert.equal(sign('Works on my machine \u{1F644}', 'sneer'), 1);
  });
});
