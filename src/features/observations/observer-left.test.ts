import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runDueJobs } from '#platform/jobs/relay.ts';
import { jobsOf } from '#src/jobs.ts';
import { pairScene, waitingOf } from '#features/coaching/coaching.scene.ts';
import { noticed, when } from './observations.scene.ts';

test('nothing of a visit waits for an observer who left the pairing, until they are back', async () => {
  const all = await pairScene();
  const { ann, tomos, people, here, id, site } = all;
  const jobs = () => runDueJobs(jobsOf(site.services, (line) => assert.fail(line)));
  const waits = async (who: typeof people.ann) => {
    await jobs();
    return (await waitingOf(all, who)).filter((kind) => kind.startsWith('observation.'));
  };
  const { to } = await ann.post('/my-learning/observations/new', {
    ...when,
    with: `${id} ${people.tomos.personId}`,
    role: 'observed',
  });
  assert.equal((await tomos.post(`${to}/accept`)).status, 303);
  assert.equal((await ann.post(`${to}/done`)).status, 303);
  assert.deepEqual(await waits(people.tomos), ['observation.feedback']);
  assert.ok((await tomos.get(here)).text.includes(to));
  assert.equal((await tomos.post(`${here}/leave`)).status, 303);
  assert.ok(!(await tomos.get(here)).text.includes(to), 'nor is it listed where they worked together');
  assert.ok((await ann.get(here)).text.includes(to), 'for whom it is about it stays');
  assert.equal((await tomos.get(to)).status, 403);
  assert.deepEqual(await waits(people.tomos), []);
  assert.equal((await ann.post(`${to}/write/noticed`, { ...noticed, ready: '' })).status, 303);
  assert.deepEqual(await waits(people.tomos), [], 'what the other writes brings nothing back');
  assert.equal((await tomos.post(`${here}/come-back`)).status, 303);
  assert.deepEqual(await waits(people.tomos), ['observation.feedback']);
});
