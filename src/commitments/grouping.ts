import { type Commitment, type CommitmentState, commitmentStates, type Day, silenceInDays } from './commitment.js';
import { daysBetween, isDay } from './days.js';

/** Why a promise is worth a word: its day came, or nothing was heard of it for three weeks. */
export type WorthAWord = 'revisit' | 'silence';

/**
 * Whether an open promise is worth a word today. A day to come back to it that still lies ahead is respected: then silence
 * says nothing.
 */
export function worthAWord(commitment: Commitment, today: Day): WorthAWord | undefined {
  if (commitment.state !== 'open') {
    return undefined;
  }
  if (commitment.revisit && isDay(commitment.revisit)) {
    return commitment.revisit <= today ? 'revisit' : undefined;
  }
  const sign = lastSign(commitment);
  return sign && daysBetween(sign, today) >= silenceInDays ? 'silence' : undefined;
}

/** The last day anything was written about it. */
export function lastSign(commitment: Commitment): Day | undefined {
  const days = [commitment.made, commitment.ending?.on, ...commitment.notes.map((note) => note.on)];
  return days
    .filter((day): day is Day => day !== undefined && isDay(day))
    .sort()
    .at(-1);
}

export type GroupBy = 'state' | 'person' | 'norm' | 'retro';

/** `key` is stable across edits; `kind` says what the group is, for its label and icon. */
export interface CommitmentGroup {
  readonly key: string;
  readonly kind: 'worth-a-word' | CommitmentState | 'person' | 'norm' | 'retro' | 'nobody' | 'nowhere';
  /** The person, the norm or the retro as written; `''` for groups by state, for nobody and for nowhere. */
  readonly name: string;
  readonly commitments: readonly Commitment[];
}

/**
 * Sorts commitments into groups: none is empty, none is in two. By state, what is worth a word comes first; by person, norm and retro
 * the groups are in the order of their names and those without one come last. In a group, what is worth a word comes first, then open
 * ones by their day, then ended ones, latest first.
 *
 * @param normIds for `norm`: a `from` that is one of these, or points into the norms file, counts as a norm.
 */
export function groupCommitments(
  commitments: readonly Commitment[],
  by: GroupBy,
  today: Day,
  normIds: ReadonlySet<string> = new Set(),
): readonly CommitmentGroup[] {
  const groups = new Map<string, { kind: CommitmentGroup['kind']; name: string; commitments: Commitment[] }>();
  for (const commitment of commitments) {
    const { kind, name } = groupOf(commitment, by, today, normIds);
    const key = `${kind}:${name}`;
    const group = groups.get(key) ?? { kind, name, commitments: [] };
    group.commitments.push(commitment);
    groups.set(key, group);
  }
  return [...groups]
    .map(([key, group]) => ({ key, ...group, commitments: sortCommitments(group.commitments, today) }))
    .sort((a, b) => rankOf(a.kind) - rankOf(b.kind) || a.name.localeCompare(b.name));
}

function groupOf(
  commitment: Commitment,
  by: GroupBy,
  today: Day,
  normIds: ReadonlySet<string>,
): Pick<CommitmentGroup, 'kind' | 'name'> {
  const from = commitment.from ?? '';
  switch (by) {
    case 'state':
      return { kind: worthAWord(commitment, today) ? 'worth-a-word' : commitment.state, name: '' };
    case 'person':
      return commitment.owner ? { kind: 'person', name: commitment.owner } : { kind: 'nobody', name: '' };
    case 'norm':
      return isNorm(from, normIds) ? { kind: 'norm', name: from } : { kind: 'nowhere', name: '' };
    case 'retro':
      return from && !isNorm(from, normIds) ? { kind: 'retro', name: from } : { kind: 'nowhere', name: '' };
  }
}

function isNorm(from: string, normIds: ReadonlySet<string>): boolean {
  return normIds.has(from) || /(^|\/)norms\.yaml(#|$)/.test(from);
}

const ranks: readonly CommitmentGroup['kind'][] = [
  'worth-a-word',
  ...commitmentStates,
  'person',
  'norm',
  'retro',
  'nobody',
  'nowhere',
];

function rankOf(kind: CommitmentGroup['kind']): number {
  return ranks.indexOf(kind);
}

/** What is worth a word first, then open ones by their day, then ended ones, latest first. Those without a day keep their order. */
export function sortCommitments(commitments: readonly Commitment[], today: Day): readonly Commitment[] {
  const keyed = commitments.map((commitment) => ({ commitment, key: sortKey(commitment, today) }));
  keyed.sort((a, b) => a.key.rank - b.key.rank || a.key.direction * compare(a.key.day, b.key.day));
  return keyed.map(({ commitment }) => commitment);
}

function sortKey(commitment: Commitment, today: Day): { rank: number; day: string; direction: 1 | -1 } {
  if (commitment.state !== 'open') {
    return { rank: 2, day: commitment.ending?.on ?? '', direction: -1 };
  }
  return { rank: worthAWord(commitment, today) ? 0 : 1, day: commitment.revisit ?? '9999', direction: 1 };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Those in which every word of `text` occurs, in the promise, the owner, the retro, the id or a note. An empty text keeps all. */
export function filterCommitments(commitments: readonly Commitment[], text: string): readonly Commitment[] {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) {
    return commitments;
  }
  return commitments.filter((commitment) => {
    const { promise, owner = '', from = '', id, notes, ending } = commitment;
    const all = [promise, owner, from, id, ending?.because ?? '', ...notes.map((note) => note.text)];
    const searched = all.join('\n').toLocaleLowerCase();
    return words.every((word) => searched.includes(word));
  });
}

/** Everyone who took a promise, as written, in alphabetical order: for completion and for choosing an owner. */
export function ownersOf(commitments: readonly Commitment[]): readonly string[] {
  const owners = new Set(commitments.flatMap(({ owner }) => (owner ? [owner] : [])));
  return [...owners].sort((a, b) => a.localeCompare(b));
}
