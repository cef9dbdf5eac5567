/** The shape of every event, checked on arrival. What an event may do is decided in `apply`; here is only what it looks like. */
import * as v from 'valibot';
import type { RetroEvent } from './event.js';
import { limits } from './limits.js';
import { anonymities, type BoxName, levels } from './model.js';
import { plainName, plainTitle } from './plainName.js';
import type { DifferentMembers, NothingOf } from './sameType.js';
import { purposes } from './topics.js';

/** Letters, digits, `-` and `_`, beginning with a letter or digit; never the name of something every object has. */
export const idSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/),
  v.check((id) => !(id in Object.prototype)),
);
/** Ids of commitments and norms come from files that people write by hand, so any one word is one. */
export const fileIdSchema = v.pipe(
  v.string(),
  v.maxLength(100),
  v.regex(/^[^\s\p{Cc}]+$/u),
  v.check((id) => !(id in Object.prototype)),
);
const text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(limits.text));
const perhapsEmpty = v.pipe(v.string(), v.trim(), v.maxLength(limits.text));
/** A name of a person in its usual form. Whether it can be a name is for the core to say, in words for whoever typed it. */
export const nameSchema = v.pipe(v.string(), v.maxLength(4 * limits.name), v.transform(plainName));
export const titleSchema = v.pipe(v.string(), v.transform(plainTitle), v.minLength(1), v.maxLength(limits.name));
export const daySchema = v.pipe(v.string(), v.isoDate());
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const minutes = v.pipe(v.number(), v.minValue(0.1), v.maxValue(limits.minutes));
export const levelSchema = v.picklist(levels);
export const anonymitySchema = v.picklist(anonymities);
export const boxSchema = v.custom<BoxName>(
  (value) => typeof value === 'string' && /^(?:safety|dials|worth|confidence\/[A-Za-z0-9][\w-]{0,63})$/.test(value),
);

const just = <T extends string>(type: T) => v.strictObject({ type: v.literal(type) });
/** A card as it is handed in. */
export const entryCard = v.strictObject({
  id: idSchema,
  prompt: idSchema,
  text,
  alias: v.exactOptional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(limits.name))),
  key: v.exactOptional(v.pipe(v.string(), v.regex(/^[\w+/=-]{1,200}$/))),
});
const entry = v.pipe(v.array(entryCard), v.maxLength(limits.cardsPerEntry));
const cardIds = v.pipe(v.array(idSchema), v.minLength(1), v.maxLength(limits.cards));

const people = [
  v.strictObject({ type: v.literal('person/join'), id: idSchema, name: nameSchema }),
  v.strictObject({ type: v.literal('person/rename'), id: idSchema, name: nameSchema }),
  v.strictObject({
    type: v.literal('person/presence'),
    id: idSchema,
    presence: v.picklist(['here', 'away', 'left']),
  }),
  v.strictObject({ type: v.literal('person/aside'), id: idSchema, aside: v.boolean() }),
  v.strictObject({ type: v.literal('person/putOut'), id: idSchema }),
  v.strictObject({ type: v.literal('person/influence'), influence: v.boolean() }),
  v.strictObject({ type: v.literal('facilitator/handOver'), to: idSchema }),
  just('facilitator/takeOver'),
  v.strictObject({ type: v.literal('confidentiality/lower'), level: levelSchema }),
  v.strictObject({ type: v.literal('anonymity/raise'), anonymity: anonymitySchema }),
] as const;

const steps = [
  just('step/next'),
  just('step/back'),
  v.strictObject({ type: v.literal('step/goTo'), step: idSchema }),
  v.strictObject({ type: v.literal('step/skip'), step: idSchema, skip: v.boolean() }),
  v.strictObject({ type: v.literal('step/move'), step: idSchema, to: count }),
  v.strictObject({ type: v.literal('timer/start'), minutes }),
  v.strictObject({ type: v.literal('timer/extend'), minutes }),
  just('timer/stop'),
  just('request/longer'),
  just('request/silence'),
  v.strictObject({ type: v.literal('request/norm'), norm: v.exactOptional(fileIdSchema) }),
  v.strictObject({ type: v.literal('request/settle'), request: v.picklist(['longer', 'silence', 'norm']) }),
  v.strictObject({ type: v.literal('tick/set'), done: v.boolean() }),
] as const;

const answers = v.pipe(v.array(v.pipe(v.number(), v.safeInteger())), v.minLength(1), v.maxLength(2));
const promiseAnswer = v.variant('kind', [
  v.strictObject({ kind: v.literal('kept') }),
  v.strictObject({
    kind: v.literal('changed'),
    agreedWith: titleSchema,
    promise: text,
    because: v.exactOptional(text),
  }),
  v.strictObject({ kind: v.literal('letGo'), because: text }),
  v.strictObject({ kind: v.literal('still') }),
]);

const arriveToNorms = [
  v.strictObject({ type: v.literal('arrive/word'), word: v.pipe(v.string(), v.trim(), v.maxLength(limits.name)) }),
  just('safety/first'),
  v.strictObject({ type: v.literal('ballot/open'), box: boxSchema }),
  v.strictObject({ type: v.literal('ballot/answer'), box: boxSchema, answers }),
  v.strictObject({ type: v.literal('ballot/close'), box: boxSchema }),
  v.strictObject({ type: v.literal('promise/answer'), id: fileIdSchema, answer: promiseAnswer }),
  v.strictObject({ type: v.literal('promise/clear'), id: fileIdSchema }),
  v.strictObject({
    type: v.literal('promise/reflect'),
    id: fileIdSchema,
    helped: v.exactOptional(perhapsEmpty),
    hindered: v.exactOptional(perhapsEmpty),
  }),
  v.strictObject({ type: v.literal('norm/add'), id: idSchema, text, why: v.exactOptional(text) }),
  v.strictObject({ type: v.literal('norm/edit'), id: fileIdSchema, text, why: v.exactOptional(text) }),
  v.strictObject({ type: v.literal('norm/remove'), id: fileIdSchema }),
  v.strictObject({
    type: v.literal('norm/hand'),
    id: v.exactOptional(fileIdSchema),
    hand: v.picklist(['yes', 'live', 'change']),
  }),
] as const;

const cards = [
  v.strictObject({ type: v.literal('entry/submit'), cards: entry }),
  v.strictObject({
    type: v.literal('entries/sealed'),
    cards: v.pipe(v.array(entryCard), v.maxLength(limits.cards)),
    entries: v.pipe(count, v.maxValue(limits.participants)),
  }),
  v.strictObject({ type: v.literal('entry/signed'), cards: entry }),
  just('reveal/open'),
  v.strictObject({ type: v.literal('card/edit'), id: idSchema, text }),
  v.strictObject({ type: v.literal('card/withdraw'), id: idSchema }),
  v.strictObject({ type: v.literal('card/ask'), id: idSchema, question: text }),
  v.strictObject({ type: v.literal('card/answer'), id: idSchema, answer: text }),
  just('circle/restart'),
  just('circle/done'),
  just('circle/pass'),
  just('circle/later'),
  v.strictObject({ type: v.literal('circle/read'), stop: v.exactOptional(v.boolean()) }),
  just('circle/thank'),
  v.strictObject({ type: v.literal('heard/say'), id: idSchema, text }),
  v.strictObject({ type: v.literal('heard/answer'), answer: v.picklist(['yes', 'almost', 'skip']) }),
  just('heard/skip'),
] as const;

const votes = v.pipe(
  v.record(idSchema, count),
  v.check((ballot) => Object.keys(ballot).length <= limits.votesBudget),
);

const topics = [
  v.strictObject({ type: v.literal('group/make'), id: idSchema, name: titleSchema, cards: cardIds }),
  v.strictObject({ type: v.literal('group/put'), group: idSchema, card: idSchema }),
  v.strictObject({ type: v.literal('group/take'), card: idSchema }),
  v.strictObject({ type: v.literal('group/name'), group: idSchema, name: titleSchema }),
  v.strictObject({ type: v.literal('group/merge'), from: idSchema, into: idSchema }),
  just('group/undo'),
  v.strictObject({
    type: v.literal('vote/open'),
    budget: v.exactOptional(v.pipe(count, v.minValue(1), v.maxValue(limits.votesBudget))),
    cap: v.exactOptional(v.pipe(count, v.minValue(1), v.maxValue(limits.votesBudget))),
  }),
  v.strictObject({ type: v.literal('vote/cast'), votes }),
  just('vote/close'),
  just('vote/reset'),
  v.strictObject({ type: v.literal('talk/propose'), id: idSchema, title: titleSchema }),
  v.strictObject({
    type: v.literal('talk/start'),
    topic: idSchema,
    purpose: v.exactOptional(v.picklist(purposes)),
    minutes: v.exactOptional(minutes),
  }),
  v.strictObject({ type: v.literal('talk/purpose'), purpose: v.picklist(purposes) }),
  just('talk/appreciate'),
  v.strictObject({ type: v.literal('talk/listen'), on: v.boolean() }),
  v.strictObject({ type: v.literal('talk/note'), id: idSchema, text }),
  v.strictObject({ type: v.literal('talk/unnote'), id: idSchema }),
  just('talk/askMore'),
  v.strictObject({ type: v.literal('talk/more'), answer: v.picklist(['yes', 'no']) }),
  v.strictObject({ type: v.literal('talk/wellEnough'), answer: v.picklist(['yes', 'notYet']) }),
  just('talk/end'),
] as const;

const commitmentText = {
  id: idSchema,
  when: text,
  will: text,
  team: v.boolean(),
  revisit: v.exactOptional(daySchema),
  how: v.exactOptional(text),
  topic: v.exactOptional(idSchema),
};

const ending = [
  v.strictObject({ type: v.literal('commitment/add'), ...commitmentText }),
  v.strictObject({ type: v.literal('commitment/edit'), ...commitmentText }),
  v.strictObject({ type: v.literal('commitment/remove'), id: idSchema }),
  v.strictObject({ type: v.literal('commitment/take'), id: idSchema }),
  v.strictObject({ type: v.literal('commitment/handBack'), id: idSchema }),
  v.strictObject({ type: v.literal('thanks/add'), id: idSchema, to: v.exactOptional(idSchema), text }),
  v.strictObject({ type: v.literal('thanks/remove'), id: idSchema }),
  v.strictObject({ type: v.literal('save/lower'), item: v.pipe(v.string(), v.maxLength(120)), level: levelSchema }),
  just('retro/finish'),
] as const;

const options = [...people, ...steps, ...arriveToNorms, ...cards, ...topics, ...ending] as const;

/** Checks what came over a line or from a file; text is trimmed on the way. */
export const eventSchema: v.GenericSchema<unknown, RetroEvent> = v.variant('type', options);

/** An event as its schema gives it. */
type WireEvent = v.InferOutput<(typeof options)[number]>;
/** Does not compile while an event has no schema, a schema no event, or one of the two has other fields; the error names the event. */
export type EventsDiffer = NothingOf<DifferentMembers<RetroEvent, WireEvent, 'type'>>;

/** All event types, in the order of the schema. */
export const eventTypes: readonly RetroEvent['type'][] = options.map((option) => option.entries.type.literal);
