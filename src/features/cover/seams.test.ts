import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { composed, type Given } from '#platform/access/composed.ts';
import { selectStanding } from '#platform/access/standing.ts';
import { Who } from '#platform/access/who.ts';
import { monday, type Named, scene, words } from './cover.scene.ts';
import { coveringLessons, coverOnToday, coverOnTodayView, takenUpSelect } from './index.ts';

test('other rooms read who takes which class, and when people are taken up, without why', async () => {
  const { away, ask, db, school, people, units } = await scene();
  const absence = await away('ffion');
  await ask(absence, '7A', '09:00', 'tomos');
  const days = { from: monday, until: monday };
  const { rows } = await sql<{ personId: string; unitId: string; period: string | null; at: string }>`
    select c.person_id as "personId", c.unit_id as "unitId", c.period_id as period, c.starts_at as at
    from (${coveringLessons(school.id, days)}) c`.execute(db);
  assert.equal(rows.length, 1);
  assert.deepEqual(
    [rows[0]!.personId, rows[0]!.unitId, rows[0]!.at],
    [people.tomos.personId, units['7A'], '09:00'],
  );
  assert.ok(rows[0]!.period, 'a lesson of the timetable has its period');
  const isFor = sql`(${people.tomos.personId}::uuid, ${people.ffion.personId}::uuid)`;
  const busy = await sql<{ who: string; at: string; minutes: number }>`
    select p.name as who, b.starts_at as at, b.minutes from (${takenUpSelect(school.id, isFor, days)}) b
    join person p on p.id = b.person_id order by 2, 1, 3`.execute(db);
  assert.deepEqual(
    busy.rows.map(({ who, at, minutes }) => `${who} ${at} ${minutes}`),
    [
      'Ffion Puw 00:00 1439',
      'Ffion Puw 09:00 60',
      'Tomos Bevan 09:00 60',
      'Ffion Puw 10:00 60',
      'Tomos Bevan 10:00 60',
    ],
  );
});

test('on Today all staff read who is away, those who keep cover how much is open, and others nothing', async () => {
  const { away, db, school, people } = await scene();
  await away('ffion');
  const askToday = composed((who, given: Given<{ today: string }>) => ({ cover: coverOnToday(who, given) }));
  const today = async (name: Named): Promise<string> => {
    const person = { ...people[name], locale: 'en-GB', theme: 'auto' };
    const organisation = { id: school.id, name: school.name, zone: 'Europe/London', currency: 'GBP' };
    const standing = await selectStanding(db, person, organisation, monday);
    const { cover } = await askToday(db, new Who(standing, 'learning'), { today: monday });
    return words(String(coverOnTodayView(cover)));
  };
  assert.match(await today('huw'), /Away today: Ffion Puw\./);
  assert.doesNotMatch(await today('huw'), /open|\bill\b/i);
  assert.match(await today('keeper'), /Away today: Ffion Puw\. 2 classes are open/);
  for (const name of ['cai', 'parent', 'guest'] as const) assert.equal(await today(name), 'null');
});
