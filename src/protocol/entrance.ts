/** How someone comes into a room. */
import * as v from 'valibot';
import { nameSchema } from '../retro/eventSchema.js';

/** 32 random bytes, base64url: the invitation of a room, or the credential of one person. */
export const secretSchema = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));

/**
 * What a newcomer's client calls this one coming in: 16 or more random characters. Said again when the answer was lost on the way,
 * it brings back the same person instead of a second one of the same name.
 */
const once = v.pipe(v.string(), v.regex(/^[\w-]{16,64}$/));

/** By the room's invitation, or back with the credential that the last `hello` gave. */
export const entranceSchema = v.variant('kind', [
  v.object({ kind: v.literal('invited'), secret: secretSchema, name: nameSchema, once: v.exactOptional(once) }),
  v.object({ kind: v.literal('back'), credential: secretSchema }),
]);
export type Entrance = v.InferOutput<typeof entranceSchema>;
