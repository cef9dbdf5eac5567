import assert from 'node:assert/strict';
import { outcome } from '../../../src/retro/minutes.js';
import { ToneChecker } from '../../../src/tone/checker.js';
import { languageEngine } from '../../../src/tone/detect/languageEngine.js';
import { plainSettings } from '../../../src/tone/toneSettings.js';
import { sampleRetros } from '../retro/sampleRetros.js';

describe('The minutes of the sample team', () => {
  it('have nothing that reads as blame, the words of the minutes themselves least of all', async () => {
    const context = { ...plainSettings.context, incident: true };
    const checker = new ToneChecker(languageEngine, { ...plainSettings, context });
    for (const { file, room } of sampleRetros()) {
      assert.deepEqual(checker.check(outcome(room.state).repo ?? '', 'markdown'), [], file);
    }
  });
});
