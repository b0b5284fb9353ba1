import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standingsChanged } from '#platform/access/standing.ts';
import { joinCircle, makeManager, makePerson } from '#test/factories.ts';
import { scene } from './agreements.scene.ts';

const address = '/programmes/reading-together/agreements';
const names = /Ffion Puw|Tomos Bevan/;

test('leaders read numbers only in groups of five or more, and never who', async () => {
  const { inForce, as, site, world, propose } = await scene();
  await inForce();
  for (const who of ['cpd-leader', 'head', 'senior-leader'] as const) {
    const page = (await (await as(who)).get(address)).text;
    assert.match(page, /too few people here to show numbers/, who);
    assert.doesNotMatch(page, names, who);
  }
  // Twelve take part; two of them are in an agreement and ten are not: the two are not shown, nor worked out.
  for (let i = 0; i < 9; i++)
    await joinCircle(
      site.db,
      world.school,
      world.programme.id,
      await makePerson(site.db, world.school),
      'participant',
    );
  const page = (await (await as('head')).get(address)).text;
  assert.match(page, /12 teachers take part/);
  assert.match(page, /too few to show/);
  assert.doesNotMatch(page, />10</);
  assert.doesNotMatch(page, names);
  assert.equal((await propose('colleague')).startsWith('/agreements/'), true);
});

test('the mentor co-ordinator sees pairings and review dates, and nothing of what is written', async () => {
  const { inForce, as, site } = await scene();
  const href = await inForce();
  const co = await as('co-ordinator');
  const page = (await co.get(address)).text;
  assert.match(page, /Tomos Bevan and Ffion Puw/);
  assert.match(page, /11 Dec 2026/);
  assert.doesNotMatch(page, /question|Sticky/);
  assert.equal((await co.get(href)).status, 403);
  site.clock.set('2026-12-12T09:00:00Z');
  assert.match((await co.get(address)).text, />due</);
});

test('a co-ordinator who is a partner’s line manager does not see that pairing', async () => {
  const { inForce, as, site, world } = await scene();
  await inForce();
  await makeManager(site.db, world.school, world.people['co-ordinator'], world.people.partner);
  await standingsChanged(site.db, world.school.id);
  assert.doesNotMatch((await (await as('co-ordinator')).get(address)).text, names);
});

test('somebody outside the programme, a pupil and another school’s head find nothing here', async () => {
  const { inForce, as } = await scene();
  await inForce();
  for (const who of [
    'manager',
    'governor',
    'administrator',
    'pupil',
    'parent',
    'other-guest',
    'other-head',
  ] as const)
    assert.ok([403, 404].includes((await (await as(who)).get(address)).status), who);
  const specialist = await (await as('specialist')).get(address);
  assert.equal(specialist.status, 200);
  assert.doesNotMatch(specialist.text, names);
});

test('the list of one’s own shows where each partnership is', async () => {
  const { inForce, teacher, partner } = await scene();
  await inForce();
  assert.match(
    (await partner.get('/my-learning/agreements')).text,
    /With Ffion Puw<\/a>: in force, to be reviewed on 11 December 2026/,
  );
  assert.match((await teacher.get(address)).text, /With Tomos Bevan/);
});
