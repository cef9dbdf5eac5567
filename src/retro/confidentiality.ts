/**
 * Where each thing may go. The level of the retro is the most any of its things can have; anyone lowers one further, nobody raises
 * one. Promises differ in one way: what stays in the room stays there, and what was promised leaves it, unless all is ashes.
 */
import { retroPlan } from './fieldPlan.js';
import {
  type Appreciation,
  type Card,
  type CommitmentDraft,
  type ConfidentialityLevel,
  type HeardLine,
  levels,
  type PromiseWalk,
  type RetroState,
} from './model.js';
import { type FieldsWith, fieldsWith, trimmed } from './plannedFields.js';
import type { Group, Note, Proposal } from './topics.js';
import { type SentenceWording, sentence } from './wording.js';

export type SaveKind = 'card' | 'group' | 'topic' | 'note' | 'heard' | 'thanks' | 'commitment' | 'promise' | 'norm';

/** One thing that may leave the room. */
export interface SaveItem {
  /** `card/c1`: what `save/lower` names. */
  readonly id: string;
  readonly kind: SaveKind;
  readonly text: string;
  readonly level: ConfidentialityLevel;
}

/** The parts of a state or of a view that hold what people wrote. */
export interface Written {
  readonly confidentiality: ConfidentialityLevel;
  readonly lowered: Readonly<Record<string, ConfidentialityLevel>>;
  readonly cards: readonly Card[];
  readonly groups: readonly Group[];
  readonly heard: readonly HeardLine[];
  readonly talk: {
    readonly proposals: readonly Proposal[];
    readonly topics:
      | Readonly<Record<string, { readonly notes: readonly Note[] }>>
      | readonly { readonly notes: readonly Note[] }[];
  };
  readonly appreciations: readonly Appreciation[];
  readonly commitments: readonly CommitmentDraft[];
  readonly promises: readonly PromiseWalk[];
  readonly norms: readonly { readonly id: string; readonly text: string; readonly adoptedOn?: string }[];
}

/** Everything that was written, with the level it has now, in the order of the retro. */
export function saveItems(source: Written, words?: SentenceWording): readonly SaveItem[] {
  const entries: [kind: SaveKind, id: string, text: string][] = [
    ...source.commitments.map((draft): [SaveKind, string, string] => ['commitment', draft.id, sentence(draft, words)]),
    ...source.promises.filter(wasWalked).map((one): [SaveKind, string, string] => ['promise', one.id, one.promise]),
    ...source.norms.filter(isNew).map((norm): [SaveKind, string, string] => ['norm', norm.id, norm.text]),
    ...source.groups.map((group): [SaveKind, string, string] => ['group', group.id, group.name]),
    ...source.talk.proposals.map((proposal): [SaveKind, string, string] => ['topic', proposal.id, proposal.title]),
    ...source.cards.map((card): [SaveKind, string, string] => ['card', card.id, card.text]),
    ...notesOf(source).map((note): [SaveKind, string, string] => ['note', note.id, note.text]),
    ...source.heard.map((line): [SaveKind, string, string] => ['heard', line.id, line.text]),
    ...source.appreciations.map((one): [SaveKind, string, string] => ['thanks', one.id, one.text]),
  ];
  return entries.map(([kind, id, text]) => ({
    id: `${kind}/${id}`,
    kind,
    text,
    level: itemLevel(source, kind, `${kind}/${id}`),
  }));
}

/** The level of one thing, or nothing when there is no such thing. */
export function levelOf(source: Written, item: string): ConfidentialityLevel | undefined {
  const slash = item.indexOf('/');
  const id = item.slice(slash + 1);
  const kind = kinds.find((one) => one === item.slice(0, slash));
  return kind !== undefined && of(source, kind).some((one) => one.id === id)
    ? itemLevel(source, kind, item)
    : undefined;
}

export function lower(state: RetroState, item: string, level: ConfidentialityLevel): RetroState {
  return { ...state, lowered: { ...state.lowered, [item]: level } };
}

/** The level a thing has before anyone lowers it. */
export function startingLevel(kind: SaveKind, retro: ConfidentialityLevel): ConfidentialityLevel {
  const leaves = kind === 'commitment' || kind === 'promise' || kind === 'norm';
  return leaves && retro !== 'ashes' ? 'repo' : retro;
}

export function atLeast(level: ConfidentialityLevel, least: ConfidentialityLevel): boolean {
  return levels.indexOf(level) >= levels.indexOf(least);
}

/**
 * The state with those fields alone that the plan lets outlive the meeting, and with those things alone that may go as far as `least`.
 * Applied twice it changes nothing more.
 */
export function kept(state: RetroState, least: 'team' | 'repo'): RetroState {
  const keep: Keep = (kind) => (one) => atLeast(itemLevel(state, kind, `${kind}/${one.id}`), least);
  const things = keptThings({ ...state, commitments: state.commitments.filter(stands) }, keep);
  const topics = Object.entries(things.talk.topics).map(([id, topic]) => [id, { ...topic, status: 'done' }] as const);
  const byLevel: Pick<RetroState, FieldsWith<typeof retroPlan, 'end', 'byLevel'>> = {
    ...keptLists(state, { ...things, talk: { ...things.talk, topics: Object.fromEntries(topics) } }),
    boxes: keptBoxes(state, things.commitments, least),
  };
  return { ...fieldsWith(state, retroPlan, 'end', 'kept'), ...trimmed(byLevel, retroPlan, 'end'), ...noMeeting };
}

/** The meeting's own fields as they are when there is no meeting. */
const noMeeting = {
  requests: {},
  ticks: [],
  words: {},
  safetyFirst: false,
  tallies: {},
  sealed: { pool: [], entries: 0 },
  groupsBefore: [],
} as const satisfies Partial<RetroState>;

/** Says of a kind of things which of them stay. Called only for things that are there. */
export type Keep = (kind: SaveKind) => (one: { readonly id: string }) => boolean;

/** Everything that people write, and what hangs on it. */
export type Things = Pick<
  RetroState,
  'cards' | 'groups' | 'heard' | 'appreciations' | 'commitments' | 'promises' | 'norms' | 'talk'
>;

/** Those things alone. Their lists are still to be put in order: {@link keptLists}. */
export function keptThings(state: Things, keep: Keep): Things {
  const cards = state.cards.filter(keep('card'));
  const cardIds = new Set(cards.map((card) => card.id));
  return {
    cards,
    groups: state.groups
      .filter(keep('group'))
      .map((group) => ({ ...group, cards: group.cards.filter((id) => cardIds.has(id)) })),
    heard: state.heard.filter(keep('heard')),
    appreciations: state.appreciations.filter(keep('thanks')),
    commitments: state.commitments.filter(keep('commitment')),
    promises: state.promises.map((promise) => (keep('promise')(promise) ? promise : asItWas(promise))),
    norms: state.norms.filter((norm) => !isNew(norm) || keep('norm')(norm)),
    talk: {
      ...state.talk,
      proposals: state.talk.proposals.filter(keep('topic')),
      topics: keptTopics(state, keep('note')),
    },
  };
}

/** What is in the state once the retro is over. */
export function remains(state: RetroState): RetroState {
  return kept(state, 'team');
}

/** A commitment that somebody stands for: who took it, or the team. */
export function stands(draft: CommitmentDraft): boolean {
  return draft.team || draft.owner !== undefined;
}

/** Something was said about the promise today. */
export function wasWalked(promise: PromiseWalk): boolean {
  return promise.answer !== undefined || promise.helped !== undefined || promise.hindered !== undefined;
}

const kinds: readonly SaveKind[] = [
  'card',
  'group',
  'topic',
  'note',
  'heard',
  'thanks',
  'commitment',
  'promise',
  'norm',
];

function of(source: Written, kind: SaveKind): readonly { readonly id: string }[] {
  switch (kind) {
    case 'card':
      return source.cards;
    case 'group':
      return source.groups;
    case 'topic':
      return source.talk.proposals;
    case 'note':
      return notesOf(source);
    case 'heard':
      return source.heard;
    case 'thanks':
      return source.appreciations;
    case 'commitment':
      return source.commitments;
    case 'promise':
      return source.promises.filter(wasWalked);
    case 'norm':
      return source.norms.filter(isNew);
  }
}

/** The level of a thing that is there. @param item `kind/id` */
export function itemLevel(source: Written, kind: SaveKind, item: string): ConfidentialityLevel {
  const starting = startingLevel(kind, source.confidentiality);
  const lowered = Object.hasOwn(source.lowered, item) ? source.lowered[item] : undefined;
  return lowered === undefined || atLeast(lowered, starting) ? starting : lowered;
}

function notesOf(source: Written): readonly Note[] {
  return Object.values(source.talk.topics).flatMap((topic) => topic.notes);
}

function isNew(norm: { readonly adoptedOn?: string }): boolean {
  return norm.adoptedOn === undefined;
}

/** Without what was said about it today. */
function asItWas(promise: PromiseWalk): PromiseWalk {
  return fieldsWith(promise, retroPlan.promises.of, 'end', 'kept');
}

function keptTopics({ talk }: Things, keep: (note: Note) => boolean): RetroState['talk']['topics'] {
  return Object.fromEntries(
    Object.entries(talk.topics).map(([id, topic]) => [id, { ...topic, notes: topic.notes.filter(keep) }]),
  );
}

/** Pictures of the room belong to the room; confidence belongs to its commitment. */
function keptBoxes(
  state: RetroState,
  commitments: readonly CommitmentDraft[],
  least: ConfidentialityLevel,
): RetroState['boxes'] {
  const pictures = atLeast(state.confidentiality, least);
  const { safety: _safety, dials, worth, ...confidence } = state.boxes;
  const ids = new Set(commitments.map((draft) => `confidence/${draft.id}`));
  return {
    ...Object.fromEntries(Object.entries(confidence).filter(([name]) => ids.has(name))),
    ...(pictures && dials !== undefined ? { dials } : {}),
    ...(pictures && worth !== undefined ? { worth } : {}),
  };
}

/** Votes, talks and lowered levels of things that are gone go with them. */
export function keptLists(
  state: Pick<RetroState, 'confidentiality' | 'lowered' | 'vote'>,
  kept: Things,
): Things & Pick<RetroState, 'vote' | 'lowered'> {
  const groups = kept.groups.filter((group) => group.cards.length > 0);
  const ids = new Set([...groups, ...kept.cards, ...kept.talk.proposals].map((thing) => thing.id));
  const topics = Object.entries(kept.talk.topics).filter(([id, topic]) => ids.has(id) || topic.notes.length > 0);
  const things = { ...kept, groups, talk: { ...kept.talk, topics: Object.fromEntries(topics) } };
  const { confidentiality, lowered, vote } = state;
  const items = new Set(saveItems({ ...things, confidentiality, lowered }).map((item) => item.id));
  return {
    ...things,
    vote: keptVote(vote, ids),
    lowered: pick(lowered, (item) => items.has(item)),
  };
}

function keptVote(vote: RetroState['vote'], things: ReadonlySet<string>): RetroState['vote'] {
  const { before, ...rest } = { ...vote, totals: pick(vote.totals, (id) => things.has(id)) };
  return before === undefined
    ? rest
    : { ...rest, before: { ...before, totals: pick(before.totals, (id) => things.has(id)) } };
}

function pick<T>(record: Readonly<Record<string, T>>, keep: (key: string) => boolean): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => keep(key)));
}
