import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/db/ids.ts';
import { testDatabase } from '#test/database.ts';
import { appoint, joinCircle, makeManager, makePerson, makeSchool } from '#test/factories.ts';
import { startOfTests as at } from '#test/site.ts';
import { selectStanding } from './standing.ts';

/** Somebody with a role, a class, a person to manage and, with that person, a circle that shuts managers out. */
async function standingWith(days: { starts_on: string | null; ends_on: string | null }, today: string) {
  const { db } = await testDatabase();
  const school = await makeSchool(db);
  const head = await makePerson(db, school, { name: 'Ruth Okafor' });
  const ann = await makePerson(db, school, { name: 'Ann Price' });
  await appoint(db, school, head.personId, 'head');
  await makeManager(db, school, head, ann);
  const [circle, unit] = [newId(), newId()];
  for (const person of [head, ann])
    await joinCircle(db, school, circle, person, 'partner', { excludesManagers: true });
  const made = { owner_id: school.id, created_at: at, ended_at: null };
  await db
    .insertInto('unit')
    .values({ ...made, id: unit, kind: 'class', name: '5B', sort_name: '5b' })
    .execute();
  await db
    .insertInto('membership')
    .values({ ...made, id: newId(), unit_id: unit, person_id: head.personId, part: 'teacher' })
    .execute();
  const lasting = { ...days, starts_on: days.starts_on ?? '2026-09-01' };
  await db.updateTable('member').set(days).where('owner_id', '=', school.id).execute();
  await db.updateTable('membership').set(days).where('owner_id', '=', school.id).execute();
  await db.updateTable('appointment').set(lasting).where('owner_id', '=', school.id).execute();
  await db.updateTable('line_management').set(lasting).where('owner_id', '=', school.id).execute();
  const organisation = { id: school.id, name: school.name, zone: 'Europe/London', currency: 'GBP' };
  const person = { personId: head.personId, name: head.name, locale: 'en-GB', theme: 'auto' };
  const { kind } = await selectStanding(db, person, organisation, today);
  // Without a membership nothing else is looked at, so the rest is asked of a member.
  await db
    .updateTable('member')
    .set({ starts_on: null, ends_on: null })
    .where('owner_id', '=', school.id)
    .execute();
  const { roles, units, manages, circles } = await selectStanding(db, person, organisation, today);
  return { kind, roles: [...roles], units: units.length, manages: manages.length, circles: circles.size };
}

const everything = { kind: 'staff', roles: ['head'], units: 1, manages: 1, circles: 0 };
const nothing = { kind: null, roles: [], units: 0, manages: 0, circles: 1 };

test('a membership, a role, a class and a line manager stand from their first day to their last', async () => {
  const days = { starts_on: '2026-11-18', ends_on: '2026-11-20' };
  assert.deepEqual(await standingWith(days, '2026-11-17'), nothing, 'the day before');
  assert.deepEqual(await standingWith(days, '2026-11-18'), everything, 'the first day');
  assert.deepEqual(await standingWith(days, '2026-11-20'), everything, 'the last day');
  assert.deepEqual(await standingWith(days, '2026-11-21'), nothing, 'the day after');
});

test('what has no days written on it stands', async () => {
  assert.deepEqual(await standingWith({ starts_on: null, ends_on: null }, '2026-11-18'), everything);
});
