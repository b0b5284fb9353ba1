import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePerson, makeSchool } from '#test/factories.ts';
import { testSite } from '#test/site.ts';

async function school() {
  const site = await testSite();
  const bryn = await makeSchool(site.db);
  const ann = await makePerson(site.db, bryn, { name: 'Ann Puw' });
  const dewi = await makePerson(site.db, bryn, { name: 'Dewi Jones', roles: ['administrator'] });
  return {
    site,
    bryn,
    ann,
    at: `/people/${ann.personId}/working-pattern`,
    own: await site.as(ann),
    office: await site.as(dewi),
  };
}

test('somebody writes down their days, hours and odd weeks; the administrator sees them, a colleague does not', async () => {
  const { site, bryn, ann, at, own, office } = await school();
  assert.match((await own.get(at)).text, /name="friday"[^>]*checked/);
  const sent = {
    monday: 'yes',
    monday_from: '08:30',
    monday_until: '15:30',
    tuesday: 'yes',
    note: 'Every other Friday',
    version: 0,
  };
  assert.equal((await own.post(at, sent)).status, 303);
  const page = (await office.get(at)).text;
  assert.match(page, /value="08:30"/);
  assert.match(page, /Every other Friday/);
  assert.doesNotMatch(page, /name="friday"[^>]*checked/);
  const member = await site.db
    .selectFrom('member')
    .select('working_days')
    .where('owner_id', '=', bryn.id)
    .where('person_id', '=', ann.personId)
    .executeTakeFirstOrThrow();
  assert.deepEqual(member.working_days, ['monday', 'tuesday']);
  const colleague = await site.as(await makePerson(site.db, bryn, { roles: ['senior-leader'] }));
  assert.equal((await colleague.get(at)).status, 403);
  assert.equal((await colleague.post(at, sent)).status, 403);
});

test('of two who save at once the second sees both, and neither is lost', async () => {
  const { site, bryn, ann, at, own, office } = await school();
  await own.post(at, { monday: 'yes', note: 'first', version: 0 });
  await own.post(at, { monday: 'yes', note: 'mine', version: 1 });
  const late = await office.post(at, { tuesday: 'yes', note: 'theirs', version: 1 });
  assert.equal(late.status, 409);
  for (const said of ['mine', 'theirs', 'Ann Puw']) assert.ok(late.text.includes(said), said);
  assert.equal((await office.post(at, { tuesday: 'yes', note: 'agreed', version: 2 })).status, 303);
  const kept = await site.db
    .selectFrom('text_version')
    .select('body')
    .where('owner_id', '=', bryn.id)
    .where('item_id', '=', ann.personId)
    .orderBy('version')
    .execute();
  assert.deepEqual(
    kept.map(({ body }) => (body as { note: string }).note),
    ['first', 'mine'],
  );
});

test('half a pair of times is refused beside its field', async () => {
  const { at, own } = await school();
  assert.match(
    (await own.post(at, { monday: 'yes', monday_from: '08:30', version: 0 })).text,
    /Write both times, or neither/,
  );
  assert.match(
    (await own.post(at, { monday: 'yes', monday_from: '15:30', monday_until: '08:30', version: 0 })).text,
    /not after the beginning/,
  );
});
