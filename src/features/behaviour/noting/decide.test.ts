import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver, runJob } from '#test/deliver.ts';
import { behaviourJob } from '../behaviour.handlers.ts';
import { scene, sentAs, waitingOn } from '../behaviour.scene.ts';

/** Something that went wrong with Cai, noted by Huw, which waits until somebody has looked. */
async function waiting() {
  const made = await scene();
  const { people, p5, categories, as, eventsOf } = made;
  const huw = await as('huw');
  await huw.post(
    `/behaviour/classes/${p5}?tone=negative`,
    sentAs('negative', categories.unkind, people.cai, { seen: 'waiting' }),
  );
  const [event] = await eventsOf(people.cai);
  const home = async () => (await (await as('lowri')).get(`/behaviour/about/${people.cai.personId}`)).text;
  return { ...made, huw, ffion: await as('ffion'), here: `/behaviour/events/${event}`, home };
}

test('words that whoever looks has not read go to no family, and are not taken back either', async () => {
  const { huw, ffion, here, home, categories } = await waiting();
  const other = {
    category: categories.unkind,
    words: 'Hit another pupil.',
    on: '2026-11-18',
    at: '',
    place: 'break',
  };
  assert.equal((await huw.post(`${here}/change`, { ...other, seen: 'waiting', version: '1' })).status, 303);
  for (const what of ['show', 'keep']) {
    const stale = await ffion.post(`${here}/${what}`, { version: '1' });
    assert.equal(stale.status, 422, what);
    assert.match(stale.text, /Read it as it stands now, then decide/);
    assert.match(stale.text, /Hit another pupil/);
    assert.doesNotMatch(stale.text, /name="no_name"/);
  }
  assert.equal((await huw.post(`${here}/end`, { version: '1' })).status, 422);
  assert.doesNotMatch(await home(), /Hit another|Called another/);
  assert.equal((await ffion.post(`${here}/show`, { version: '2' })).status, 303);
  assert.match(await home(), /Hit another pupil/);
});

test('each decision can be taken back at once, to what it was, until somebody decides anew', async () => {
  const { huw, ffion, here, home, as } = await waiting();
  const undoOn = async () =>
    /\/behaviour\/events\/[0-9a-f-]+\/undo\/\d+/.exec((await ffion.get(here)).text)![0];
  await ffion.post(`${here}/show`, { version: '1' });
  const undo = await undoOn();
  assert.equal((await (await as('tomos')).post(undo)).status, 404);
  assert.equal((await ffion.post(undo)).status, 303);
  assert.doesNotMatch(await home(), /Called another/);
  assert.match((await ffion.get('/behaviour')).text, /Look before the family reads it/);
  assert.equal((await ffion.post(undo)).status, 422);
  // Taken back and standing again: for whoever may change it.
  await huw.post(`${here}/end`, { version: '3' });
  assert.equal((await ffion.post(`${here}/undo/4`)).status, 403);
  assert.equal((await huw.post(`${here}/undo/4`)).status, 303);
  assert.match((await ffion.get('/behaviour')).text, /Called another pupil/);
});

test('noted again after a slip, what a colleague took back meanwhile stays so', async () => {
  const { db, school, site, people, p5, categories, as, eventsOf } = await scene();
  const ffion = await as('ffion');
  await ffion.post(
    `/behaviour/classes/${p5}`,
    sentAs('positive', categories.kind, [people.cai, people.mali]),
  );
  const [ofCai] = await eventsOf(people.cai);
  const undo = /\/behaviour\/noted\/[0-9a-f-]+\/undo/.exec(
    (await ffion.get(`/behaviour/classes/${p5}`)).text,
  )![0];
  assert.equal(
    (await (await as('head')).post(`/behaviour/events/${ofCai}/end`, { version: '1' })).status,
    303,
  );
  site.clock.set('2026-11-18T16:31:00Z');
  await ffion.post(undo);
  const redo = /\/behaviour\/noted\/[0-9a-f-]+\/redo\/\d+/.exec((await ffion.get('/behaviour')).text)![0];
  assert.equal((await ffion.post(redo)).status, 303);
  const standing = await db
    .selectFrom('behaviour_event')
    .select('pupil_id')
    .where('owner_id', '=', school.id)
    .where('ended_at', 'is', null)
    .execute();
  assert.deepEqual(standing, [{ pupil_id: people.mali.personId }]);
});

test('what waits to be looked at goes to the new tutor when the tutor changes', async () => {
  const { db, school, site, people, p5, as, ffion } = await waiting();
  await deliver(site);
  const asks = /Something was noted about Cai Roberts/;
  assert.match(waitingOn((await ffion.get('/today')).text), asks);
  await db
    .updateTable('membership')
    .set({ unit_id: p5, part: 'teacher' })
    .where('owner_id', '=', school.id)
    .where('person_id', '=', people.tomos.personId)
    .execute();
  await db
    .updateTable('membership')
    .set({ ends_on: '2026-11-17' })
    .where('owner_id', '=', school.id)
    .where('person_id', '=', people.ffion.personId)
    .execute();
  await runJob(site, behaviourJob);
  assert.match(waitingOn((await (await as('tomos')).get('/today')).text), asks);
  assert.doesNotMatch(waitingOn((await (await as('ffion')).get('/today')).text), asks);
});
