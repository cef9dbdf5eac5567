import * as v from 'valibot';
import * as vscode from 'vscode';
import { draftsSchema } from '../../protocol/panelMessages.js';
import { loadState } from '../../retro/snapshot.js';
import { savedRoomSchema } from '../room/savedRoom.js';
import { RetroSession } from './retroSession.js';
import { noDrafts, type Session } from './session.js';

const savedSchema = v.object({
  /** A retro at one screen, whole. */
  snapshot: v.optional(v.string()),
  /** A room that this window held: it has a journal of its own. */
  room: v.optional(savedRoomSchema),
  drafts: v.unknown(),
  folder: v.optional(v.string()),
});

/** Opens the room again that a window held which is gone. */
type ReopenRoom = (
  saved: v.InferOutput<typeof savedRoomSchema>,
  drafts: Session['drafts'],
  folder: Session['folder'],
) => Promise<Session | 'gone' | undefined>;

/** The retro that was kept, or nothing when the text is none. `gone`: a room that ended meanwhile. */
export async function sessionFrom(text: string, reopen: ReopenRoom): Promise<Session | 'gone' | undefined> {
  const saved = v.safeParse(savedSchema, parse(text));
  if (!saved.success) {
    return undefined;
  }
  const { snapshot, room, drafts: kept, folder: uri } = saved.output;
  const parsed = v.safeParse(draftsSchema, kept);
  const drafts = parsed.success ? parsed.output : noDrafts;
  const folder = vscode.workspace.workspaceFolders?.find((one) => one.uri.toString() === uri);
  if (room !== undefined) {
    return reopen(room, drafts, folder);
  }
  const state = snapshot === undefined ? undefined : loadState(snapshot);
  return state && new RetroSession(state, drafts, folder);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
