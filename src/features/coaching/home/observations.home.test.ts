import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standingsChanged } from '#platform/access/standing.ts';
import { scene } from '#features/try-outs/try-outs.scene.ts';
import { makePairing } from '../coaching.scene.ts';

async function paired({ withManager = false } = {}) {
  const all = await scene();
  const { db, school, people, site } = all;
  const pair = {
    learner: { personId: people.ann.personId, name: 'Ann Puw' },
    supporter: { personId: people.tomos.personId, name: 'Tomos Bevan' },
  };
  const { id } = await makePairing(db, school, { ...pair, withManager }, site.clock.now);
  await standingsChanged(db, school.id);
  return { ...all, id, ann: await all.as('ann'), tomos: await all.as('tomos') };
}

test('the home of a pairing leads to a form for its people, and shows what they agreed', async () => {
  const { id, people, ann, tomos } = await paired();
  const [form] = /\/my-learning\/observations\/new\?group=[^"]+/.exec(
    (await ann.get(`/coaching/${id}`)).text,
  )!;
  const chosen = `${id} ${people.tomos.personId}`;
  assert.match((await ann.get(form)).text, new RegExp(`<option value="${chosen}" selected`));
  const { to } = await ann.post('/my-learning/observations/new', {
    with: chosen,
    role: 'observed',
    on_date: '2026-11-20',
    minutes: '40',
  });
  assert.match((await tomos.get(`/coaching/${id}`)).text, new RegExp(`href="${to}"[^]*you are asked`));
  await tomos.post(`${to}/accept`);
  assert.match((await ann.get(`/coaching/${id}`)).text, new RegExp(`href="${to}"[^]*; agreed`));
  await ann.post(`${to}/end`);
  assert.doesNotMatch((await tomos.get(`/coaching/${id}`)).text, new RegExp(to));
});

test('where one of them manages the other, no observation is offered', async () => {
  const { id, ann } = await paired({ withManager: true });
  assert.doesNotMatch((await ann.get(`/coaching/${id}`)).text, /observations\/new/);
});
