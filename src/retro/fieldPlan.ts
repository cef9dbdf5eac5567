/**
 * The plan of all fields: for each field of the state, at any depth, where it may go. A new field does not compile until the plan says
 * so for each place. What the plan does not let through is not in the state after the end (and so in no minutes and no export), not on
 * disk, or not in a view.
 */
import type { RetroState } from './model.js';

/** Where one field may go. */
export interface FieldFate {
  /** The state after `retro/finish`, from which minutes, exports and entries of files are made. */
  readonly end: 'kept' | 'byLevel' | 'gone';
  /** The journal and the snapshot on disk, while the retro goes on. */
  readonly journal: 'kept' | 'byLevel' | 'gone';
  /** What participants are sent. `shaped`: in another form, such as a total, that the view's own code makes. */
  readonly view: 'sent' | 'shaped' | 'never';
}
export type Place = keyof FieldFate;

type Plain = string | number | boolean | undefined;
type KeysOf<T> = T extends unknown ? keyof T : never;
type FieldOf<T, K> = T extends unknown ? (K extends keyof T ? T[K] : never) : never;
/** Keys that are data, such as ids, and not names of fields. */
type IsRecord<T> = string extends keyof T ? true : `confidence/${string}` extends keyof T ? true : false;
type ThingOf<T> = T extends Plain
  ? never
  : T extends readonly (infer Item)[]
    ? ThingOf<Item>
    : IsRecord<T> extends true
      ? never
      : T;
type EntryOf<T> = T extends Plain ? never : IsRecord<T> extends true ? ThingOf<T[keyof T]> : never;
/** The plan of a thing or a list of things in a field (`of`), or of the entries of a record (`each`). */
type Within<T> = ([ThingOf<T>] extends [never] ? unknown : { readonly of: FieldPlan<ThingOf<T>> }) &
  ([EntryOf<T>] extends [never] ? unknown : { readonly each: FieldPlan<EntryOf<T>> });

/** The fate of every field of a type, and of the fields of everything in it. */
export type FieldPlan<T> = { readonly [K in KeysOf<T>]: FieldFate & Within<FieldOf<T, K>> };

const everywhere = { end: 'kept', journal: 'kept', view: 'sent' } as const;
/** Kept, and sent in another form. */
const shaped = { end: 'kept', journal: 'kept', view: 'shaped' } as const;
/** Kept where the level of the thing allows it. */
const written = { end: 'byLevel', journal: 'byLevel', view: 'sent' } as const;
const writtenShaped = { end: 'byLevel', journal: 'byLevel', view: 'shaped' } as const;
/** Over with the meeting. */
const meeting = { end: 'gone', journal: 'kept', view: 'sent' } as const;
const meetingShaped = { end: 'gone', journal: 'kept', view: 'shaped' } as const;

const prompt = { id: everywhere, title: everywhere, hint: everywhere };

const stepPlan = {
  id: everywhere,
  kind: everywhere,
  title: everywhere,
  guide: everywhere,
  minutes: everywhere,
  prompts: everywhere,
};

const template = {
  id: everywhere,
  name: everywhere,
  about: everywhere,
  prompts: { ...everywhere, of: prompt },
  steps: { ...shaped, of: stepPlan },
  votes: { ...shaped, of: { budget: shaped, cap: shaped } },
  confidentiality: shaped,
  anonymity: shaped,
  heard: shaped,
  incident: shaped,
};

const participant = {
  id: everywhere,
  name: everywhere,
  influence: everywhere,
  presence: everywhere,
  since: everywhere,
  aside: meeting,
  putOut: meeting,
};

const requests = {
  longer: { ...meeting, of: { at: meeting } },
  silence: { ...meeting, of: { at: meeting, until: meeting } },
  norm: { ...meeting, of: { at: meeting, until: meeting, norm: meeting } },
};

const promise = {
  id: everywhere,
  promise: everywhere,
  owner: everywhere,
  made: everywhere,
  revisit: everywhere,
  answer: { ...written, of: { kind: everywhere, agreedWith: everywhere, promise: everywhere, because: everywhere } },
  helped: written,
  hindered: written,
};

const norm = {
  id: everywhere,
  text: everywhere,
  why: everywhere,
  adoptedOn: everywhere,
  hands: shaped,
};

const card = {
  id: everywhere,
  prompt: everywhere,
  text: everywhere,
  // After the end nobody edits a card.
  key: meeting,
  asked: { ...everywhere, of: { question: everywhere, answer: everywhere } },
  by: everywhere,
};

const group = { id: everywhere, name: everywhere, cards: everywhere };

/** Only to compare counts while the meeting lasts. */
const comparing = { end: 'gone', journal: 'kept', view: 'never' } as const;

const box = { status: shaped, counts: shaped, before: comparing, withheld: everywhere };

const hearing = {
  speaker: meetingShaped,
  listener: meetingShaped,
  line: { ...meetingShaped, of: { id: meetingShaped, text: meetingShaped } },
  loops: meetingShaped,
};

const circle = {
  step: meetingShaped,
  order: meetingShaped,
  turns: meetingShaped,
  speaker: meetingShaped,
  reading: { ...meetingShaped, journal: 'byLevel' },
  read: { ...meetingShaped, journal: 'byLevel' },
  thanks: meetingShaped,
  hearing: { ...meetingShaped, of: hearing },
} as const;

const vote = {
  status: shaped,
  budget: shaped,
  cap: shaped,
  ballots: shaped,
  totals: writtenShaped,
  before: {
    ...comparing,
    journal: 'byLevel',
    of: { ballots: comparing, totals: { ...comparing, journal: 'byLevel' } },
  },
  withheld: everywhere,
} as const;

const line = { id: everywhere, text: everywhere };

const topic = {
  status: shaped,
  purpose: shaped,
  advice: shaped,
  notes: { ...writtenShaped, of: line },
  wellEnough: shaped,
};

const talk = {
  current: { ...meetingShaped, journal: 'byLevel' },
  topics: { ...writtenShaped, each: topic },
  proposals: { ...writtenShaped, of: { id: everywhere, title: everywhere } },
  more: { ...meetingShaped, journal: 'byLevel' },
} as const;

const commitment = {
  id: everywhere,
  when: everywhere,
  will: everywhere,
  team: everywhere,
  owner: everywhere,
  revisit: everywhere,
  how: everywhere,
  topic: everywhere,
};

const appreciation = { id: everywhere, to: everywhere, text: everywhere };

export const retroPlan = {
  id: everywhere,
  title: everywhere,
  date: everywhere,
  startedAt: everywhere,
  mode: everywhere,
  template: { ...shaped, of: template },
  steps: { ...everywhere, of: { ...stepPlan, status: everywhere } },
  participants: { ...everywhere, of: participant },
  facilitator: everywhere,
  confidentiality: everywhere,
  anonymity: everywhere,
  timer: { ...meeting, of: { step: meeting, startedAt: meeting, endsAt: meeting } },
  requests: { ...meeting, of: requests },
  ticks: meetingShaped,
  words: meeting,
  safetyFirst: meeting,
  boxes: { ...writtenShaped, each: box },
  tallies: { ...comparing, each: { people: comparing, answers: comparing } },
  promises: { ...writtenShaped, of: promise },
  norms: { ...writtenShaped, of: norm },
  sealed: { ...meetingShaped, of: { pool: { ...meetingShaped, of: card }, entries: meetingShaped } },
  cards: { ...written, of: card },
  groups: { ...written, of: group },
  // Names that groups had before may be those of things that were lowered since.
  groupsBefore: { ...meetingShaped, journal: 'byLevel', of: group },
  circle: { ...meetingShaped, journal: 'byLevel', of: circle },
  circleStart: { ...everywhere, view: 'never' },
  heard: { ...written, of: line },
  vote: { ...writtenShaped, of: vote },
  talk: { ...writtenShaped, of: talk },
  commitments: { ...writtenShaped, of: commitment },
  appreciations: { ...written, of: appreciation },
  lowered: written,
  finishedAt: everywhere,
} as const satisfies FieldPlan<RetroState>;

export function fieldNames<Plan extends object>(plan: Plan): readonly (keyof Plan)[] {
  return Object.keys(plan) as (keyof Plan)[];
}
