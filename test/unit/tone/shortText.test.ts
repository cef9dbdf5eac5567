import assert from 'node:assert/strict';
import { ToneChecker } from '../../../src/tone/checker.js';
import { languageEngine } from '../../../src/tone/detect/languageEngine.js';
import { plainSettings } from '../../../src/tone/toneSettings.js';
import { everything } from './languageFixtures.js';
import { stubEngine } from './stubEngine.js';

describe('A short text', () => {
  it('knows people by the names that it is told, however they are written', () => {
    const people = new Set(['okonkwo', 'özgür']);
    const settings = { ...plainSettings, context: { ...everything, people } };
    for (const name of ['Okonkwo', 'okonkwo', 'ÖZGÜR', 'Özgür', '@someone']) {
      const found = new ToneChecker(languageEngine, settings).check(`${name} broke the build again.`, 'markdown');
      assert.equal(found.length, 1, name);
    }
  });

  it('is not read as prose where no word gives cause', () => {
    const checker = new ToneChecker({ ...stubEngine(), isCandidate: () => false });
    assert.deepEqual(checker.check('You always break it.', 'markdown'), []);
    assert.equal(checker.work.read, 0);
  });
});
