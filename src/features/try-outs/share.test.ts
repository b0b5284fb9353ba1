import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver } from '#test/deliver.ts';
import { joinCircle } from '#test/factories.ts';
import { testSite } from '#test/site.ts';
import { makeWorld } from '#test/world.ts';
import { newId } from '#platform/db/ids.ts';
import { selectFiled } from '#features/agreements/index.ts';
import { logged } from './try-outs.scene.ts';

/** The teacher and her partner have an agreement with one place for evidence; their programme meets on Friday. */
async function before() {
  const site = await testSite();
  const { db } = site;
  const world = await makeWorld(db);
  const { school, people, programme, at } = world;
  const [agreement, place, meeting] = [newId(at), newId(at), newId(at)];
  for (const person of [people.teacher, people.partner])
    await joinCircle(db, school, agreement, person, 'partner', {
      kind: 'partnership',
      name: 'Ffion and Tomos',
    });
  const owner_id = school.id;
  await db
    .insertInto('agreement_form')
    .values({ owner_id, version: 1, parts: JSON.stringify([]), changed_at: at })
    .execute();
  await db
    .insertInto('agreement')
    .values({
      owner_id,
      id: agreement,
      programme_id: programme.id,
      form_version: 1,
      proposal: '',
      answers: JSON.stringify({}),
      version: 1,
      written_by: people.teacher.personId,
      written_at: at,
      review_round: 0,
      created_at: at,
    })
    .execute();
  await db
    .insertInto('evidence_place')
    .values({
      owner_id,
      id: place,
      agreement_id: agreement,
      key: 'work',
      title: 'Pupils’ work',
      about: '',
      created_at: at,
    })
    .execute();
  await db
    .insertInto('programme_step')
    .values({
      owner_id,
      id: meeting,
      programme_id: programme.id,
      number: 1,
      kind: 'meeting',
      strand: 'peer',
      lead: 'teachers',
      title: 'What pupils did',
      prompt: '',
      on_date: '2026-11-20',
      starts_at: '15:45',
      place: '',
      minutes: 60,
      in_school_day: false,
      mode: 'in-person',
      cycle: 1,
      required: true,
      version: 1,
      created_at: at,
    })
    .execute();
  const teacher = await site.as(people.teacher);
  return { site, db, world, teacher, partner: await site.as(people.partner), agreement, place, meeting };
}

test('filing it as evidence lets the partner read it and find it in its place, until it is taken out', async () => {
  const { site, db, world, teacher, partner, agreement, place } = await before();
  const address = await logged(teacher);
  assert.equal((await teacher.post(`${address}/share`, { place })).status, 303);
  await deliver(site);
  const filed = async () => (await selectFiled(db, world.school.id, agreement)).flatMap((each) => each.filed);
  assert.deepEqual(
    (await filed()).map(({ title, href }) => [title, href]),
    [['Answers on boards before anybody speaks', address]],
  );
  assert.equal((await partner.get(address)).status, 200);
  await teacher.post(`${address}/end`);
  await deliver(site);
  assert.deepEqual(await filed(), [], 'taken away with the try-out');
  await teacher.post(`${address}/bring-back`);
  await deliver(site);
  assert.equal((await filed()).length, 1);
  await teacher.post(`${address}/share`, {});
  await deliver(site);
  assert.deepEqual(await filed(), []);
  assert.equal((await partner.get(address)).status, 403);
});

test('brought to a meeting, it can be read by those in the programme', async () => {
  const { site, world, teacher, partner, meeting } = await before();
  const address = await logged(teacher);
  assert.equal((await partner.get(address)).status, 403);
  await teacher.post(`${address}/share`, { meeting });
  assert.match((await teacher.get(address)).text, /Brought to What pupils did, Friday 20 November/);
  assert.equal((await partner.get(address)).status, 200);
  assert.equal((await (await site.as(world.people.facilitator)).get(address)).status, 200);
  assert.equal((await (await site.as(world.people.manager)).get(address)).status, 403);
  assert.equal((await (await site.as(world.people.head)).get(address)).status, 403);
});

test('a place of somebody else’s agreement and a meeting of another programme are refused', async () => {
  const { site, world, place, meeting } = await before();
  const colleague = await site.as(world.people.colleague);
  const address = await logged(colleague);
  assert.equal((await colleague.post(`${address}/share`, { place })).status, 422);
  assert.equal((await colleague.post(`${address}/share`, { meeting })).status, 422);
});
