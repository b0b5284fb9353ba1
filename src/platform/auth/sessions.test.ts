import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { leaveCircle } from '#platform/access/circles.ts';
import { composed, list } from '#platform/access/composed.ts';
import { insertItem } from '#platform/access/items.ts';
import { policy } from '#platform/access/policy.ts';
import { standingsChanged } from '#platform/access/standing.ts';
import { Who } from '#platform/access/who.ts';
import { newId } from '#platform/db/ids.ts';
import { appoint, joinCircle, makePerson, makeSchool } from '#test/factories.ts';
import { testDatabase } from '#test/database.ts';
import { startOfTests } from '#test/site.ts';
import { hashSecret } from './secrets.ts';
import { Sessions } from './sessions.ts';

const later = (ms: number): Date => new Date(startOfTests.getTime() + ms);
const day = 86_400_000;

async function begin() {
  const { db, queries } = await testDatabase();
  const school = await makeSchool(db);
  const ann = await makePerson(db, school, { name: 'Ann Lee' });
  const sessions = new Sessions(db);
  const secret = await sessions.begin(ann.personId, school.id, 'A phone', startOfTests);
  return { db, queries, school, ann, sessions, secret };
}

test('the database keeps the hash of a session’s secret and never the secret', async () => {
  const { db, secret } = await begin();
  const rows = await db.selectFrom('session').selectAll().execute();
  assert.equal(JSON.stringify(rows).includes(secret), false);
  assert.equal(rows[0]!.token_hash, hashSecret(secret));
});

test('a session ends when it is ended, after thirty days unused, and with its person', async () => {
  const { db, ann, sessions, secret } = await begin();
  const found = await sessions.find(secret, later(29 * day));
  assert.equal(found?.standing.name, 'Ann Lee');
  // Being seen carried it on.
  assert.ok(await sessions.find(secret, later(58 * day)));
  assert.equal(await sessions.find(secret, later(89 * day)), undefined);
  assert.equal(await sessions.find('another secret', startOfTests), undefined);

  await sessions.end(ann.personId, found!.sessionId, startOfTests);
  assert.equal(await sessions.find(secret, startOfTests), undefined);
  const again = await sessions.begin(ann.personId, ann.organisationId, 'A phone', startOfTests);
  await db.updateTable('person').set({ ended_at: startOfTests }).where('id', '=', ann.personId).execute();
  assert.equal(await sessions.find(again, startOfTests), undefined);
});

test('nobody ends another person’s session; ending the others keeps one’s own', async () => {
  const { school, ann, db, sessions, secret } = await begin();
  const ben = await makePerson(db, school);
  const { sessionId } = (await sessions.find(secret, startOfTests))!;
  await sessions.end(ben.personId, sessionId, startOfTests);
  const second = await sessions.begin(ann.personId, school.id, 'A laptop', startOfTests);
  await sessions.endOthers(ann.personId, sessionId, startOfTests);
  assert.ok(await sessions.find(secret, startOfTests));
  assert.equal(await sessions.find(second, startOfTests), undefined);
});

test('who somebody is costs one question, until their roles change or the day does', async () => {
  const { db, queries, school, ann, sessions, secret } = await begin();
  await sessions.find(secret, startOfTests);
  queries.length = 0;
  assert.equal((await sessions.find(secret, startOfTests))?.standing.roles.has('head'), false);
  assert.equal(queries.length, 1);

  await appoint(db, school, ann.personId, 'head');
  await standingsChanged(db, school.id);
  assert.equal((await sessions.find(secret, startOfTests))?.standing.roles.has('head'), true);

  // An appointment that ends with the day is over on the next, with nobody saying so.
  await db
    .updateTable('appointment')
    .set({ ends_on: '2026-11-18' })
    .where('owner_id', '=', school.id)
    .execute();
  assert.equal((await sessions.find(secret, later(day)))?.standing.roles.has('head'), false);
});

test('a statement composed for somebody is composed anew once they have left a circle or lost a role', async () => {
  const { db, school, ann, sessions, secret } = await begin();
  const notePolicy = policy({
    kind: 'note',
    purpose: 'learning',
    noun: 'note',
    logged: false,
    may: { read: ['circle', 'role:head'] },
    ask: 'Ask whoever leads the circle.',
  });
  const circleId = newId();
  await joinCircle(db, school, circleId, ann, 'participant');
  const item = { ownerId: school.id, policy: notePolicy, authorId: ann.personId, circleId };
  const id = await insertItem(db, item, startOfTests);
  const ask = composed((who) => ({
    notes: list<{ id: string }>(
      sql`select i.id from item i where i.owner_id = ${who.organisationId} and ${who.sees('i', notePolicy)}`,
    ),
  }));
  const seen = async (): Promise<string[]> => {
    const { standing } = (await sessions.find(secret, startOfTests))!;
    return (await ask(db, new Who(standing, 'learning'), {})).notes.map((note) => note.id);
  };
  assert.deepEqual(await seen(), [id]);
  await leaveCircle(db, { ownerId: school.id, circleId, part: 'participant' }, ann.personId, startOfTests);
  assert.deepEqual(await seen(), []);
  await appoint(db, school, ann.personId, 'head');
  await standingsChanged(db, school.id);
  assert.deepEqual(await seen(), [id]);
  await db
    .updateTable('appointment')
    .set({ ended_at: startOfTests })
    .where('owner_id', '=', school.id)
    .execute();
  await standingsChanged(db, school.id);
  assert.deepEqual(await seen(), []);
});
