import * as v from 'valibot';
import * as vscode from 'vscode';
import { draftsSchema } from '../../protocol/panelMessages.js';
import { loadState, saveState } from '../../retro/snapshot.js';
import { noDrafts, RetroSession } from './retroSession.js';

const savedSchema = v.object({ snapshot: v.string(), drafts: v.unknown(), folder: v.optional(v.string()) });

/**
 * A retro as it is kept through a reload. One that is never to be written down is not kept at all: it lives as long as the
 * window does.
 */
export function sessionText(session: RetroSession): string | undefined {
  if (session.state.confidentiality === 'ashes') {
    return undefined;
  }
  return JSON.stringify({
    snapshot: saveState(session.state),
    drafts: session.drafts,
    folder: session.folder?.uri.toString(),
  });
}

/** The retro that was kept, or nothing when the text is none. */
export function sessionFrom(text: string): RetroSession | undefined {
  const saved = v.safeParse(savedSchema, parse(text));
  const state = saved.success ? loadState(saved.output.snapshot) : undefined;
  if (!saved.success || state === undefined) {
    return undefined;
  }
  const drafts = v.safeParse(draftsSchema, saved.output.drafts);
  const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.toString() === saved.output.folder);
  return new RetroSession(state, drafts.success ? drafts.output : noDrafts, folder);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
