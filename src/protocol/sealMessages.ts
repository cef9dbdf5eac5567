/**
 * The messages of sealed rounds as they cross a line: one notice each way, called `seal`. What they mean, and in which order they
 * come, is in `../retro/sealing/messages.ts`; here is only what they look like.
 */
import * as v from 'valibot';
import { boxSchema, idSchema } from '../retro/eventSchema.js';
import { limits } from '../retro/limits.js';
import type { DifferentMembers, NothingOf } from '../retro/sameType.js';
import { objections, type Purpose, type SealOrder, type SealReply, stopReasons } from '../retro/sealing/messages.js';

/** UTF-16 units of the largest batch: 200 people with many mixers among them. */
export const largestBatch = 6_000_000;

const base64 = (most: number) => v.pipe(v.string(), v.maxLength(most), v.regex(/^[\w-]*$/));
const key = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));
const signature = v.pipe(v.string(), v.regex(/^[\w-]{86}$/));
/** Names a gathering or a round: 16 random bytes. */
const handle = v.pipe(v.string(), v.regex(/^[\w-]{22}$/));
const batch = base64(largestBatch);
const people = <T extends v.GenericSchema>(each: T) =>
  v.pipe(v.array(each), v.minLength(1), v.maxLength(limits.participants));

/** Says what a round is for. */
export const purposeSchema = v.custom<Purpose>(
  (value) =>
    value === 'cards' ||
    value === 'vote' ||
    value === 'amend' ||
    (typeof value === 'string' && value.startsWith('ballot/') && v.is(boxSchema, value.slice('ballot/'.length))),
);

const member = v.strictObject({
  id: idSchema,
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(limits.name)),
  sign: key,
  mix: key,
});
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const round = { round: handle };
const gathering = { gathering: handle };

/** Hub to panel, in the notice `seal`. */
const sealOrder = v.variant('type', [
  v.strictObject({ type: v.literal('gather'), ...gathering, members: people(member) }),
  v.strictObject({ type: v.literal('commits'), ...gathering, commits: people(key) }),
  v.strictObject({ type: v.literal('seeds'), ...gathering, seeds: people(key) }),
  v.strictObject({
    type: v.literal('begin'),
    ...round,
    ...gathering,
    purpose: purposeSchema,
    slots: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(limits.cardsPerEntry)),
    question: key,
    discarded: v.exactOptional(v.strictObject({ ...round, signatures: v.record(idSchema, signature) })),
  }),
  v.strictObject({
    type: v.literal('seal'),
    ...round,
    mixers: people(v.strictObject({ id: idSchema, key, signature })),
    answering: v.exactOptional(people(v.strictObject({ id: idSchema, signature }))),
  }),
  v.strictObject({ type: v.literal('mix'), ...round, batch }),
  v.strictObject({ type: v.literal('check'), ...round, digests: base64(largestBatch) }),
  v.strictObject({ type: v.literal('release'), ...round, signatures: people(signature) }),
  v.strictObject({
    type: v.literal('opened'),
    ...round,
    proof: v.exactOptional(v.strictObject({ keys: people(key), batch })),
  }),
  v.strictObject({
    type: v.literal('stop'),
    ...round,
    why: v.picklist(stopReasons),
    objection: v.exactOptional(v.picklist(objections)),
    without: v.exactOptional(people(idSchema)),
  }),
  v.strictObject({ type: v.literal('askWithout'), people: people(idSchema), objection: v.picklist(objections) }),
  v.strictObject({ type: v.literal('progress'), ...round, mixed: count, of: count }),
  v.strictObject({ type: v.literal('readiness'), purpose: purposeSchema, ready: count, of: count }),
  v.strictObject({ type: v.literal('handInSigned'), ask: handle }),
]);
export const sealOrderSchema: v.GenericSchema<unknown, SealOrder> = sealOrder;

/** Panel to hub, in the notice `seal`. */
const sealReply = v.variant('type', [
  v.strictObject({ type: v.literal('keys'), sign: key, mix: key }),
  v.strictObject({ type: v.literal('commit'), ...gathering, commit: key }),
  v.strictObject({ type: v.literal('seed'), ...gathering, seed: key }),
  v.strictObject({
    type: v.literal('inner'),
    ...round,
    key,
    signature,
    insist: v.boolean(),
    answers: v.exactOptional(signature),
  }),
  v.strictObject({ type: v.literal('envelopes'), ...round, batch }),
  v.strictObject({ type: v.literal('mixed'), ...round, batch }),
  v.strictObject({ type: v.literal('yes'), ...round, signature }),
  v.strictObject({ type: v.literal('released'), ...round, key }),
  v.strictObject({ type: v.literal('discarded'), ...round, signature }),
  v.strictObject({ type: v.literal('no'), id: handle, objection: v.picklist(objections), at: v.exactOptional(count) }),
  v.strictObject({ type: v.literal('ready'), purpose: purposeSchema, ready: v.boolean() }),
  v.strictObject({ type: v.literal('signed'), ask: handle }),
]);
export const sealReplySchema: v.GenericSchema<unknown, SealReply> = sealReply;

/** Does not compile while a message has no schema, a schema no message, or one of the two has other fields; the error names the message. */
export type SealMessagesDiffer = NothingOf<
  | DifferentMembers<SealOrder, v.InferOutput<typeof sealOrder>, 'type'>
  | DifferentMembers<SealReply, v.InferOutput<typeof sealReply>, 'type'>
>;

/** The notice that carries them, for `notifier` and `listen` of `rpc.ts`. */
export const sealNotices = { toPanel: { seal: sealOrderSchema }, toHub: { seal: sealReplySchema } } as const;
