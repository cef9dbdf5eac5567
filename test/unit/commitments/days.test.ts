import assert from 'node:assert/strict';
import { dayByWord, daySuggestions } from '../../../src/commitments/dayByWord.js';
import { dayOf, isDay } from '../../../src/commitments/days.js';

/** A Tuesday. */
const today = '2026-11-24';

describe('days by word', () => {
  const said: readonly (readonly [string, string | undefined])[] = [
    ['2026-12-04', '2026-12-04'],
    ['today', '2026-11-24'],
    ['Tomorrow', '2026-11-25'],
    ['the day after tomorrow', '2026-11-26'],
    ['in two weeks', '2026-12-08'],
    ['In 2 weeks.', '2026-12-08'],
    ['3 weeks', '2026-12-15'],
    ['a week', '2026-12-01'],
    ['a week from now', '2026-12-01'],
    ["in three days' time", '2026-11-27'],
    ['in a month', '2026-12-24'],
    ['next week', '2026-12-01'],
    ['next month', '2026-12-24'],
    ['in a fortnight', '2026-12-08'],
    ['in a quarter', '2027-02-24'],
    ['in a year', '2027-11-24'],
    ['Friday', '2026-11-27'],
    ['on friday', '2026-11-27'],
    ['this Fri', '2026-11-27'],
    ['next Friday', '2026-12-04'],
    ['next Monday', '2026-11-30'],
    ['Tuesday', '2026-12-01'],
    ['next Tuesday', '2026-12-01'],
    ['Monday', '2026-11-30'],
    ['Sunday', '2026-11-29'],
    ['next Sunday', '2026-12-06'],
    ['end of week', '2026-11-27'],
    ['end of month', '2026-11-30'],
    ['end of the month', '2026-11-30'],
    ['4 Dec', '2026-12-04'],
    ['4th of December', '2026-12-04'],
    ['December 4', '2026-12-04'],
    ['Jan 4', '2027-01-04'],
    ['24 November', '2026-11-24'],
    ['30 Feb', undefined],
    ['2026-02-30', undefined],
    ['', undefined],
    ['soon', undefined],
    ['in many weeks', undefined],
    ['in 99999999 years', undefined],
    ['in two', undefined],
    ['next', undefined],
    ['the', undefined],
  ];
  for (const [words, day] of said) {
    it(`"${words}" is ${day ?? 'no day'}`, () => {
      assert.equal(dayByWord(words, today), day);
    });
  }

  it('suggests days that are still to come', () => {
    const suggested = daySuggestions(today);
    assert.ok(suggested.length >= 6);
    assert.ok(suggested.every(({ day }) => isDay(day) && day > today));
  });
});

describe('days', () => {
  it('are those of the calendar', () => {
    assert.ok(isDay('2028-02-29'));
    for (const text of ['2026-02-29', '2026-13-01', '2026-1-1', '2026-11-20 ', '20261120', '']) {
      assert.ok(!isDay(text), text);
    }
  });

  it('are those where the person is', () => {
    assert.equal(dayOf(new Date(2026, 0, 1, 0, 30)), '2026-01-01');
    assert.equal(dayOf(new Date(2026, 11, 31, 23, 30)), '2026-12-31');
  });
});
