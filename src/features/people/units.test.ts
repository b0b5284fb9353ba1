import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePerson, makeSchool } from '#test/factories.ts';
import { testSite } from '#test/site.ts';

test('a class is made, filled by searching for people, emptied and brought back', async () => {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const office = await site.as(
    await makePerson(site.db, school, { name: 'Dewi Jones', roles: ['administrator'] }),
  );
  const ffion = await makePerson(site.db, school, { name: 'Ffion Puw' });
  const cai = await makePerson(site.db, school, { name: 'Cai Roberts', kind: 'pupil' });
  const other = await makePerson(site.db, await makeSchool(site.db, 'Hill Lane'), { name: 'Ruth Puw' });

  const { to } = await office.post('/people/units', { kind: 'class', name: 'Class 5P', year: '5' });
  const found = (await office.get(`${to}?q=puw`)).text;
  assert.match(found, /Ffion Puw/);
  assert.doesNotMatch(found, /Ruth Puw/);
  assert.equal(
    (await office.post(`${to}/people`, { people: [other.personId], part: 'teacher' })).status,
    422,
  );
  assert.equal((await office.post(`${to}/people`, { people: [cai.personId], part: 'teacher' })).status, 422);
  await office.post(`${to}/people`, { people: [ffion.personId], part: 'teacher' });
  await office.post(`${to}/people`, { people: [cai.personId], part: 'pupil' });
  const page = (await office.get(to)).text;
  assert.match(page, /2 people/);
  assert.ok(page.indexOf('Ffion Puw') < page.indexOf('Cai Roberts'));
  assert.match((await office.get(`/people/${ffion.personId}`)).text, /Class 5P/);
  assert.match((await office.get(`/people?unit=${to.split('/').at(-1)}`)).text, /<bdi>Ffion Puw/);

  const gone = await makePerson(site.db, school, { name: 'Bryn Puw' });
  assert.match((await office.get(`${to}?q=puw`)).text, /Bryn Puw/);
  await site.db
    .updateTable('member')
    .set({ ends_on: '2026-11-17' })
    .where('owner_id', '=', school.id)
    .where('person_id', '=', gone.personId)
    .execute();
  assert.doesNotMatch((await office.get(`${to}?q=puw`)).text, /Bryn Puw/, 'their last day is over');
  assert.equal((await office.post(`${to}/people`, { people: [gone.personId], part: 'teacher' })).status, 422);

  const end = new RegExp(`action="(${to}/people/[\\w-]+)/end"`).exec(page)![1]!;
  assert.equal((await office.post(`${end}/end`)).status, 303);
  assert.match((await office.get(to)).text, /1 person/);
  await office.post(`${end}/restore`);
  assert.match((await office.get(to)).text, /2 people/);

  await office.post(`${to}/end`);
  assert.match((await office.get('/people/units')).text, /0 groups|There are none yet/);
  await office.post(`${to}/restore`);
  assert.match((await office.get('/people/units')).text, /Class 5P/);
});
