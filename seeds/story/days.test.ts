import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, weekday } from '#platform/calendar/dates.ts';
import { schoolYear } from '../school-year.ts';
import type { Player } from '../player.ts';
import { invent } from '../invent-people.ts';
import { daysOfPapers } from './consents.ts';
import { teachingWeek } from './days.ts';
import { designsOf } from './designs.ts';

/** As far back as the story goes and as far ahead as it plans, in teaching weeks. */
const [earliest, latest] = [-62, 13];

const on = (today: string): Player => ({ school: { today } }) as Player;
const days = (from: string, until: string): string[] => {
  const all: string[] = [];
  for (let day = from; day < until; day = addDays(day, 1)) all.push(day);
  return all;
};
const holidays = [2024, 2025, 2026, 2027, 2028, 2029].flatMap((year) => schoolYear(year).holidays);

test('on whatever day the demo is made, each week of its story is a week of teaching, and no two are one', () => {
  for (const today of days('2026-01-01', '2029-01-01')) {
    const weeks = Array.from({ length: latest - earliest }, (_, at) =>
      teachingWeek(on(today), earliest + at),
    );
    for (const [at, monday] of weeks.entries()) {
      assert.equal(weekday(monday), 1, `${today}: ${monday}`);
      assert.ok(at === 0 || weeks[at - 1]! < monday, `${today}: ${weeks[at - 1]} and ${monday}`);
      assert.ok(!holidays.some(({ startsOn }) => startsOn === monday), `${today}: ${monday} is a holiday`);
    }
    const present = teachingWeek(on(today), 0);
    assert.ok(addDays(present, 4) >= today && teachingWeek(on(today), -1) < today, `${today}: ${present}`);
  }
});

test('on whatever day, a programme is over, one in its second cycle, one begun, one about to begin', () => {
  for (const today of days('2026-01-01', '2029-01-01')) {
    const designs = designsOf(on(today));
    for (const { slug, drawnUpOn, startsOn } of designs)
      assert.ok(drawnUpOn <= startsOn && drawnUpOn <= today, `${today}: ${slug}`);
    const startOf = Object.fromEntries(designs.map(({ slug, startsOn }) => [slug, startsOn]));
    assert.ok(startOf['talk-that-teaches']! < startOf['reading-together']!);
    assert.ok(startOf['reading-together']! < startOf['how-numbers-are-made']!);
    assert.ok(startOf['how-numbers-are-made']! < today && today < startOf['remembering-more']!, today);
  }
});

test('on whatever day, families had answered before the first film was made, and the answers hold', () => {
  for (const today of days('2026-01-01', '2029-01-01')) {
    const { on: written, until } = daysOfPapers(on(today));
    assert.ok(written < addDays(teachingWeek(on(today), -3), 2), `${today}: ${written}`);
    assert.ok(until >= today && until <= addDays(written, 400), `${today}: ${written} to ${until}`);
  }
});

test('the same people are invented each time', () => {
  const began = new Date('2024-09-01T08:00:00Z');
  assert.deepEqual(invent(began), invent(began));
});
