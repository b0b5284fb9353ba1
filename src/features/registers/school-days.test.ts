import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertClosures } from '#features/organisation/index.ts';
import { startOfTests } from '#test/site.ts';
import { primary, secondary } from './registers.scene.ts';

const before = (text: string): string | undefined =>
  /href="[^"]*day=([\d-]{10})">The school day before/.exec(text)?.[1];

test('the school day before leaves out weekends and what is closed', async () => {
  const { site, db, school, as } = await primary();
  site.clock.set('2026-11-23T10:00:00Z');
  const officer = await as('officer');
  for (const path of ['/registers', '/registers/missing']) {
    assert.equal(before((await officer.get(path)).text), '2026-11-20', 'from Monday to Friday');
    assert.equal(before((await officer.get(`${path}?day=2026-11-19`)).text), '2026-11-18');
  }
  await insertClosures(
    db,
    school.id,
    [{ kind: 'training-day', name: 'Training day', startsOn: '2026-11-20', endsOn: '2026-11-20' }],
    startOfTests,
  );
  for (const path of ['/registers', '/registers/missing'])
    assert.equal(before((await officer.get(path)).text), '2026-11-19');
});

test('by a timetable the days on which lessons are held are school days', async () => {
  const { site, db, school, as } = await secondary();
  await db
    .updateTable('period')
    .set({ ended_at: startOfTests })
    .where('owner_id', '=', school.id)
    .where('weekday', '=', 'friday')
    .execute();
  site.clock.set('2026-11-23T10:00:00Z');
  assert.equal(before((await (await as('officer')).get('/registers')).text), '2026-11-19');
});
