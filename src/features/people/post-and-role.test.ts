import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePerson, makeSchool } from '#test/factories.ts';
import { testSite } from '#test/site.ts';

test('a role that says the same as the post, "CPD lead" and "CPD leader", is said once', async () => {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const carys = await makePerson(site.db, school, { roles: ['cpd-leader', 'senior-leader'] });
  await site.db
    .updateTable('member')
    .set({ job_title: 'CPD lead' })
    .where('owner_id', '=', school.id)
    .where('person_id', '=', carys.personId)
    .execute();
  const page = (await (await site.as(carys)).get('/people')).text;
  const list = page.slice(page.indexOf('<tbody>'));
  assert.match(list, /CPD lead; Senior leader/);
  assert.doesNotMatch(list, /CPD leader/);
});
