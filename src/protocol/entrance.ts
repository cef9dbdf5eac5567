/** How someone comes into a room. */
import * as v from 'valibot';
import { limits } from '../retro/limits.js';

/** 32 random bytes, base64url: the invitation of a room, or the credential of one person. */
export const secretSchema = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(limits.name));

/** By the room's invitation, or back with the credential that the last `hello` gave. */
export const entranceSchema = v.variant('kind', [
  v.object({ kind: v.literal('invited'), secret: secretSchema, name }),
  v.object({ kind: v.literal('back'), credential: secretSchema }),
]);
export type Entrance = v.InferOutput<typeof entranceSchema>;
