import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertClosures, insertTerms } from '#features/organisation/index.ts';
import { illToday, scene, type Scene, wednesday } from '../attendance.scene.ts';

const away = ({ people }: Scene) => `/children/${people.cai.personId}/away`;

test('a day on which nobody is expected is refused kindly, a span with a weekend in it is not', async () => {
  const stage = await scene();
  const { db, school, people, site } = stage;
  await insertTerms(
    db,
    school.id,
    [{ kind: 'term', name: 'Autumn', startsOn: '2026-09-02', endsOn: '2026-12-18' }],
    site.clock.now,
  );
  await insertClosures(
    db,
    school.id,
    [{ kind: 'training-day', name: 'Training day', startsOn: '2026-11-30', endsOn: '2026-11-30' }],
    site.clock.now,
  );
  const lowri = await stage.as('lowri');
  const office = await stage.as('office');
  const said = { said_by: 'Lowri Roberts', said_how: 'phone', said_on: wednesday };
  const written = `/attendance/pupils/${people.cai.personId}/away`;
  for (const [from_on, until_on, words] of [
    ['2026-11-22', '', /Sunday 22 November is no school day.*The next school day is Monday 23 November/s],
    ['2026-11-28', '2026-11-30', /None of these is a school day.*The next school day is Tuesday 1 December/s],
  ] as const) {
    const refused = await lowri.post(away(stage), { ...illToday, from_on, until_on });
    assert.equal(refused.status, 422);
    assert.match(refused.text, words);
    assert.match(refused.text, /A high fever since last night/);
    assert.equal((await office.post(written, { ...illToday, ...said, from_on, until_on })).status, 422);
  }
  const span = { ...illToday, from_on: '2026-11-27', until_on: '2026-11-30' };
  assert.equal((await lowri.post(away(stage), span)).status, 303);
  const later = { ...illToday, from_on: '2027-03-01', sort: 'leave', words: 'A wedding' };
  assert.equal((await lowri.post(away(stage), later)).status, 303, 'nobody knows the terms of then yet');
  site.clock.set('2026-11-22T10:00:00Z');
  assert.match((await lowri.get(away(stage))).text, /name="from_on"[^>]*value="2026-11-23"/);
});
