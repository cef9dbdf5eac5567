import * as v from 'valibot';
import { reaches } from '../../protocol/panelMessages.js';
import { idSchema } from '../../retro/eventSchema.js';

/** What a window keeps of a room that it holds; the retro itself is in the room's journal. */
export const savedRoomSchema = v.object({
  /** Whose panel this window is. */
  me: idSchema,
  reach: v.picklist(reaches),
  /** Where guests look for the room when it is back. */
  port: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(65_535)),
  /** Where the editor forwards to, as guests see it. */
  forwarded: v.exactOptional(v.string()),
});
export type SavedRoom = v.InferOutput<typeof savedRoomSchema>;
