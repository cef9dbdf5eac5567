// The parts of the engine that the editor uses, behind one dynamic import.
import { ToneChecker, type ToneSettings } from '../../tone/checker.js';
import type { Level } from '../../tone/finding.js';
import { languageEngine } from '../../tone/languageEngine.js';
import { ruleSet } from '../../tone/ruleSet.js';
import { familyOf } from '../../tone/sentenceContext.js';
import { isChecked, isIncidentFile, noTeamTone, readTeamTone, type TeamTone } from '../../tone/teamTone.js';
import { allowPhrase } from '../../tone/teamToneEdit.js';
import type { ToneEngine } from './engine.js';
import type { TonePreferences } from './preferences.js';

const knownRules = new Set(ruleSet.flatMap(({ id }) => [id, familyOf(id)]));

/** The engine that ships. */
export const engine: ToneEngine = {
  checker: (settings) => new ToneChecker(languageEngine, settings),
  loadParser: () => languageEngine.load(),
  settings: (preferences, team = noTeamTone, path) =>
    path !== undefined && !isChecked(team, path)
      ? undefined
      : settingsOf(preferences, team, path !== undefined && isIncidentFile(team, path)),
  readTeamTone: (text) => readTeamTone(text, knownRules),
  ignoreHere: (text, finding, _languageId) => ({
    offset: text.lastIndexOf('\n', finding.range.start) + 1,
    insert: '<!-- tone-ignore -->\n',
  }),
  allowPhrase,
  rules: () => ruleSet,
};

const levels: Readonly<Record<TonePreferences['level'], readonly Level[]>> = {
  default: ['default'],
  gentle: ['default', 'gentle'],
  all: ['default', 'gentle', 'opt-in'],
};

/** The person's own switches win over those of the team: what is silent for them stays silent. */
function settingsOf(preferences: TonePreferences, team: TeamTone, incident: boolean): ToneSettings {
  return {
    context: {
      incident,
      levels: new Set(levels[preferences.level]),
      rules: new Map([...team.rules, ...preferences.rules]),
      people: new Set(team.people.map((name) => name.toLowerCase())),
      tools: new Set(team.tools.map((name) => name.toLowerCase())),
    },
    ownPhrases: team.phrases,
    allowedPhrases: [...team.allow, ...preferences.allow],
    codeComments: preferences.codeComments,
  };
}
