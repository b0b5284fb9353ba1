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
