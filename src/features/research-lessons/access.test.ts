import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertItem, principals, shareItem } from '#platform/access/items.ts';
import { standingsChanged } from '#platform/access/standing.ts';
import { minutesPolicy } from '#features/sessions/index.ts';
import { plannedScene, sendNote } from './research-lessons.scene.ts';

test('whoever does not take part neither reads nor writes a research lesson, whatever their role', async () => {
  const { lesson, as, ann, pupils } = await plannedScene();
  await sendNote(ann, lesson, { text: 'A word about Gwen' });
  await ann.post(`${lesson}/held`);
  for (const [name, status] of [
    ['lead', 403],
    ['sponsor', 403],
    ['head', 403],
    ['colleague', 403],
    ['guest', 403],
    ['otherHead', 404],
  ] as const) {
    const browser = await as(name);
    for (const below of ['', '/plan', '/notes']) {
      const answer = await browser.get(`${lesson}${below}`);
      assert.equal(answer.status, status, `${name} ${below}`);
      assert.doesNotMatch(answer.text, /A word about Gwen/);
    }
    assert.equal((await sendNote(browser, lesson)).status, status, name);
    for (const below of ['held', 'not-held', 'plan', 'compared', 'predicted'])
      assert.equal(
        (await browser.post(`${lesson}/${below}`, { version: '0', words: 'x', pupil: pupils['Gwen']! }))
          .status,
        status,
        `${name} ${below}`,
      );
  }
});

test('a step of another kind has no lesson', async () => {
  const { base, ann } = await plannedScene();
  for (const below of ['lesson', 'lesson/plan', 'lesson/notes'])
    assert.equal((await ann.get(`${base}/steps/1/${below}`)).status, 404);
  assert.equal((await sendNote(ann, `${base}/steps/1/lesson`)).status, 404);
});

test('who leaves the group reads and writes there no longer, and the lesson still names them', async () => {
  const { db, school, site, people, lesson, as, ann } = await plannedScene();
  const tomos = await as('tomos');
  await sendNote(tomos, lesson, { text: 'Before I left' });
  await db
    .updateTable('circle_member')
    .set({ ends_at: site.clock.now })
    .where('owner_id', '=', school.id)
    .where('person_id', '=', people.tomos.personId)
    .execute();
  await standingsChanged(db, school.id);
  const left = await as('tomos');
  assert.equal((await left.get(lesson)).status, 403);
  assert.equal((await sendNote(left, lesson)).status, 403);
  await ann.post(`${lesson}/held`);
  assert.match((await ann.get(lesson)).text, /Who observes[^]*Tomos Bevan[^]*Before I left/);
  assert.match((await ann.get(`${lesson}/plan`)).text, /Tomos Bevan \(no longer takes part\)/);
});

test('a guest who was let in for the step observes as the others do, and no longer when that is over', async () => {
  const { db, school, programme, site, people, step, lesson, as, ann } = await plannedScene();
  const { id: stepId } = await db
    .selectFrom('programme_step')
    .select('id')
    .where('owner_id', '=', school.id)
    .where('number', '=', 2)
    .executeTakeFirstOrThrow();
  const at = site.clock.now;
  const [authorId, guest] = [people.ann.personId, principals.person(people.guest.personId)];
  const written = { ownerId: school.id, id: stepId };
  await insertItem(db, { ...written, policy: minutesPolicy, authorId, circleId: programme }, at);
  await shareItem(db, written, [{ principal: guest, ability: 'contribute' }], at);
  const readers = [principals.circle(programme), guest].map((principal) => ({
    principal,
    ability: 'read' as const,
  }));
  await shareItem(db, { ownerId: school.id, id: programme }, readers, at);
  const jon = await as('guest');
  assert.match((await jon.get(step)).text, /Predict, observe and compare/);
  assert.equal((await sendNote(jon, lesson, { text: 'Seen by a guest' })).status, 303);
  assert.match((await jon.get(`${lesson}/notes`)).text, /Seen by a guest/);
  const observers = { version: '1', observers: [people.guest.personId] };
  await ann.post(`${lesson}/plan`, observers);
  assert.match((await ann.get(lesson)).text, /Who observes[^]*Prof Jon Ek/);
  await shareItem(db, written, [], at);
  assert.equal((await jon.get(lesson)).status, 403);
  assert.equal((await sendNote(jon, lesson)).status, 403);
  assert.match((await ann.get(`${lesson}/plan`)).text, /Prof Jon Ek \(no longer takes part\)/);
});

test('a note written for one person is not taken in the name of another', async () => {
  const { lesson, as, people, school } = await plannedScene();
  const cai = await as('cai');
  const drawnFor = `${school.id} ${people.tomos.personId}`;
  const answer = await sendNote(cai, lesson, { drawn_for: drawnFor, queued: 'yes' });
  assert.equal(answer.status, 409);
});
