/** When to try again after a line was lost: soon at first, then less and less often, and never all guests in the same moment. */
import { closeReason } from './closeCodes.js';

const first = 250;
const longest = 15_000;
const later = 10_000;

/**
 * Milliseconds until the next attempt, or nothing when there is none to be made. "Full jitter": a random share of a bound that
 * doubles (M. Brooker, "Exponential Backoff And Jitter", AWS 2015), with a floor so that nobody hammers.
 * @param attempt 0 for the first after a line that held
 * @param chance 0 up to 1
 */
export function waitBefore(attempt: number, code: number, chance: number): number | undefined {
  const { again } = closeReason(code);
  if (again === 'never') {
    return undefined;
  }
  const bound = Math.min(longest, first * 2 ** Math.min(attempt, 10));
  const wait = Math.round(bound / 4 + (bound * 3 * chance) / 4);
  return again === 'later' ? later + wait : wait;
}
