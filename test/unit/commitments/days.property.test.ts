import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dayByWord } from '../../../src/commitments/dayByWord.js';
import { addDays, addMonths, daysBetween, isDay, weekdayOf } from '../../../src/commitments/days.js';
import { someDay } from './someFiles.js';

describe('days by word', () => {
  const some = fc.constantFrom(
    'today',
    'in two weeks',
    'the day after tomorrow',
    'next Friday',
    '4th of December',
    'in 99999999 years',
  );

  it('never throws, and says a day or nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), some), someDay, (words, day) => {
        const found = dayByWord(words, day);
        assert.ok(found === undefined || isDay(found));
      }),
    );
  });
});

describe('days', () => {
  it('can be counted', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -400, max: 400 }), (day, count) => {
        assert.equal(daysBetween(day, addDays(day, count)), count);
        assert.equal(weekdayOf(addDays(day, 7)), weekdayOf(day));
      }),
    );
    assert.equal(addMonths('2026-01-31', 1), '2026-02-28');
    assert.equal(addMonths('2026-01-31', -2), '2025-11-30');
  });
});
