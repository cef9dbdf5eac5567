// The parts of the engine that the editor uses, behind one dynamic import.

import { openBlanks } from '../../tone/rewrite/blanks.js';
import { familyOf } from '../../tone/sentenceContext.js';
import { ignoreHere, languageEngine, namesIn, offeredBlanks, ruleSet, ToneChecker } from '../../tone/shared.js';
import { settingsFor } from '../../tone/team/settingsFor.js';
import { readTeamTone } from '../../tone/team/teamTone.js';
import { allowPhrase } from '../../tone/team/teamToneEdit.js';
import type { ToneEngine } from './engine.js';

const knownRules = new Set(ruleSet.flatMap(({ id }) => [id, familyOf(id)]));

const blanks = offeredBlanks(ruleSet);

/** The engine that ships. */
export const engine: ToneEngine = {
  checker: (settings) => new ToneChecker(languageEngine, settings),
  settings: settingsFor,
  readTeamTone: (text) => readTeamTone(text, knownRules),
  ignoreHere: (text, { range, rule }, languageId) => ignoreHere(text, range.start, languageId, rule),
  allowPhrase,
  rules: () => ruleSet,
  openBlanks: (text) => openBlanks(text, blanks),
  keepsNames: (sentence, other) => namesIn({ original: sentence }).every((name) => other.includes(name)),
};
