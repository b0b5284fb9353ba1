import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { standingsChanged } from '#platform/access/standing.ts';
import { joinCircle, makeManager, makePerson, type TestPerson } from '#test/factories.ts';
import { scene } from '#features/try-outs/try-outs.scene.ts';
import { when } from './observations.scene.ts';

/** Ann learns with a coach who belongs to another profession; Tomos and Huw coach each other. */
async function pairings() {
  const all = await scene();
  const { db, school, people, site } = all;
  const coach = await makePerson(db, school, { name: 'Nia Lloyd', kind: 'guest' });
  const [coaching, together] = [randomUUID(), randomUUID()];
  const join = (circle: string, person: TestPerson, part: string) =>
    joinCircle(db, school, circle, person, part, { kind: 'coaching', name: 'A pairing' });
  await join(coaching, people.ann, 'learner');
  await join(coaching, coach, 'coach');
  await join(together, people.tomos, 'co-coach');
  await join(together, people.huw, 'co-coach');
  await standingsChanged(db, school.id);
  const kindOf = async (address: string) =>
    (
      await db
        .selectFrom('observation')
        .select('kind')
        .where('owner_id', '=', school.id)
        .where('id', '=', address.split('/').at(-1)!)
        .executeTakeFirstOrThrow()
    ).kind;
  return { ...all, coach, coaching, together, kindOf, nia: await site.as(coach), ann: await all.as('ann') };
}

test('a coach observes the learner and gives feedback; the learner decides who reads it', async () => {
  const { nia, ann, coaching, people, kindOf } = await pairings();
  const { to, status, text } = await nia.post('/my-learning/observations/new', {
    ...when,
    with: `${coaching} ${people.ann.personId}`,
    role: 'observer',
  });
  assert.equal(status, 303, text);
  assert.equal(await kindOf(to), 'specialist');
  await ann.post(`${to}/accept`);
  assert.equal((await ann.get(`${to}/share`)).status, 200);
  assert.equal((await nia.get(`${to}/share`)).status, 403);
  await nia.post(`${to}/done`);
  assert.match((await nia.get(`${to}/write/feedback`)).text, /One thing to try/);
});

test('a learner watches the coach teach, takes notes for themselves, and the coach decides who reads it', async () => {
  const { nia, ann, coaching, coach, kindOf } = await pairings();
  const { to } = await ann.post('/my-learning/observations/new', {
    ...when,
    with: `${coaching} ${coach.personId}`,
    role: 'observer',
  });
  assert.equal(await kindOf(to), 'peer');
  await nia.post(`${to}/accept`);
  assert.equal((await nia.get(`${to}/share`)).status, 200);
  assert.equal((await ann.get(`${to}/share`)).status, 403);
});

test('co-coaches watch each other as equals', async () => {
  const { as, together, people, kindOf } = await pairings();
  const tomos = await as('tomos');
  for (const role of ['observer', 'observed']) {
    const { to } = await tomos.post('/my-learning/observations/new', {
      ...when,
      with: `${together} ${people.huw.personId}`,
      role,
    });
    assert.equal(await kindOf(to), 'peer');
  }
});

test('nobody outside a pairing is chosen, nor a coach who manages the learner', async () => {
  const { db, school, as, ann, nia, coaching, coach, people } = await pairings();
  const ask = { ...when, with: `${coaching} ${people.ann.personId}`, role: 'observer' };
  assert.equal((await (await as('tomos')).post('/my-learning/observations/new', ask)).status, 422);
  await makeManager(db, school, coach, people.ann);
  await standingsChanged(db, school.id);
  assert.equal((await nia.post('/my-learning/observations/new', ask)).status, 422);
  assert.doesNotMatch((await ann.get('/my-learning/observations/new')).text, /Nia Lloyd/);
});

test('what happened in a pairing is shared with its people, or not', async () => {
  const { nia, ann, coaching, people } = await pairings();
  const { to } = await nia.post('/my-learning/observations/new', {
    ...when,
    with: `${coaching} ${people.ann.personId}`,
    role: 'observer',
  });
  const readers = (await ann.get(`${to}/share`)).text;
  assert.match(readers, new RegExp(`value="circle:${coaching}"`));
  assert.equal((await ann.post(`${to}/share`, { readers: [`circle:${coaching}`] })).status, 303);
});
