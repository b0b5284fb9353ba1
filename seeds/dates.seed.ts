import type { Db } from '#platform/db/database.ts';
import { insertClosures, insertTerms } from '#features/organisation/index.ts';
import { seedId } from './ids.ts';
import { schoolYear } from './school-year.ts';

/** The terms, holidays and training days of these school years, each by the calendar year it begins in. */
export async function seedDates(db: Db, ownerId: string, at: Date, years: readonly number[]): Promise<void> {
  const idOf = <Days extends { startsOn: string }>(what: string, days: Days) => ({
    ...days,
    id: seedId(`${what} ${days.startsOn}`, at),
  });
  for (const each of years) {
    const year = schoolYear(each);
    const [first, , last] = year.terms;
    const whole = { name: year.name, startsOn: first!.startsOn, endsOn: last!.endsOn };
    await insertTerms(
      db,
      ownerId,
      [
        { ...idOf('year', whole), kind: 'year' },
        ...year.terms.map((term) => ({ ...idOf('term', term), kind: 'term' as const })),
      ],
      at,
    );
    await insertClosures(
      db,
      ownerId,
      [
        ...year.holidays.map((holiday) => ({ ...idOf('holiday', holiday), kind: 'holiday' as const })),
        ...year.trainingDays.map((day) => ({
          ...idOf('training', { name: 'Training day', startsOn: day, endsOn: day }),
          kind: 'training-day' as const,
        })),
      ],
      at,
    );
  }
}
