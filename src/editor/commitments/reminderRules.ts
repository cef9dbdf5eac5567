import * as v from 'valibot';
import type { Commitment, Day } from '../../commitments/commitment.js';

/** A snooze ends on a day, or earlier when there was a retro. */
export const restSchema = v.object({ since: v.string(), until: v.string() });
export type Rest = v.InferOutput<typeof restSchema>;

export interface ReminderFacts {
  readonly enabled: boolean;
  readonly today: Day;
  /** The last day on which something was said. */
  readonly saidOn: Day | undefined;
  readonly rest: Rest | undefined;
  readonly worth: number;
  readonly commitments: readonly Commitment[];
}

/** Whether it is time for a gentle word: once a day at most, and not while the person wants to wait for the next retro. */
export function mayRemind({ enabled, today, saidOn, rest, worth, commitments }: ReminderFacts): boolean {
  return enabled && worth > 0 && saidOn !== today && !isResting(rest, today, commitments);
}

function isResting(rest: Rest | undefined, today: Day, commitments: readonly Commitment[]): boolean {
  if (rest === undefined || today >= rest.until) {
    return false;
  }
  return !commitments.some(({ made, from }) => from !== undefined && made !== undefined && made > rest.since);
}
