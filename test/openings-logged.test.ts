import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { insertItem, principals } from '#platform/access/items.ts';
import { policy } from '#platform/access/policy.ts';
import { NotAllowed, Stale } from '#platform/errors.ts';
import type { Arrival, Change } from '#platform/http/context.ts';
import { perform } from '#platform/http/perform.ts';
import { bytes, see } from '#platform/http/route.ts';
import { selectStanding } from '#platform/access/standing.ts';
import { Who } from '#platform/access/who.ts';
import { testDatabase } from './database.ts';
import { makePerson, makeSchool } from './factories.ts';
import { startOfTests as now } from './site.ts';

/** A change opens what it changes: its owner reads of it when something was done or shown, and not when it was refused. */

const note = policy({
  kind: 'test-note',
  purpose: 'learning',
  noun: 'note',
  logged: true,
  may: { read: ['author', 'reader'] },
  ask: '',
});

async function doing(then: (change: Change) => unknown): Promise<string[]> {
  const { db } = await testDatabase();
  const school = await makeSchool(db);
  const [author, reader] = [await makePerson(db, school), await makePerson(db, school)];
  const grants = [{ principal: principals.person(reader.personId), ability: 'read' as const }];
  const item = { ownerId: author.personId, policy: note, authorId: author.personId, grants };
  const id = await insertItem(db, item, now);
  const person = { ...reader, locale: 'en-GB', theme: 'auto' };
  const place = { ...school, zone: 'Europe/London', currency: 'GBP' };
  const who = new Who(await selectStanding(db, person, place, '2026-11-18'), 'learning');
  const run = async (change: Change) => {
    for (let twice = 0; twice < 2; twice++) await change.open(note, id, author.personId);
    await then(change);
    return see('/');
  };
  await perform(
    { path: '/note', access: note, unrecorded: 'a test', run },
    { db, who, now } as Arrival,
    {},
    [],
  ).catch((error: unknown) =>
    assert.ok(error instanceof Stale || error instanceof NotAllowed, String(error)),
  );
  const rows = await db
    .selectFrom('access_log')
    .select('manner')
    .where('owner_id', '=', author.personId)
    .execute();
  return rows.map(({ manner }) => manner);
}

test('what was done with somebody’s note is in their log, once', async () => {
  assert.deepEqual(await doing(() => undefined), ['change']);
});

test('what was refused after all is not', async () => {
  const refuse = () => {
    throw new NotAllowed('This is for its author.');
  };
  assert.deepEqual(await doing(refuse), []);
});

test('who is shown the newer text of it has seen it, though nothing was changed', async () => {
  const stale = () => {
    throw new Stale({ version: 2, writerId: null, writtenBy: 'Ann', writtenAt: now, fields: [] });
  };
  assert.deepEqual(await doing(stale), ['change']);
});

test('a file whose log cannot be written is not sent, and not left open', async () => {
  const { db } = await testDatabase();
  const school = await makeSchool(db);
  const person = { ...(await makePerson(db, school)), locale: 'en-GB', theme: 'auto' };
  const place = { ...school, zone: 'Europe/London', currency: 'GBP' };
  const who = new Who(await selectStanding(db, person, place, '2026-11-18'), 'learning');
  const body = Readable.from(['canary']);
  const route = bytes('/file', {
    purpose: 'learning',
    access: note,
    async send(visit) {
      visit.noteOpened({ ownerId: 'nobody', id: 'nothing', kind: note.kind, authorId: school.id }, 'file');
      return { body, type: 'text/plain' };
    },
  });
  await assert.rejects(route.send({ db, who, now } as Arrival), /uuid/);
  assert.equal(body.destroyed, true);
});
