/** The shape of a whole state, for one that comes from a disk. */
import * as v from 'valibot';
import { anonymitySchema, boxSchema, daySchema, fileIdSchema, idSchema, levelSchema } from './eventSchema.js';
import type { BoxName, RetroState } from './model.js';
import type { DifferentFields, NothingOf } from './sameType.js';
import { openPromiseEntries, stepPlanEntries, templateSchema } from './setupSchema.js';
import { purposes } from './topics.js';

const text = v.string();
const time = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const idText = v.object({ id: idSchema, text });
const until = { at: time, until: time };

const anonymousCard = {
  id: idSchema,
  prompt: idSchema,
  text,
  key: v.exactOptional(text),
  asked: v.exactOptional(v.object({ question: text, answer: v.exactOptional(text) })),
};
const cards = v.array(v.union([v.object({ ...anonymousCard, by: text }), v.object(anonymousCard)]));
const groups = v.array(v.object({ id: idSchema, name: text, cards: v.array(idSchema) }));
const hands = <const T extends readonly string[]>(values: T) => v.record(idSchema, v.picklist(values));

const meeting = {
  steps: v.array(v.object({ ...stepPlanEntries, status: v.picklist(['upcoming', 'now', 'done', 'skipped']) })),
  participants: v.array(
    v.object({
      id: idSchema,
      name: text,
      influence: v.boolean(),
      presence: v.picklist(['here', 'away', 'left']),
      aside: v.exactOptional(v.literal(true)),
      putOut: v.exactOptional(v.literal(true)),
      since: time,
    }),
  ),
  facilitator: idSchema,
  timer: v.exactOptional(v.object({ step: idSchema, startedAt: time, endsAt: time })),
  requests: v.object({
    longer: v.exactOptional(v.object({ at: time })),
    silence: v.exactOptional(v.object(until)),
    norm: v.exactOptional(v.object({ ...until, norm: v.exactOptional(fileIdSchema) })),
  }),
  ticks: v.array(idSchema),
  words: v.record(idSchema, text),
  safetyFirst: v.boolean(),
};

const box = v.object({
  status: v.picklist(['open', 'counted']),
  counts: v.array(v.array(count)),
  before: v.exactOptional(v.array(v.array(count))),
  withheld: v.exactOptional(v.literal(true)),
});
const tally = v.object({ people: v.array(idSchema), answers: count });
const tallies = v.pipe(
  v.record(v.string(), tally),
  v.check((all) => Object.keys(all).every((name) => name === 'vote' || v.is(boxSchema, name))),
  v.transform((all): RetroState['tallies'] => all),
);
const boxes = v.pipe(
  v.record(v.string(), box),
  v.check((all) => Object.keys(all).every((name) => v.is(boxSchema, name))),
  v.transform((all): Readonly<Partial<Record<BoxName, v.InferOutput<typeof box>>>> => all),
);

const answer = v.variant('kind', [
  v.object({ kind: v.literal('kept') }),
  v.object({ kind: v.literal('changed'), agreedWith: text, promise: text, because: v.exactOptional(text) }),
  v.object({ kind: v.literal('letGo'), because: text }),
  v.object({ kind: v.literal('still') }),
]);

const circle = v.object({
  step: idSchema,
  order: v.array(idSchema),
  turns: hands(['waiting', 'later', 'spoke', 'passed']),
  speaker: v.exactOptional(idSchema),
  reading: v.exactOptional(idSchema),
  read: v.array(idSchema),
  thanks: count,
  hearing: v.exactOptional(
    v.object({ speaker: idSchema, listener: idSchema, line: v.exactOptional(idText), loops: count }),
  ),
});

const vote = v.object({
  status: v.picklist(['waiting', 'open', 'counted']),
  budget: count,
  cap: count,
  ballots: count,
  totals: v.record(idSchema, count),
  before: v.exactOptional(v.object({ ballots: count, totals: v.record(idSchema, count) })),
  withheld: v.exactOptional(v.literal(true)),
});

const talk = v.object({
  current: v.exactOptional(idSchema),
  topics: v.record(
    idSchema,
    v.object({
      status: v.picklist(['now', 'done']),
      purpose: v.picklist(purposes),
      advice: v.picklist(['closed', 'open', 'listening']),
      notes: v.array(idText),
      wellEnough: hands(['yes', 'notYet']),
    }),
  ),
  proposals: v.array(v.object({ id: idSchema, title: text })),
  more: v.exactOptional(hands(['yes', 'no'])),
});

const commitment = v.object({
  id: idSchema,
  when: text,
  will: text,
  team: v.boolean(),
  owner: v.exactOptional(idSchema),
  revisit: v.exactOptional(daySchema),
  how: v.exactOptional(text),
  topic: v.exactOptional(idSchema),
});

const state = v.object({
  id: idSchema,
  title: text,
  date: daySchema,
  startedAt: time,
  mode: v.picklist(['shared', 'room']),
  template: templateSchema,
  ...meeting,
  confidentiality: levelSchema,
  anonymity: anonymitySchema,
  boxes,
  tallies,
  promises: v.array(
    v.object({
      ...openPromiseEntries,
      answer: v.exactOptional(answer),
      helped: v.exactOptional(text),
      hindered: v.exactOptional(text),
    }),
  ),
  norms: v.array(
    v.object({
      id: fileIdSchema,
      text,
      why: v.exactOptional(text),
      adoptedOn: v.exactOptional(text),
      hands: hands(['yes', 'live', 'change']),
    }),
  ),
  sealed: v.object({ pool: cards, entries: count }),
  cards,
  groups,
  groupsBefore: v.array(groups),
  circle: v.exactOptional(circle),
  circleStart: count,
  heard: v.array(idText),
  vote,
  talk,
  commitments: v.array(commitment),
  appreciations: v.array(v.object({ id: idSchema, to: v.exactOptional(idSchema), text })),
  lowered: v.record(v.string(), levelSchema),
  finishedAt: v.exactOptional(time),
});

export const stateSchema: v.GenericSchema<unknown, RetroState> = state;

/** Does not compile while the schema and {@link RetroState} differ in a field at any depth; the error names the field of the state. */
export type StatesDiffer = NothingOf<DifferentFields<RetroState, v.InferOutput<typeof state>>>;
