import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '../db/ids.ts';
import { keepDraft } from '../drafts/drafts.ts';
import { testDatabase } from '#test/database.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import { startOfTests } from '#test/site.ts';
import { prune } from './prune.ts';
import { Sessions } from './sessions.ts';
import { failed, few } from './throttle.ts';

const days = (count: number): Date => new Date(startOfTests.getTime() + count * 86_400_000);

test('what is over is forgotten after a while; what still counts stays', async () => {
  const { db } = await testDatabase();
  const school = await makeSchool(db);
  const ann = await makePerson(db, school);
  const sessions = new Sessions(db);
  await sessions.begin(ann.personId, school.id, 'Old telephone', startOfTests);
  await sessions.begin(ann.personId, school.id, 'New telephone', days(400));
  await failed(db, [few('address ann')], startOfTests);
  await failed(db, [few('address ben')], days(401));
  const writer = { personId: ann.personId, organisationId: school.id };
  await keepDraft(db, writer, 'old', { words: 'Begun' }, startOfTests);
  await keepDraft(db, writer, 'new', { words: 'Begun' }, days(200));
  await keepDraft(
    db,
    { ...writer, personId: school.id },
    'another owner, old',
    { words: 'Begun' },
    startOfTests,
  );
  const link = (kind: string, personId: string, expires_at: Date | null) => ({
    id: newId(),
    token_hash: newId(),
    kind,
    person_id: personId,
    organisation_id: school.id,
    created_at: startOfTests,
    expires_at,
    used_at: null,
  });
  const invited = newId();
  await db
    .insertInto('credential')
    .values({ person_id: ann.personId, password_hash: 'x', changed_at: startOfTests })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto('link_token')
    .values([
      link('reset', ann.personId, days(1)),
      link('invitation', ann.personId, days(14)),
      link('invitation', invited, days(14)),
      link('calendar', ann.personId, null),
    ])
    .execute();

  await prune(db, days(401));
  const devices = await db.selectFrom('session').select('device').execute();
  assert.deepEqual(devices, [{ device: 'New telephone' }]);
  const keys = await db.selectFrom('sign_in_throttle').select('key').execute();
  assert.deepEqual(keys, [{ key: 'address ben' }]);
  const links = await db.selectFrom('link_token').select(['kind', 'person_id']).orderBy('kind').execute();
  assert.deepEqual(links, [
    { kind: 'calendar', person_id: ann.personId },
    { kind: 'invitation', person_id: invited },
  ]);
  const drafts = await db
    .selectFrom('draft')
    .select('key')
    .where('owner_id', 'in', [ann.personId, school.id])
    .execute();
  assert.deepEqual(drafts, [{ key: 'new' }]);
});
