import * as vscode from 'vscode';
import type { Commitment, CommitmentState, Day } from '../../commitments/commitment.js';
import { addDays, isDay } from '../../commitments/days.js';
import { type CommitmentGroup, type GroupBy, lastSign, worthAWord } from '../../commitments/grouping.js';

/** A state as people say it. */
export function stateWord(state: CommitmentState): string {
  switch (state) {
    case 'open':
      return vscode.l10n.t('open');
    case 'kept':
      return vscode.l10n.t('kept');
    case 'changed':
      return vscode.l10n.t('changed');
    case 'let-go':
      return vscode.l10n.t('let go');
  }
}

/** The heading of a group of the tree. */
export function groupLabel({ kind, name }: Pick<CommitmentGroup, 'kind' | 'name'>): string {
  switch (kind) {
    case 'worth-a-word':
      return vscode.l10n.t('Worth a word');
    case 'open':
      return vscode.l10n.t('Open');
    case 'kept':
      return vscode.l10n.t('Kept');
    case 'changed':
      return vscode.l10n.t('Changed');
    case 'let-go':
      return vscode.l10n.t('Let go');
    case 'person':
      return ownerWord(name);
    case 'norm':
      return name;
    case 'retro':
      return name.split('/').at(-1) ?? name;
    case 'nobody':
      return vscode.l10n.t('Nobody yet');
    case 'nowhere':
      return vscode.l10n.t('From elsewhere');
  }
}

/** What the tree is grouped by, for the list to choose from. */
export function groupByWord(by: GroupBy): string {
  switch (by) {
    case 'state':
      return vscode.l10n.t('How it stands');
    case 'person':
      return vscode.l10n.t('Who promised');
    case 'norm':
      return vscode.l10n.t('The norm it came from');
    case 'retro':
      return vscode.l10n.t('The retro it came from');
  }
}

export function ownerWord(owner: string): string {
  return owner === 'team' ? vscode.l10n.t('the team') : owner;
}

/** A day as people say it, near today; else in the style of the person's language. */
export function dayWord(day: Day, today: Day): string {
  switch (day) {
    case today:
      return vscode.l10n.t('today');
    case addDays(today, 1):
      return vscode.l10n.t('tomorrow');
    case addDays(today, -1):
      return vscode.l10n.t('yesterday');
    default:
      return isDay(day) ? formatDay(day, today) : day;
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The year is left out where it is this one. */
function formatDay(day: Day, today: Day): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' as const };
  const key = 'year' in year ? 'other' : 'this';
  const options = { day: 'numeric', month: 'short', timeZone: 'UTC', ...year } as const;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(vscode.env.language, options);
  formats.set(key, format);
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** The promise itself, or words for one that has none. */
export function promiseWord({ promise }: Commitment): string {
  return promise === '' ? vscode.l10n.t('(a promise without words)') : promise.replace(/\s+/g, ' ');
}

/** Beside the promise in a list: who, and what the day says. */
export function shortStory(commitment: Commitment, today: Day): string {
  const { owner, revisit, state, ending } = commitment;
  const parts = [owner === undefined || owner === '' ? undefined : ownerWord(owner)];
  if (state !== 'open') {
    parts.push(ending?.on === undefined ? stateWord(state) : `${stateWord(state)} ${dayWord(ending.on, today)}`);
  } else if (revisit !== undefined) {
    parts.push(dayWord(revisit, today));
  }
  return parts.filter((part) => part !== undefined).join(' · ');
}

/** Why an open promise is worth a word, in one line; nothing if it is not. */
export function whyWorthAWord(commitment: Commitment, today: Day): string | undefined {
  switch (worthAWord(commitment, today)) {
    case 'revisit':
      return vscode.l10n.t('Worth a word: its day was {0}.', dayWord(commitment.revisit ?? '', today));
    case 'silence':
      return vscode.l10n.t('Worth a word: the last sign of it was {0}.', dayWord(lastSign(commitment) ?? '', today));
    default:
      return undefined;
  }
}

/** What a screen reader says of a promise in the tree. */
export function accessibleLabel(commitment: Commitment, today: Day): string {
  const { owner, state, notes, ending, revisit } = commitment;
  const worth = whyWorthAWord(commitment, today);
  const parts = [
    promiseWord(commitment),
    owner ? vscode.l10n.t('promised by {0}', ownerWord(owner)) : undefined,
    stateWord(state),
    state !== 'open' && ending?.on ? dayWord(ending.on, today) : undefined,
    worth,
    state === 'open' && revisit && worth === undefined
      ? vscode.l10n.t('to be looked at {0}', dayWord(revisit, today))
      : undefined,
    notes.length === 0 ? undefined : vscode.l10n.t('Notes: {0}', notes.length),
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}
