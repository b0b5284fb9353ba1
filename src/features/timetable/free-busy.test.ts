import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { insertClosures } from '#features/organisation/index.ts';
import { startOfTests } from '#test/site.ts';
import { busyIn } from './index.ts';
import { scene } from './timetable.scene.ts';

test('people are busy in their lessons, in the right week, and in none while the school is closed', async () => {
  const { db, school, a, b, period, lesson, people } = await scene();
  await insertClosures(
    db,
    school.id,
    [{ kind: 'training-day', name: 'Training', startsOn: '2026-11-19', endsOn: '2026-11-19' }],
    startOfTests,
  );
  await lesson({ period: period('monday', 'Period 1'), unitId: a, teacher: people.ffion, week: 'A' });
  await lesson({ period: period('monday', 'Period 1'), unitId: b, teacher: people.ffion, week: 'B' });
  await lesson({ period: period('thursday', 'Period 5'), unitId: b, teacher: people.huw });
  await lesson({ period: period('friday', 'Period 5'), unitId: b, teacher: people.tomos });
  const busy = async (from: string, until: string) =>
    (
      await sql<{ name: string; on: string; from: string; until: string }>`
        select p.name, e.on_date as "on", e.starts_at as "from", e.ends_at as until
        from (${busyIn(school.id, sql`(${people.ffion.personId}::uuid, ${people.huw.personId}::uuid)`, { from, until })}) e
        join person p on p.id = e.person_id order by 2, 1`.execute(db)
    ).rows.map(({ name, on, from: begins, until: ends }) => `${on} ${begins}–${ends} ${name}`);
  assert.deepEqual(await busy('2026-11-16', '2026-11-27'), [
    '2026-11-16 09:00–10:00 Ffion Puw',
    '2026-11-23 09:00–10:00 Ffion Puw',
    '2026-11-26 14:10–15:10 Huw Parry',
  ]);
  assert.deepEqual(await busy('2026-12-21', '2027-01-01'), []);
});
