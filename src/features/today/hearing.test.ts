import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePerson } from '#test/factories.ts';
import { scene } from './letters.scene.ts';

test('the page shows what goes for those who chose nothing, and what was chosen', async () => {
  const { site, ann, choose } = await scene();
  const page = async () => (await (await site.as(ann)).get('/me/notices')).text;
  const before = await page();
  assert.match(before, /value="at-once"[^>]*checked/);
  assert.match(before, /value="18:00"[^]*value="07:30"/);
  for (const day of [6, 7])
    assert.match(before, new RegExp(`name="quiet_days"[^>]*value="${day}"[^>]*checked`));
  assert.doesNotMatch(before, /name="quiet_days"[^>]*value="5"[^>]*checked/);
  await choose({
    rhythm: 'weekly',
    week_day: '4',
    soon: 'hour',
    quiet_from: '',
    quiet_until: '',
    quiet_days: ['5'],
    days_off: 'yes',
  });
  const after = await page();
  assert.match(after, /value="weekly"[^>]*checked/);
  assert.match(after, /value="4"[^>]*selected/);
  assert.match(after, /value="hour"[^>]*checked/);
  assert.match(after, /name="quiet_days"[^>]*value="5"[^>]*checked/);
  assert.match(after, /name="days_off"[^>]*checked/);
  assert.doesNotMatch(after, /value="18:00"/);
});

test('what cannot be meant is said where it stands, and nothing is saved', async () => {
  const { choose, site, ann } = await scene();
  for (const [fields, says] of [
    [{ quiet_until: '' }, /Say until when/],
    [{ quiet_from: '' }, /Say from when/],
    [{ quiet_until: '18:00' }, /other than the one it begins at/],
    [{ quiet_days: ['1', '2', '3', '4', '5', '6', '7'] }, /no letter would ever come/],
    [{ quiet_days: ['9'] }, /Choose from the days shown/],
    [{ rhythm: 'hourly' }, /Choose one/],
  ] as const) {
    const answer = await choose(fields);
    assert.equal(answer.status, 422, JSON.stringify(fields));
    assert.match(answer.text, says);
  }
  const saved = await site.db
    .selectFrom('reminder_choice')
    .select('rhythm')
    .where('owner_id', '=', ann.personId)
    .execute();
  assert.deepEqual(saved, []);
});

test('the link of a letter leads its person to the page, and nobody else', async () => {
  const { site, school, ann, tell } = await scene();
  await tell({ href: '/my-learning' });
  const { id } = await site.db
    .selectFrom('notice')
    .select('id')
    .where('owner_id', '=', ann.personId)
    .executeTakeFirstOrThrow();
  assert.equal((await (await site.as(ann)).get(`/today/waiting/${id}`)).to, '/my-learning');
  const other = await site.as(await makePerson(site.db, school));
  assert.equal((await other.get(`/today/waiting/${id}`)).status, 404);
  assert.equal((await other.get('/today/waiting/nothing')).status, 404);
});
