import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertMemberships, insertUnits } from '#features/people/index.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import { startOfTests, testSite } from '#test/site.ts';

test('one’s classes stand there with how many pupils are in each today', async () => {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const ffion = await makePerson(site.db, school, { name: 'Ffion Puw' });
  const pupils = await Promise.all(
    ['Cai Roberts', 'Mali Rees', 'Ned Hall'].map((name) =>
      makePerson(site.db, school, { name, kind: 'pupil' }),
    ),
  );
  const [own, other] = await insertUnits(
    site.db,
    school.id,
    [
      { kind: 'class', name: 'Class 5P', yearLabel: '5' },
      { kind: 'class', name: 'Class 6R' },
    ],
    startOfTests,
  );
  await insertMemberships(
    site.db,
    school.id,
    [
      { unitId: own!, personId: ffion.personId, part: 'teacher' },
      ...pupils.map(({ personId }, at) => ({
        unitId: own!,
        personId,
        part: 'pupil' as const,
        // One has left the class already.
        endsOn: at === 2 ? '2026-11-17' : null,
      })),
      { unitId: other!, personId: pupils[0]!.personId, part: 'pupil' },
    ],
    startOfTests,
  );
  const { text } = await (await site.as(ffion)).get('/teaching');
  assert.match(text, /Class 5P/);
  assert.match(text, /Year 5, 2 pupils/);
  assert.doesNotMatch(text, /Class 6R/);
});

test('whoever teaches no class is told who can change that', async () => {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const huw = await makePerson(site.db, school, { name: 'Huw Parry' });
  assert.match((await (await site.as(huw)).get('/teaching')).text, /Whoever looks after people can add you/);
});
