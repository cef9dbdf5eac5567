/**
 * Between a participant and the hub, both ways, on one screen. The line is a WebSocket (or a pipe in the editor) that carries the
 * envelopes of `rpc.ts` as JSON. The first request is `hello`; nothing else is heard before it, and nothing is believed that a
 * client says about who it is. Messages of the sealed rounds are in `sealMessages.ts`; why a line ends is in `closeCodes.ts`.
 */
import * as v from 'valibot';
import { eventSchema, idSchema } from '../retro/eventSchema.js';
import { setupSchema } from '../retro/setupSchema.js';
import { entranceSchema, secretSchema } from './entrance.js';
import { actResultSchema, numberedView, previewFile } from './panelMessages.js';

/** Counted up when one side could misunderstand the other. Sides of different numbers part kindly (`otherVersion`). */
export const roomProtocol = 1;

/** Bytes and counts that both sides keep to. The hub closes the line of whoever does not. */
export const roomLimits = {
  /** UTF-16 units of one frame; a longer message goes in several (`frames.ts`). */
  frame: 60_000,
  /** UTF-16 units of one message before `hello` was answered (a room's setup is the largest), and after (a mixer's batch). */
  messageBefore: 60_000,
  messageAfter: 8_000_000,
  /** Brackets within brackets. */
  nesting: 40,
  /** Milliseconds from the first byte to an accepted `hello`. */
  handshake: 10_000,
  /** Milliseconds between two beats. Three missed beats are a lost line, on both sides. */
  beat: 10_000,
} as const;

const version = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const time = v.pipe(v.number(), v.finite());
/** What a client calls its act: the same again after a reconnect, never for another act. At least 16 random characters. */
const actId = v.pipe(v.string(), v.regex(/^[\w-]{16,64}$/));

const welcome = v.object({
  /** The hub's number; equal to the guest's. */
  protocol: v.number(),
  you: idSchema,
  /**
   * For the next `hello`. Keep it where no other page and no log can read it, then say `kept`: from then on the one before is void.
   */
  credential: secretSchema,
  ...numberedView.entries,
});
export type Welcome = v.InferOutput<typeof welcome>;

/** Participant to hub. */
export const roomRequests = {
  /** First. Loose on purpose: a hub has to be able to read the `protocol` of any version. */
  hello: {
    params: v.object({ protocol: v.pipe(v.number(), v.safeInteger()), room: idSchema, as: entranceSchema }),
    result: welcome,
  },
  /** The credential of the welcome is kept. Whoever recorded an earlier `hello` cannot use it any more. */
  kept: { params: v.object({}), result: v.null() },
  /** A move of one's own. The hub stamps who and when. Sent again with the same id it is done once and answered twice. */
  act: { params: v.object({ id: actId, event: eventSchema }), result: actResultSchema },
  /** After a gap: everything, at once. */
  resync: { params: v.object({}), result: numberedView },
  /** What would be written if the retro ended now. */
  preview: { params: v.object({}), result: v.object({ files: v.array(previewFile) }) },
  /** Goes for good; nobody waits for this person any more. The credential still opens the door. */
  leave: { params: v.object({}), result: v.null() },
  /** Only at a hub of its own, in place of `hello`: makes a room. `key` is what the hub was started with. */
  open: {
    params: v.object({
      protocol: v.pipe(v.number(), v.safeInteger()),
      key: v.pipe(v.string(), v.maxLength(200)),
      setup: setupSchema,
    }),
    result: v.object({ room: idSchema, invitation: secretSchema, credential: secretSchema }),
  },
} as const;
export type RoomRequests = typeof roomRequests;

/** Hub to participant. */
export const roomNotices = {
  /**
   * The view has changed. `patch` (`patch.ts`) leads from the view of number `base` to the one of number `version`. Whoever has
   * another number than `base` asks `resync`. Numbers only grow; they may skip.
   */
  change: v.object({ version, base: version, patch: v.unknown(), sentAt: time }),
  /** A sign of life, and the number of the view that was sent last: whoever has another one missed something and asks `resync`. */
  beat: v.object({ version, at: time }),
  /** The line ends now, with this close code, one of the protocol's own. Sockets say it themselves; pipes in between may not. */
  closing: v.object({ code: v.pipe(v.number(), v.safeInteger(), v.minValue(4000), v.maxValue(4099)) }),
} as const;
export type RoomNotices = typeof roomNotices;
