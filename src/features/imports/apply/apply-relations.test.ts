import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/db/ids.ts';
import { parentRole } from '#features/people/index.ts';
import { testDatabase } from '#test/database.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import { startOfTests as now } from '#test/site.ts';
import { applyRelations } from './apply-relations.ts';
import type { Applying } from './context.ts';

test('whose last child a list takes out is a parent here no longer; who has another stays one', async () => {
  const { db } = await testDatabase();
  const school = await makeSchool(db);
  const family = { kind: 'family', roles: [parentRole] } as const;
  const [lowri, huw] = [await makePerson(db, school, family), await makePerson(db, school, family)];
  const [cai, mali] = [
    await makePerson(db, school, { kind: 'pupil' }),
    await makePerson(db, school, { kind: 'pupil' }),
  ];
  const link = async (adult: { personId: string }, pupil: { personId: string }): Promise<{ id: string }> => {
    const id = newId(now);
    const people = { adult_id: adult.personId, pupil_id: pupil.personId };
    const row = { owner_id: school.id, id, ...people, created_at: now, ended_at: null };
    await db.insertInto('family_relation').values(row).execute();
    return { id };
  };
  const ended = [await link(lowri, cai), await link(huw, cai)];
  await link(huw, mali);
  await applyRelations({
    plan: { relations: { added: [], ended } },
    roster: { people: [] },
    db,
    now,
    run: { id: newId(now) },
    actorId: null,
    reach: { owners: [school.id] },
    done: async () => undefined,
  } as unknown as Applying);
  const roles = await db
    .selectFrom('appointment')
    .select('person_id as personId')
    .where('owner_id', '=', school.id)
    .where('ended_at', 'is', null)
    .execute();
  assert.deepEqual(roles, [{ personId: huw.personId }]);
  const events = await db
    .selectFrom('event')
    .select('item_id as personId')
    .where('owner_id', '=', school.id)
    .where('kind', '=', 'role.ended')
    .execute();
  assert.deepEqual(events, [{ personId: lowri.personId }]);
});
