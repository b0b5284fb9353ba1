import type { Db } from '#platform/db/database.ts';
import { idFrom } from '#platform/db/ids.ts';
import { insertOrganisation } from '#features/organisation/index.ts';
import {
  affiliate,
  appoint,
  insertMembers,
  insertMemberships,
  insertPeople,
  insertUnits,
  role,
} from '#features/people/index.ts';
import { insertTimetable, periodsOf } from '#features/timetable/index.ts';
import { seedLessons } from './seed-lessons.ts';
import { seedTeaching } from './seed-teaching.ts';

/** A secondary of 2,140 pupils in 74 forms, whose tutors all take registration in the same minutes. */
export const secondary = { id: idFrom('a secondary of 2,140'), forms: 74, pupils: 2140 };
/** Whoever opens the staff room there with the most on it: the head, who also sees to cover. */
export const secondaryHead = { givenName: 'Delyth', familyName: 'Penrose', name: 'Delyth Penrose' };
export const tutorName = (form: number): string => `Tutor Number${form}`;

export async function seedSecondary(db: Db, now: Date): Promise<void> {
  const owner = secondary.id;
  const began = new Date('2026-08-20T08:00:00Z');
  const name = 'Aber High School';
  await insertOrganisation(
    db,
    { id: owner, kind: 'school', name, timeZone: 'Europe/London', locale: 'en-GB', currency: 'GBP' },
    began,
  );
  const forms = Array.from({ length: secondary.forms }, (_, n) => n);
  const people = [
    ...forms.map((n) => ({ kind: 'staff' as const, familyName: `Number${n}`, givenName: 'Tutor' })),
    ...Array.from({ length: secondary.pupils }, (_, n) => ({
      kind: 'pupil' as const,
      familyName: `Numbered${String(n).padStart(4, '0')}`,
      givenName: 'Pupil',
    })),
    { kind: 'staff' as const, familyName: secondaryHead.familyName, givenName: secondaryHead.givenName },
  ];
  const ids = await insertPeople(db, people, began);
  await affiliate(db, ids, owner, began);
  await insertMembers(
    db,
    owner,
    people.map(({ kind, familyName, givenName }, at) => ({
      personId: ids[at]!,
      kind,
      familyName,
      givenName,
    })),
    began,
  );
  const units = await insertUnits(
    db,
    owner,
    forms.map((n) => ({ kind: 'form' as const, name: `${7 + Math.floor(n / 15)}.${(n % 15) + 1}` })),
    began,
  );
  await insertMemberships(
    db,
    owner,
    ids.slice(0, -1).map((personId, at) => ({
      unitId: units[at < secondary.forms ? at : at % secondary.forms]!,
      personId,
      part: at < secondary.forms ? ('teacher' as const) : ('pupil' as const),
    })),
    began,
  );
  const head = ids.at(-1)!;
  await appoint(
    db,
    owner,
    { personId: head, roles: [role.head, role.coverManager], startsOn: '2026-09-01', appointedBy: head },
    began,
  );
  const timetable = await insertTimetable(
    db,
    owner,
    {
      name: '2026–27',
      weeks: 1,
      startsOn: '2026-09-01',
      endsOn: null,
      firstWeek: 'A',
      periods: periodsOf('five'),
    },
    ids[0]!,
    began,
  );
  await seedLessons(
    db,
    { owner, timetable, units, teachers: ids.slice(0, secondary.forms) },
    '2026-11-18',
    now,
  );
  await db.updateTable('timetable').set({ published_at: now }).where('owner_id', '=', owner).execute();
  await seedTeaching(db, { owner, teacher: ids[0]!, unit: units[0]! }, began);
}
