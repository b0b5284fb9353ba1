import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scene } from '#features/agreements/agreements.scene.ts';
import { usualForm } from './letters.scene.ts';

/** The partner's letters from now on; the jobs have run once, so that they run when their time comes. */
async function partners() {
  const all = await scene();
  await all.jobs();
  const to = all.world.people.partner.email;
  const since = async (at: string) => {
    all.site.clock.set(at);
    all.mail.length = 0;
    await all.jobs();
    return all.mail.filter((letter) => letter.to === to).map(({ subject }) => subject);
  };
  return { ...all, since };
}

test('who hears at once gets the letter of the room, and none besides about what it tells of', async () => {
  const { propose, since } = await partners();
  await propose('partner');
  const now = await since('2026-11-18T16:31:00Z');
  assert.equal(now.length, 1);
  assert.match(now[0]!, /would like to form a partnership with you/);
  assert.deepEqual(await since('2026-11-18T16:41:00Z'), []);
});

test('in the evening it waits, and is in the letter of everything when the quiet time ends', async () => {
  const { propose, since, site } = await partners();
  site.clock.set('2026-11-18T19:00:00Z');
  await propose('partner');
  assert.deepEqual(await since('2026-11-18T19:01:00Z'), []);
  const asked = ['One thing is waiting: You are asked to form a partnership'];
  assert.deepEqual(await since('2026-11-19T07:30:00Z'), asked);
  assert.deepEqual(await since('2026-11-19T09:00:00Z'), []);
});

test('who hears by the day finds it in the letter of the day', async () => {
  const { propose, since, partner } = await partners();
  await partner.post('/me/notices', { ...usualForm, rhythm: 'daily' });
  await propose('partner');
  assert.deepEqual(await since('2026-11-18T16:41:00Z'), []);
  assert.deepEqual(await since('2026-11-19T07:30:00Z'), [
    'One thing is waiting: You are asked to form a partnership',
  ]);
});

test('what happened and stands in no list is written of when the quiet time ends', async () => {
  const { propose, partner, site, jobs, mail, world } = await partners();
  const href = await propose('partner');
  await jobs();
  site.clock.set('2026-11-18T19:00:00Z');
  mail.length = 0;
  await partner.post(`${href}/answer`, { answer: 'declined' });
  await jobs();
  assert.equal(mail.length, 0);
  site.clock.set('2026-11-19T07:30:00Z');
  await jobs();
  const [letter] = mail.filter(({ to }) => to === world.people.teacher.email);
  assert.match(letter!.subject, /said not this time/);
});
