import assert from 'node:assert/strict';
import { test } from 'node:test';
import { selectStanding, standingsChanged } from '#platform/access/standing.ts';
import type { Arrival } from '#platform/http/context.ts';
import { perform } from '#platform/http/perform.ts';
import { members, see } from '#platform/http/route.ts';
import { Who } from '#platform/access/who.ts';
import { makeManager } from '#test/factories.ts';
import { goal, scene, written } from '../appraisal.scene.ts';
import { insertTargetFromGoal } from '../index.ts';
import { takeAwayTargets } from './targets.take-away.ts';
import { yearAround } from './target.ts';

test('the teacher and whoever is their line manager today read a target; no role does', async () => {
  const { db, school, people, as } = await scene();
  const ann = await as('ann');
  const address = await written(ann);
  assert.match((await ann.get(address)).text, /You and Sian Rees/);
  const sian = await as('sian');
  assert.match((await sian.get(address)).text, /Pupils talk before they write/);
  assert.match((await sian.get('/appraisal/people')).text, /Pupils talk before they write/);
  for (const name of ['gwen', 'carys', 'elin', 'dewi', 'tomos', 'beth'] as const) {
    const browser = await as(name);
    assert.equal((await browser.get(address)).status, 403, name);
    for (const page of ['/appraisal', '/appraisal/people'])
      assert.doesNotMatch((await browser.get(page)).text, /Pupils talk/, `${page} as ${name}`);
  }
  assert.match((await ann.get('/me/seen')).text, /Sian Rees/, 'Ann reads who opened it');
  assert.doesNotMatch(
    (await ann.get('/me/seen')).text,
    /Pupils talk/,
    'a page for learning holds no wording',
  );

  await db
    .updateTable('line_management')
    .set({ ended_at: new Date() })
    .where('owner_id', '=', school.id)
    .where('person_id', '=', people.ann.personId)
    .execute();
  await standingsChanged(db, school.id);
  await makeManager(db, school, people.beth, people.ann);
  assert.equal((await sian.get(address)).status, 403, 'the manager of before');
  assert.doesNotMatch((await sian.get('/appraisal/people')).text, /Pupils talk/);
  assert.match((await (await as('beth')).get(address)).text, /Pupils talk/, 'the manager of now');
});

test('both agree to the same words; new words ask both again, and the earlier ones are kept', async () => {
  const { as } = await scene();
  const [ann, sian] = [await as('ann'), await as('sian')];
  const address = await written(ann);
  await ann.post(`${address}/agree`, { version: '1' });
  assert.match((await sian.get(address)).text, /The teacher agreed; you have not yet/);
  await sian.post(`${address}/agree`, { version: '1' });
  for (const browser of [ann, sian]) assert.match((await browser.get(address)).text, /Agreed by both/);
  assert.equal((await sian.post(`${address}/edit`, { ...goal, version: '1' })).status, 403);
  await ann.post(`${address}/edit`, { ...goal, wording: 'Pupils rehearse aloud', version: '1' });
  assert.match((await sian.get(address)).text, /Not agreed yet/);
  assert.match((await sian.get(address)).text, /What it said before.*Pupils talk before they write/s);
  assert.equal((await sian.post(`${address}/agree`, { version: '1' })).status, 422, 'words not read yet');
  await sian.post(`${address}/agree`, { version: '2' });
  await sian.post(`${address}/not-agreed`);
  assert.match((await sian.get(address)).text, /Not agreed yet/);
});

test('saving over words that were saved meanwhile shows both and loses neither', async () => {
  const { as } = await scene();
  const ann = await as('ann');
  const address = await written(ann);
  await ann.post(`${address}/edit`, { ...goal, wording: 'From the other window', version: '1' });
  const late = await ann.post(`${address}/edit`, { ...goal, wording: 'From this window', version: '1' });
  assert.equal(late.status, 409);
  for (const words of ['From the other window', 'From this window'])
    assert.match(late.text, new RegExp(words));
});

test('a target that was taken away is nobody’s to read but its teacher’s, and comes back', async () => {
  const { as } = await scene();
  const [ann, sian] = [await as('ann'), await as('sian')];
  const address = await written(ann);
  await ann.post(`${address}/end`);
  assert.equal((await sian.get(address)).status, 404);
  assert.doesNotMatch((await sian.get('/appraisal/people')).text, /Pupils talk/);
  await ann.post(`${address}/bring-back`);
  assert.equal((await sian.get(address)).status, 200);
});

test('a wording copied from a goal is a target like any other, and only its owner reads that it was copied', async () => {
  const { site, db, school, people, as } = await scene();
  const person = { ...people.ann, locale: 'en-GB', theme: 'auto' };
  const place = { ...school, zone: 'Europe/London', currency: 'GBP' };
  const who = new Who(await selectStanding(db, person, place, '2026-11-18'), 'learning');
  const wording = 'Pupils say the sentence before they write it';
  const done = await perform(
    {
      path: '/test/copy',
      access: members('staff'),
      run: async (change) => see((await insertTargetFromGoal(change, { wording })).href, ''),
    },
    { db, who, now: site.clock.now } as Arrival,
    {},
    [],
  );
  const address = (done as { to: string }).to;
  const [ann, sian] = [await as('ann'), await as('sian')];
  const own = (await ann.get(address)).text;
  assert.match(own, /Pupils say the sentence/);
  assert.match(own, /You copied this wording from a coaching goal of yours/);
  const theirs = (await sian.get(address)).text;
  assert.match(theirs, /Pupils say the sentence/);
  assert.doesNotMatch(theirs, /copied|coaching goal/);
  const events = await db
    .selectFrom('event')
    .select(['kind', 'item_id', 'body'])
    .where('owner_id', '=', school.id)
    .execute();
  assert.deepEqual(events, [
    { kind: 'appraisal.target-written', item_id: address.split('/').at(-1), body: { version: 1 } },
  ]);
  const typed = await written(ann, { wording });
  const row = async (at: string) => {
    const { id, written_at, ...rest } = await db
      .selectFrom('appraisal_target')
      .selectAll()
      .where('owner_id', '=', school.id)
      .where('id', '=', at.split('/').at(-1)!)
      .executeTakeFirstOrThrow();
    return { ...rest, looks_like: '', at: id !== '' && written_at !== null };
  };
  assert.deepEqual(await row(address), await row(typed), 'nothing in the row tells the two apart');
});

test('one takes one’s own targets away, and no manager those of others', async () => {
  const { db, school, people, as } = await scene();
  await written(await as('ann'));
  const mine = await takeAwayTargets(db, people.ann.personId, [school.id]);
  assert.match(JSON.stringify(mine), /Pupils talk before they write/);
  assert.deepEqual(await takeAwayTargets(db, people.sian.personId, [school.id]), []);
});

test('the school year is what the school calls it, or is counted from August', async () => {
  const { as } = await scene();
  assert.match((await (await as('ann')).get('/appraisal/targets/new')).text, /value="2026\/27"/);
  assert.equal(yearAround('2026-07-31'), '2025/26');
  assert.equal(yearAround('2099-08-01'), '2099/00');
});
