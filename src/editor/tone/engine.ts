import type { ToneChecker, ToneSettings } from '../../tone/checker.js';
import type { Finding, TextRange } from '../../tone/finding.js';
import type { ToneWishes } from '../../tone/team/settingsFor.js';
import type { TeamTone } from '../../tone/team/teamTone.js';
import type { TonePreferences } from './preferences.js';

/** What the editor says of a rule. */
export interface RuleFacts {
  readonly id: string;
  /** Why it is worth a word: a sentence or two, in English. */
  readonly why: string;
}

/** What the editor uses of the engine. Everything behind it is loaded with the first text that needs it. */
export interface ToneEngine {
  checker(settings: ToneSettings): ToneChecker;
  /**
   * What holds for one file; `undefined` where the team leaves the file out.
   * @param name of a file that is not in the team's folder.
   */
  settings(
    wishes: TonePreferences & Pick<ToneWishes, 'people'>,
    team: TeamTone | undefined,
    path: string | undefined,
    name?: string,
  ): ToneSettings | undefined;
  readTeamTone(text: string): {
    readonly team: TeamTone;
    readonly problems: readonly { readonly range: TextRange; readonly message: string }[];
  };
  /** The note that silences a finding; `undefined` where no note can be written that is not part of what is said. */
  ignoreHere(
    text: string,
    finding: Finding,
    languageId: string,
  ): { readonly offset: number; readonly insert: string } | undefined;
  /** `undefined` when the file is not one that can be added to. */
  allowPhrase(teamFile: string, phrase: string): string | undefined;
  rules(): readonly RuleFacts[];
  /** Blanks of rewrites that are still to fill in a text. */
  openBlanks(text: string): readonly TextRange[];
  /** Tells whether code, links, mentions and numbers of a sentence are all in another. */
  keepsNames(sentence: string, other: string): boolean;
}

let loading: Promise<ToneEngine> | undefined;

/** Loads the engine once. Costs nothing at start-up: its modules run at the first call. */
export function loadEngine(): Promise<ToneEngine> {
  loading ??= load();
  return loading;
}

async function load(): Promise<ToneEngine> {
  const modules = await import('./engineModules.js');
  return modules.engine;
}
