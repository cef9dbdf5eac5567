import { ToneChecker } from '../../../src/tone/checker.js';
import { languageEngine } from '../../../src/tone/detect/languageEngine.js';
import type { SentenceContext } from '../../../src/tone/sentenceContext.js';
import { LEVELS, type LevelName } from '../../../src/tone/team/settingsFor.js';
import { plainSettings } from '../../../src/tone/toneSettings.js';
import type { Flagger } from './flagger.js';

/** This engine, reading each text as a Markdown comment. */
export async function ownEngine(level: LevelName, surface: SentenceContext['surface'] = 'comment'): Promise<Flagger> {
  const context = { ...plainSettings.context, surface, levels: LEVELS[level], incident: level === 'all' };
  const checker = new ToneChecker(languageEngine, { ...plainSettings, context });
  return {
    name: 'common ground',
    flags: async (text) => checker.check(text, 'markdown').map(({ rule, text: found }) => ({ rule, text: found })),
  };
}
