/**
 * What is kept of a room through a crash, and how it is written: the whole first, then what each change made of it. It is the state
 * that is kept, not who did what: no entry has a person beside what they wrote, asked for or noted.
 */
import * as v from 'valibot';
import { secretSchema } from '../protocol/entrance.js';
import { applyPatch, diff } from '../protocol/patch.js';
import { brokenInvariants } from '../retro/invariants.js';
import type { RetroState } from '../retro/model.js';
import { stateSchema } from '../retro/stateSchema.js';
import { withoutAshes } from '../retro/withoutAshes.js';
import { seatsSchema } from './seats.js';

const keptSchema = v.object({
  room: v.object({ id: v.string(), invitation: secretSchema }),
  seats: seatsSchema,
  /** Absent in a retro that is never to be written down. */
  retro: v.optional(stateSchema),
});
export type Kept = v.InferOutput<typeof keptSchema>;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const wholeEntry = v.object({ version: count, kept: v.unknown(), acts: v.array(v.string()) });
const changeEntry = v.object({ version: count, patch: v.unknown(), act: v.optional(v.string()) });

/** What may be on disk of a retro: nothing at all of one that is to leave no trace, and no way back through its groups. */
export function keptRetro(state: RetroState): RetroState | undefined {
  return state.confidentiality === 'ashes' ? undefined : { ...withoutAshes(state), groupsBefore: [] };
}

/** Whether something that is in the journal must not be in it any more, so that a new one has to be begun. */
export function forgetsSomething(before: RetroState, after: RetroState): boolean {
  return (
    before.confidentiality !== after.confidentiality ||
    (before.lowered !== after.lowered && Object.values(after.lowered).includes('ashes'))
  );
}

/** @param acts ids of acts that are done, newest last */
export function writeWhole(version: number, kept: Kept, acts: readonly string[]): string {
  return JSON.stringify({ version, kept, acts: [...acts] } satisfies v.InferInput<typeof wholeEntry>);
}

/** @returns nothing when there is nothing to write down */
export function writeChange(version: number, before: Kept, after: Kept, act?: string): string | undefined {
  const patch = diff(before, after);
  return patch === undefined && act === undefined
    ? undefined
    : JSON.stringify({ version, patch: patch ?? null, ...(act === undefined ? {} : { act }) });
}

export interface Reopened {
  readonly version: number;
  readonly kept: Kept & { readonly retro: RetroState };
  readonly acts: readonly string[];
}

/** The room as the last whole entry left it; nothing when there is none, or it is none that a room could be in. */
export function readKept(entries: readonly string[]): Reopened | undefined {
  const [first, ...changes] = entries.map(parse);
  const whole = v.safeParse(wholeEntry, first);
  if (!whole.success) {
    return undefined;
  }
  let { version } = whole.output;
  let kept: unknown = whole.output.kept;
  const acts: string[] = [...whole.output.acts];
  for (const entry of changes) {
    const change = v.safeParse(changeEntry, entry);
    if (!change.success) {
      break;
    }
    version = change.output.version;
    kept = change.output.patch === null ? kept : applyPatch(kept, change.output.patch);
    if (change.output.act !== undefined) {
      acts.push(change.output.act);
    }
  }
  const parsed = v.safeParse(keptSchema, kept);
  const retro = parsed.success ? parsed.output.retro : undefined;
  return parsed.success && retro !== undefined && brokenInvariants(retro).length === 0
    ? { version, kept: { ...parsed.output, retro }, acts }
    : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
