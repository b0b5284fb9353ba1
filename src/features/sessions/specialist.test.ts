import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver } from '#test/deliver.ts';
import { scene } from './sessions.scene.ts';

const flat = (text: string): string => text.replace(/\s+/g, ' ');

test('a specialist from outside finds whom to talk with, whom to visit and what is owed, each a link to it', async () => {
  const all = await scene();
  const [ann, specialist] = [await all.as('ann'), await all.as('specialist')];
  const desk = `${all.base}/specialist`;
  assert.match(flat((await specialist.get(desk)).text), /Ann Puw.{0,80}shares nothing with you yet/);

  const shared = await ann.post('/my-learning/starting-points', { title: 'Before', pupils: 'Six of them' });
  await ann.post(`${shared.to}/share`, { with: `circle:${all.programme}:specialist` });
  await deliver(all.site);
  const page = flat((await specialist.get(desk)).text);
  assert.match(page, new RegExp(`href="${shared.to}" ?>shares starting points with you`));
  const notes = await specialist.post(`${shared.to}/interview`, { held_on: '2026-11-18', pupils: 'Owen' });
  assert.match((await specialist.get(desk)).text, new RegExp(`href="${notes.to}"`));

  const form = (await specialist.get('/my-learning/observations/new?programme=reading-together')).text;
  assert.match(form, /Whose lesson do you watch/);
  assert.doesNotMatch(form, /I teach and am observed/);
  const asked = await specialist.post('/my-learning/observations/new', {
    with: `${all.programme} ${all.people.ann.personId}`,
    role: 'observer',
    on_date: '2026-11-18',
    minutes: '40',
  });
  assert.match(flat((await specialist.get(desk)).text), /Ann Puw.{0,90}waits for an answer/);
  await ann.post(`${asked.to}/accept`);
  await ann.post(`${asked.to}/done`);
  const owed = flat((await specialist.get(desk)).text);
  assert.match(owed, new RegExp(`href="${asked.to}".{0,150}your feedback is still to come`));
  all.site.queries.length = 0;
  await specialist.get(desk);
  assert.ok(all.site.queries.length <= 4, `${all.site.queries.length} statements`);
  await ann.post(`${asked.to}/end`);
  assert.doesNotMatch((await specialist.get(desk)).text, new RegExp(asked.to), 'taken away by Ann');
});
