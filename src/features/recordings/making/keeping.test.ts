import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePerson } from '#test/factories.ts';
import { runJob } from '#test/deliver.ts';
import { readyRecording, recordingScene } from '../recordings.scene.ts';
import { rowOf } from './making.test-helper.ts';
import { retention } from './retention.job.ts';

test('its author is told before its day, and on the morning after it is erased; kept longer, it stays', async () => {
  const all = await recordingScene();
  const { site } = all;
  const first = await readyRecording(all, { withFilm: true, keepUntil: '2026-11-25' });
  const second = await readyRecording(all, { keepUntil: '2026-11-25' });
  const run = () => runJob(site, retention);
  await run();
  const ann = await all.as('ann');
  assert.match((await ann.get('/today')).text, /A recording of yours is erased soon/);
  assert.equal(
    (await ann.post(`${second.address}/keep`, { keep_until: '2029-01-01', notes_after: 'stay' })).status,
    422,
  );
  assert.equal(
    (await ann.post(`${second.address}/keep`, { keep_until: '2027-03-01', notes_after: 'stay' })).status,
    303,
  );
  site.clock.set('2026-11-25T23:00:00Z');
  await run();
  assert.equal((await rowOf(all, first.id)).state, 'ready', 'its last day is not over');
  site.clock.set('2026-11-26T04:20:00Z');
  await run();
  assert.deepEqual(
    [(await rowOf(all, first.id)).state, (await rowOf(all, second.id)).state],
    ['erased', 'ready'],
  );
  assert.equal(await site.services.vault.length(first.mediumId!), null);
});

test('two who change at once how long recordings are kept: the second is shown what the first saved', async () => {
  const all = await recordingScene();
  const head = await makePerson(all.db, all.school, { name: 'Gwen Davies', roles: ['head'] });
  const gwen = await all.site.as(head);
  const of = { longest_days: '700', warn_days: '14', version: '0' };
  assert.equal((await gwen.post('/school/recording-settings', { usual_days: '100', ...of })).status, 303);
  const second = await gwen.post('/school/recording-settings', { usual_days: '200', ...of });
  assert.equal(second.status, 409);
  assert.match(second.text, /100/);
});
