import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stepFields } from '#test/draft-programme.ts';
import { Phone } from '#test/phone.ts';
import { buttonOf, running, when } from './when.scene.ts';

test('a button moves the step, people are told as of any move, and it can be taken back', async () => {
  const all = await running();
  const { site, school, ann, here, her } = all;
  const sent = await buttonOf(her, `${here}${when}?time=at&at=16%3A15`, '2026-12-09');
  assert.deepEqual(sent, { on_date: '2026-12-09', starts_at: '16:15', version: '2' });
  const moved = await her.post(here + when, sent);
  assert.equal(moved.to, `${here}/steps/1`);
  assert.match(moved.said, /It is now on Wednesday 9 December, at 16:15/);
  const step = () =>
    site.db
      .selectFrom('programme_step')
      .select(['title', 'on_date', 'starts_at', 'version', 'minutes'])
      .where('owner_id', '=', school.id)
      .where('programme_id', '=', all.programmeId)
      .where('number', '=', 1)
      .executeTakeFirstOrThrow();
  const there = {
    title: 'Looking at work',
    on_date: '2026-12-09',
    starts_at: '16:15',
    version: 3,
    minutes: 60,
  };
  assert.deepEqual(await step(), there);
  const { kind } = await site.db
    .selectFrom('event')
    .select('kind')
    .where('owner_id', '=', school.id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  assert.equal(kind, 'step.moved');
  assert.match((await (await site.as(ann)).get('/me/calendar?month=2026-12')).text, /16:15/);

  const undo = `${here}/steps/1/when/back/2`;
  assert.ok((await her.get(moved.to)).text.includes(`action="${undo}"`));
  assert.equal((await her.post(undo)).status, 303);
  assert.deepEqual(await step(), { ...there, on_date: '2026-12-03', starts_at: '15:45', version: 4 });
  assert.equal((await her.post(undo)).status, 422, 'it was changed again since');
});

test('who moves a step that was changed meanwhile sees where it is now, and a day that is over is refused', async () => {
  const all = await running();
  const { lena, here, her } = all;
  const sent = await buttonOf(her, here + when, '2026-12-09');
  await lena.post(
    `${here}/design/steps/1`,
    await stepFields(all, 1, { on_date: '2026-12-04', title: 'Moved already' }),
  );
  const stale = await her.post(here + when, sent);
  assert.equal(stale.status, 409);
  assert.match(stale.text, /2026-12-04/);
  assert.doesNotMatch(stale.text, /What people are asked to do/, 'nothing else was sent');
  const again = await her.post(here + when, { ...sent, version: 3 });
  assert.equal(again.status, 303);
  assert.equal((await her.post(here + when, { ...sent, on_date: '2026-11-17', version: 4 })).status, 422);
});

test('a step moved over the change of the clocks keeps its time on the wall', async () => {
  const all = await running();
  const { site, here, her } = all;
  const link = /http:\/\/school\.example(\/calendar\/[\w/-]+\.ics)/.exec(
    (await her.post('/me/calendar/link')).text,
  )![1]!;
  for (const day of ['2027-03-26', '2027-04-12']) {
    const sent = await buttonOf(her, `${here}${when}?from=2027-03-22`, day);
    assert.equal((await her.post(here + when, sent)).status, 303);
    const phone = new Phone().read((await site.visitor().get(link)).text);
    assert.equal(phone.entry('Looking at work')?.from, `${day} 15:45`);
  }
});

test('only those who run its steps look for a time, and not in a programme that is closed', async () => {
  const { site, lena, here, ann, her } = await running();
  const own = await site.as(ann);
  assert.equal((await own.get(here + when)).status, 403);
  assert.equal(
    (await own.post(here + when, { on_date: '2026-12-09', starts_at: '15:45', version: 2 })).status,
    403,
  );
  assert.doesNotMatch((await own.get(`${here}/steps/1`)).text, /steps\/1\/when/);
  await lena.post(`${here}/close`);
  assert.equal((await her.get(here + when)).status, 403);
  assert.doesNotMatch((await her.get(`${here}/steps/1`)).text, /steps\/1\/when/);
});
