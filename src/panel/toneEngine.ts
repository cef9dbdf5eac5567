import { ToneChecker } from '../tone/checker.js';
import { languageEngine } from '../tone/languageEngine.js';
import { plainSettings } from '../tone/toneSettings.js';
import type { ToneEngine, ToneWishes } from './toneClient.js';

/** The chunk that is loaded with the first text someone writes. A retro speaks of incidents, so those rules are on. */
export function createToneEngine(wishes: ToneWishes): ToneEngine {
  const checker = new ToneChecker(languageEngine, {
    ...plainSettings,
    ownPhrases: wishes.phrases,
    allowedPhrases: wishes.allowed,
    context: {
      incident: true,
      levels: new Set(wishes.levels),
      rules: new Map(Object.entries(wishes.rules)),
      people: new Set(wishes.people),
      tools: new Set(wishes.tools),
    },
  });
  return {
    async check(text) {
      const tracked = checker.open(text, 'plaintext');
      await runSlices(tracked.steps());
      if (tracked.needsParser) {
        await languageEngine.load();
        await runSlices(tracked.steps());
      }
      return tracked.findings();
    },
    warm: () => languageEngine.load(),
  };
}

/** Each slice runs while the browser is idle; a key press goes first. */
async function runSlices(steps: Generator<void, void, void>): Promise<void> {
  while (!steps.next().done) {
    await new Promise<void>((resolve) => {
      requestIdleCallback(() => resolve(), { timeout: 200 });
    });
  }
}
