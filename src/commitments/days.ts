import { isCalendarDay } from '../yamlList/day.js';
import type { Day } from './commitment.js';

const dayLength = 24 * 60 * 60 * 1000;

/** Whether a text is a day that exists: `2026-02-29` is not. */
export function isDay(text: string): text is Day {
  return isCalendarDay(text);
}

/** The day of a moment, in the calendar of the person who looks: pass what `new Date()` says. */
export function dayOf(moment: Date): Day {
  return toDay(Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()));
}

export function addDays(day: Day, count: number): Day {
  return toDay(timeOf(day) + count * dayLength);
}

/** How many days lie from one to the other: negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((timeOf(to) - timeOf(from)) / dayLength);
}

/** 0 is Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(timeOf(day)).getUTCDay();
}

/** The same day of a later month; the last day of that month when it has no such day. */
export function addMonths(day: Day, count: number): Day {
  const start = new Date(timeOf(day));
  const lastDay = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + count + 1, 0)).getUTCDate();
  return toDay(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + count, Math.min(start.getUTCDate(), lastDay)));
}

function timeOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function toDay(time: number): Day {
  return new Date(time).toISOString().slice(0, 10);
}
