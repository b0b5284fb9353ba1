import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertFamilyLink, insertMemberships, insertUnits } from '#features/people/index.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import { startOfTests, testSite } from '#test/site.ts';

async function scene() {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const mother = await makePerson(site.db, school, { name: 'Lowri Roberts', kind: 'family' });
  const teacher = await makePerson(site.db, school, {
    name: 'Tomos Rees',
    roles: ['teacher', 'parent-carer'],
  });
  const cai = await makePerson(site.db, school, { name: 'Cai Roberts', kind: 'pupil' });
  const mali = await makePerson(site.db, school, { name: 'Mali Rees', kind: 'pupil' });
  const link = (adultId: string, pupilId: string) =>
    insertFamilyLink(site.db, school.id, { adultId, pupilId, relationship: null }, startOfTests);
  await link(mother.personId, cai.personId);
  await link(teacher.personId, mali.personId);
  return { site, school, mother, teacher, cai, mali };
}

test('a family sees its own children and nobody else’s', async () => {
  const { site, mother, cai, mali } = await scene();
  const browser = await site.as(mother);
  const list = (await browser.get('/children')).text;
  assert.match(list, /Cai Roberts/);
  assert.doesNotMatch(list, /Mali Rees/);
  assert.equal((await browser.get(`/children/${cai.personId}`)).status, 200);
  assert.equal((await browser.get(`/children/${mali.personId}`)).status, 404);
});

test('whoever works at the school finds their own child in the same place', async () => {
  const { site, teacher, mali } = await scene();
  const browser = await site.as(teacher);
  assert.match((await browser.get('/children')).text, /Mali Rees/);
  assert.equal((await browser.get(`/children/${mali.personId}`)).status, 200);
});

test('a carer who may be told nothing sees no child', async () => {
  const { site, school, mother, cai } = await scene();
  await site.db
    .updateTable('family_relation')
    .set({ told: [] })
    .where('owner_id', '=', school.id)
    .where('adult_id', '=', mother.personId)
    .execute();
  const browser = await site.as(mother);
  assert.doesNotMatch((await browser.get('/children')).text, /Cai Roberts/);
  assert.equal((await browser.get(`/children/${cai.personId}`)).status, 404);
});

test('a child who left is no longer there', async () => {
  const { site, school, mother, cai } = await scene();
  await site.db
    .updateTable('member')
    .set({ ends_on: '2026-11-17' })
    .where('owner_id', '=', school.id)
    .where('person_id', '=', cai.personId)
    .execute();
  assert.equal((await (await site.as(mother)).get(`/children/${cai.personId}`)).status, 404);
});

test('a carer who may not be told of notices reads in no class where the child is', async () => {
  const { site, school, mother, cai } = await scene();
  const [unit] = await insertUnits(site.db, school.id, [{ kind: 'class', name: 'Class 5P' }], startOfTests);
  await insertMemberships(
    site.db,
    school.id,
    [{ unitId: unit!, personId: cai.personId, part: 'pupil' }],
    startOfTests,
  );
  const reads = async () => (await (await site.as(mother)).get(`/children/${cai.personId}`)).text;
  assert.match(await reads(), /Class 5P/);
  await site.db
    .updateTable('family_relation')
    .set({ told: ['behaviour'] })
    .where('owner_id', '=', school.id)
    .where('adult_id', '=', mother.personId)
    .execute();
  const text = await reads();
  assert.match(text, /Cai Roberts/);
  assert.doesNotMatch(text, /Class 5P/);
  assert.doesNotMatch(text, /At school/, 'nor anything of attendance');
});

test('a carer who has left the school reads of the child no more; staff who leave stay the parents they are', async () => {
  const { site, school, mother, teacher, cai, mali } = await scene();
  const office = await site.as(
    await makePerson(site.db, school, { name: 'Dewi Jones', roles: ['administrator'] }),
  );
  const browser = await site.as(mother);
  for (const { personId } of [mother, teacher])
    assert.equal((await office.post(`/people/${personId}/leave`, { last: '2026-11-17' })).status, 303);
  assert.doesNotMatch((await browser.get('/children')).text, /Cai Roberts/);
  for (const path of ['/children', '/behaviour/about'])
    assert.equal((await browser.get(`${path}/${cai.personId}`)).status, 404, path);
  assert.equal((await (await site.as(teacher)).get(`/children/${mali.personId}`)).status, 200);
  assert.equal((await office.post(`/people/${mother.personId}/return`)).status, 303);
  assert.equal((await browser.get(`/children/${cai.personId}`)).status, 200);
});

test('Today shows a family its children, what the school was told, and the way to say that one is away', async () => {
  const { site, school, mother, teacher, cai } = await scene();
  const browser = await site.as(mother);
  const before = (await browser.get('/today')).text;
  assert.match(before, /Cai Roberts/);
  assert.doesNotMatch(before, /Mali Rees|Away: /);
  assert.match(before, /Tell the school that Cai Roberts is away/);
  const away = `/children/${cai.personId}/away`;
  assert.equal(
    (
      await browser.post(away, {
        from_on: '2026-11-18',
        until_on: '2026-11-19',
        part: 'day',
        sort: 'ill',
        words: 'A heavy cold.',
      })
    ).status,
    303,
  );
  for (const path of ['/today', `/children/${cai.personId}`])
    assert.match(
      (await browser.get(path)).text,
      /Away: .*18.*19[\s\S]*The school has it\. Thank you\./,
      path,
    );
  const father = await makePerson(site.db, school, { name: 'Gareth Roberts', kind: 'family' });
  await insertFamilyLink(
    site.db,
    school.id,
    { adultId: father.personId, pupilId: cai.personId, relationship: null },
    startOfTests,
  );
  const his = (await (await site.as(father)).get('/today')).text;
  assert.match(his, /Somebody has told the school\./);
  assert.doesNotMatch(his, /heavy cold/, 'what another carer wrote stays theirs');
  const hers = (await (await site.as(teacher)).get('/today')).text;
  assert.match(hers, /Mali Rees/, 'whoever works at the school reads of their own child there too');
});

test('a carer who may not be told of attendance reads nothing of it on Today', async () => {
  const { site, school, mother } = await scene();
  await site.db
    .updateTable('family_relation')
    .set({ told: ['behaviour'] })
    .where('owner_id', '=', school.id)
    .where('adult_id', '=', mother.personId)
    .execute();
  const text = (await (await site.as(mother)).get('/today')).text;
  assert.match(text, /Cai Roberts/);
  assert.doesNotMatch(text, /Tell the school/);
});
