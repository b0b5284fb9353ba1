import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runDueJobs } from '#platform/jobs/relay.ts';
import { jobsOf } from '#src/jobs.ts';
import { agreed, waitingOf } from './observations.scene.ts';

test('nobody is reminded longer than four weeks to write about a lesson, and may still write', async () => {
  const all = await agreed();
  const { site, ann, tomos, address, people } = all;
  const jobs = () => runDueJobs(jobsOf(site.services, (line) => assert.fail(line)));
  await ann.post(`${address}/done`);
  await jobs();
  assert.deepEqual(await waitingOf({ site }, people.ann.personId), ['observation.notice']);
  for (const [day, waits] of [
    ['2026-12-16T09:00:00Z', ['observation.feedback']],
    ['2026-12-17T09:00:00Z', []],
  ] as const) {
    site.clock.set(day);
    await jobs();
    assert.deepEqual(await waitingOf({ site }, people.tomos.personId), waits, day);
  }
  assert.equal((await tomos.get(`${address}/write/notes`)).status, 200);
});

test('what waits about a visit is said with the other person and the day', async () => {
  const { site, ann } = await agreed();
  await runDueJobs(jobsOf(site.services, (line) => assert.fail(line)));
  assert.match(
    (await ann.get('/today')).text,
    /Write what you expect of pupils before you are observed \(Tomos [^,]+, 18 Nov/,
  );
});

test('the observer is told before the lesson that nothing is chosen to record with', async () => {
  const { tomos, ann, address } = await agreed();
  assert.match((await tomos.get(address)).text, /You cannot record in the lesson yet: Ann Puw chooses/);
  await ann.post(`${address}/instrument`, { instrument: 'three-pupils', version: '0' });
  const { text } = await tomos.get(address);
  assert.doesNotMatch(text, /cannot record/);
  assert.match(text, /Record the visit/);
});
