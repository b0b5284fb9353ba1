import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePerson, makeSchool } from '#test/factories.ts';
import { testSite } from '#test/site.ts';
import { scene, sentAs } from '../behaviour.scene.ts';

test('a school that has settled nothing begins with Staffroom’s own set, once', async () => {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const head = await site.as(await makePerson(site.db, school, { roles: ['head'] }));
  assert.match((await head.get('/school/behaviour')).text, /a set of Staffroom’s own[\s\S]*Kept going/);
  assert.equal((await head.post('/school/behaviour/begin')).status, 303);
  assert.equal((await head.post('/school/behaviour/begin')).status, 422);
  const teacher = await site.as(await makePerson(site.db, school));
  assert.equal((await teacher.get('/school/behaviour')).status, 403);
  assert.equal((await teacher.post('/school/behaviour/begin')).status, 403);
});

test('a category is added, changed and taken off the list; what was noted with it stays as it was', async () => {
  const { people, p5, categories, as } = await scene();
  const ffion = await as('ffion');
  await ffion.post(`/behaviour/classes/${p5}`, sentAs('positive', categories.kept, people.cai));
  const office = await as('office');
  const at = `/school/behaviour/categories/${categories.kept}`;
  const sent = { name: 'Kept at it', about: '', sign: '', points: '5', version: '1' };
  assert.equal((await office.post(at, sent)).status, 303);
  assert.equal((await office.post(at, sent)).status, 409);
  const { text } = await ffion.get(`/behaviour/pupils/${people.cai.personId}`);
  assert.match(text, /Kept at it/);
  assert.match(text, /2 points/);
  assert.equal((await office.post(`${at}/end`)).status, 303);
  assert.doesNotMatch((await ffion.get(`/behaviour/classes/${p5}`)).text, /Kept at it/);
  assert.match((await ffion.get(`/behaviour/pupils/${people.cai.personId}`)).text, /Kept at it/);
  assert.equal((await office.post(`${at}/restore`)).status, 303);
  const wrong = { tone: 'negative', name: 'Late', about: '', sign: '', points: '3' };
  const refused = await office.post('/school/behaviour/categories', wrong);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /nothing is taken away/);
});

test('a class sees its own total where the school wants it, and never of so few that one could tell who', async () => {
  const { people, p5, categories, as } = await scene();
  const ffion = await as('ffion');
  await ffion.post(
    `/behaviour/classes/${p5}`,
    sentAs('positive', categories.kind, [people.cai, people.mali, people.ann]),
  );
  await (
    await as('office')
  ).post('/school/behaviour/promise', {
    promise: '',
    notice_hours: '24',
    class_totals: 'yes',
    version: '0',
  });
  assert.doesNotMatch((await ffion.get(`/behaviour/classes/${p5}`)).text, /went well with this class/);
});
