import type { Day } from './commitment.js';
import { addDays, addMonths, isDay, weekdayOf } from './days.js';

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const numbers: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
};
/** `[days, months]` in one of each. */
const units: Readonly<Record<string, readonly [number, number]>> = {
  day: [1, 0],
  week: [7, 0],
  sprint: [14, 0],
  fortnight: [14, 0],
  month: [0, 1],
  quarter: [0, 3],
  year: [0, 12],
};
/** Further than that is a slip of the finger, and years of more than four digits are no days here. */
const furthest = 1000;

/**
 * Reads a day as people say it: `2026-12-04`, `today`, `tomorrow`, `in two weeks`, `3 weeks`, `a month`, `Friday`, `next Friday`,
 * `next week`, `next month`, `end of month`, `4 Dec`, `December 4`. A weekday is the next one to come, never today; `next Friday` is the
 * one in the week after this one, weeks beginning on Monday.
 *
 * @returns `undefined` for what is no day.
 */
export function dayByWord(words: string, today: Day): Day | undefined {
  const said = words.trim().toLowerCase().replace(/[.,]/g, ' ').replace(/\s+/g, ' ').trim();
  if (isDay(said)) {
    return said;
  }
  return fixedWord(said, today) ?? span(said, today) ?? weekday(said, today) ?? monthAndDay(said, today);
}

/** What {@link dayByWord} understands, for a list to choose from; each with its day. */
export function daySuggestions(today: Day): readonly { readonly words: string; readonly day: Day }[] {
  const sayings = [
    'tomorrow',
    'next Monday',
    'next Friday',
    'in two weeks',
    'in three weeks',
    'in a month',
    'end of month',
  ];
  return sayings.flatMap((words) => {
    const day = dayByWord(words, today);
    return day ? [{ words, day }] : [];
  });
}

function fixedWord(said: string, today: Day): Day | undefined {
  switch (said) {
    case 'today':
      return today;
    case 'tomorrow':
      return addDays(today, 1);
    case 'the day after tomorrow':
    case 'day after tomorrow':
      return addDays(today, 2);
    case 'end of week':
    case 'end of the week':
      return comingWeekday(5, addDays(today, -1));
    case 'end of month':
    case 'end of the month':
      return addDays(addMonths(`${today.slice(0, 8)}01`, 1), -1);
    default:
      return undefined;
  }
}

function span(said: string, today: Day): Day | undefined {
  const parts = /^(?:in )?(next|\d+|[a-z]+) ([a-z]+?)s?(?: from (?:now|today)| time)?$/.exec(said.replace("'", ''));
  const [, much = '', unitName = ''] = parts ?? [];
  const unit = units[unitName];
  const count = much === 'next' ? 1 : (numbers[much] ?? Number.parseInt(much, 10));
  if (!unit || Number.isNaN(count) || count > furthest) {
    return undefined;
  }
  const [days, monthsLong] = unit;
  return days > 0 ? addDays(today, days * count) : addMonths(today, monthsLong * count);
}

function weekday(said: string, today: Day): Day | undefined {
  const parts = /^(?:(on|this|next) )?([a-z]{3,})$/.exec(said);
  const [, which, name = ''] = parts ?? [];
  const number = name
    ? weekdays.findIndex((known) => known === name || (name.length <= 4 && known.startsWith(name)))
    : -1;
  if (number < 0) {
    return undefined;
  }
  if (which !== 'next') {
    return comingWeekday(number, today);
  }
  const sinceMonday = (weekdayOf(today) + 6) % 7;
  return addDays(today, 7 - sinceMonday + ((number + 6) % 7));
}

function comingWeekday(number: number, after: Day): Day {
  return addDays(after, ((number - weekdayOf(after) + 6) % 7) + 1);
}

/** The next such day to come: in December, `4 Jan` is in the new year. */
function monthAndDay(said: string, today: Day): Day | undefined {
  const parts =
    /^(?:on )?(\d{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]{3,})$|^(?:on )?([a-z]{3,}) (\d{1,2})(?:st|nd|rd|th)?$/.exec(
      said,
    );
  const [, dayFirst, monthLast, monthFirst, dayLast] = parts ?? [];
  const month = months.indexOf((monthLast ?? monthFirst ?? '').slice(0, 3));
  if (!parts || month < 0) {
    return undefined;
  }
  const year = Number(today.slice(0, 4));
  const rest = `${String(month + 1).padStart(2, '0')}-${(dayFirst ?? dayLast ?? '').padStart(2, '0')}`;
  return [`${year}-${rest}`, `${year + 1}-${rest}`].find((day) => isDay(day) && day >= today);
}
