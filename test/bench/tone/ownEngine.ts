import { ToneChecker } from '../../../src/tone/checker.js';
import type { Level } from '../../../src/tone/finding.js';
import { languageEngine } from '../../../src/tone/languageEngine.js';
import { plainSettings } from '../../../src/tone/toneSettings.js';
import type { Flagger, LevelName } from './flagger.js';

const levels: Record<LevelName, ReadonlySet<Level>> = {
  default: new Set(['default']),
  gentle: new Set(['default', 'gentle']),
  all: new Set(['default', 'gentle', 'opt-in']),
};

/** This engine, reading each text as a Markdown comment. */
export async function ownEngine(level: LevelName): Promise<Flagger> {
  await languageEngine.load();
  const context = { ...plainSettings.context, levels: levels[level], incident: level === 'all' };
  const checker = new ToneChecker(languageEngine, { ...plainSettings, context });
  return {
    name: 'common ground',
    flags: async (text) => checker.check(text, 'markdown').map(({ rule, text: found }) => ({ rule, text: found })),
  };
}
