import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { bundleFile, gatherStrings } from '../host/translations.mts';

describe('translations', () => {
  it('start from a file that holds every string that people read (npm run l10n writes it)', () => {
    const bundle = JSON.parse(readFileSync(bundleFile, 'utf8')) as Record<string, string>;
    assert.deepEqual(Object.keys(bundle), gatherStrings());
  });

  it('find strings in the editor, the panel and the data of the pure rooms', () => {
    const strings = gatherStrings();
    for (const text of ['Write, in silence', 'Show Log', 'Start, stop, continue', 'This is the last step.']) {
      assert.ok(strings.includes(text), text);
    }
    assert.ok(strings.some((text) => text.startsWith('May read as blame:')));
  });
});
