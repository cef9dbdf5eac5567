import type { Commitment, CommitmentState, Day } from './commitment.js';
import { addMonths, isDay } from './days.js';

export type Period = 'month' | 'quarter';

/** How promises stood over one period, for the whole team. There is no such thing per person, on purpose. */
export interface PeriodOfPromises {
  /** `2026-11` or `2026-Q4`. */
  readonly name: string;
  readonly from: Day;
  /** The first day that is no longer in it. */
  readonly until: Day;
  readonly made: number;
  readonly kept: number;
  readonly changed: number;
  readonly letGo: number;
  /** Still open when the period ended. */
  readonly open: number;
}

export interface History {
  /** Oldest first, without gaps, up to the period of today. */
  readonly periods: readonly PeriodOfPromises[];
  /** Over all time; `undated` ended, and nobody wrote when. */
  readonly total: {
    readonly made: number;
    readonly kept: number;
    readonly changed: number;
    readonly letGo: number;
    readonly open: number;
    readonly undated: number;
  };
}

/** How promises ended over time, from the file and no other source. `atMost` periods are told, the latest ones. */
export function historyOf(commitments: readonly Commitment[], period: Period, today: Day, atMost = 12): History {
  const periods: PeriodOfPromises[] = [];
  const earliest = earliestDay(commitments, today);
  let from = periodStart(today, period);
  for (let count = 0; count < atMost && (count === 0 || addMonths(from, lengthOf(period)) > earliest); count++) {
    periods.unshift(countPeriod(commitments, from, period));
    from = addMonths(from, -lengthOf(period));
  }
  return { periods, total: totalOf(commitments) };
}

function countPeriod(commitments: readonly Commitment[], from: Day, period: Period): PeriodOfPromises {
  const until = addMonths(from, lengthOf(period));
  const within = (day: Day | undefined): boolean => day !== undefined && day >= from && day < until;
  const ended = (state: CommitmentState): number =>
    commitments.filter((commitment) => commitment.state === state && within(endOf(commitment))).length;
  const open = commitments.filter((commitment) => wasOpenAt(commitment, until)).length;
  return {
    name: nameOf(from, period),
    from,
    until,
    made: commitments.filter(({ made }) => within(made)).length,
    kept: ended('kept'),
    changed: ended('changed'),
    letGo: ended('let-go'),
    open,
  };
}

/** One that ended on an unknown day was not open for all we know. */
function wasOpenAt(commitment: Commitment, until: Day): boolean {
  if (!commitment.made || commitment.made >= until) {
    return false;
  }
  const end = endOf(commitment);
  return commitment.state === 'open' || (end !== undefined && end >= until);
}

function endOf(commitment: Commitment): Day | undefined {
  const on = commitment.ending?.on;
  return commitment.state !== 'open' && on && isDay(on) ? on : undefined;
}

function totalOf(commitments: readonly Commitment[]): History['total'] {
  const count = (state: CommitmentState): number =>
    commitments.filter((commitment) => commitment.state === state).length;
  return {
    made: commitments.length,
    kept: count('kept'),
    changed: count('changed'),
    letGo: count('let-go'),
    open: count('open'),
    undated: commitments.filter((commitment) => commitment.state !== 'open' && !endOf(commitment)).length,
  };
}

function earliestDay(commitments: readonly Commitment[], today: Day): Day {
  let earliest = today;
  for (const commitment of commitments) {
    for (const day of [commitment.made, endOf(commitment)]) {
      if (day && isDay(day) && day < earliest) {
        earliest = day;
      }
    }
  }
  return earliest;
}

function periodStart(day: Day, period: Period): Day {
  const month = Number(day.slice(5, 7));
  const first = period === 'month' ? month : month - ((month - 1) % 3);
  return `${day.slice(0, 5)}${String(first).padStart(2, '0')}-01`;
}

function lengthOf(period: Period): number {
  return period === 'month' ? 1 : 3;
}

function nameOf(from: Day, period: Period): string {
  return period === 'month' ? from.slice(0, 7) : `${from.slice(0, 4)}-Q${(Number(from.slice(5, 7)) + 2) / 3}`;
}
