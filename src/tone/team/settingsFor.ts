import type { Level } from '../finding.js';
import type { RuleSwitch, SentenceContext } from '../sentenceContext.js';
import { plainSettings, type ToneSettings } from '../toneSettings.js';
import { isIncidentName, isReviewName } from './incidentName.js';
import { isChecked, isIncidentFile, noTeamTone, type TeamTone } from './teamTone.js';

/** What one person wants, before the team's words. */
export interface ToneWishes {
  readonly level: LevelName;
  /** By rule or family id; stronger than the team's. */
  readonly rules: ReadonlyMap<string, RuleSwitch>;
  readonly allow: readonly string[];
  readonly codeComments: boolean;
  /** Names of people known from elsewhere, such as the repo's authors; they give way to what the team calls a tool. */
  readonly people?: readonly string[];
}

/** How much is said: only what accuses; also what is soft; everything. */
export type LevelName = 'default' | 'gentle' | 'all';

/** The levels behind the name. */
export const LEVELS: Readonly<Record<LevelName, ReadonlySet<Level>>> = {
  default: new Set(['default']),
  gentle: new Set(['default', 'gentle']),
  all: new Set(['default', 'gentle', 'opt-in']),
};

/**
 * Puts together what holds for one file.
 * @param path from the team's folder, with forward slashes; missing for a text that is no file, or lies elsewhere.
 * @param name of a file that lies elsewhere, with its folder if that is known.
 * @returns `undefined` where the team leaves the file out.
 */
export function settingsFor(
  wishes: ToneWishes,
  team: TeamTone | undefined,
  path: string | undefined,
  name: string | undefined = path,
): ToneSettings | undefined {
  const agreed = team ?? noTeamTone;
  if (path !== undefined && !isChecked(agreed, path)) {
    return undefined;
  }
  return {
    ...plainSettings,
    context: {
      surface: surfaceOf(name),
      incident: path === undefined ? isIncidentName(name ?? '') : isIncidentFile(agreed, path),
      levels: LEVELS[wishes.level],
      rules: new Map([...agreed.rules, ...wishes.rules]),
      people: people(agreed, wishes),
      tools: names(agreed.tools),
    },
    ownPhrases: agreed.phrases,
    allowedPhrases: [...agreed.allow, ...wishes.allow],
    codeComments: wishes.codeComments,
  };
}

/** Messages that git opens as files. */
const message = /(?:^|\/)(?:COMMIT_EDITMSG|MERGE_MSG|SQUASH_MSG|TAG_EDITMSG|PULLREQ_EDITMSG)$/;

function surfaceOf(name: string | undefined): SentenceContext['surface'] {
  if (name === undefined || message.test(name)) {
    return 'comment';
  }
  return isReviewName(name) || isIncidentName(name) ? 'notes' : 'document';
}

function people(agreed: TeamTone, wishes: ToneWishes): ReadonlySet<string> {
  const tools = names(agreed.tools);
  const known = [...names(wishes.people ?? [])].filter((name) => !tools.has(name));
  return new Set([...names(agreed.people), ...known]);
}

function names(given: readonly string[]): ReadonlySet<string> {
  return new Set(given.map((name) => name.replace(/^@/, '').toLowerCase()));
}
