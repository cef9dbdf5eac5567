/**
 * A retro that survives a crash. It is the state, not the events that led to it: a list of entries in the order they came in
 * would say who wrote what.
 */
import * as v from 'valibot';
import { brokenInvariants } from './invariants.js';
import type { RetroState } from './model.js';
import { stateSchema } from './stateSchema.js';
import { withoutAshes } from './withoutAshes.js';

const format = 1;
const envelope = v.object({ retroSnapshot: v.literal(format), state: stateSchema });

/** How many moves of groups can be taken back after a crash: each costs a copy of all groups. */
const undoKept = 5;

/** What someone lowered to ashes is not in it, from that moment on. */
export function saveState(state: RetroState): string {
  const saved = withoutAshes(state);
  const groupsBefore = saved.groupsBefore.slice(-undoKept);
  return JSON.stringify({ retroSnapshot: format, state: { ...saved, groupsBefore } });
}

/** The state of a snapshot, or nothing when the text is not one, is torn, or is none that a retro could be in. */
export function loadState(text: string): RetroState | undefined {
  const parsed = v.safeParse(envelope, parse(text));
  return parsed.success && brokenInvariants(parsed.output.state).length === 0 ? parsed.output.state : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
