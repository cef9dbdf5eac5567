import type { Commitment, Day } from '../../commitments/commitment.js';
import { addDays, daysBetween, isDay } from '../../commitments/days.js';

/** A team that has not shown a rhythm yet is taken to look back every two weeks. */
const usualGap = 14;
const shortestGap = 5;
const longestGap = 42;

/** The day on which the next retro is likely: as long after the last one as that was after the one before. */
export function likelyNextRetro(commitments: readonly Commitment[], today: Day): Day {
  const days = new Set(
    commitments.flatMap(({ made, from }) => (from && made && isDay(made) && made <= today ? [made] : [])),
  );
  const [last, before] = [...days].sort().reverse();
  if (last === undefined) {
    return addDays(today, usualGap);
  }
  const seen = before === undefined ? usualGap : daysBetween(before, last);
  const gap = seen < shortestGap || seen > longestGap ? usualGap : seen;
  const missed = Math.floor(daysBetween(last, today) / gap) + 1;
  return addDays(last, missed * gap);
}
