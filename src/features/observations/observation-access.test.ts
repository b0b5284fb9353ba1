import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver } from '#test/deliver.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import { standingsChanged } from '#platform/access/standing.ts';
import { role } from '#features/people/index.ts';
import { scene } from '#features/try-outs/try-outs.scene.ts';
import { agreed, bothReady, noticed, notes, waitingOf, when } from './observations.scene.ts';

test('nobody writes in the part of the other', async () => {
  const { ann, tomos, address } = await agreed();
  assert.equal((await tomos.post(`${address}/write/predicted`, { expect: 'x', version: '0' })).status, 404);
  await ann.post(`${address}/done`);
  assert.equal((await tomos.post(`${address}/write/noticed`, noticed)).status, 404);
  assert.equal((await ann.post(`${address}/write/notes`, notes)).status, 404);
  assert.equal(
    (await ann.post(`${address}/write/plan`, { goal: 'x', practice: 'y', version: '0' })).status,
    404,
    'too early',
  );
});

test('whatever their role, nobody else opens an observation, and the observer cannot share it', async () => {
  const { site, school, as, ann, tomos, address, toEveryone } = await agreed();
  await bothReady(ann, tomos, address);
  for (const name of ['beth', 'huw', 'specialist'] as const)
    assert.equal((await (await as(name)).get(address)).status, 403, name);
  for (const each of Object.values(role)) {
    const browser = await site.as(await makePerson(site.db, school, { roles: [each] }));
    assert.equal((await browser.get(address)).status, 403, each);
    assert.equal((await browser.post(`${address}/done`)).status, 403, each);
  }
  const other = await makePerson(site.db, await makeSchool(site.db, 'Hill Lane'), { roles: [role.head] });
  assert.equal((await (await site.as(other)).get(address)).status, 404);
  assert.equal((await tomos.get(`${address}/share`)).status, 403);
  assert.equal((await tomos.post(`${address}/share`, { readers: [toEveryone] })).status, 403);
  assert.equal((await tomos.post(`${address}/end`)).status, 403);
});

test('the observed teacher shares it further, and line managers stay out even so', async () => {
  const { as, ann, tomos, address, toEveryone, people } = await agreed();
  await bothReady(ann, tomos, address);
  assert.equal(
    (await ann.post(`${address}/share`, { readers: [`person:${people.huw.personId}`] })).status,
    422,
  );
  await ann.post(`${address}/share`, { readers: [toEveryone] });
  const specialist = await as('specialist');
  assert.match((await specialist.get(address)).text, /Four wrote at once/);
  assert.equal((await specialist.post(`${address}/write/notes`, notes)).status, 403);
  assert.equal((await (await as('beth')).get(address)).status, 403);
  await ann.post(`${address}/share`, {});
  assert.equal((await specialist.get(address)).status, 403);
});

test('the observed teacher withdraws: nobody else opens it, the observer neither, until it is brought back', async () => {
  const { site, ann, tomos, address, people } = await agreed();
  await ann.post(`${address}/end`);
  assert.equal((await tomos.get(address)).status, 404);
  assert.doesNotMatch((await tomos.get('/my-learning/observations')).text, /You observe Ann/);
  await deliver(site);
  assert.deepEqual(await waitingOf({ site }, people.tomos.personId), []);
  await ann.post(`${address}/bring-back`);
  assert.equal((await tomos.get(address)).status, 200);
});

test('a partner who leaves the partnership opens the observation no longer; the observed teacher does', async () => {
  const { db, site, school, partnership, people, ann, tomos, address, as } = await agreed();
  await bothReady(ann, tomos, address);
  await db
    .updateTable('circle_member')
    .set({ ends_at: site.clock.now })
    .where('owner_id', '=', school.id)
    .where('circle_id', '=', partnership)
    .where('person_id', '=', people.tomos.personId)
    .execute();
  await standingsChanged(db, school.id);
  const left = await as('tomos');
  assert.equal((await left.get(address)).status, 403);
  assert.doesNotMatch((await left.get('/my-learning/observations')).text, /You observe Ann/);
  assert.equal((await ann.get(address)).status, 200);
});

test('a line manager can be no observer, and an outsider is not in the list', async () => {
  const { site, db, school, partnership, people, as } = await scene();
  const ann = await as('ann');
  await db
    .insertInto('circle_member')
    .values({
      owner_id: school.id,
      id: crypto.randomUUID(),
      circle_id: partnership,
      person_id: people.beth.personId,
      part: 'partner',
      starts_at: site.clock.now,
    })
    .execute();
  const form = { ...when, role: 'observed' };
  const ask = (personId: string, sent = form) =>
    ann.post('/my-learning/observations/new', { ...sent, with: `${partnership} ${personId}` });
  assert.match((await ask(people.beth.personId)).text, /line manager/);
  assert.match(
    (await ask(people.beth.personId, { ...form, on_date: '' })).text,
    /2 things to look at[^]*line manager/,
  );
  assert.equal((await ask(people.huw.personId)).status, 422);
});
