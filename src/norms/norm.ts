/** A calendar day, ISO 8601: `2026-11-20`. */
export type Day = string;

/** How a team wants to be with one another. Parts that are missing in the file are absent, or `''` for `id` and `text`. */
export interface Norm {
  readonly id: string;
  readonly text: string;
  readonly why?: string;
  /** Since when it holds. Absent while it is proposed. */
  readonly adopted?: Day;
  /** Keys this version does not know, with their YAML text as written. They stay in the file. */
  readonly extra: Readonly<Record<string, string>>;
}

/** What one person says to a norm. */
export type Consent = 'yes' | 'can-live-with-it' | 'need-a-change';

/** Where a proposal stands: a norm holds only when everyone was heard and nobody needs a change. */
export type Standing = 'adopted' | 'needs-a-change' | 'waiting';

/** @param answers one per person who was asked; `undefined` for who has not answered yet. Never tells who said what. */
export function standingOf(answers: readonly (Consent | undefined)[]): Standing {
  if (answers.includes('need-a-change')) {
    return 'needs-a-change';
  }
  return answers.length > 0 && answers.every((answer) => answer !== undefined) ? 'adopted' : 'waiting';
}
