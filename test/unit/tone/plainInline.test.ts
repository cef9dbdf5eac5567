import assert from 'node:assert/strict';
import { plainInlineMasks } from '../../../src/tone/prose/markdown/plainInline.js';

describe('A paragraph that is read by hand', () => {
  it('may have emphasis, tags, code and brackets', () => {
    for (const text of [
      'You *always* do, __really__ and **not `once`** again.',
      'The <field> of Map<String> is <b>not</b> [api_database]/connection.',
      'Sum of 2 * 3, *args and snake_case.',
    ]) {
      assert.notEqual(plainInlineMasks(text, 0, text.length, 0), undefined, text);
    }
  });

  it('has no marks within marks, and none that only a parser can tell', () => {
    for (const text of [
      '*a _b_ c*',
      '*a *b c*',
      'a*b*c',
      '***a***',
      '<a b="c">',
      '*see* http://a.b',
      '[a](b)',
      '~~a~~',
    ]) {
      assert.equal(plainInlineMasks(text, 0, text.length, 0), undefined, text);
    }
  });
});
