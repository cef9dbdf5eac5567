import { languageEngine, plainSettings, ToneChecker } from '../tone/shared.js';
import type { ToneEngine, ToneWishes } from './toneClient.js';

/** The chunk that is loaded with the first text someone writes. A retro speaks of incidents, so those rules are on. */
export function createToneEngine(wishes: ToneWishes): ToneEngine {
  const checker = new ToneChecker(languageEngine, {
    ...plainSettings,
    ownPhrases: wishes.phrases,
    allowedPhrases: wishes.allowed,
    context: {
      surface: 'comment',
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
      return tracked.findings();
    },
    async warm() {
      await runSlices(checker.open('Could we look at this together?', 'plaintext').steps());
    },
  };
}

/** A frame has 16 ms; what is typed meanwhile must find most of them free. */
const sliceMs = 6;

/** Steps are short and many: as many as fit run in one go, then a key press has its turn. */
async function runSlices(steps: Iterable<void>): Promise<void> {
  let end = performance.now() + sliceMs;
  for (const _step of steps) {
    if (performance.now() >= end) {
      await new Promise<void>((resolve) => {
        requestIdleCallback(() => resolve(), { timeout: 50 });
      });
      end = performance.now() + sliceMs;
    }
  }
}
